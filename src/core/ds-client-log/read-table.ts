import type { Field, ValueField } from './columns.ts';
import { diagnosticLog, type DiagnosticLog } from './diagnostics.ts';
import {
  columnsByLabel,
  columnsByShape,
  type ColumnsRead,
  type ReadColumn,
} from './file-columns.ts';
import { looksLikeValue, type Header } from './header.ts';
import { isForeignHeader, otherLog } from './other-logs.ts';
import { completionClass, outcomeOf, type CompletionClass } from './outcomes.ts';
import type { AcceptedReading, Detection, ReadOptions, RejectedReading } from './reading.ts';
import { isBlank, isRule } from './row-kinds.ts';
import type { Table } from './table.ts';
import { sortRows, type TableRows } from './table-rows.ts';
import { textCodes, type TextCodes } from './text-codes.ts';
import { readValues, type TypedValues } from './typed-values.ts';

export const columnsMax = 200;
const rowsMaxDefault = 1_000_000;
const shapeRows = 50;
/** Share of the work that is done once the rows are sorted out; the rest makes values of the cells. */
const shareSorted = 0.5;

/** What the container already decided before the rows are read. */
export type DetectedContainer = Pick<
  Detection,
  'container' | 'encoding' | 'bom' | 'delimiter' | 'quote' | 'eol' | 'widths'
> & {
  readonly endsWithLineBreak: boolean;
  /** A workbook holds dates as day numbers; they are given as ISO text here. */
  readonly serialDates: boolean;
};

interface HeaderUse {
  readonly read: ColumnsRead;
  readonly labels: readonly string[] | null;
  readonly firstRow: number;
  readonly headerRow: number | null;
}

/** The first row with cells, when no row has known labels: labels in other words, or data? */
function firstFilledRow(table: Table): number {
  let row = 0;
  while (row < table.rowCount - 1 && (isBlank(table.cells(row)) || isRule(table.cells(row))))
    row += 1;
  return row;
}

function sampleRows(table: Table, from: number, width: number): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  for (let row = from; row < table.rowCount && rows.length < shapeRows; row += 1) {
    const cells = table.cells(row);
    if (cells.length === width && !isBlank(cells) && !isRule(cells)) rows.push(cells);
  }
  return rows;
}

function useHeader(table: Table, header: Header | null, log: DiagnosticLog): HeaderUse {
  if (header) {
    const read = columnsByLabel(header.kind, header.labels);
    const firstRow = header.row + 1;
    return { read, labels: header.labels, firstRow, headerRow: header.row };
  }
  const row = firstFilledRow(table);
  const cells = table.cells(row).map((cell) => cell.trim());
  const width = cells.length;
  const isData = cells.some(looksLikeValue) || table.rowCount === 1;
  if (isData) {
    log.add('header.missing');
    const read = columnsByShape(null, sampleRows(table, row, width), width);
    return { read, labels: null, firstRow: row, headerRow: null };
  }
  const read = columnsByShape(cells, sampleRows(table, row + 1, width), width);
  return { read, labels: cells, firstRow: row + 1, headerRow: row };
}

function reportHeader(
  use: HeaderUse,
  table: Table,
  container: DetectedContainer,
  log: DiagnosticLog,
): void {
  for (const col of use.read.unknown) log.add('header.unknown', { col });
  for (const cols of use.read.duplicates) {
    log.add('header.duplicate', { col: cols[1], facts: { cols } });
  }
  // A title above the table is the usual form of a worksheet, and worth a word only in a text.
  const isText = container.container === 'delimited' || container.container === 'fixed-width';
  if (isText && use.headerRow !== null && use.headerRow > 0) {
    const line = table.line(use.headerRow);
    log.add('header.not-first', { row: line, line });
  }
}

