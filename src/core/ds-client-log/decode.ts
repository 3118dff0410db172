import { isUtf8, sequenceLength } from './utf-8.ts';

/**
 * From bytes to UTF-8. The reader works on UTF-8 bytes throughout, because a million rows as one
 * JavaScript string and its cells as strings cost several times the file.
 */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface Decoded {
  readonly encoding: Encoding;
  readonly bom: boolean;
  /** No byte-order mark said so, and it is not UTF-8: the encoding was worked out from the bytes. */
  readonly guessed: boolean;
  /** UTF-16 with an odd number of bytes: the last one is left over. */
  readonly trailingByte: boolean;
  /** The text as UTF-8, without a byte-order mark. */
  readonly bytes: Uint8Array;
}

// WHATWG Encoding Standard, index windows-1252, bytes 0x80 to 0x9F.
const windows1252 = [
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
  0x0152, 0x8d, 0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc,
  0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178,
];

const replacement = 0xfffd;

/** Writes one code point as UTF-8 at `at`; returns the offset after it. */
function writeCodePoint(out: Uint8Array, at: number, code: number): number {
  if (code < 0x80) {
    out[at] = code;
    return at + 1;
  }
  if (code < 0x800) {
    out[at] = 0xc0 | (code >> 6);
    out[at + 1] = 0x80 | (code & 0x3f);
    return at + 2;
  }
  if (code < 0x10000) {
    out[at] = 0xe0 | (code >> 12);
    out[at + 1] = 0x80 | ((code >> 6) & 0x3f);
    out[at + 2] = 0x80 | (code & 0x3f);
    return at + 3;
  }
  out[at] = 0xf0 | (code >> 18);
  out[at + 1] = 0x80 | ((code >> 12) & 0x3f);
  out[at + 2] = 0x80 | ((code >> 6) & 0x3f);
  out[at + 3] = 0x80 | (code & 0x3f);
  return at + 4;
}

function fromWindows1252(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length * 3);
  let at = 0;
  for (const byte of bytes) {
    const code = byte >= 0x80 && byte < 0xa0 ? (windows1252[byte - 0x80] ?? byte) : byte;
    at = writeCodePoint(out, at, code);
  }
  return out.slice(0, at);
}

function fromUtf16(bytes: Uint8Array, bigEndian: boolean): Uint8Array {
  const units = bytes.length >> 1;
  const out = new Uint8Array(units * 3);
  const unit = (index: number): number => {
    const first = bytes[index * 2] ?? 0;
    const second = bytes[index * 2 + 1] ?? 0;
    return bigEndian ? (first << 8) | second : (second << 8) | first;
  };
  let at = 0;
  for (let i = 0; i < units; i += 1) {
    const code = unit(i);
    if (code < 0xd800 || code > 0xdfff) {
      at = writeCodePoint(out, at, code);
      continue;
    }
    const low = code < 0xdc00 && i + 1 < units ? unit(i + 1) : 0;
    if (low >= 0xdc00 && low <= 0xdfff) {
      at = writeCodePoint(out, at, 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00));
      i += 1;
    } else {
      at = writeCodePoint(out, at, replacement);
    }
  }
  return out.slice(0, at);
}

const sampled = 65_536;
/** Digits, tabs, separators and line ends make half of a log in any script; random units hold none. */
const asciiShareMin = 0.25;
const controlShareMax = 0.02;

/** Whether the low byte of a unit whose high byte is 0 is a character of text, a tab or a line end. */
const isTextByte = (byte: number): boolean =>
  (byte >= 32 && byte < 127) || byte === 9 || byte === 10 || byte === 13;
const isControlByte = (byte: number): boolean => byte < 32 || (byte >= 127 && byte < 160);

/**
 * Whether bytes without a mark are UTF-16, by the units that are ASCII. Zeros alone do not tell: a log
 * in Greek has few of them, and U+2019 between digits looks like a control character byte by byte.
 */
export function utf16ByUnits(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const end = Math.min(bytes.length, sampled) & ~1;
  if (end < 8) return null;
  const ascii = [0, 0];
  const controls = [0, 0];
  const count = (high: number, low: number, order: 0 | 1): void => {
    if (high !== 0) return;
    if (isTextByte(low)) ascii[order] = (ascii[order] ?? 0) + 1;
    else if (isControlByte(low)) controls[order] = (controls[order] ?? 0) + 1;
  };
  for (let i = 0; i < end; i += 2) {
    count(bytes[i + 1] ?? 0, bytes[i] ?? 0, 0);
    count(bytes[i] ?? 0, bytes[i + 1] ?? 0, 1);
  }
  const units = end / 2;
  const order = (ascii[0] ?? 0) >= (ascii[1] ?? 0) ? 0 : 1;
  const isText =
    (ascii[order] ?? 0) >= units * asciiShareMin &&
    (controls[order] ?? 0) <= units * controlShareMax;
  return isText ? (order === 0 ? 'utf-16le' : 'utf-16be') : null;
}

/** Decides the encoding of a text file and turns it into UTF-8. */
export function decode(bytes: Uint8Array): Decoded {
  const [a, b, c] = bytes;
  const clean = { guessed: false, trailingByte: false };
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    const body = bytes.subarray(3);
    return isUtf8(body)
      ? { ...clean, encoding: 'utf-8', bom: true, bytes: body }
      : {
          ...clean,
          encoding: 'windows-1252',
          bom: true,
          guessed: true,
          bytes: fromWindows1252(body),
        };
  }
  const marked =
    a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null;
  const encoding = marked ?? utf16ByUnits(bytes);
  if (encoding) {
    const body = marked ? bytes.subarray(2) : bytes;
    return {
      encoding,
      bom: marked !== null,
      guessed: marked === null,
      trailingByte: body.length % 2 === 1,
      bytes: fromUtf16(body, encoding === 'utf-16be'),
    };
  }
  if (isUtf8(bytes)) return { ...clean, encoding: 'utf-8', bom: false, bytes };
  return {
    ...clean,
    encoding: 'windows-1252',
    bom: false,
    guessed: true,
    bytes: fromWindows1252(bytes),
  };
}

const chunk = 8192;

/** Bytes below 0x80 only, in pieces that fit the arguments of one call. */
function asciiOf(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += chunk) {
    // A call with a list takes typed arrays as they are; spreading one walks it byte by byte.
    const part: unknown = bytes.subarray(at, Math.min(at + chunk, to));
    text += String.fromCharCode.apply(null, part as number[]);
  }
  return text;
}

function isAsciiIn(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if ((bytes[i] ?? 0) >= 0x80) return false;
  return true;
}

/** The text of UTF-8 bytes; broken sequences become U+FFFD. Never throws. */
export function textOf(bytes: Uint8Array, from = 0, to = bytes.length): string {
  if (isAsciiIn(bytes, from, to)) return asciiOf(bytes, from, to);
  const codes: number[] = [];
  let text = '';
  for (let at = from; at < to;) {
    const byte = bytes[at] ?? 0;
    const length = Math.min(sequenceLength(bytes, at), to - at);
    if (length <= 1) {
      codes.push(length === 1 && byte < 0x80 ? byte : replacement);
      at += 1;
    } else {
      let code = byte & (0xff >> (length + 1));
      for (let i = 1; i < length; i += 1) code = (code << 6) | ((bytes[at + i] ?? 0) & 0x3f);
      codes.push(code);
      at += length;
    }
    if (codes.length === chunk) {
      text += String.fromCodePoint(...codes);
      codes.length = 0;
    }
  }
  return text + String.fromCodePoint(...codes);
}
