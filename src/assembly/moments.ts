/**
 * Dates, times of day and durations in their commonest spellings: `3/2/2026`, `02.03.2026`, `2026-03-02`;
 * `h:mm:ss` with or without AM and PM. Whatever is not known here is left to the full reader (dates.ts,
 * durations.ts); the two agree wherever both read.
 */
import { byteAt, colon, digitAt, space } from './bytes.ts';
import { placeOfDate } from './memory.ts';

const slash: i32 = 47;
const dot: i32 = 46;
const hyphen: i32 = 45;
const letterA: i32 = 65;
const letterM: i32 = 77;
const letterP: i32 = 80;
const letterT: i32 = 84;
/** As many digits of hours as the full reader takes. */
const hourDigitsMax: i32 = 5;

/** After the last digit that was read, and what the digits say. */
let digitsEnd: i32 = 0;
let digits: i32 = 0;

/** Reads digits; returns how many there are, and no more than one more than a year has. */
function readDigits(from: i32): i32 {
  let at = from;
  let value = 0;
  while (at - from < 5) {
    const digit = digitAt(at);
    if (digit > 9) break;
    value = value * 10 + <i32>digit;
    at += 1;
  }
  digits = value;
  digitsEnd = at;
  return at - from;
}

/** The index of a separator among those of `date-key.ts`; -1 for any other byte. */
function separatorIndex(byte: i32): i32 {
  if (byte === slash) return 0;
  if (byte === dot) return 1;
  return byte === hyphen ? 2 : -1;
}

/** A date as one number (`DateKey` in date-key.ts); -1 for none. `digitsEnd` is then after its last digit. */
function dateKeyAt(from: i32): i64 {
  const first = readDigits(from);
  const a = digits;
  const separator = byteAt(digitsEnd);
  const index = separatorIndex(separator);
  if (first === 0 || first === 3 || first > 4 || index < 0) return -1;
  const second = readDigits(digitsEnd + 1);
  const b = digits;
  if (second === 0 || second > 2 || byteAt(digitsEnd) !== separator) return -1;
  const third = readDigits(digitsEnd + 1);
  if (third === 0 || third === 3 || third > 4) return -1;
  // The key does not say how many digits a year has: 0001 is left to the full reader, and 01 is 2001.
  if (third === 4 && digits < 100) return -1;
  const numbers = (<i64>a * 128 + b) * 16_384 + digits;
  return numbers * 8 + 2 * index + (first === 4 ? 1 : 0);
}

/** After the gap behind a date that was found. */
export let dateEnd: i32 = 0;

/** The place of the date at `from` among all, with a gap behind it; -1 for none. */
export function dateAt(from: i32): i32 {
  const key = dateKeyAt(from);
  if (key < 0) return -1;
  const gap = byteAt(digitsEnd);
  if (gap !== space && gap !== letterT) return -1;
  dateEnd = digitsEnd + 1;
  return placeOfDate(key);
}

/** Two digits of minutes or seconds; negative for anything else. */
function sixtyAt(at: i32): i32 {
  const tens = digitAt(at);
  const ones = digitAt(at + 1);
  return tens > 5 || ones > 9 ? -1 : <i32>(tens * 10 + ones);
}

/** `:mm:ss` in seconds; negative for anything else. */
function minutesAndSecondsAt(at: i32): i32 {
  if (byteAt(at) !== colon || byteAt(at + 3) !== colon) return -1;
  const minutes = sixtyAt(at + 1);
  const seconds = sixtyAt(at + 4);
  return minutes < 0 || seconds < 0 ? -1 : minutes * 60 + seconds;
}

/** Bytes before AM or PM: a space, or the narrow no-break space of Java 20 and later; 0 for neither. */
function gapBefore(at: i32): i32 {
  if (byteAt(at) === space) return 1;
  return byteAt(at) === 0xe2 && byteAt(at + 1) === 0x80 && byteAt(at + 2) === 0xaf ? 3 : 0;
}

/** Of the time or duration that was read: after its last byte, and its seconds. */
export let timeEnd: i32 = 0;
export let timeSeconds: i32 = 0;
/** Whether the clock has twelve hours. */
export let isHalfDay: bool = false;

/** Reads the time of day at `from`; false for none. */
export function readTime(from: i32): bool {
  const first = digitAt(from);
  if (first > 9) return false;
  let hour = <i32>first;
  let at = from + 1;
  if (byteAt(at) !== colon) {
    const ones = digitAt(at);
    if (ones > 9) return false;
    hour = hour * 10 + <i32>ones;
    at += 1;
  }
  const rest = minutesAndSecondsAt(at);
  if (rest < 0) return false;
  at += 6;
  const gap = gapBefore(at);
  const half = byteAt(at + gap);
  isHalfDay = gap > 0 && byteAt(at + gap + 1) === letterM && (half === letterA || half === letterP);
  if (isHalfDay) {
    if (hour < 1 || hour > 12) return false;
    hour = (hour % 12) + (half === letterP ? 12 : 0);
    at += gap + 2;
  } else if (hour > 23) return false;
  timeEnd = at;
  timeSeconds = hour * 3600 + rest;
  return true;
}

/** Reads the duration `h:mm:ss` at `from`; false for none. */
export function readDuration(from: i32): bool {
  let at = from;
  let hours = 0;
  while (at - from <= hourDigitsMax) {
    const digit = digitAt(at);
    if (digit > 9) break;
    hours = hours * 10 + <i32>digit;
    at += 1;
  }
  const rest = minutesAndSecondsAt(at);
  if (at === from || at - from > hourDigitsMax || rest < 0) return false;
  timeEnd = at + 6;
  timeSeconds = hours * 3600 + rest;
  return true;
}
