import {
  clockChanges,
  clockChangeSeconds,
  timesDisagree,
  type ClockChange,
} from './clock-changes.ts';
import type { Flag, FlagKind } from './flags.ts';
import { flag, startDate } from './new-flag.ts';
import type { AcceptedReading } from './reading.ts';
import type { RunColumns } from './run-columns.ts';
import { formatIsoDate } from './wall-time.ts';

/** Rows whose end is not their start and their duration: by an hour, or for no reason that can be seen. */
function oddRows(reading: AcceptedReading, columns: RunColumns) {
  const byAnHour: number[] = [];
  const otherwise: number[] = [];
  for (let row = 0; row < reading.rowCount; row += 1) {
    const [start = 0, end = 0] = [columns.start[row], columns.end[row]];
    const seconds = columns.duration[row] ?? Number.NaN;
    // Nearly every run: its times agree, or its start or end is missing (NaN).
    if (!(Math.abs(end - start - seconds) > 1) && !(end < start)) continue;
    if (reading.isExcluded(row)) continue;
    const times = { start, end, durationSeconds: Number.isNaN(seconds) ? null : seconds };
    if (clockChangeSeconds(times) !== 0) byAnHour.push(row);
    else if (timesDisagree(times)) otherwise.push(row);
  }
  return { byAnHour, otherwise };
}

/** Rows that began at a time which the clock never showed. */
function skippedStarts(
  reading: AcceptedReading,
  { start }: RunColumns,
  { at, seconds, isSure }: ClockChange,
): readonly number[] {
  if (seconds < 0 || !isSure) return [];
  const rows: number[] = [];
  start.forEach((time, row) => {
    if (time >= at && time < at + seconds && !reading.isExcluded(row)) rows.push(row);
  });
  return rows;
}

/** Runs that are too long to show at which hour it was, and during which it was all the same. */
const withLongRuns = (
  byAnHour: readonly number[],
  { start, end, duration }: RunColumns,
  change: ClockChange,
): ClockChange => {
  const known = new Set(change.rows);
  const { at, seconds } = change;
  const long = byAnHour.filter((row) => {
    const [from = 0, to = 0, length = 0] = [start[row], end[row], duration[row]];
    const isDuring = from < at && from + length > at;
    return isDuring && !known.has(row) && Math.sign(to - from - length) === Math.sign(seconds);
  });
  return { ...change, rows: [...change.rows, ...long] };
};

/** What of a log does not fit the time at which it says it was, the changes of the clock among it. */
export function clockFlags(reading: AcceptedReading, columns: RunColumns): readonly Flag[] {
  const { byAnHour, otherwise } = oddRows(reading, columns);
  const about = (kind: FlagKind, rows: readonly number[]): readonly Flag[] =>
    rows.length === 0 ? [] : [flag(kind, { rows, startDate: startDate(reading, rows[0] ?? 0) })];
  const changes = (byAnHour.length > 0 ? clockChanges(reading) : []).map((change) =>
    withLongRuns(byAnHour, columns, change),
  );
  const explained = new Set(changes.flatMap(({ rows }) => rows));
  return [
    ...changes.flatMap((change) => {
      const told = { change, startDate: formatIsoDate(change.at) };
      const skipped = skippedStarts(reading, columns, change);
      return [
        flag('clock-change-likely', { ...told, rows: change.rows }),
        ...(skipped.length > 0 ? [flag('skipped-hour', { ...told, rows: skipped })] : []),
      ];
    }),
    ...about(
      'hour-off',
      byAnHour.filter((row) => !explained.has(row)),
    ),
    ...about('times-disagree', otherwise),
  ];
}
