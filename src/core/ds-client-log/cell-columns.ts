import { isByteField, isNumberField, isValueField, type Field } from './columns.ts';
import { DateBook } from './date-book.ts';
import type { ReadColumn } from './file-columns.ts';
import { longer } from './growing.ts';
import { none } from './value-store.ts';

/** What is done with the cells of a column while rows are read. */
export const textKind = 0;
export const numberKind = 1;
export const momentKind = 2;
export const durationKind = 3;
/** A second column of a field that another column holds: neither read nor looked at. */
export const passedKind = 4;

/** States of a cell in a column of numbers or moments that all kinds know. */
export const empty = 0;
/** A cell that the full reader of its column must read, once all rows are in. */
export const irregular = 1;
/** State of a moment that holds a time of day only; from `firstId` on, it is the id of its date. */
export const timeOnly = 2;
/** A number has one of so many states. */
const numberStates = 16;

function kindOf(field: Field | null, isHolder: boolean): number {
  if (!isValueField(field)) return textKind;
  if (!isHolder) return passedKind;
  if (isNumberField(field)) return numberKind;
  return field === 'duration' ? durationKind : momentKind;
}

const holders = (columns: readonly ReadColumn[]): ReadonlyMap<Field, number> => {
  const byField = new Map<Field, number>();
  for (const { field, index } of columns) {
    if (field && !byField.has(field)) byField.set(field, index);
  }
  return byField;
};

/**
 * The value columns of a table as its rows are read: one state and one value a cell. The lists have an
 * entry for every column, empty where it has none, and all entries of a list are of one type: code that
 * goes from column to column then stays quick.
 */
export class CellColumns {
  readonly width: number;
  readonly kinds: Uint8Array;
  /** Sizes of backups pass four gigabytes, counts and seconds do not: 1 for the columns of sizes. */
  readonly isWide: Uint8Array;
  /** What is known of a cell: in a column of numbers its mark, in one of moments its date. */
  readonly states: Uint16Array[];
  /** How often each state stands in a column of numbers. */
  readonly counts: Uint32Array[];
  /** Whole numbers under 2^32 and seconds; `none` for no value. */
  readonly narrow: Uint32Array[];
  /** Sizes; NaN for no value. */
  readonly wide: Float64Array[];
  readonly dates = new DateBook();
  /** Column of the field that every row of data has, the time at which it was; -1 without one. */
  readonly dateColumn: number;
  readonly #byField: ReadonlyMap<Field, number>;

  constructor(columns: readonly ReadColumn[]) {
    const byField = holders(columns);
    this.#byField = byField;
    this.width = columns.length;
    this.kinds = Uint8Array.from(columns, ({ field, index }) =>
      kindOf(field, field !== null && byField.get(field) === index),
    );
    this.isWide = Uint8Array.from(columns, ({ field }) => (isByteField(field) ? 1 : 0));
    this.states = columns.map(() => new Uint16Array(0));
    this.counts = Array.from(
      this.kinds,
      (kind) => new Uint32Array(kind === numberKind ? numberStates : 0),
    );
    this.narrow = columns.map(() => new Uint32Array(0));
    this.wide = columns.map(() => new Float64Array(0));
    this.dateColumn =
      columns.find(({ field }) => field === 'start' || field === 'time')?.index ?? -1;
  }

  /** Column that holds a field, or -1. */
  columnOf(field: Field): number {
    return this.#byField.get(field) ?? -1;
  }

  /** Makes room for the values of so many rows. */
  reserve(rows: number): void {
    for (const [col, kind] of this.kinds.entries()) {
      if (kind === textKind || kind === passedKind) continue;
      this.states[col] = longer(this.states[col] ?? new Uint16Array(0), rows);
      if (this.isWide[col] === 1)
        this.wide[col] = longer(this.wide[col] ?? new Float64Array(0), rows);
      else this.narrow[col] = longer(this.narrow[col] ?? new Uint32Array(0), rows);
    }
  }

  /** Notes a cell without a value: empty, or left to the full reader. */
  leave(row: number, col: number, state: typeof empty | typeof irregular): void {
    const { states, counts, narrow, wide } = this;
    const [own, seen, few, many] = [states[col], counts[col], narrow[col], wide[col]];
    // Beyond the end of a list without room, where a column has no values, nothing is written.
    if (own) own[row] = state;
    if (seen) seen[state] = (seen[state] ?? 0) + 1;
    if (few) few[row] = none;
    if (many) many[row] = Number.NaN;
  }

  /** Takes the cells of a row that had to be cut into texts. */
  takeTexts(row: number, cells: readonly string[]): void {
    for (let col = 0; col < this.width; col += 1) {
      this.leave(row, col, (cells[col] ?? '') === '' ? empty : irregular);
    }
  }
}
