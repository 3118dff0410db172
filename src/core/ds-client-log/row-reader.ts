import { cellLengthMax } from './cell-checks.ts';
import { CellColumns } from './cell-columns.ts';
import { isValueField } from './columns.ts';
import type { DiagnosticLog } from './diagnostics.ts';
import type { ReadColumn } from './file-columns.ts';
import { KeptRows } from './kept-rows.ts';
import { PlainRows } from './plain-rows.ts';
import { rowLane } from './row-lane.ts';
import { misfitOf, verdictOn, type RowRules } from './row-verdict.ts';
import type { Table } from './table.ts';
import { textChecker, type TextChecker } from './text-checker.ts';

export interface RowsAsked {
  readonly firstRow: number;
  readonly labels: readonly string[] | null;
  readonly columns: readonly ReadColumn[];
  /** Whether a row that equals an earlier one counts as pasted twice (not so in an event log). */
  readonly setAsideDuplicates: boolean;
  readonly endsWithLineBreak: boolean;
  readonly rowsMax: number;
  /** Told now and then how much of the table is read, from 0 to 1, never going back. */
  readonly onProgress: ((share: number) => void) | undefined;
}

/** Rows between two calls of `onProgress`: some milliseconds. */
const rowsPerTold = 4096;
const capacityAtFirst = 1024;
/** Room beyond the number of rows that the part read so far lets expect. */
const sparePart = 1.02;

/** What one reading of the rows has to know and only a reading of them can tell. */
export interface Known {
  readonly skipped: number;
  /** Physical rows that are the same as an earlier one, in their order. */
  readonly repeats: readonly number[];
}

export type Attempt =
  | { readonly kind: 'read'; readonly rows: KeptRows; readonly columns: CellColumns }
  | { readonly kind: 'too-many-rows' };

/** One go through the rows of a table. */
export class RowReader {
  readonly #table: Table;
  readonly #asked: RowsAsked;
  readonly #known: Known;
  readonly #log: DiagnosticLog;
  readonly #columns: CellColumns;
  readonly #rules: RowRules;
  readonly #rows: KeptRows;
  readonly #checker: TextChecker;
  readonly #lane: PlainRows | null;
  #nextRepeat = 0;
  #nextTold = 0;

  constructor(table: Table, asked: RowsAsked, known: Known, log: DiagnosticLog) {
    this.#table = table;
    this.#asked = asked;
    this.#known = known;
    this.#log = log;
    this.#columns = new CellColumns(asked.columns);
    this.#rules = { ...asked, dateColumn: this.#columns.dateColumn };
    this.#rows = new KeptRows(table, known.skipped, log);
    this.#checker = textChecker(table.bytes, log);
    const { rows } = table;
    const lane = rows !== null && this.#columns.dateColumn >= 0 ? rowLane() : null;
    this.#lane = lane && rows && new PlainRows(lane, rows, this.#columns, this.#checker);
  }