const mapped = (columns: readonly ReadColumn[], options: ReadOptions): readonly ReadColumn[] => {
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

/**
 * A table that is none of ours: labels of another program, or cells without known labels that hold
 * neither a word of DS-Client nor a moment with a duration.
 */
function isForeign(use: HeaderUse, table: Table): boolean {
  const labels = use.labels ?? [];
  if (isForeignHeader(labels, use.read.unknown.length)) return true;
  const known = use.read.columns.filter((column) => column.certainty === 'known').length;
  if (known >= 3 || table.rowCount === 0) return false;
  const fields = new Set(use.read.columns.map((column) => column.field));
  const hasWords = ['type', 'completion', 'severity'].some((field) => fields.has(field as Field));
  return !hasWords || !(fields.has('start') || fields.has('time'));
}

function onlyOtherLog(use: HeaderUse, table: Table): RejectedReading['diagnostics'] {
  const log = diagnosticLog();
  const beginning = [use.labels ?? [], ...sampleRows(table, use.firstRow, use.read.columns.length)];
  const looksLike = otherLog(beginning.map((cells) => cells.join(',')).join('\n'));
  log.add('file.other-log', { facts: { looks_like: looksLike } });
  return log.list();
}

/** Reads a table of cells into a log; everything that is not sure is said in `log`. */
export function readTable(
  table: Table,
  header: Header | null,
  container: DetectedContainer,
  options: ReadOptions,
  log: DiagnosticLog,
): AcceptedReading | RejectedReading {
  // Before anything is worked out from the cells: that takes time by the square of the width.
  const cols = header ? header.labels.length : table.cells(firstFilledRow(table)).length;
  if (cols > columnsMax) {
    log.add('table.too-wide', { facts: { cols } });
    return { kind: 'rejected', diagnostics: log.list() };
  }
  const use = useHeader(table, header, log);
  if (isForeign(use, table)) {
    return { kind: 'rejected', diagnostics: onlyOtherLog(use, table) };
  }
  reportHeader(use, table, container, log);
  const columns = mapped(use.read.columns, options);
  const rows = sortRows(
    table,
    {
      firstRow: use.firstRow,
      labels: use.labels,
      columns,
      setAsideDuplicates: use.read.kind === 'activity-log',
      endsWithLineBreak: container.endsWithLineBreak,
      rowsMax: options.rowsMax ?? rowsMaxDefault,
      onRow: (physical) => options.onProgress?.((physical / table.rowCount) * shareSorted),
    },
    log,
  );
  const byField = new Map<Field, number>();
  for (const { field, index } of columns)
    if (field && !byField.has(field)) byField.set(field, index);
  const columnOf = (field: Field): number => byField.get(field) ?? -1;
  const typed = readValues(
    {
      rowCount: rows.kept.length,
      columnOf,
      cell: (row, col) => table.cell(rows.kept[row] ?? 0, col),
      bounds: (row, into) => table.bounds(rows.kept[row] ?? 0, into),
      bytes: table.bytes,
      dataRow: (row) => rows.dataRows[row] ?? 0,
      dateOrder: options.dateOrder,
      numberGroup: options.numberGroup,
      onRow: (row) =>
        options.onProgress?.(shareSorted + (row / rows.kept.length) * (1 - shareSorted)),
    },
    log,
  );
  if (rows.rowsTotal === 0) log.add('file.no-rows');
  const detection: Detection = {
    container: container.container,
    encoding: container.encoding,
    bom: container.bom,
    delimiter: container.delimiter,
    quote: container.quote,
    eol: container.eol,
    widths: container.widths,
    headerRow: use.headerRow === null ? null : table.line(use.headerRow),
    numberGroup: typed.numberGroup,
    dateOrder: container.serialDates ? 'serial' : typed.dates.order,
    dateOrderCertainty: typed.dates.certainty,
    clock: container.serialDates ? null : typed.dates.clock,
    endHasDate: typed.endHasDate,
  };
  return accepted(table, { kind: use.read.kind, detection, columns, rows, typed, columnOf, log });
}

interface Parts {
  readonly kind: AcceptedReading['kind'];
  readonly detection: Detection;
  readonly columns: readonly ReadColumn[];
  readonly rows: TableRows;
  readonly typed: TypedValues;
  readonly columnOf: (field: Field) => number;
  readonly log: DiagnosticLog;
}

function accepted(table: Table, parts: Parts): AcceptedReading {
  const { rows, typed, columnOf } = parts;
  const cellText = (row: number, col: number): string =>
    col < 0 ? '' : table.cell(rows.kept[row] ?? table.rowCount, col);
  const stored = (row: number, field: ValueField): number | null => {
    const value = typed.values.get(field)?.get(row);
    return value === undefined || Number.isNaN(value) ? null : value;
  };
  const number = (row: number, field: ValueField): number | null => {
    const value = stored(row, field);
    if (value !== null) return value;
    // A log without one of the three (the API has no duration) still says it through the other two.
    if (field === 'duration' && columnOf('duration') < 0) {
      const start = stored(row, 'start');
      const end = stored(row, 'end');
      return start !== null && end !== null && end >= start ? end - start : null;
    }
    if (field === 'end' && columnOf('end') < 0) {
      const start = stored(row, 'start');
      const seconds = stored(row, 'duration');
      return start !== null && seconds !== null ? start + seconds : null;
    }
    return null;
  };
  const listed = new Map<ValueField, Float64Array>();
  const valuesOf = (field: ValueField): Float64Array => {
    const made = listed.get(field) ?? new Float64Array(rows.kept.length);
    if (!listed.has(field)) {
      for (let row = 0; row < made.length; row += 1) made[row] = number(row, field) ?? Number.NaN;
      listed.set(field, made);
    }
    return made;
  };
  const coded = new Map<number, TextCodes>();
  const codesOf = (col: number): TextCodes => {
    const made = coded.get(col) ?? textCodes(table, rows.kept, col);
    coded.set(col, made);
    return made;
  };
  let classes: readonly CompletionClass[] | null = null;
  const classOf = (row: number): CompletionClass => {
    const { codes, texts } = codesOf(columnOf('completion'));
    classes ??= texts.map(completionClass);
    return classes[codes[row] ?? 0] ?? 'unknown';
  };
  return {
    kind: parts.kind,
    detection: parts.detection,
    columns: parts.columns,
    rowCount: rows.kept.length,
    rowsTotal: rows.rowsTotal,
    rowsSkipped: rows.rowsSkipped,
    excludedCount: typed.excluded.reduce((sum, flag) => sum + flag, 0),
    setAside: rows.setAside,
    diagnostics: parts.log.list(),
    cellText,
    fieldText: (row, field) => cellText(row, columnOf(field)),
    number,
    valuesOf,
    textCodes: (field) => codesOf(columnOf(field)),
    columnCodes: codesOf,
    outcome: (row) => outcomeOf(classOf(row), stored(row, 'errors'), stored(row, 'warnings')),
    columnOf,
    dataRow: (row) => rows.dataRows[row] ?? 0,
    line: (row) => table.line(rows.kept[row] ?? 0),
    isExcluded: (row) => typed.excluded[row] === 1,
  };
}
