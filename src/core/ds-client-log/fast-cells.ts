import type { Clock, DateOrder, DateParts } from './dates.ts';
import type { NumberGroup } from './numbers.ts';

/**
 * Readers for the commonest spellings, straight from the bytes: no text is made of a million cells that
 * are only numbers. Whatever they do not know (-1) goes to the full readers, which decide alone; the
 * two agree wherever both read.
 */
const zero = 48;
const nine = 57;
const colon = 58;
const space = 32;

/** Marks in the order of their index; index 0 is no mark. */
export const fastMarks: readonly NumberGroup[] = [null, ',', '.', "'", ' '];
const markBytes = [0, 44, 46, 39, 32];
/** Fifteen digits are exact in a double; more go the full way. */
const digitsMax = 15;

export interface FastNumber {
  /** Index into `fastMarks`. */
  mark: number;
  groups: number;
}

/** A whole number without sign, in one piece or in groups of three; -1 for anything else. */
export function fastNumber(bytes: Uint8Array, from: number, to: number, found: FastNumber): number {
  let value = 0;
  let digits = 0;
  let inGroup = 0;
  let mark = 0;
  let groups = 0;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= zero && byte <= nine) {
      value = value * 10 + byte - zero;
      digits += 1;
      inGroup += 1;
      continue;
    }
    const index = markBytes.indexOf(byte, 1);
    if (index < 0 || digits === 0) return -1;
    if (groups === 0 ? inGroup > 3 : inGroup !== 3 || mark !== index) return -1;
    mark = index;
    groups += 1;
    inGroup = 0;
  }
  if (digits === 0 || digits > digitsMax || (groups > 0 && inGroup !== 3)) return -1;
  found.mark = mark;
  found.groups = groups;
  return value;
}

/** `h:mm:ss` in seconds; -1 for anything else. */
export function fastDuration(bytes: Uint8Array, from: number, to: number): number {
  const length = to - from;
  if (length < 7 || length > 11) return -1;
  if (bytes[to - 3] !== colon || bytes[to - 6] !== colon) return -1;
  const seconds = two(bytes, to - 2);
  const minutes = two(bytes, to - 5);
  if (seconds < 0 || seconds > 59 || minutes < 0 || minutes > 59) return -1;
  let hours = 0;
  for (let at = from; at < to - 6; at += 1) {
    const digit = (bytes[at] ?? 0) - zero;
    if (digit < 0 || digit > 9) return -1;
    hours = hours * 10 + digit;
  }
  return hours * 3600 + minutes * 60 + seconds;
}

/** Two digits at a place; negative when there are none. */
function two(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - zero;
  const ones = (bytes[at + 1] ?? 0) - zero;
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
}

export interface FastMoment {
  a: number;
  b: number;
  c: number;
  /** Byte of the separator; 0 when the cell holds a time of day only. */
  separator: number;
  isYearFirst: boolean;
  is12h: boolean;
  seconds: number;
}

/** `3/2/2026 1:00:00 AM`, `02.03.2026 01:00:00`, `2026-03-02 01:00:00`, `1:00:00 AM`. */
export function fastMoment(
  bytes: Uint8Array,
  from: number,
  to: number,
  found: FastMoment,
): boolean {
  let at = from;
  let value = 0;
  let digits = 0;
  const number = (): void => {
    value = 0;
    digits = 0;
    for (; at < to; at += 1) {
      const digit = (bytes[at] ?? 0) - zero;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
      digits += 1;
    }
  };
  number();
  if (digits === 0 || digits > 4) return false;
  const separator = bytes[at] ?? 0;
  if (separator === colon) {
    found.separator = 0;
    return digits <= 2 && fastTime(bytes, from, to, found);
  }
  if (separator !== 47 && separator !== 46 && separator !== 45) return false;
  found.a = value;
  found.isYearFirst = digits === 4;
  if (digits === 3) return false;
  at += 1;
  number();
  if (digits === 0 || digits > 2 || bytes[at] !== separator) return false;
  found.b = value;
  at += 1;
  number();
  if (digits === 0 || digits === 3 || digits > 4) return false;
  found.c = value;
  if (bytes[at] !== space && bytes[at] !== 84) return false;
  found.separator = separator;
  return fastTime(bytes, at + 1, to, found);
}

/** `h:mm:ss`, with AM or PM behind a space or a narrow no-break space. */
function fastTime(bytes: Uint8Array, from: number, to: number, found: FastMoment): boolean {
  let end = to;
  let half = 0;
  if (bytes[to - 1] === 77 && (bytes[to - 2] === 65 || bytes[to - 2] === 80)) {
    half = bytes[to - 2] ?? 0;
    end = to - 2;
    if (bytes[end - 1] === space) end -= 1;
    else if (bytes[end - 1] === 0xaf && bytes[end - 2] === 0x80 && bytes[end - 3] === 0xe2)
      end -= 3;
    else return false;
  }
  const length = end - from;
  if (length < 7 || length > 8 || bytes[end - 3] !== colon || bytes[end - 6] !== colon)
    return false;
  const seconds = two(bytes, end - 2);
  const minutes = two(bytes, end - 5);
  const hours = length === 8 ? two(bytes, from) : (bytes[from] ?? 0) - zero;
  if (seconds < 0 || seconds > 59 || minutes < 0 || minutes > 59) return false;
  if (half === 0 ? hours < 0 || hours > 23 : hours < 1 || hours > 12) return false;
  const ofDay = half === 0 ? hours : (hours % 12) + (half === 80 ? 12 : 0);
  found.is12h = half !== 0;
  found.seconds = ofDay * 3600 + minutes * 60 + seconds;
  return true;
}

/** The parts of a moment as the full reader gives them. */
export function partsOfMoment(found: FastMoment, timeSeconds: number): DateParts {
  const order: DateOrder | null = found.isYearFirst ? 'YMD' : null;
  const clock: Clock = found.is12h ? '12h' : '24h';
  return {
    numbers: [found.a, found.b, found.c],
    order,
    separator: String.fromCharCode(found.separator),
    clock,
    timeSeconds,
  };
}