  read(): Attempt {
    const table = this.#table;
    const first = this.#asked.firstRow + this.#known.skipped;
    const limit = first + this.#asked.rowsMax;
    if (first > 0) table.has(first - 1);
    let physical = first;
    for (; this.#hasRow(physical);) {
      if (physical === limit) return { kind: 'too-many-rows' };
      if (this.#rows.room === 0) this.#reserve(physical - first);
      this.#tell(physical);
      const read = this.#readPlain(physical, limit);
      physical += read;
      if (read > 0) continue;
      if (!this.#take(physical)) break;
      physical += 1;
    }
    const isOver = table.has(physical) && table.has(limit);
    return isOver
      ? { kind: 'too-many-rows' }
      : { kind: 'read', rows: this.#rows, columns: this.#columns };
  }

  #hasRow(physical: number): boolean {
    const { rows } = this.#table;
    // The lane finds the end of a row by reading it.
    return rows !== null && physical === rows.count
      ? rows.next < rows.bytes.length
      : this.#table.has(physical);
  }

  #shareRead(physical: number): number {
    const { rows } = this.#table;
    return rows ? rows.start(physical) / rows.bytes.length : physical / this.#table.rowCount;
  }

  #tell(physical: number): void {
    if (physical < this.#nextTold) return;
    this.#nextTold = physical + rowsPerTold;
    this.#asked.onProgress?.(this.#shareRead(physical));
  }

  /** Makes room for as many rows as the part of the file read so far lets expect. */
  #reserve(rowsRead: number): void {
    const share = this.#shareRead(this.#asked.firstRow + this.#known.skipped + rowsRead);
    const expected = share > 0 ? Math.ceil((rowsRead / share) * sparePart) : 0;
    const wanted = Math.max(capacityAtFirst, this.#rows.capacity * 2, expected);
    const capacity = Math.min(wanted, Math.max(this.#asked.rowsMax, capacityAtFirst));
    this.#rows.reserve(capacity);
    this.#columns.reserve(capacity);
    this.#table.rows?.reserve(capacity);
  }

  /** The next row from `physical` on that is the same as an earlier one. Asked for in their order. */
  #repeatFrom(physical: number): number {
    const { repeats } = this.#known;
    while ((repeats[this.#nextRepeat] ?? Infinity) < physical) this.#nextRepeat += 1;
    return repeats[this.#nextRepeat] ?? Infinity;
  }

  /** Reads rows by the fast lane; returns how many, and 0 where the next one is not plain. */
  #readPlain(physical: number, limit: number): number {
    const lane = this.#lane;
    if (lane === null) return 0;
    const repeat = this.#repeatFrom(physical);
    if (repeat > physical) {
      return lane.read(physical, Math.min(limit, repeat) - physical, this.#rows);
    }
    if (!lane.isPlain(physical)) return 0;
    this.#table.has(physical);
    this.#rows.leave('row.exact-duplicate', physical, this.#rows.next());
    return 1;
  }

  /** Reads a row by the full rules; false when the table ends before it. */
  #take(physical: number): boolean {
    const table = this.#table;
    if (!table.has(physical)) return false;
    const { width } = this.#columns;
    // A line of too few cells that another delimiter cuts into a whole row was pasted from elsewhere.
    if (width > 2 && table.cells(physical).length < width) table.resplit(physical, width);
    const cells = table.cells(physical);
    const judged = verdictOn(cells, physical, this.#rules);
    switch (judged.kind) {
      case 'second-table':
        this.#log.add('file.second-table', { line: table.line(physical) });
        return false;
      case 'data':
        this.#takeData(physical, cells);
        return true;
      case 'aside':
        this.#rows.leave(judged.reason, physical, this.#rows.next());
        return true;
      case 'no-data':
        this.#rows.leave(judged.reason, physical, null);
        return true;
      case 'blank':
        return true;
      default:
        return judged satisfies never;
    }
  }

  #takeData(physical: number, cells: readonly string[]): void {
    const rows = this.#rows;
    const row = rows.next();
    const { columns } = this.#asked;
    const line = () => this.#table.line(physical);
    switch (this.#table.mending(physical)) {
      case 'merged-cells':
        return rows.leave('table.merged-cells', physical, row);
      case 'cut-off':
        this.#log.add('file.truncated', { row });
        return rows.leave('row.short', physical, row);
      case 'other-delimiter':
        this.#log.add('delimiter.mixed', { row, line: line() });
        break;
      case 'unbalanced-quote':
        this.#log.add('quote.unbalanced', { row, line: line() });
        break;
      case null:
    }
    const misfit = misfitOf(cells, columns.length);
    if (misfit === 'trailing') this.#log.add('row.trailing-empty', { row });
    else if (misfit) {
      rows.leave(misfit, physical, row);
      const isCutOff = !this.#asked.endsWithLineBreak && !this.#table.has(physical + 1);
      if (misfit === 'row.short' && isCutOff) this.#log.add('file.truncated', { row });
      return;
    }
    if (this.#repeatFrom(physical) === physical)
      return rows.leave('row.exact-duplicate', physical, row);
    this.#checkCells(cells, row);
    this.#columns.takeTexts(rows.count, cells);
    rows.keep(physical, this.#asked.setAsideDuplicates ? this.#table.hash(physical) : 0);
  }

  #checkCells(cells: readonly string[], row: number): void {
    const { columns } = this.#asked;
    for (const { field, index } of columns) {
      if (!isValueField(field)) this.#checker.asText(cells[index] ?? '', row, index);
    }
    for (const { field, index } of columns) {
      const chars = cells[index]?.length ?? 0;
      if (isValueField(field) && chars > cellLengthMax) {
        this.#log.add('cell.huge', { row, col: index, facts: { chars } });
      }
    }
  }
}
