import { sequenceLength } from './utf-8.ts';

// WHATWG Encoding Standard, index windows-1252, bytes 0x80 to 0x9F.
const windows1252 = [
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
  0x0152, 0x8d, 0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc,
  0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178,
];

/** U+FFFD, the character that stands for bytes that are none (Unicode, chapter 3.9). */
export const replacement = 0xfffd;

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

/** Windows-1252 as UTF-8. */
export function fromWindows1252(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length * 3);
  let at = 0;
  for (const byte of bytes) {
    const code = byte >= 0x80 && byte < 0xa0 ? (windows1252[byte - 0x80] ?? byte) : byte;
    at = writeCodePoint(out, at, code);
  }
  return out.slice(0, at);
}

/** UTF-16 as UTF-8; half of a surrogate pair becomes U+FFFD, an odd byte at the end is dropped. */
export function fromUtf16(bytes: Uint8Array, bigEndian: boolean): Uint8Array {
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

/** UTF-8 with U+FFFD in place of those that are not UTF-8. */
export function withReplacements(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length * 3);
  let to = 0;
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    if (length === 0) to = writeCodePoint(out, to, replacement);
    else for (let i = 0; i < length; i += 1) out[to + i] = bytes[at + i] ?? 0;
    to += length;
    at += Math.max(1, length);
  }
  return out.slice(0, to);
}
