import { clockChangeSeconds } from '../../../src/core/ds-client-log/clock-changes.ts';
import { runFacts } from '../../../src/core/ds-client-log/explain.ts';
import { groupEvents } from '../../../src/core/ds-client-log/events.ts';
import { logFlags, type Flag } from '../../../src/core/ds-client-log/flags.ts';
import type { MessageMatcher } from '../../../src/core/ds-client-log/messages.ts';
import { logMetrics, rowMetrics } from '../../../src/core/ds-client-log/metrics.ts';
import type { AcceptedReading } from '../../../src/core/ds-client-log/reading.ts';
import { formatIsoWall } from '../../../src/core/ds-client-log/wall-time.ts';
import { wallKindIn } from './zone.ts';
import { normalised, rowByNumber, type Compare } from './check-table.ts';
import { judged } from './claims.ts';
import type { Sidecar } from './sidecar.ts';

const iso = (wall: number | null): string | null => (wall === null ? null : formatIsoWall(wall));

/** Sidecars round; half of their last digit is the tolerance, and no more. */
const near = (expected: unknown, actual: number | null, digits: number): unknown => {
  if (typeof expected !== 'number' || actual === null) return actual;
  return Math.abs(expected - actual) <= 0.5 * 10 ** -digits + 1e-9 ? expected : actual;
};

function checkPerRow(expected: unknown, reading: AcceptedReading, compare: Compare): void {
  const rows = rowByNumber(reading);
  for (const entry of expected as readonly Record<string, unknown>[]) {
    const n = Number(entry['n']);
    const row = rows.get(n);
    if (row === undefined) {
      compare(`metrics.per_row ${n}`, 'a row', 'none');
      continue;
    }
    const metrics = rowMetrics(reading, row);
    const percent = metrics.sentShare === null ? null : metrics.sentShare * 100;
    const actual: Record<string, unknown> = {
      n,
      read_MiB_s: near(entry['read_MiB_s'], metrics.readMebibytesPerSecond, 3),
      sent_MiB_s: near(entry['sent_MiB_s'], metrics.sentMebibytesPerSecond, 3),
      reduction: near(entry['reduction'], metrics.reduction, 3),
      sent_pct: near(entry['sent_pct'], percent, 4),
    };
    for (const [key, value] of judged('metrics.per_row', entry)) {
      compare(`metrics.per_row ${n}.${key}`, value, actual[key]);
    }
  }
}

function checkMetrics(sidecar: Sidecar, reading: AcceptedReading, compare: Compare): void {
  if (!sidecar.metrics) return;
  const metrics = logMetrics(reading);
  const outcomes = Object.fromEntries(
    Object.entries(metrics.byOutcome).filter(([, count]) => count > 0),
  );
  const actual: Record<string, unknown> = {
    rows: metrics.rows,
    first_start: iso(metrics.firstStart),
    last_end: iso(metrics.lastEnd),
    peak_concurrency: metrics.concurrency.peak,
    peak_first_reached_at: iso(metrics.concurrency.firstReachedAt),
    busy_seconds: metrics.concurrency.busySeconds,
    sum_duration_s: metrics.durationTotalSeconds,
    backup_online_total: metrics.backupOnlineTotal,
    backup_transmitted_total: metrics.backupTransmittedTotal,
    crosses_midnight: metrics.crossesMidnight,
    excluded: metrics.excluded,
  };
  const sorted = (value: unknown): unknown =>
    Object.fromEntries(Object.entries(value as object).toSorted(([a], [b]) => a.localeCompare(b)));
  for (const [key, expected] of judged('metrics', sidecar.metrics)) {
    if (key === 'by_outcome') compare(`metrics.${key}`, sorted(expected), sorted(outcomes));
    else if (key === 'per_row') checkPerRow(expected, reading, compare);
    else compare(`metrics.${key}`, expected, actual[key]);
  }
}

