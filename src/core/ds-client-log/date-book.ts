import { partsOfKey, type DateKey } from './date-key.ts';
import { resolveDate, type DateOrder, type DateParts } from './dates.ts';

export type DateProblem = 'date.unreadable' | 'date.impossible' | 'date.mixed-formats';

/** Ids below it say that a cell holds no date of the book. */
export const firstId = 4;

/** How a date is written, apart from its numbers: separator, what stands first, and the clock. */
export const formOf = (parts: DateParts): string =>
  `${parts.order ?? 'undecided'} ${parts.separator} ${parts.clock ?? 'no time'}`;

/** What a date turns out to mean. */
export interface DateMeaning {
  /** Seconds of wall time at its midnight; null when it cannot be said. */
  readonly wall: number | null;
  readonly problem: DateProblem | null;
}

/**
 * The meaning of a date, once the order of its column is decided. A date in another form than its column
 * is read only where the text itself says which number is which; the rest would be a guess.
 */
export function meaningOf(
  parts: DateParts,
  order: DateOrder | null,
  form: string | null,
): DateMeaning {
  const read = resolveDate(parts, order ?? 'YMD');
  if (form !== null && formOf(parts) !== form) {
    const isSure = parts.order !== null && read.kind === 'wall';
    return { wall: isSure ? read.wall : null, problem: 'date.mixed-formats' };
  }
  if (read.kind === 'wall') return { wall: read.wall, problem: null };
  if (read.kind === 'impossible') return { wall: null, problem: 'date.impossible' };
  const inOtherOrder = resolveDate(parts, order === 'MDY' ? 'DMY' : 'MDY').kind === 'wall';
  return { wall: null, problem: inOtherOrder ? 'date.mixed-formats' : 'date.unreadable' };
}

/**
 * The different dates of a log, each under an id: a log holds few dates and many times. A date has two
 * ids in a row, an even one beside a 24-hour clock and an odd one beside AM and PM.
 */
export class DateBook {
  readonly #parts: DateParts[] = [];

  /** Takes a date that is not in the book; its ids are the next two. */
  add(key: DateKey): void {
    const parts = partsOfKey(key);
    this.#parts.push({ ...parts, clock: '24h' }, { ...parts, clock: '12h' });
  }

  /** How many dates there are. */
  get count(): number {
    return this.#parts.length / 2;
  }

  /** The parts of a date by its id, without the time of day. */
  partsOf(id: number): DateParts | null {
    return this.#parts[id - firstId] ?? null;
  }

  /** One more than the highest id. */
  get idsEnd(): number {
    return this.#parts.length + firstId;
  }
}
