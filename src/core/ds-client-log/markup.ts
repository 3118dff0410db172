import { decodeEntities } from './entities.ts';

/**
 * A tolerant tokeniser for the tables that programs write as HTML or XML. It knows tags, attributes
 * and text, nothing else: no entity is defined, no document is built, nothing can be fetched or run.
 */

export interface OpenTag {
  readonly kind: 'open';
  /** Lower case, with its prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly selfClosing: boolean;
}

export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | OpenTag
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'doctype' };

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

/** Finds where tags end, with what it has looked at in vain kept in bounds. */
class TagEnds {
  readonly #text: string;
  #vain = 0;
  /** The next `>` at all: without one in reach no tag can end. */
  #nextClose = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** The `>` of the tag whose inside begins at `from`; -1 for a `<` that opens no tag. */
  of(from: number): number {
    const { length } = this.#text;
    const close = this.#closeAfter(from);
    if (close >= length || close - from > tagLengthMax) return -1;
    if (this.#vain > vainMax * length) return close;
    const end = tagEnd(this.#text, from);
    if (end < 0) this.#vain += Math.min(length - from, tagLengthMax);
    return end;
  }

  #closeAfter(from: number): number {
    if (this.#nextClose < from && this.#nextClose < this.#text.length) {
      const found = this.#text.indexOf('>', from);
      this.#nextClose = found < 0 ? this.#text.length : found;
    }
    return this.#nextClose;
  }
}

/** A tag by what stands between its brackets; null for one that says nothing about a table. */
function tagToken(inside: string): Token | null {
  if (/^!doctype/i.test(inside) || /^!entity/i.test(inside)) return { kind: 'doctype' };
  if (inside.startsWith('/')) return { kind: 'close', name: inside.slice(1).trim().toLowerCase() };
  if (inside.startsWith('!') || inside.startsWith('?')) return null;
  const name = /^[^\s/>]+/.exec(inside)?.[0] ?? '';
  return {
    kind: 'open',
    name: name.toLowerCase(),
    attributes: attributesOf(inside, name.length),
    selfClosing: inside.endsWith('/'),
  };
}

function opensTag(text: string, open: number): boolean {
  const next = text.charCodeAt(open + 1) | 32;
  return (next >= 97 && next <= 122) || '/!?'.includes(text[open + 1] ?? ' ');
}

const cdata = '<![CDATA[';

/** What stands at the `<` at `open`, and where it goes on behind. */
function markupAt(text: string, open: number, ends: TagEnds): [Token | null, number] {
  if (text.startsWith('<!--', open)) {
    const end = text.indexOf('-->', open + 4);
    return [null, end < 0 ? text.length : end + 3];
  }
  if (text.startsWith(cdata, open)) {
    const from = open + cdata.length;
    const end = text.indexOf(']]>', from);
    // Character data is literal; its ampersands must survive the decoding of the reader.
    const raw = text.slice(from, Math.min(end < 0 ? text.length : end, open + cellCharsMax));
    const token = { kind: 'text', text: raw.replaceAll('&', '&amp;') } as const;
    return [token, end < 0 ? text.length : end + 3];
  }
  const end = opensTag(text, open) ? ends.of(open + 1) : -1;
  if (end < 0) return [{ kind: 'text', text: '<' }, open + 1];
  return [tagToken(text.slice(open + 1, end)), end + 1];
}

/** The tokens of a text, in order. Comments and processing instructions are passed over. */
export function* tokens(text: string): Generator<Token> {
  const ends = new TagEnds(text);
  let at = 0;
  while (at < text.length) {
    const found = text.indexOf('<', at);
    const open = found < 0 ? text.length : found;
    if (open > at) {
      yield { kind: 'text', text: text.slice(at, Math.min(open, at + cellCharsMax)) };
    }
    if (open === text.length) return;
    const [token, next] = markupAt(text, open, ends);
    at = next;
    if (token) yield token;
  }
}
