import type { Field } from './columns.ts';
import { diagnosticLog, type DiagnosticLog } from './diagnostics.ts';
import {
  columnsByLabel,
  columnsByShape,
  isOurWord,
  type ColumnsRead,
  type ReadColumn,
} from './file-columns.ts';
import { looksLikeValue, type Header } from './header.ts';
import { isForeignHeader, otherLog } from './other-logs.ts';
import type { ReadOptions, RejectedReading } from './reading.ts';
import { isBlank, isRule } from './row-kinds.ts';
import type { Table } from './table.ts';

const shapeRows = 50;

/** What the header of a table says about its columns, or their shape where there is none. */
export interface HeaderUse {
  readonly read: ColumnsRead;
  readonly labels: readonly string[] | null;
  readonly firstRow: number;
  readonly headerRow: number | null;
}

/** The first row with cells, when no row has known labels: labels in other words, or data? */
export function firstFilledRow(table: Table): number {
  let row = 0;
  while (table.has(row + 1) && (isBlank(table.cells(row)) || isRule(table.cells(row)))) row += 1;
  return row;
}

function sampleRows(table: Table, from: number, width: number): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  for (let row = from; rows.length < shapeRows && table.has(row); row += 1) {
    const cells = table.cells(row);
    if (cells.length === width && !isBlank(cells) && !isRule(cells)) rows.push(cells);
  }
  return rows;
}

/** The columns of a table, and where its data begin. */
export function useHeader(table: Table, header: Header | null, log: DiagnosticLog): HeaderUse {
  if (header) {
    const read = columnsByLabel(header.kind, header.labels);
    const firstRow = header.row + 1;
    return { read, labels: header.labels, firstRow, headerRow: header.row };
  }
  const row = firstFilledRow(table);
  const cells = table.cells(row).map((cell) => cell.trim());
  const width = cells.length;
  const isData = cells.some(looksLikeValue) || !table.has(1);
  if (isData) {
    log.add('header.missing');
    const read = columnsByShape(null, sampleRows(table, row, width), width);
    return { read, labels: null, firstRow: row, headerRow: null };
  }
  const read = columnsByShape(cells, sampleRows(table, row + 1, width), width);
  return { read, labels: cells, firstRow: row + 1, headerRow: row };
}

/** The columns with what a person has said about them. */
export const mapped = (
  columns: readonly ReadColumn[],
  options: ReadOptions,
): readonly ReadColumn[] => {
  const { mapping } = options;
  if (!mapping) return columns;
  const taken = new Set(mapping.values());
  return columns.map((column) => {
    if (mapping.has(column.index)) {
      return { ...column, field: mapping.get(column.index) ?? null, certainty: 'given' };
    }
    // A field given to another column by hand leaves the one that held it.
    return column.field !== null && taken.has(column.field)
      ? { ...column, field: null, certainty: 'unknown' }
      : column;
  });
};

const wordFields: readonly (Field | null)[] = ['type', 'completion', 'severity'];

/** Whether a column of words was found by its label or holds a word of DS-Client in some cell. */
function hasWords(use: HeaderUse, table: Table): boolean {
  const { columns } = use.read;
  const worded = columns.filter(({ field }) => wordFields.includes(field));
  if (worded.some(({ certainty }) => certainty === 'known')) return true;
  const rows = sampleRows(table, use.firstRow, columns.length);
  return rows.some((cells) => worded.some(({ index }) => isOurWord(cells[index] ?? '')));
}

/**
 * A table that is none of ours: labels of another program, or cells without known labels that hold no
 * moment, or a moment with neither a word of DS-Client nor a duration.
 */
export function isForeign(use: HeaderUse, table: Table): boolean {
  const labels = use.labels ?? [];
  if (isForeignHeader(labels, use.read.unknown.length)) return true;
  const known = use.read.columns.filter((column) => column.certainty === 'known').length;
  if (known >= 3 || !table.has(0)) return false;
  const fields = new Set(use.read.columns.map((column) => column.field));
  if (!fields.has('start') && !fields.has('time')) return true;
  return !fields.has('duration') && !hasWords(use, table);
}

/** Says what a table seems to be that is none of ours. */
export function onlyOtherLog(use: HeaderUse, table: Table): RejectedReading['diagnostics'] {
  const log = diagnosticLog();
  const beginning = [use.labels ?? [], ...sampleRows(table, use.firstRow, use.read.columns.length)];
  const looksLike = otherLog(beginning.map((cells) => cells.join(',')).join('\n'));
  log.add('file.other-log', { facts: { looks_like: looksLike } });
  return log.list();
}
