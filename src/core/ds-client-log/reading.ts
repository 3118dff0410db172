import type { Field, LogKind, NumberField, ValueField } from './columns.ts';
import type { Clock, DateOrder } from './dates.ts';
import type { Encoding } from './decode.ts';
import type { Delimiter, Eol } from './delimited-rows.ts';
import type { Diagnostic, DiagnosticCode } from './diagnostics.ts';
import type { DateOrderCertainty } from './date-evidence.ts';
import type { ReadColumn } from './file-columns.ts';
import type { NumberGroup } from './numbers.ts';
import type { Outcome } from './outcomes.ts';
import type { SheetReading } from './sheet.ts';
import type { TextCodes } from './text-codes.ts';

export type Container =
  'delimited' | 'fixed-width' | 'html-table' | 'spreadsheetml-2003' | 'xlsx' | 'biff8-ole2';

/** How the file was read: every decision of the "How I read this" strip. */
export interface Detection {
  readonly container: Container;
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly delimiter: Delimiter | null;
  readonly quote: '"' | null;
  readonly eol: Eol | null;
  /** Row of the header, counted from 1; null without one. */
  readonly headerRow: number | null;
  readonly numberGroup: NumberGroup;
  /** `serial`: a workbook keeps dates as day numbers, so there is no order to decide. */
  readonly dateOrder: DateOrder | 'serial' | null;
  readonly dateOrderCertainty: DateOrderCertainty | null;
  readonly clock: Clock | null;
  /** False when End holds a time of day only, as Asigra documents it. */
  readonly endHasDate: boolean;
  /** Widths of the columns of a fixed-width text, in characters. */
  readonly widths: readonly number[] | null;
}

/** Decisions that a person has made by hand, and limits. */
export interface ReadOptions {
  readonly delimiter?: Delimiter;
  readonly dateOrder?: DateOrder;
  readonly numberGroup?: NumberGroup;
  /** Field by column index; null says that the column holds none. */
  readonly mapping?: ReadonlyMap<number, Field | null>;
  /** The worksheet of an .xlsx file, from `takeWorkbook` (xlsx.ts), which inflates it at the edge. */
  readonly parts?: SheetReading;
  /** Lines read at most (default 1,000,000): the last ones of the file. */
  readonly rowsMax?: number;
  /** Told the share of the reading that is done, from 0 to 1, never going back; for a long file only. */
  readonly onProgress?: (share: number) => void;
}

/** A row that does not count: shown with its reason, never repaired, never added. */
export interface SetAsideRow {
  readonly reason: DiagnosticCode;
  readonly line: number;
  /** Data row, counted from 1; null for a row that is not data, such as a repeated header. */
  readonly row: number | null;
  readonly cells: readonly string[];
}

export interface AcceptedReading {
  readonly kind: LogKind;
  readonly detection: Detection;
  readonly columns: readonly ReadColumn[];
  /** Rows that count; the accessors below take an index from 0 to `rowCount - 1`. */
  readonly rowCount: number;
  /** Rows of data in the file: those set aside and not read included, a header that is repeated not. */
  readonly rowsTotal: number;
  /** Lines at the beginning of a very long file that were not read; the last ones are. */
  readonly rowsSkipped: number;
  /** Of the rows that count, how many are left out of speeds, sums and timelines for a bad value. */
  readonly excludedCount: number;
  readonly setAside: readonly SetAsideRow[];
  readonly diagnostics: readonly Diagnostic[];
  /** The cell exactly as written. */
  cellText(row: number, col: number): string;
  /** The text of a field; empty when the log has no such column. */
  fieldText(row: number, field: Field): string;
  /** A text field as numbers, made when first asked for: for sorting, filtering and counting. */
  textCodes(field: Field): TextCodes;
  /** The same for a column by its place, whatever it holds. */
  columnCodes(col: number): TextCodes;
  /**
   * The value of a field: a count, bytes, seconds for `duration`, seconds of wall time for `start`,
   * `end` and `time`. Null when the cell is empty or cannot be read. `end` always has its date.
   */
  number(row: number, field: ValueField): number | null;
  /**
   * What `number` gives for every row, NaN for null, made when first asked for: a column at once is
   * what sorting and adding up a million rows need.
   */
  valuesOf(field: ValueField): Float64Array;
  /** Fields in which a spreadsheet shortened a number (3.22E+10): it is only about right. */
  readonly roundedFields: ReadonlySet<NumberField>;
  /** Whether the value of a field in a row is such a number. */
  isRounded(row: number, field: NumberField): boolean;
  outcome(row: number): Outcome;
  /** Column that holds a field, or -1. */
  columnOf(field: Field): number;
  /** Number of the data row in the file, counted from 1. */
  dataRow(row: number): number;
  line(row: number): number;
  /** Whether a bad value keeps the row out of speeds, sums and timelines. */
  isExcluded(row: number): boolean;
}

export interface RejectedReading {
  readonly kind: 'rejected';
  readonly diagnostics: readonly Diagnostic[];
}

export type Reading = AcceptedReading | RejectedReading;
