import { cellLengthMax } from './cell-checks.ts';
import { isValueField } from './columns.ts';
import type { DiagnosticLog } from './diagnostics.ts';
import { fastMoment, type FastMoment } from './fast-cells.ts';
import type { ReadColumn } from './file-columns.ts';
import { headerOf, repeatsHeader } from './header.ts';
import type { SetAsideRow } from './reading.ts';
import { isBlank, isFurniture, isRule, isTotal } from './row-kinds.ts';
import { seenRows, textChecker } from './seen.ts';
import type { Table } from './table.ts';

/** Which physical rows count, and what became of the others. */
export interface TableRows {
  /** Physical rows that count. */
  readonly kept: Uint32Array;
  /** Data row numbers of the kept rows, counted from 1. */
  readonly dataRows: Uint32Array;
  readonly rowsTotal: number;
  /** Lines at the beginning that were not read, because there are more than the limit. */
  readonly rowsSkipped: number;
  readonly setAside: readonly SetAsideRow[];
}

export interface RowRules {
  readonly firstRow: number;
  readonly labels: readonly string[] | null;
  readonly columns: readonly ReadColumn[];
  /** Whether a row that equals an earlier one counts as pasted twice (not so in an event log). */
  readonly setAsideDuplicates: boolean;
  readonly endsWithLineBreak: boolean;
  readonly rowsMax: number;
  /** Told now and then which physical row is looked at. */
  readonly onRow: ((physical: number) => void) | undefined;
}

/** Rows between two calls of `onRow`: some tens of milliseconds. A power of two. */
export const rowsPerTold = 8192;

/** What a row is, by the full rules. `reason` is the code under which it is set aside. */
type Verdict =
  | { readonly kind: 'blank' }
  | { readonly kind: 'second-table' }
  | { readonly kind: 'no-data'; readonly reason: SetAsideRow['reason'] }
  | { readonly kind: 'aside'; readonly reason: SetAsideRow['reason'] }
  | { readonly kind: 'data' };

const blank: Verdict = { kind: 'blank' };
const data: Verdict = { kind: 'data' };

function verdict(cells: readonly string[], physical: number, rules: RowRules): Verdict {
  const width = rules.columns.length;
  if (isBlank(cells)) return blank;
  if (rules.labels && repeatsHeader(cells, rules.labels)) {
    return { kind: 'no-data', reason: 'row.repeated-header' };
  }
  // The rule directly under a header belongs to it.
  if (isRule(cells)) {
    return physical === rules.firstRow ? blank : { kind: 'no-data', reason: 'row.furniture' };
  }
  if (rules.labels && headerOf(cells, physical)) return { kind: 'second-table' };
  if (isTotal(cells)) return { kind: 'aside', reason: 'row.total' };
  if (isFurniture(cells, width)) return { kind: 'no-data', reason: 'row.furniture' };
  return data;
}

/** Whether a row has the right number of cells; one empty cell more does no harm. */
function fits(cells: readonly string[], width: number): SetAsideRow['reason'] | 'trailing' | null {
  if (cells.length < width) return 'row.short';
  if (cells.length === width) return null;
  const isTrailing = cells.length === width + 1 && cells[width]?.trim() === '';
  return isTrailing ? 'trailing' : 'row.long';
}

const boundsMax = 2 * 256;

/** A row of the right width with a date in its place can be nothing but data. */
function plainDataTest(table: Table, columns: readonly ReadColumn[], bounds: Uint32Array) {
  const width = columns.length;
  const col = columns.find(({ field }) => field === 'start' || field === 'time')?.index ?? -1;
  const moment: FastMoment = {
    a: 0,
    b: 0,
    c: 0,
    separator: 0,
    isYearFirst: false,
    is12h: false,
    seconds: 0,
  };
  return (physical: number): boolean => {
    if (col < 0 || table.bounds(physical, bounds) !== width) return false;
    if ((bounds[2 * width - 1] ?? 0) - (bounds[0] ?? 0) > cellLengthMax) return false;
    const [from = 0, to = 0] = [bounds[2 * col], bounds[2 * col + 1]];
    return fastMoment(table.bytes, from, to, moment) && moment.separator !== 0;
  };
}

/** A row set aside. Its cells are cut out when asked for: a million of them would weigh a gigabyte. */
class LeftRow implements SetAsideRow {
  readonly reason: SetAsideRow['reason'];
  readonly line: number;
  readonly row: number | null;
  readonly #table: Table;
  readonly #physical: number;

  constructor(
    table: Table,
    physical: number,
    reason: SetAsideRow['reason'],
    line: number,
    row: number | null,
  ) {
    this.#table = table;
    this.#physical = physical;
    this.reason = reason;
    this.line = line;
    this.row = row;
  }

