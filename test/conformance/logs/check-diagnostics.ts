import type { Diagnostic } from '../../../src/core/ds-client-log/diagnostics.ts';
import type { Compare, Remark } from './check-table.ts';
import type { ExpectedDiagnostic } from './sidecar.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Free words that name a thing; another name for the same thing is no failure of the reader. */
const namingFacts = ['looks_like'];

function checkOne(
  expected: ExpectedDiagnostic,
  found: Diagnostic,
  compare: Compare,
  remark: Remark,
): void {
  const { code } = expected;
  const { severity, count, rows, row, col, line, ...facts } = expected;
  if (severity !== undefined) compare(`${code}.severity`, severity, found.severity);
  if (count !== undefined) compare(`${code}.count`, count, found.count);
  if (rows !== undefined)
    compare(
      `${code}.rows`,
      rows,
      found.places.map((place) => place.row),
    );
  const at = found.places.filter(
    (place) =>
      (row === undefined || place.row === row || (place.row === undefined && place.line === row)) &&
      (col === undefined || place.col === col) &&
      (line === undefined || place.line === line),
  );
  if ((row ?? col ?? line) !== undefined) {
    compare(
      `${code} at ${JSON.stringify({ row, col, line })}`,
      true,
      at.length > 0 || found.places,
    );
  }
  for (const [fact, value] of Object.entries(facts)) {
    if (fact === 'code') continue;
    const actual = at.map((place) => place.facts?.[fact]).filter((v) => v !== undefined);
    if (actual.some((v) => same(v, value))) continue;
    if (namingFacts.includes(fact)) {
      remark(`${code}: the sidecar calls it "${String(value)}", the reader "${String(actual[0])}"`);
    } else compare(`${code}.${fact}`, value, actual[0]);
  }
}

/** Diagnostics in both directions: none missing, none more; and as many of each code. */
export function checkDiagnostics(
  expected: readonly ExpectedDiagnostic[],
  actual: readonly Diagnostic[],
  compare: Compare,
  remark: Remark,
): void {
  const codes = new Set(expected.map((diagnostic) => diagnostic.code));
  for (const diagnostic of actual) {
    if (!codes.has(diagnostic.code)) {
      compare(
        'diagnostics',
        '(none)',
        `${diagnostic.code} ${JSON.stringify(diagnostic.places.slice(0, 3))}`,
      );
    }
  }
  for (const entry of expected) {
    const found = actual.find((diagnostic) => diagnostic.code === entry.code);
    if (found) checkOne(entry, found, compare, remark);
    else compare('diagnostics', entry.code, '(not raised)');
  }
  for (const code of codes) {
    const entries = expected.filter((entry) => entry.code === code);
    const placed = entries.filter((entry) => entry.row !== undefined);
    const found = actual.find((diagnostic) => diagnostic.code === code);
    if (found && placed.length === entries.length)
      compare(`${code}.count`, placed.length, found.count);
  }
}
