import { cellLengthMax, checkText } from './cell-checks.ts';
import { isValueField } from './columns.ts';
import type { DiagnosticLog } from './diagnostics.ts';
import { headerOf, repeatsHeader } from './header.ts';
import type { ReadColumn } from './file-columns.ts';
import type { SetAsideRow } from './reading.ts';
import { isBlank, isFurniture, isRule, isTotal } from './row-kinds.ts';
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

/** FNV-1a over the cells: cheap, and equal rows are compared in full before they count as equal. */
function hashOf(cells: readonly string[]): number {
  let hash = 0x811c9dc5;
  for (const cell of cells) {
    const end = Math.min(cell.length, cellLengthMax);
    for (let i = 0; i < end; i += 1) hash = Math.imul(hash ^ cell.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 31, 0x01000193);
  }
  return hash >>> 0;
}

/** Remembers rows by hash in one flat table, because a million map entries weigh a hundred megabytes. */
function seenRows(table: Table, rowsAtMost: number) {
  let size = 1024;
  while (size < rowsAtMost * 2) size *= 2;
  const slots = new Uint32Array(size);
  return (row: number, cells: readonly string[]): boolean => {
    let slot = hashOf(cells) & (size - 1);
    for (let tries = 0; tries < 64; tries += 1) {
      const held = slots[slot] ?? 0;
      if (held === 0) {
        slots[slot] = row + 1;
        return false;
      }
      const other = table.cells(held - 1);
      if (other.length === cells.length && other.every((cell, i) => cell === cells[i])) return true;
      slot = (slot + 1) & (size - 1);
    }
    return false;
  };
}

/** Oddities of texts, by text, because a log repeats the names of its sets and users. */
function textChecker(log: DiagnosticLog) {
  const known = new Map<string, readonly Parameters<DiagnosticLog['add']>[0][]>();
  const knownMax = 20_000;
  return (text: string, row: number, col: number): void => {
    if (text === '') return;
    let codes = text.length < 400 ? known.get(text) : undefined;
    if (codes === undefined) {
      codes = checkText(text);
      if (text.length < 400 && known.size < knownMax) known.set(text, codes);
    }
    for (const code of codes) {
      log.add(
        code,
        code === 'cell.huge' ? { row, col, facts: { chars: text.length } } : { row, col },
      );
    }
  };
}

/** Sorts the rows of a table into those that count and those that are set aside, with the reason. */
export function sortRows(table: Table, rules: RowRules, log: DiagnosticLog): TableRows {
  const width = rules.columns.length;
  const kept = new Uint32Array(table.rowCount);
  const dataRows = new Uint32Array(table.rowCount);
  const setAside: SetAsideRow[] = [];
  const seen = seenRows(table, table.rowCount);
  const check = textChecker(log);
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

  for (let physical = rules.firstRow + skipped; physical < table.rowCount; physical += 1) {
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
    if (rules.setAsideDuplicates && seen(physical, cells)) {
      leave('row.exact-duplicate', physical, data, cells);
      continue;
    }
    for (const col of textColumns) check(cells[col] ?? '', data, col);
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
