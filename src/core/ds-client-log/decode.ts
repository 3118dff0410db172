import { fromUtf16, fromWindows1252, replacement, withReplacements } from './to-utf-8.ts';
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

/** Sequences of several bytes, and bytes that belong to none; one cut off by the end of the file is neither. */
function sequencesOf(bytes: Uint8Array): { readonly whole: number; readonly stray: number } {
  let whole = 0;
  let stray = 0;
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    if (length > 1) whole += 1;
    else if (length === 0 && at < bytes.length - 3) stray += 1;
    at += Math.max(1, length);
  }
  return { whole, stray };
}

/**
 * Bytes that are no UTF-8 throughout. Words of Windows-1252 hardly ever look like a sequence of UTF-8, so
 * where sequences outnumber stray bytes the text is UTF-8 with a damaged place: read as Windows-1252, one
 * such byte would spoil every number grouped by U+202F.
 */
function byBytes(bytes: Uint8Array): Pick<Decoded, 'encoding' | 'bytes'> {
  const { whole, stray } = sequencesOf(bytes);
  return whole > stray
    ? { encoding: 'utf-8', bytes: withReplacements(bytes) }
    : { encoding: 'windows-1252', bytes: fromWindows1252(bytes) };
}

const mark8 = [0xef, 0xbb, 0xbf];

/** The bytes behind a byte-order mark, or behind several: programs that put files together leave them. */
function afterMarks(bytes: Uint8Array): Uint8Array {
  let at = 0;
  while (mark8.every((byte, i) => bytes[at + i] === byte)) at += mark8.length;
  return bytes.subarray(at);
}

/** Decides the encoding of a text file and turns it into UTF-8. */
export function decode(bytes: Uint8Array): Decoded {
  const [a, b] = bytes;
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
      bytes: afterMarks(fromUtf16(body, encoding === 'utf-16be')),
    };
  }
  const body = afterMarks(bytes);
  const bom = body.length < bytes.length;
  return isUtf8(body)
    ? { encoding: 'utf-8', bom, guessed: false, trailingByte: false, bytes: body }
    : { ...byBytes(body), bom, guessed: true, trailingByte: false };
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