  get cells(): readonly string[] {
    return this.#table.cells(this.#physical);
  }
}

/** The rows kept so far and those set aside, with their numbers. */
function collector(table: Table, rowsAtMost: number, skipped: number, log: DiagnosticLog) {
  const kept = new Uint32Array(rowsAtMost);
  const dataRows = new Uint32Array(rowsAtMost);
  const setAside: SetAsideRow[] = [];
  let keptCount = 0;
  let number = skipped;
  return {
    /** Counts one more row of data and gives its number. */
    next: (): number => (number += 1),
    keep(physical: number): void {
      kept[keptCount] = physical;
      dataRows[keptCount] = number;
      keptCount += 1;
    },
    leave(reason: SetAsideRow['reason'], physical: number, row: number | null): void {
      const line = table.line(physical);
      log.add(reason, row === null ? { line } : { row, line });
      setAside.push(new LeftRow(table, physical, reason, line, row));
    },
    rows: (): TableRows => ({
      kept: kept.subarray(0, keptCount),
      dataRows: dataRows.subarray(0, keptCount),
      rowsTotal: number,
      rowsSkipped: skipped,
      setAside,
    }),
  };
}

/** Sorts the rows of a table into those that count and those that are set aside, with the reason. */
export function sortRows(table: Table, rules: RowRules, log: DiagnosticLog): TableRows {
  const width = rules.columns.length;
  const skipped = Math.max(0, table.rowCount - rules.firstRow - rules.rowsMax);
  const rowsAtMost = Math.max(0, table.rowCount - rules.firstRow - skipped);
  const rows = collector(table, rowsAtMost, skipped, log);
  const seen = rules.setAsideDuplicates ? seenRows(table, rowsAtMost) : null;
  const check = textChecker(log, table.bytes);
  const bounds = new Uint32Array(boundsMax);
  const isPlainData = plainDataTest(table, rules.columns, bounds);
  const textColumns = rules.columns.filter((c) => !isValueField(c.field)).map((c) => c.index);
  const valueColumns = rules.columns.filter((c) => isValueField(c.field)).map((c) => c.index);

  const takePlain = (physical: number): void => {
    const row = rows.next();
    if (seen?.inBytes(physical, bounds[0] ?? 0, bounds[2 * width - 1] ?? 0)) {
      rows.leave('row.exact-duplicate', physical, row);
      return;
    }
    for (const col of textColumns) {
      check.inBytes(bounds[2 * col] ?? 0, bounds[2 * col + 1] ?? 0, row, col);
    }
    rows.keep(physical);
  };

  const takeData = (physical: number, cells: readonly string[], isMixed: boolean): void => {
    const row = rows.next();
    const mending = table.mending(physical);
    if (mending === 'merged-cells') {
      rows.leave('table.merged-cells', physical, row);
      return;
    }
    if (isMixed) log.add('delimiter.mixed', { row, line: table.line(physical) });
    else if (mending) log.add('quote.unbalanced', { row, line: table.line(physical) });
    const misfit = fits(cells, width);
    if (misfit === 'trailing') log.add('row.trailing-empty', { row });
    else if (misfit) {
      rows.leave(misfit, physical, row);
      const isCutOff = physical === table.rowCount - 1 && !rules.endsWithLineBreak;
      if (misfit === 'row.short' && isCutOff) log.add('file.truncated', { row });
      return;
    }
    if (seen?.asText(physical, cells)) {
      rows.leave('row.exact-duplicate', physical, row);
      return;
    }
    for (const col of textColumns) check.asText(cells[col] ?? '', row, col);
    for (const col of valueColumns) {
      const chars = cells[col]?.length ?? 0;
      if (chars > cellLengthMax) log.add('cell.huge', { row, col, facts: { chars } });
    }
    rows.keep(physical);
  };

  for (let physical = rules.firstRow + skipped; physical < table.rowCount; physical += 1) {
    if (physical % rowsPerTold === 0) rules.onRow?.(physical);
    if (isPlainData(physical)) {
      takePlain(physical);
      continue;
    }
    // A line of too few cells that another delimiter cuts into a whole row was pasted from elsewhere.
    const isMixed =
      width > 2 && table.cells(physical).length < width && table.resplit(physical, width);
    const cells = table.cells(physical);
    const judged = verdict(cells, physical, rules);
    if (judged.kind === 'second-table') {
      log.add('file.second-table', { line: table.line(physical) });
      break;
    }
    if (judged.kind === 'data') takeData(physical, cells, isMixed);
    else if (judged.kind === 'aside') rows.leave(judged.reason, physical, rows.next());
    else if (judged.kind === 'no-data') rows.leave(judged.reason, physical, null);
  }
  return rows.rows();
}
