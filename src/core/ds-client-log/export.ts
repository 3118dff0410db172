import { isFormulaLike } from './cell-checks.ts';
import { isNumberField } from './columns.ts';
import type { AcceptedReading } from './reading.ts';

const plainNumber = /^[+-]?\d[\d.,'\u2019 \u00a0\u202f]*$/;

/** What leaves no mark, and every kind of space: programs differ in which of them they drop. */
const unseen = /^[\p{Cc}\p{Cf}\p{Z}"']+/u;
const unseenMax = 4096;

/**
 * A cell that no spreadsheet calculates: a leading = + - @, tab, carriage return, NUL or fullwidth twin
 * of one is preceded by an apostrophe, behind spaces, quotes and unseen characters too (OWASP ASVS
 * 1.2.10). Plain numbers of a numeric column stay as they are.
 */
export function neutralised(text: string, isNumeric: boolean): string {
  if (isNumeric && text.length <= 64 && plainNumber.test(text)) return text;
  const shown = text.slice(0, unseenMax).replace(unseen, '');
  const isFormula = isFormulaLike(text) || isFormulaLike(shown) || text.startsWith('\0');
  return isFormula ? `'${text}` : text;
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

/** Rows written at a time: a log of a million is never held as one text. */
const rowsAtATime = 4096;

/** The lines of a file for a spreadsheet, its labels first, some thousand rows to a piece. */
export function* exportPieces(
  reading: AcceptedReading,
  form: ExportForm,
  rows: ArrayLike<number>,
): Generator<string> {
  const { columns } = reading;
  yield line(
    columns.map(({ header, field, index }) =>
      neutralised(header || field || `Column ${index + 1}`, false),
    ),
    form,
  );
  for (let from = 0; from < rows.length; from += rowsAtATime) {
    let piece = '';
    for (let i = from; i < Math.min(from + rowsAtATime, rows.length); i += 1) {
      const row = rows[i] ?? 0;
      piece += line(
        columns.map(({ index, field }) =>
          neutralised(reading.cellText(row, index), isNumberField(field)),
        ),
        form,
      );
    }
    yield piece;
  }
}

/** The rows that count (or some of them, counted from 0) as a file for a spreadsheet. */
export const exportRows = (
  reading: AcceptedReading,
  form: ExportForm,
  rows: ArrayLike<number> = Array.from({ length: reading.rowCount }, (_, row) => row),
): string => [...exportPieces(reading, form, rows)].join('');

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
