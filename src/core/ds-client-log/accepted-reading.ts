import type { Field, ValueField } from './columns.ts';
import type { DiagnosticLog } from './diagnostics.ts';
import { isShortened } from './numbers.ts';
import type { ReadColumn } from './file-columns.ts';
import { completionClass, outcomeOf, type CompletionClass } from './outcomes.ts';
import type { AcceptedReading, Detection } from './reading.ts';
import type { RowsRead } from './read-rows.ts';
import type { Table } from './table.ts';
import { textCodes, type TextCodes } from './text-codes.ts';
import type { TypedValues } from './typed-values.ts';

/** What a reading is made of. */
export interface Parts {
  readonly kind: AcceptedReading['kind'];
  readonly detection: Detection;
  readonly columns: readonly ReadColumn[];
  readonly rows: RowsRead;
  readonly typed: TypedValues;
  readonly log: DiagnosticLog;
}

/** Fields whose words judging asks for, one after the other: their columns are gone through together. */
const judgedFields: readonly Field[] = ['type', 'description', 'completion'];

/** Values by row and field, those included that a log says only through other columns. */
function numberReader({ rows, typed }: Parts) {
  const stored = (row: number, field: ValueField): number | null => {
    const value = typed.values.get(field)?.get(row);
    return value === undefined || Number.isNaN(value) ? null : value;
  };
  const number = (row: number, field: ValueField): number | null => {
    const value = stored(row, field);
    if (value !== null) return value;
    // A log without one of the three (the API has no duration) still says it through the other two.
    if (field === 'duration' && rows.columns.columnOf('duration') < 0) {
      const start = stored(row, 'start');
      const end = stored(row, 'end');
      return start !== null && end !== null && end >= start ? end - start : null;
    }
    if (field === 'end' && rows.columns.columnOf('end') < 0) {
      const start = stored(row, 'start');
      const seconds = stored(row, 'duration');
      return start !== null && seconds !== null ? start + seconds : null;
    }
    return null;
  };
  return { stored, number };
}

/** The words of columns as codes, each column coded once; those that judging asks for, together. */
function columnCoder(
  table: Table,
  kept: RowsRead['kept'],
  judged: readonly number[],
): (col: number) => TextCodes {
  const coded = new Map<number, TextCodes>();
  const codesOf = (col: number): TextCodes => {
    const made = coded.get(col);
    if (made) return made;
    const asked = judged.includes(col) ? judged : [col];
    for (const [at, codes] of textCodes(table, kept, asked).entries()) {
      coded.set(asked[at] ?? col, codes);
    }
    return codesOf(col);
  };
  return codesOf;
}

/** All values of a field, each field gone through once; no value is NaN. */
function valueLister(
  rowCount: number,
  number: (row: number, field: ValueField) => number | null,
): (field: ValueField) => Float64Array {
  const listed = new Map<ValueField, Float64Array>();
  return (field) => {
    const made = listed.get(field) ?? new Float64Array(rowCount);
    if (!listed.has(field)) {
      for (let row = 0; row < made.length; row += 1) made[row] = number(row, field) ?? Number.NaN;
      listed.set(field, made);
    }
    return made;
  };
}

/** A reading over a table whose rows and values are read. */
export function acceptedReading(table: Table, parts: Parts): AcceptedReading {
  const { rows, typed } = parts;
  const columnOf = (field: Field): number => rows.columns.columnOf(field);
  const cellText = (row: number, col: number): string =>
    col < 0 ? '' : table.cell(rows.kept[row] ?? table.rowCount, col);
  const { stored, number } = numberReader(parts);
  const codesOf = columnCoder(table, rows.kept, judgedFields.map(columnOf));
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
    excludedCount: typed.excludedCount,
    setAside: rows.setAside,
    diagnostics: parts.log.list(),
    cellText,
    fieldText: (row, field) => cellText(row, columnOf(field)),
    number,
    valuesOf: valueLister(rows.kept.length, number),
    roundedFields: typed.rounded,
    isRounded: (row, field) =>
      typed.rounded.has(field) && isShortened(cellText(row, columnOf(field))),
    textCodes: (field) => codesOf(columnOf(field)),
    columnCodes: codesOf,
    outcome: (row) => outcomeOf(classOf(row), stored(row, 'errors'), stored(row, 'warnings')),
    columnOf,
    dataRow: (row) => rows.dataRows[row] ?? 0,
    line: (row) => table.line(rows.kept[row] ?? 0),
    isExcluded: (row) => typed.excluded[row] === 1,
  };
}
