import { readDateParts } from './dates.ts';
import { findHeader } from './header.ts';
import type { Sheet } from './sheet.ts';
import { cellTable, type Mending } from './table.ts';

/** Whether known labels stand in a sheet and a moment below them: a form or a legend has labels only. */
function holdsLog({ rows }: Sheet): boolean {
  const header = findHeader(cellTable(rows));
  if (!header) return false;
  return rows.slice(header.row + 1).some((cells) => cells.some((cell) => readDateParts(cell)));
}

/** Sheets one under the other. */
function stacked(sheets: readonly Sheet[]): Sheet {
  const rows: (readonly string[])[] = [];
  const merged = new Map<number, Mending>();
  for (const sheet of sheets) {
    for (const [row, mending] of sheet.merged) merged.set(rows.length + row, mending);
    for (const cells of sheet.rows) rows.push(cells);
  }
  return { rows, merged, serialDates: sheets.some(({ serialDates }) => serialDates) };
}

/**
 * The log among the tables of a page or the sheets of a workbook: the first that holds one, with those
 * that follow and hold one as well, so that their labels are seen again and nothing is left out without
 * a word. Where none does, the largest; null where there are none.
 */
export function logSheet(sheets: readonly Sheet[]): Sheet | null {
  const logs = sheets.filter(holdsLog);
  const [only] = logs;
  if (only) return logs.length === 1 ? only : stacked(logs);
  return sheets.reduce<Sheet | null>(
    (largest, sheet) => (sheet.rows.length > (largest?.rows.length ?? 0) ? sheet : largest),
    null,
  );
}
