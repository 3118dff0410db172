/**
 * A time of day straight from the bytes of a cell, in its commonest spellings: no text is made of a
 * million cells that hold only a time. Whatever is not known here goes to the full reader
 * (`readTimeOfDay` in dates.ts); the two agree wherever both read.
 */
export const zero = 48;
export const nine = 57;
const colon = 58;
const space = 32;
const letterA = 65;
const letterM = 77;
const letterP = 80;

/** Two digits of minutes or seconds; negative for anything else. */
export function sixty(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - zero;
  const ones = (bytes[at + 1] ?? 0) - zero;
  return tens < 0 || tens > 5 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
}

/** `:mm:ss` in seconds; negative for anything else. */
export function minutesAndSeconds(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== colon || bytes[at + 3] !== colon) return -1;
  const minutes = sixty(bytes, at + 1);
  const seconds = sixty(bytes, at + 4);
  return minutes < 0 || seconds < 0 ? -1 : minutes * 60 + seconds;
}

/** Bytes before AM or PM: a space, or the narrow no-break space of Java 20 and later; 0 for neither. */
function gapBefore(bytes: Uint8Array, at: number): number {
  if (bytes[at] === space) return 1;
  return bytes[at] === 0xe2 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0xaf ? 3 : 0;
}

/**
 * `h:mm:ss`, with AM or PM behind a space. One number tells three things, because an object for each of
 * two million times would cost more than reading them: bits 0 to 3 the bytes it takes, bit 4 whether
 * the clock has twelve hours, the rest the seconds from midnight. Negative for anything else.
 */
export function packedTime(bytes: Uint8Array, from: number): number {
  let hour = (bytes[from] ?? 0) - zero;
  if (hour < 0 || hour > 9) return -1;
  let at = from + 1;
  if (bytes[at] !== colon) {
    const ones = (bytes[at] ?? 0) - zero;
    if (ones < 0 || ones > 9) return -1;
    hour = hour * 10 + ones;
    at += 1;
  }
  const rest = minutesAndSeconds(bytes, at);
  if (rest < 0) return -1;
  at += 6;
  const gap = gapBefore(bytes, at);
  const half = bytes[at + gap] ?? 0;
  if (gap === 0 || bytes[at + gap + 1] !== letterM || (half !== letterA && half !== letterP)) {
    return hour > 23 ? -1 : ((hour * 3600 + rest) << 5) | (at - from);
  }
  if (hour < 1 || hour > 12) return -1;
  const hours = (hour % 12) + (half === letterP ? 12 : 0);
  return ((hours * 3600 + rest) << 5) | 16 | (at + gap + 2 - from);
}

export const timeLength = (packed: number): number => packed & 15;
export const isHalfDay = (packed: number): boolean => (packed & 16) !== 0;
export const timeSeconds = (packed: number): number => packed >> 5;
