/**
 * A tolerant tokeniser for the tables that programs write as HTML or XML. It knows tags, attributes
 * and text, nothing else: no entity is defined, no document is built, nothing can be fetched or run.
 */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'open';
      /** Lower case, with its prefix. */
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      readonly selfClosing: boolean;
    }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'doctype' };

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

const isSpace = (code: number): boolean =>
  code === 32 || code === 9 || code === 10 || code === 13 || code === 12;

const noAttributes: ReadonlyMap<string, string> = new Map();

/** Attributes of a tag's inside, by name in lower case; the first of two equal names counts. */
function attributesOf(inside: string, from: number): ReadonlyMap<string, string> {
  if (from >= inside.length) return noAttributes;
  const attributes = new Map<string, string>();
  let at = from;
  while (at < inside.length) {
    while (at < inside.length && (isSpace(inside.charCodeAt(at)) || inside[at] === '/')) at += 1;
    const start = at;
    while (at < inside.length && inside[at] !== '=' && !isSpace(inside.charCodeAt(at))) at += 1;
    const name = inside.slice(start, at).toLowerCase();
    while (at < inside.length && isSpace(inside.charCodeAt(at))) at += 1;
    let value = '';
    if (inside[at] === '=') {
      at += 1;
      while (at < inside.length && isSpace(inside.charCodeAt(at))) at += 1;
      const mark = inside[at];
      if (mark === '"' || mark === "'") {
        const end = inside.indexOf(mark, at + 1);
        value = inside.slice(at + 1, end < 0 ? inside.length : end);
        at = end < 0 ? inside.length : end + 1;
      } else {
        const valueStart = at;
        while (at < inside.length && !isSpace(inside.charCodeAt(at))) at += 1;
        value = inside.slice(valueStart, at);
      }
    }
    if (name !== '' && !attributes.has(name)) attributes.set(name, decodeEntities(value));
  }
  return attributes;
}

/** Characters of a cell that are ever looked at; what stands beyond is shown nowhere. Our choice. */
export const cellCharsMax = 1 << 22;

/** A tag longer than this is broken markup; its `<` is then only a character. */
const tagLengthMax = 65_536;

/** The end of a tag: the next `>` outside quotes; -1 when the text ends first. */
function tagEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + tagLengthMax);
  let mark = '';
  for (let at = from; at < limit; at += 1) {
    const char = text[at] ?? '';
    if (mark !== '') {
      if (char === mark) mark = '';
    } else if (char === '"' || char === "'") mark = char;
    else if (char === '>') return at;
  }
  return -1;
}

/**
 * Characters looked at in vain for the ends of tags, as a multiple of the text. Beyond it quotes no
 * longer hide a `>`, so that text made of unclosed tags and quotes costs no more than reading it.
 */
const vainMax = 2;

/** The tokens of a text, in order. Comments and processing instructions are passed over. */
export function* tokens(text: string): Generator<Token> {
  let at = 0;
  let vain = 0;
  let nextClose = -1;
  // The next `>` at all, remembered: without one in reach no tag can end.
  const closeAfter = (from: number): number => {
    if (nextClose < from && nextClose < text.length) {
      const found = text.indexOf('>', from);
      nextClose = found < 0 ? text.length : found;
    }
    return nextClose;
  };
  const endOfTag = (from: number): number => {
    const close = closeAfter(from);
    if (close >= text.length || close - from > tagLengthMax) return -1;
    if (vain > vainMax * text.length) return close;
    const end = tagEnd(text, from);
    if (end < 0) vain += Math.min(text.length - from, tagLengthMax);
    return end;
  };
  while (at < text.length) {
    const open = text.indexOf('<', at);
    if (open < 0) {
      yield { kind: 'text', text: text.slice(at, at + cellCharsMax) };
      return;
    }
    if (open > at) {
      yield { kind: 'text', text: text.slice(at, Math.min(open, at + cellCharsMax)) };
    }
    if (text.startsWith('<!--', open)) {
      const end = text.indexOf('-->', open + 4);
      at = end < 0 ? text.length : end + 3;
      continue;
    }
    if (text.startsWith('<![CDATA[', open)) {
      const end = text.indexOf(']]>', open + 9);
      // Character data is literal; its ampersands must survive the decoding of the reader.
      const raw = text.slice(open + 9, Math.min(end < 0 ? text.length : end, open + cellCharsMax));
      yield { kind: 'text', text: raw.replaceAll('&', '&amp;') };
      at = end < 0 ? text.length : end + 3;
      continue;
    }
    const next = text.charCodeAt(open + 1) | 32;
    const isTag = (next >= 97 && next <= 122) || '/!?'.includes(text[open + 1] ?? ' ');
    const end = isTag ? endOfTag(open + 1) : -1;
    if (end < 0) {
      yield { kind: 'text', text: '<' };
      at = open + 1;
      continue;
    }
    const inside = text.slice(open + 1, end);
    at = end + 1;
    if (/^!doctype/i.test(inside) || /^!entity/i.test(inside)) yield { kind: 'doctype' };
    else if (inside.startsWith('/')) {
      yield { kind: 'close', name: inside.slice(1).trim().toLowerCase() };
    } else if (!inside.startsWith('!') && !inside.startsWith('?')) {
      const name = /^[^\s/>]+/.exec(inside)?.[0] ?? '';
      yield {
        kind: 'open',
        name: name.toLowerCase(),
        attributes: attributesOf(inside, name.length),
        selfClosing: inside.endsWith('/'),
      };
    }
  }
}
