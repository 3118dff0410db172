import { isFormulaLike } from './cell-checks.ts';
import { isNumberField } from './columns.ts';
import type { AcceptedReading } from './reading.ts';

const plainNumber = /^[+-]?\d[\d.,'\u2019 \u00a0\u202f]*$/;

/**
 * A cell that no spreadsheet calculates: a leading = + - @, tab, carriage return or fullwidth twin of
 * one is preceded by an apostrophe, behind spaces and quotes too (OWASP ASVS 1.2.10). Plain numbers of
 * a numeric column stay as they are.
 */
export function neutralised(text: string, isNumeric: boolean): string {
  if (isNumeric && text.length <= 64 && plainNumber.test(text)) return text;
  return isFormulaLike(text) ? `'${text}` : text;
}

export type ExportForm = 'csv' | 'tsv';

const delimiterOf = { csv: ',', tsv: '\t' } as const satisfies Record<ExportForm, string>;

function quoted(text: string, delimiter: string): string {
  const needsQuotes =
    text.includes(delimiter) || text.includes('"') || text.includes('\n') || text.includes('\r');
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}

const line = (cells: readonly string[], form: ExportForm): string =>
  `${cells.map((cell) => quoted(cell, delimiterOf[form])).join(delimiterOf[form])}\r\n`;

/** The rows that count (or some of them, counted from 0) as a file for a spreadsheet. */
export function exportRows(
  reading: AcceptedReading,
  form: ExportForm,
  rows: Iterable<number> = Array.from({ length: reading.rowCount }, (_, row) => row),
): string {
  const { columns } = reading;
  let text = line(
    columns.map(({ header, field, index }) =>
      neutralised(header || field || `Column ${index + 1}`, false),
    ),
    form,
  );
  for (const row of rows) {
    text += line(
      columns.map(({ index, field }) =>
        neutralised(reading.cellText(row, index), isNumberField(field)),
      ),
      form,
    );
  }
  return text;
}

/** The rows that were set aside, each with its line and the reason, so that nothing is lost. */
export function exportSetAside(reading: AcceptedReading, form: ExportForm): string {
  const head = line(
    ['Line', 'Reason', ...reading.columns.map((c) => neutralised(c.header, false))],
    form,
  );
  return reading.setAside.reduce(
    (text, row) =>
      text +
      line(
        [String(row.line), row.reason, ...row.cells.map((cell) => neutralised(cell, false))],
        form,
      ),
    head,
  );
}
