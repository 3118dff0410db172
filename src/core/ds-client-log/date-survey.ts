import { firstId, type DateBook } from './date-book.ts';
import type { DateParts } from './dates.ts';

const secondsPerDay = 86_400;

/** How often each date of the book stands in a column, where first, and at which times of day. */
export class SeenDates {
  readonly #counts: Uint32Array;
  readonly #firstRows: Uint32Array;
  readonly #earliest: Uint32Array;
  readonly #latest: Uint32Array;

  constructor(idsEnd: number) {
    this.#counts = new Uint32Array(idsEnd);
    this.#firstRows = new Uint32Array(idsEnd);
    this.#earliest = new Uint32Array(idsEnd).fill(secondsPerDay);
    this.#latest = new Uint32Array(idsEnd);
  }

  /** Goes through a column: its states, which are ids of dates or less, and its times of day. */
  addAll(states: Uint16Array, seconds: Uint32Array, rowCount: number): void {
    const counts = this.#counts;
    const firstRows = this.#firstRows;
    const earliest = this.#earliest;
    const latest = this.#latest;
    for (let row = 0; row < rowCount; row += 1) {
      const id = states[row] ?? 0;
      const time = seconds[row] ?? 0;
      const count = counts[id] ?? 0;
      if (count === 0) firstRows[id] = row;
      counts[id] = count + 1;
      if (time < (earliest[id] ?? 0)) earliest[id] = time;
      if (time > (latest[id] ?? 0)) latest[id] = time;
    }
  }

  /** How many cells are in a state. */
  count(state: number): number {
    return this.#counts[state] ?? 0;
  }

  /** Each date with the earliest time at which it stands, and once more with the latest. */
  each(book: DateBook, take: (parts: DateParts, count: number, row: number) => void): void {
    for (let id = firstId; id < this.#counts.length; id += 1) {
      const count = this.#counts[id] ?? 0;
      const parts = book.partsOf(id);
      if (count === 0 || !parts) continue;
      const row = this.#firstRows[id] ?? 0;
      take({ ...parts, timeSeconds: this.#earliest[id] ?? 0 }, count, row);
      take({ ...parts, timeSeconds: this.#latest[id] ?? 0 }, 0, row);
    }
  }
}

/** The forms in which dates are written, and how often each is. */
export class Forms {
  readonly #seen = new Map<string, { count: number; row: number }>();

  add(form: string, count: number, row: number): void {
    const seen = this.#seen.get(form) ?? { count: 0, row };
    seen.count += count;
    seen.row = Math.min(seen.row, row);
    this.#seen.set(form, seen);
  }

  /** The commonest form; of two equals the one that came first. */
  commonest(): string | null {
    const [best] = [...this.#seen].toSorted(([, a], [, b]) => b.count - a.count || a.row - b.row);
    return best?.[0] ?? null;
  }
}
