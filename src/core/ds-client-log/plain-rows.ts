/**
 * The fast lane. Nearly every row of a log is plain: as many cells as the header, a moment where a
 * moment belongs, quotes only around whole cells. Such a row can be nothing but data. Plain rows are cut
 * up a few hundred at a time, and each column is then read by one loop over its cells, straight from the
 * bytes into its values: no text is made of a cell, and no function is called for one.
 *
 * What the lane may assume: the columns and their fields, the delimiter, whether quotes are quotes. All
 * are decided before, from the header and the beginning of the file; nothing else is.
 *
 * Who proves it: the lane, on every byte of every row. It knows the few commonest forms of numbers,
 * moments and durations. A cell in another form is left to the full reader of its column, which reads it
 * when all rows are in; what a mark or the order of day and month means is decided then as well, from
 * all cells, by the same rules.
 *
 * What it falls back to: a row that is not plain ends the batch before anything of it counts, and is
 * read by the full rules (row-reader.ts). Both ways give the same reading; a test holds them against
 * each other (fast-lane.test.ts).
 */
import { batchRows, CellBatch } from './cell-batch.ts';
import {
  durationKind,
  momentKind,
  numberKind,
  textKind,
  type CellColumns,
} from './cell-columns.ts';
import { readDateParts } from './dates.ts';
import { textOf } from './decode.ts';
import type { RowIndex } from './delimited-rows.ts';
import type { KeptRows } from './kept-rows.ts';
import { hasDate, takeDurations, takeMoments, type DateAbove } from './moment-cells.ts';
import { takeNumbers } from './number-cells.ts';
import { noTextAbove, takeTexts, type TextAbove } from './text-cells.ts';
import type { TextChecker } from './text-checker.ts';

/** The fast lane through the rows of a delimited text. */
export class PlainRows {
  readonly #index: RowIndex;
  readonly #columns: CellColumns;
  readonly #checker: TextChecker;
  readonly #batch: CellBatch;
  /** Rows asked for next. */
  #stride = batchRows;
  readonly #datesAbove: readonly DateAbove[];
  readonly #textsAbove: readonly TextAbove[];

  constructor(index: RowIndex, columns: CellColumns, checker: TextChecker) {
    this.#index = index;
    this.#columns = columns;
    this.#checker = checker;
    this.#batch = new CellBatch(index.bytes, index.options, columns.width);
    this.#datesAbove = Array.from(columns.kinds, () => ({ begin: 0, length: 0, id: 0 }));
    this.#textsAbove = Array.from(columns.kinds, noTextAbove);
  }

  /**
   * Reads the rows from the physical row `physical` on that are plain, `most` of them at most, and keeps
   * them in `rows`. Returns how many there were; a row that is not plain is left as it was.
   */
  read(physical: number, most: number, rows: KeptRows): number {
    const index = this.#index;
    const batch = this.#batch;
    const isNext = physical === index.count;
    const asked = Math.min(most, rows.room, this.#stride);
    batch.cutUp(isNext ? index.next : index.start(physical), asked);
    this.#takeDates(rows.count);
    const { count } = batch;
    // Where rows are not plain, cutting up many at a time would be done again for each of them.
    this.#stride = count < asked ? Math.max(1, count) : Math.min(batchRows, this.#stride * 4);
    if (count === 0) return 0;
    this.#takeColumns(rows.count, rows.total + 1);
    this.#checker.raise();
    rows.keepAll(physical, count, batch.hashes);
    if (isNext) index.addAll(batch.ends, count);
    return count;
  }

  /** Whether the row at `physical` is plain. What it reads is read again by whoever keeps a row. */
  isPlain(physical: number, rows: KeptRows): boolean {
    const index = this.#index;
    this.#batch.cutUp(physical === index.count ? index.next : index.start(physical), 1);
    this.#takeDates(rows.count);
    return this.#batch.count === 1;
  }

  /** Takes the column of dates, and ends the batch before the first row that has none. */
  #takeDates(row: number): void {
    const batch = this.#batch;
    const columns = this.#columns;
    const { dateColumn: col } = columns;
    const above = this.#datesAbove[col];
    if (above && takeMoments(batch, columns, col, row, above)) return;
    for (let i = 0; i < batch.count; i += 1) {
      if (hasDate(columns, row + i, col)) continue;
      const place = (i * batch.width + col) * 2;
      const text = textOf(batch.bytes, batch.bounds[place], batch.bounds[place + 1]);
      if (readDateParts(text) === null) batch.count = i;
    }
  }

  #takeColumns(row: number, dataRow: number): void {
    const columns = this.#columns;
    const batch = this.#batch;
    for (let col = 0; col < columns.width; col += 1) {
      const kind = columns.kinds[col];
      const [text, date] = [this.#textsAbove[col], this.#datesAbove[col]];
      if (kind === textKind && text) takeTexts(batch, col, dataRow, text, this.#checker);
      else if (kind === numberKind) takeNumbers(batch, columns, col, row);
      else if (kind === durationKind) takeDurations(batch, columns, col, row);
      else if (kind === momentKind && date && col !== columns.dateColumn) {
        takeMoments(batch, columns, col, row, date);
      }
    }
  }
}
