/**
 * The fast lane. Nearly every row of a log is plain: as many cells as the header, a moment where a
 * moment belongs, quotes only around whole cells. Such a row can be nothing but data. Plain rows are read
 * a thousand at a time, straight from the bytes into their values, by src/assembly/rows.ts: no text is
 * made of a cell.
 *
 * What the lane may assume: the columns and their fields, the delimiter, whether quotes are quotes. All
 * are decided before, from the header and the beginning of the file; nothing else is.
 *
 * Who proves it: the lane, on every byte of every row. It knows the few commonest forms of numbers,
 * moments and durations. A cell in another form is left to the full reader of its column, which reads it
 * when all rows are in; what a mark or the order of day and month means is decided then as well, from
 * all cells, by the same rules.
 *
 * What it falls back to: a row that is not plain is read by the full rules (row-reader.ts). Both ways
 * give the same reading; a test holds them against each other (fast-lane.test.ts).
 */
import { byteKinds, cellLengthMax } from './cell-checks.ts';
import { numberKind, passedKind, textKind, type CellColumns } from './cell-columns.ts';
import type { DateKey } from './date-key.ts';
import { readDateParts } from './dates.ts';
import { textOf } from './decode.ts';
import type { RowIndex } from './delimited-rows.ts';
import type { KeptRows } from './kept-rows.ts';
import type { RowLane } from './row-lane.ts';
import type { TextChecker } from './text-checker.ts';

/** The fast lane through the rows of a delimited text. */
export class PlainRows {
  readonly #lane: RowLane;
  readonly #memory: ArrayBuffer;
  readonly #index: RowIndex;
  readonly #columns: CellColumns;
  readonly #checker: TextChecker;
  /** The piece of the text that is in the memory of the lane. */
  #from = 0;
  #to = 0;

  constructor(lane: RowLane, index: RowIndex, columns: CellColumns, checker: TextChecker) {
    this.#lane = lane;
    this.#memory = lane.memory.buffer;
    this.#index = index;
    this.#columns = columns;
    this.#checker = checker;
    const memory = new Uint8Array(this.#memory);
    memory.set(columns.kinds, lane.kinds.value);
    memory.set(columns.isWide, lane.wideColumns.value);
    memory.set(byteKinds, lane.byteKinds.value);
    const { delimiter, quoted } = index.options;
    lane.begin(delimiter.charCodeAt(0), quoted ? 1 : 0, columns.width, columns.dateColumn);
  }

  /**
   * Reads the rows from the physical row `physical` on that are plain, `most` of them at most, and keeps
   * them in `rows`. Returns how many there were; a row that is not plain is left as it was.
   */
  read(physical: number, most: number, rows: KeptRows): number {
    const index = this.#index;
    const isNext = physical === index.count;
    const begin = isNext ? index.next : index.start(physical);
    const count = this.#readRows(begin, Math.min(most, rows.room));
    if (count === 0) return 0;
    this.#takeColumns(rows.count, count);
    this.#lookAtTexts(rows.total + 1);
    const { hashes, starts, next, input } = this.#lane;
    rows.keepAll(physical, new Int32Array(this.#memory, hashes.value, count));
    if (isNext) {
      const end = this.#from + next.value - input.value;
      index.addAll(new Uint32Array(this.#memory, starts.value, count), end);
    }
    return count;
  }

  /** Whether the row at `physical` is plain. What it reads is read again by whoever keeps a row. */
  isPlain(physical: number): boolean {
    const index = this.#index;
    return this.#readRows(physical === index.count ? index.next : index.start(physical), 1) === 1;
  }

  #readRows(begin: number, most: number): number {
    this.#show(begin);
    const lane = this.#lane;
    const count = this.#call(begin, most, false);
    if (count > 0 || lane.undatedBegin.value === 0) return count;
    // Only the full reader knows whether a cell that the lane cannot read is a date.
    const shift = this.#from - lane.input.value;
    const [from, to] = [lane.undatedBegin.value + shift, lane.undatedEnd.value + shift];
    return readDateParts(textOf(this.#index.bytes, from, to)) ? this.#call(begin, 1, true) : 0;
  }

  #call(begin: number, most: number, mayBeUndated: boolean): number {
    const { input, readRows } = this.#lane;
    const base = this.#from - input.value;
    const isTextEnd = this.#to === this.#index.bytes.length;
    const count = readRows(
      begin - base,
      this.#to - base,
      isTextEnd ? 1 : 0,
      most,
      base,
      mayBeUndated ? 1 : 0,
    );
    this.#takeDates();
    return count;
  }

  /** Sees to it that a row from `begin` on is in the memory of the lane, if it is not too long for it. */
  #show(begin: number): void {
    const { bytes } = this.#index;
    const isHere = begin >= this.#from && begin < this.#to;
    if (isHere && (this.#to === bytes.length || this.#to - begin > 2 * cellLengthMax)) return;
    const { input, inputMax, keepAll } = this.#lane;
    keepAll();
    this.#from = begin;
    this.#to = Math.min(bytes.length, begin + inputMax.value);
    new Uint8Array(this.#memory, input.value).set(bytes.subarray(begin, this.#to));
  }

  #takeDates(): void {
    const { dates, dateCount } = this.#lane;
    const book = this.#columns.dates;
    if (book.count === dateCount.value) return;
    const keys = new Float64Array(this.#memory, dates.value, dateCount.value);
    for (const key of keys.subarray(book.count)) book.add(key as DateKey);
  }

  #takeColumns(row: number, count: number): void {
    const { width, kinds, isWide, states, counts, narrow, wide } = this.#columns;
    const lane = this.#lane;
    const memory = this.#memory;
    const rowsMax = lane.rowsMax.value;
    const stateCount = lane.numberStates.value;
    for (let col = 0; col < width; col += 1) {
      const kind = kinds[col] ?? passedKind;
      if (kind === textKind || kind === passedKind) continue;
      states[col]?.set(new Uint16Array(memory, lane.states.value + col * rowsMax * 2, count), row);
      const place = lane.values.value + col * rowsMax * 8;
      if (isWide[col] === 1) wide[col]?.set(new Float64Array(memory, place, count), row);
      else narrow[col]?.set(new Uint32Array(memory, place, count), row);
      if (kind !== numberKind) continue;
      const seen = new Uint32Array(memory, lane.counts.value + col * stateCount * 4, stateCount);
      const all = counts[col];
      if (all) seen.forEach((times, state) => (all[state] = (all[state] ?? 0) + times));
    }
  }

  /** The first of the rows is the data row `dataRow`. */
  #lookAtTexts(dataRow: number): void {
    const { oddTexts, oddTextSize, oddTextCount, input } = this.#lane;
    if (oddTextCount.value === 0) return;
    const fields = oddTextSize.value / 4;
    const all = new Int32Array(this.#memory, oddTexts.value, oddTextCount.value * fields);
    const shift = this.#from - input.value;
    for (let at = 0; at < all.length; at += fields) {
      // One by one: a piece of the list for each text would be as much to clear up as to look at.
      const field = (index: number): number => all[at + index] ?? 0;
      this.#checker.look(field(2) + shift, field(3), field(4), dataRow + field(0), field(1));
    }
  }
}
