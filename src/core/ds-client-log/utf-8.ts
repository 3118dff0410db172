/** How many bytes the UTF-8 sequence at `at` has; 0 when it is not well formed (RFC 3629). */
export function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xc2 && first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (first < 0xc2 || length === 0) return 0;
  for (let i = 1; i < length; i += 1) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] ?? 0;
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second > 0x9f) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  if (first === 0xf4 && second > 0x8f) return 0;
  return length;
}

/** The highest bit of each of four bytes: set in none of them, all four are ASCII. */
const highBits = 0x80808080;
/** Words looked at in one go. */
const stride = 4;

/** The first byte from `from` on that is not ASCII, or the end. Most logs have none: words are fewer. */
function asciiEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  const aligned = Math.min(bytes.length, from + ((4 - ((bytes.byteOffset + from) & 3)) & 3));
  while (at < aligned && (bytes[at] ?? 0) < 0x80) at += 1;
  if (at < aligned || at === bytes.length) return at;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + at, (bytes.length - at) >> 2);
  const last = words.length - stride;
  let word = 0;
  for (; word <= last; word += stride) {
    const four =
      (words[word] ?? 0) | (words[word + 1] ?? 0) | (words[word + 2] ?? 0) | (words[word + 3] ?? 0);
    if ((four & highBits) !== 0) break;
  }
  at += word * 4;
  while (at < bytes.length && (bytes[at] ?? 0) < 0x80) at += 1;
  return at;
}

/** Bytes after which it is worth going by words again. */
const asciiRunMin = 64;

/** Whether all bytes are UTF-8; a sequence cut off by the end of the file is forgiven. */
export function isUtf8(bytes: Uint8Array): boolean {
  const end = bytes.length;
  let at = asciiEnd(bytes, 0);
  let run = 0;
  while (at < end) {
    if ((bytes[at] ?? 0) < 0x80) {
      at += 1;
      run += 1;
      if (run >= asciiRunMin) at = asciiEnd(bytes, at);
      continue;
    }
    run = 0;
    const length = sequenceLength(bytes, at);
    if (length === 0)
      return end - at < 4 && (bytes[at] ?? 0) >= 0xc2 && at > 0 && isTail(bytes, at);
    at += length;
  }
  return true;
}

const isTail = (bytes: Uint8Array, at: number): boolean => {
  for (let i = at + 1; i < bytes.length; i += 1)
    if (((bytes[i] ?? 0) & 0xc0) !== 0x80) return false;
  const first = bytes[at] ?? 0;
  const wanted = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  return first < 0xf5 && bytes.length - at < wanted && bytes.length - at > 1;
};
