const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

function character(code: number): string {
  const isScalar = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isScalar ? String.fromCodePoint(code) : '\ufffd';
}

const reference = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/iy;
/** Pieces of a text joined at a time. */
const piecesMax = 4096;

function resolved([whole, hex, decimal, name]: RegExpExecArray): string {
  if (hex !== undefined) return character(Number.parseInt(hex, 16));
  if (decimal !== undefined) return character(Number(decimal));
  return named[(name ?? '').toLowerCase()] ?? whole;
}

/**
 * Resolves the five entities of XML, `&nbsp;` and numbers; every other reference stays as written. One
 * after the other: to replace millions of references at once, all their places are listed first.
 */
export function decodeEntities(text: string): string {
  const sticky = new RegExp(reference);
  let decoded = '';
  let pieces: string[] = [];
  let from = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
    sticky.lastIndex = at;
    const match = sticky.exec(text);
    pieces.push(text.slice(from, at), match ? resolved(match) : '&');
    from = match ? sticky.lastIndex : at + 1;
    if (pieces.length < piecesMax) continue;
    decoded += pieces.join('');
    pieces = [];
  }
  return decoded + pieces.join('') + text.slice(from);
}
