import { delimitedTable } from '../../../src/core/ds-client-log/delimited.ts';
import { isNumberField } from '../../../src/core/ds-client-log/columns.ts';
import { exportRows, exportSetAside } from '../../../src/core/ds-client-log/export.ts';
import { concurrency, rowMetrics, runIntervals } from '../../../src/core/ds-client-log/metrics.ts';
import type { AcceptedReading } from '../../../src/core/ds-client-log/reading.ts';
import { rowByNumber, type Compare } from './check-table.ts';

const dangerous = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const plainNumber = /^[+-]?[\d.,'\u2019 \u00a0\u202f]+$/;

/** No cell of an exported file begins like a formula, plain numbers of numeric columns aside. */
function checkExports(reading: AcceptedReading, compare: Compare): void {
  for (const [form, delimiter] of [
    ['csv', ','],
    ['tsv', '\t'],
  ] as const) {
    const text = new TextEncoder().encode(exportRows(reading, form));
    const table = delimitedTable(text, { delimiter, quoted: true });
    for (let row = 0; row < table.rowCount; row += 1) {
      table.cells(row).forEach((cell, col) => {
        const isNumeric = isNumberField(reading.columns[col]?.field ?? null);
        const bad = dangerous.test(cell) && !(row > 0 && isNumeric && plainNumber.test(cell));
        if (bad) compare(`export.${form} row ${row} col ${col}`, 'neutralised', cell.slice(0, 40));
      });
    }
    compare(`export.${form} rows`, reading.rowCount + 1, table.rowCount);
    const aside = new TextEncoder().encode(exportSetAside(reading, form));
    const asideTable = delimitedTable(aside, { delimiter, quoted: true });
    for (let row = 1; row < asideTable.rowCount; row += 1) {
      for (const cell of asideTable.cells(row)) {
        if (dangerous.test(cell))
          compare(`export of rows set aside, ${form}`, 'neutralised', cell.slice(0, 40));
      }
    }
  }
}

/** What must hold for every file that was read. */
export function checkInvariants(reading: AcceptedReading, compare: Compare): void {
  const asideData = reading.setAside.filter((row) => row.row !== null).length;
  compare(
    'rows kept and set aside make the whole',
    reading.rowsTotal,
    reading.rowCount + asideData,
  );
  let excluded = 0;
  for (let row = 0; row < reading.rowCount; row += 1) {
    if (!reading.isExcluded(row)) continue;
    excluded += 1;
    const speeds = Object.values(rowMetrics(reading, row)).filter((value) => value !== null);
    compare(`excluded row ${reading.dataRow(row)} has no speed`, 0, speeds.length);
  }
  compare('excluded rows are counted', excluded, reading.excludedCount);
  const timed = runIntervals(reading).some((run) => reading.isExcluded(run.row));
  compare('excluded rows are in no timeline', false, timed);
  compare('concurrency is a count', true, concurrency(runIntervals(reading)).peak >= 0);
  checkExports(reading, compare);
}

/** Rows that a sentence such as "rows 1-5 are excluded ..." names. */
function namedRows(sentence: string): readonly number[] {
  const [, from, to] = /rows? (\d{1,6})(?: ?[-\u2013] ?(\d{1,6}))?/i.exec(sentence) ?? [];
  if (from === undefined) return [];
  const first = Number(from);
  const last = Number(to ?? from);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

const inBrowser =
  /\bscript runs\b|network request|innerHTML|main thread|page stays|stack trace|\bDOM\b|reload|clipboard|worker|animation|focus|screen|tab\b.*(?:close|switch)/i;

/** How a `must` sentence is held: here, by the browser tests, or by nothing yet. */
export function checkMust(
  sentence: string,
  reading: AcceptedReading | null,
  compare: Compare,
): 'here' | 'browser' | 'unknown' {
  if (inBrowser.test(sentence)) return 'browser';
  if (/^exported files contain no cell starting with/i.test(sentence)) return 'here';
  if (/excluded from/i.test(sentence) && reading) {
    const rows = rowByNumber(reading);
    for (const n of namedRows(sentence)) {
      const row = rows.get(n);
      compare(`must: row ${n} is excluded`, true, row === undefined || reading.isExcluded(row));
    }
    return 'here';
  }
  return 'unknown';
}
