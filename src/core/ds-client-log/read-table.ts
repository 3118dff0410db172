import { acceptedReading } from './accepted-reading.ts';
import type { DiagnosticLog } from './diagnostics.ts';
import {
  firstFilledRow,
  isForeign,
  mapped,
  onlyOtherLog,
  useHeader,
  type HeaderUse,
} from './header-use.ts';
import type { Header } from './header.ts';
import { readRows } from './read-rows.ts';
import type { AcceptedReading, Detection, ReadOptions, RejectedReading } from './reading.ts';
import type { Table } from './table.ts';
import { typeValues, type TypedValues } from './typed-values.ts';

export const columnsMax = 200;
const rowsMaxDefault = 1_000_000;
/** Share of the work that is done once the rows are read; the rest decides what their values mean. */
const shareRows = 0.95;

/** What the container already decided before the rows are read. */
export type DetectedContainer = Pick<
  Detection,
  'container' | 'encoding' | 'bom' | 'delimiter' | 'quote' | 'eol' | 'widths'
> & {
  readonly endsWithLineBreak: boolean;
  /** A workbook holds dates as day numbers; they are given as ISO text here. */
  readonly serialDates: boolean;
};

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
  const rows = readRows(
    table,
    {
      firstRow: use.firstRow,
      labels: use.labels,
      columns,
      setAsideDuplicates: use.read.kind === 'activity-log',
      endsWithLineBreak: container.endsWithLineBreak,
      rowsMax: options.rowsMax ?? rowsMaxDefault,
      onProgress: (share) => options.onProgress?.(share * shareRows),
    },
    log,
  );
  const typed = typeValues(
    {
      rowCount: rows.kept.length,
      columns: rows.columns,
      cell: (row, col) => table.cell(rows.kept[row] ?? 0, col),
      dataRow: (row) => rows.dataRows[row] ?? 0,
      dateOrder: options.dateOrder,
      numberGroup: options.numberGroup,
    },
    log,
  );
  if (rows.rowsTotal === 0) log.add('file.no-rows');
  const headerRow = use.headerRow === null ? null : table.line(use.headerRow);
  const detection = detectionOf(container, headerRow, typed);
  return acceptedReading(table, { kind: use.read.kind, detection, columns, rows, typed, log });
}

function detectionOf(
  container: DetectedContainer,
  headerRow: number | null,
  typed: TypedValues,
): Detection {
  const { serialDates } = container;
  return {
    container: container.container,
    encoding: container.encoding,
    bom: container.bom,
    delimiter: container.delimiter,
    quote: container.quote,
    eol: container.eol,
    widths: container.widths,
    headerRow,
    numberGroup: typed.numberGroup,
    dateOrder: serialDates ? 'serial' : typed.dates.order,
    dateOrderCertainty: typed.dates.certainty,
    clock: serialDates ? null : typed.dates.clock,
    endHasDate: typed.endHasDate,
  };
}