function checkEvents(
  sidecar: Sidecar,
  reading: AcceptedReading,
  match: MessageMatcher,
  compare: Compare,
): void {
  if (sidecar.by_severity) {
    const counts: Record<string, number> = {};
    for (let row = 0; row < reading.rowCount; row += 1) {
      const severity = reading.fieldText(row, 'severity');
      counts[severity] = (counts[severity] ?? 0) + 1;
    }
    for (const severity of new Set([...Object.keys(counts), ...Object.keys(sidecar.by_severity)])) {
      compare(`by_severity.${severity}`, sidecar.by_severity[severity] ?? 0, counts[severity] ?? 0);
    }
  }
  if (!sidecar.groups && sidecar.ungrouped_unknown === undefined) return;
  const groups = groupEvents(reading, match);
  const known = groups.filter((group) => group.entry !== null);
  for (const expected of sidecar.groups ?? []) {
    const found = known.find((group) => group.entry?.catalogueId === expected.catalogue);
    compare(`group ${expected.catalogue}`, expected.count, found?.count ?? 0);
    const saysSo = found?.example.includes(expected.pattern) ?? false;
    compare(
      `group ${expected.catalogue}.pattern`,
      expected.pattern,
      saysSo ? expected.pattern : found?.example,
    );
  }
  if (sidecar.groups) compare('groups', sidecar.groups.length, known.length);
  const unknown = groups.filter((group) => group.entry === null && !group.isAnnouncement);
  if (sidecar.ungrouped_unknown !== undefined) {
    const lines = unknown.reduce((sum, group) => sum + group.count, 0);
    compare('ungrouped_unknown', sidecar.ungrouped_unknown, lines);
  }
}

function checkFacts(sidecar: Sidecar, reading: AcceptedReading, compare: Compare): void {
  const rows = rowByNumber(reading);
  for (const fact of sidecar.facts ?? []) {
    const n = Number(fact['row']);
    const row = rows.get(n);
    if (row === undefined) {
      compare(`fact of row ${n}`, 'a row', 'none');
      continue;
    }
    for (const [key, expected] of judged('facts', fact)) {
      if (key === 'row') continue;
      const actual =
        key === 'flag' ? flagOf(reading, row, sidecar, expected) : factOf(reading, row, key);
      compare(`fact ${n}.${key}`, expected, actual);
    }
  }
}

function factOf(reading: AcceptedReading, row: number, key: string): unknown {
  const facts = runFacts(reading, row);
  if (key === 'wall_minus_duration_s') {
    const { start, end, durationSeconds } = facts;
    return start === null || end === null || durationSeconds === null
      ? null
      : end - start - durationSeconds;
  }
  return normalised(reading, row, key);
}

/** The flag of a row about the clock: the one the sidecar names, if it is among those that hold. */
function flagOf(
  reading: AcceptedReading,
  row: number,
  sidecar: Sidecar,
  expected: unknown,
): string | null {
  const facts = runFacts(reading, row);
  const held = clockChangeSeconds(facts) === 0 ? [] : ['clock-change-likely'];
  const kind =
    sidecar.zone_for_check !== undefined && facts.start !== null
      ? wallKindIn(sidecar.zone_for_check, facts.start)
      : null;
  if (kind === 'skipped') held.push('skipped-hour', 'start-in-skipped-hour');
  if (kind === 'repeated') held.push('repeated-hour');
  return held.find((flag) => flag === expected) ?? held[0] ?? null;
}

/** Kinds that the sidecars' rule covers; the others are about reading, or combine these. */
const ruledKinds = [
  'missed-run',
  'reduction-collapse',
  'files-jump',
  'transmitted-jump',
  'slow-run',
  'incomplete',
];

const flagKey = (flag: Flag): string =>
  JSON.stringify(
    flag.kind === 'missed-run'
      ? [flag.kind, flag.set, flag.nights]
      : [flag.kind, flag.set, flag.startDate],
  );

function checkFlags(sidecar: Sidecar, reading: AcceptedReading, compare: Compare): void {
  if (!sidecar.flags_expected) return;
  const expected = sidecar.flags_expected.map((flag) =>
    JSON.stringify([flag['flag'], flag['set'], flag['nights'] ?? flag['start_date']]),
  );
  const kinds = new Set([
    ...ruledKinds,
    ...sidecar.flags_expected.map((flag) => String(flag['flag'])),
  ]);
  const actual = logFlags(reading)
    .filter((flag) => kinds.has(flag.kind))
    .map(flagKey);
  for (const flag of expected) compare('flag', flag, actual.includes(flag) ? flag : '(not raised)');
  for (const flag of actual) {
    compare('flag', expected.includes(flag) ? flag : '(none)', flag);
  }
}

/** Everything that is worked out from the rows. */
export function checkFigures(
  sidecar: Sidecar,
  reading: AcceptedReading,
  match: MessageMatcher,
  compare: Compare,
): void {
  checkMetrics(sidecar, reading, compare);
  checkEvents(sidecar, reading, match, compare);
  checkFacts(sidecar, reading, compare);
  checkFlags(sidecar, reading, compare);
}
