import { daysInMonth, wallTime } from './wall-time.ts';

export type DateOrder = 'MDY' | 'DMY' | 'YMD';
export type Clock = '12h' | '24h';

/** A date as written, before it is known which part is the day. */
export interface DateParts {
  /** The three numbers in the order of the text. */
  readonly numbers: readonly [number, number, number];
  /** Whether the year is written in four digits: 0001 is the year 1, and 01 the year 2001. */
  readonly hasFullYear: boolean;
  /** Set when the text itself says which is which: year first, or a month in words. */
  readonly order: DateOrder | null;
  readonly separator: string;
  readonly clock: Clock | null;
  /** Seconds from midnight; null when the cell holds no time. */
  readonly timeSeconds: number | null;
}

/** A date longer than this is not one; the limit keeps hostile cells away from the patterns. */
const lengthMax = 48;

/** The shortest date, such as 1/2/6, and a mark that each has between its parts: most cells have none. */
const lengthMin = 5;
const dateSign = /[./ \-\u00a0\u2007\u2009\u202f]/;

/** `3/2/2026`, `02.03.2026 22:00`, and `2026. 03. 02. 22:00` with spaces behind the dots (hu, cs). */
const numeric = /^(\d{1,4})([./-]) ?(\d{1,2})\2 ?(\d{1,4})\.?(?:[T ,]+(.+?))?\.?Z?$/;
const dayName =
  /^(?:\p{L}{2,9}\.?,? )?(\d{1,2})\.?[ -](\p{L}{3,9})\.?,?[ -](\d{4})(?:[T ,]+(.+))?$/u;
const monthName = /^(?:\p{L}{2,9}\.?,? )?(\p{L}{3,9})\.? (\d{1,2}),? (\d{4})(?:[T ,]+(.+))?$/u;
const time =
  /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)? ?(?:([ap])\.? ?m\.?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?$/i;
/** Spaces that stand before AM and PM or between date and time (Java 20 and later write U+202F). */
const oddSpaces = /[\u00a0\u2007\u2009\u202f]/gu;
const englishMonths = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

export interface TimeOfDay {
  readonly seconds: number;
  readonly clock: Clock;
}

/** `2:12:40 AM`, `14:05`; null for anything else. */
export function readTimeOfDay(text: string): TimeOfDay | null {
  if (text.length > lengthMax) return null;
  const match = time.exec(text.replace(oddSpaces, ' ').trim());
  if (!match) return null;
  const [, h = '', m = '', s = '0', half] = match;
  const hour = Number(h);
  if (Number(m) > 59 || Number(s) > 59 || hour > 23) return null;
  if (half && (hour < 1 || hour > 12)) return null;
  const hours = half ? (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : hour;
  return { seconds: hours * 3600 + Number(m) * 60 + Number(s), clock: half ? '12h' : '24h' };
}

function timed(
  parts: Omit<DateParts, 'clock' | 'timeSeconds'>,
  timeText: string | undefined,
): DateParts | null {
  if (timeText === undefined) return { ...parts, clock: null, timeSeconds: null };
  const read = readTimeOfDay(timeText);
  return read ? { ...parts, clock: read.clock, timeSeconds: read.seconds } : null;
}

const monthNumber = (word: string): number =>
  englishMonths.indexOf(word.slice(0, 3).toLowerCase()) + 1;

/** The parts of a date cell, or null when it is not written like a date with a possible time. */
export function readDateParts(text: string): DateParts | null {
  if (text.length > lengthMax || text.length < lengthMin || !dateSign.test(text)) return null;
  const cell = text.replace(oddSpaces, ' ').trim();
  const match = numeric.exec(cell);
  if (match) {
    const [, a = '', separator = '', b = '', c = '', timeText] = match;
    if (a.length === 3 || c.length === 3) return null;
    return timed(
      {
        numbers: [Number(a), Number(b), Number(c)],
        hasFullYear: a.length === 4 || c.length === 4,
        order: a.length === 4 ? 'YMD' : null,
        separator,
      },
      timeText,
    );
  }
  const byDay = dayName.exec(cell);
  if (byDay && monthNumber(byDay[2] ?? '') > 0) {
    const numbers = [Number(byDay[1]), monthNumber(byDay[2] ?? ''), Number(byDay[3])] as const;
    return timed({ numbers, hasFullYear: true, order: 'DMY', separator: ' ' }, byDay[4]);
  }
  const byMonth = monthName.exec(cell);
  if (byMonth && monthNumber(byMonth[1] ?? '') > 0) {
    const numbers = [
      monthNumber(byMonth[1] ?? ''),
      Number(byMonth[2]),
      Number(byMonth[3]),
    ] as const;
    return timed({ numbers, hasFullYear: true, order: 'MDY', separator: ' ' }, byMonth[4]);
  }
  return null;
}

export type DateReading =
  | { readonly kind: 'wall'; readonly wall: number }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'unreadable' };

/** Two-digit years belong to this century: DS-Client logs began in the late nineties at the earliest. */
const fullYear = (year: number): number => (year < 100 ? year + (year < 90 ? 2000 : 1900) : year);

/**
 * The wall time of date parts read in one order. `impossible` is a date that the calendar lacks, such
 * as 31 February; `unreadable` has a month or day no calendar has, such as month 45.
 */
export function resolveDate(parts: DateParts, order: DateOrder): DateReading {
  const [a, b, c] = parts.numbers;
  const actual = parts.order ?? order;
  const [year, month, day] =
    actual === 'YMD' ? [a, b, c] : actual === 'MDY' ? [c, a, b] : [c, b, a];
  if (month < 1 || month > 12 || day < 1 || day > 31) return { kind: 'unreadable' };
  const full = parts.hasFullYear ? year : fullYear(year);
  if (day > daysInMonth(full, month)) return { kind: 'impossible' };
  return { kind: 'wall', wall: wallTime({ year: full, month, day }, parts.timeSeconds ?? 0) };
}
