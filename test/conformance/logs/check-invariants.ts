import { concurrency } from '../../../src/core/ds-client-log/concurrency.ts';
import { delimitedTable } from '../../../src/core/ds-client-log/delimited.ts';
import { isNumberField } from '../../../src/core/ds-client-log/columns.ts';
import { exportRows, exportSetAside } from '../../../src/core/ds-client-log/export.ts';
import { rowMetrics } from '../../../src/core/ds-client-log/metrics.ts';
import { runIntervals } from '../../../src/core/ds-client-log/run-intervals.ts';
import type { AcceptedReading } from '../../../src/core/ds-client-log/reading.ts';
import { faultOf, heldInBrowser, type HeldInBrowser } from './held-in-browser.ts';
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

/** At most all runs that have a length go on at once, at least one where there is such a run. */
function checkConcurrency(reading: AcceptedReading, compare: Compare): void {
  const runs = runIntervals(reading);
  const long = runs.filter((run) => run.to > run.from);
  const { peak, busySeconds, firstReachedAt } = concurrency(runs);
  const atLeast = Math.min(1, long.length);
  compare(
    `concurrency is from ${atLeast} to ${long.length}, the runs with a length`,
    true,
    Number.isInteger(peak) && peak >= atLeast && peak <= long.length,
  );
  const reached = long.filter(
    (run) => firstReachedAt !== null && run.from <= firstReachedAt && firstReachedAt < run.to,
  );
  compare('as many runs go on at the first peak as it says', reached.length, peak);
  const total = long.reduce((sum, run) => sum + run.to - run.from, 0);
  compare('no more seconds are busy than all runs took', true, busySeconds <= total);
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
  checkConcurrency(reading, compare);
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

/** How a `must` sentence is held: here, by a browser test, or by nothing yet. */
export type Held =
  | { readonly kind: 'here' }
  | { readonly kind: 'browser'; readonly held: HeldInBrowser }
  | { readonly kind: 'unknown' };

export function checkMust(
  sentence: string,
  reading: AcceptedReading | null,
  compare: Compare,
): Held {
  const held = heldInBrowser.find((known) => known.sentence === sentence);
  if (held) {
    compare(`must: held by a browser test`, null, faultOf(held));
    return { kind: 'browser', held };
  }
  // `checkExports` has looked at every exported cell of the file.
  if (reading && /^exported files contain no cell starting with/i.test(sentence))
    return { kind: 'here' };
  const named = namedRows(sentence);
  if (reading && /excluded from/i.test(sentence) && named.length > 0) {
    const rows = rowByNumber(reading);
    const aside = new Set(reading.setAside.map(({ row }) => row));
    for (const n of named) {
      const row = rows.get(n);
      const isOut = row === undefined ? aside.has(n) : reading.isExcluded(row);
      compare(`must: row ${n} is excluded, or set aside where it can be seen`, true, isOut);
    }
    return { kind: 'here' };
  }
  return { kind: 'unknown' };
}
