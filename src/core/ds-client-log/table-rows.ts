import { cellLengthMax } from './cell-checks.ts';
import { isValueField } from './columns.ts';
import type { DiagnosticLog } from './diagnostics.ts';
import { fastMoment, type FastMoment } from './fast-cells.ts';
import { headerOf, repeatsHeader } from './header.ts';
import type { ReadColumn } from './file-columns.ts';
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
}

/** Looks at one row with known bounds; what it cannot judge it leaves to the full way. */
const boundsMax = 2 * 256;

/** Sorts the rows of a table into those that count and those that are set aside, with the reason. */
export function sortRows(table: Table, rules: RowRules, log: DiagnosticLog): TableRows {
  const width = rules.columns.length;
  const kept = new Uint32Array(table.rowCount);
  const dataRows = new Uint32Array(table.rowCount);
  const setAside: SetAsideRow[] = [];
  const seen = rules.setAsideDuplicates ? seenRows(table, table.rowCount) : null;
  const check = textChecker(log, table.bytes);
  const bounds = new Uint32Array(boundsMax);
  const moment: FastMoment = {
    a: 0,
    b: 0,
    c: 0,
    separator: 0,
    isYearFirst: false,
    is12h: false,
    seconds: 0,
  };
  const momentColumn =
    rules.columns.find((c) => c.field === 'start' || c.field === 'time')?.index ?? -1;
  const textColumns = rules.columns.filter((c) => !isValueField(c.field)).map((c) => c.index);
  const valueColumns = rules.columns.filter((c) => isValueField(c.field)).map((c) => c.index);
  const skipped = Math.max(0, table.rowCount - rules.firstRow - rules.rowsMax);
  let keptCount = 0;
  let data = skipped;

  const leave = (
    reason: SetAsideRow['reason'],
    physical: number,
    row: number | null,
    cells: readonly string[],
  ): void => {
    const line = table.line(physical);
    log.add(reason, row === null ? { line } : { row, line });
    setAside.push({ reason, line, row, cells });
  };

  /** A row of the right width with a date in its place can be nothing but data. */
  const isPlainData = (physical: number): boolean => {
    if (momentColumn < 0 || table.bounds(physical, bounds) !== width) return false;
    const from = bounds[2 * momentColumn] ?? 0;
    const to = bounds[2 * momentColumn + 1] ?? 0;
    if ((bounds[2 * width - 1] ?? 0) - (bounds[0] ?? 0) > cellLengthMax) return false;
    return fastMoment(table.bytes, from, to, moment) && moment.separator !== 0;
  };

  for (let physical = rules.firstRow + skipped; physical < table.rowCount; physical += 1) {
    if (isPlainData(physical)) {
      data += 1;
      if (seen?.inBytes(physical, bounds[0] ?? 0, bounds[2 * width - 1] ?? 0)) {
        leave('row.exact-duplicate', physical, data, table.cells(physical));
        continue;
      }
      for (const col of textColumns) {
        check.inBytes(bounds[2 * col] ?? 0, bounds[2 * col + 1] ?? 0, data, col);
      }
      kept[keptCount] = physical;
      dataRows[keptCount] = data;
      keptCount += 1;
      continue;
    }
    let cells = table.cells(physical);
    if (isBlank(cells)) continue;
    // A line of one cell that another delimiter cuts into a whole row was pasted from elsewhere.
    const isMixed = cells.length < width && width > 2 && table.resplit(physical, width);
    if (isMixed) cells = table.cells(physical);
    if (rules.labels && repeatsHeader(cells, rules.labels)) {
      leave('row.repeated-header', physical, null, cells);
      continue;
    }
    if (isRule(cells)) {
      // The rule directly under a header belongs to it.
      if (physical > rules.firstRow) leave('row.furniture', physical, null, cells);
      continue;
    }
    if (rules.labels && headerOf(cells, physical)) {
      log.add('file.second-table', { line: table.line(physical) });
      break;
    }
    if (isTotal(cells)) {
      data += 1;
      leave('row.total', physical, data, cells);
      continue;
    }
    if (isFurniture(cells, width)) {
      leave('row.furniture', physical, null, cells);
      continue;
    }
    data += 1;
    const mending = table.mending(physical);
    if (mending === 'merged-cells') {
      leave('table.merged-cells', physical, data, cells);
      continue;
    }
    if (mending === 'unbalanced-quote' && !isMixed)
      log.add('quote.unbalanced', { row: data, line: table.line(physical) });
    if (isMixed) log.add('delimiter.mixed', { row: data, line: table.line(physical) });
    if (cells.length < width) {
      const isLast = physical === table.rowCount - 1;
      leave('row.short', physical, data, cells);
      if (isLast && !rules.endsWithLineBreak) log.add('file.truncated', { row: data });
      continue;
    }
    if (cells.length > width) {
      const extra = cells.slice(width);
      if (extra.length === 1 && extra[0]?.trim() === '') {
        log.add('row.trailing-empty', { row: data });
      } else {
        leave('row.long', physical, data, cells);
        continue;
      }
    }
    if (seen?.asText(physical, cells)) {
      leave('row.exact-duplicate', physical, data, cells);
      continue;
    }
    for (const col of textColumns) check.asText(cells[col] ?? '', data, col);
    for (const col of valueColumns) {
      const chars = cells[col]?.length ?? 0;
      if (chars > cellLengthMax) log.add('cell.huge', { row: data, col, facts: { chars } });
    }
    kept[keptCount] = physical;
    dataRows[keptCount] = data;
    keptCount += 1;
  }
  return {
    kept: kept.subarray(0, keptCount),
    dataRows: dataRows.subarray(0, keptCount),
    rowsTotal: data,
    rowsSkipped: skipped,
    setAside,
  };
}
