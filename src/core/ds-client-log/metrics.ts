import { isBackupType, outcomes, type Outcome } from './outcomes.ts';
import type { AcceptedReading } from './reading.ts';
import { dayOf } from './wall-time.ts';

const mebibyte = 1024 ** 2;

/** What can be worked out from one row; null where it means nothing. */
export interface RowMetrics {
  /** Online through duration, in MiB/s: the side of the disk and the LAN, waiting included. */
  readonly readMebibytesPerSecond: number | null;
  /** Transmitted through duration, in MiB/s: an average over the run, not the speed of the line. */
  readonly sentMebibytesPerSecond: number | null;
  /** Online : Transmitted, of a backup that sent something and had something to send. */
  readonly reduction: number | null;
  /** Transmitted as a share of Online, from 0 to 1. */
  readonly sentShare: number | null;
}

/** For each code of the Type column, whether it is the word for a backup. */
function backupRows(reading: AcceptedReading): (row: number) => boolean {
  const { codes, texts } = reading.textCodes('type');
  const isBackupText = texts.map(isBackupType);
  return (row) => isBackupText[codes[row] ?? 0] ?? false;
}

/** Speeds and reduction of a row. A row with a bad value gets none. */
export function rowMetrics(reading: AcceptedReading, row: number): RowMetrics {
  const none = {
    readMebibytesPerSecond: null,
    sentMebibytesPerSecond: null,
    reduction: null,
    sentShare: null,
  };
  if (reading.isExcluded(row)) return none;
  const seconds = reading.number(row, 'duration');
  const online = reading.number(row, 'online');
  const transmitted = reading.number(row, 'transmitted');
  const speed = (size: number | null): number | null =>
    size === null || seconds === null || seconds === 0 ? null : size / mebibyte / seconds;
  const comparable = isBackupType(reading.fieldText(row, 'type'));
  const ratio =
    comparable && online !== null && transmitted !== null && transmitted > 0 && online > 0;
  return {
    readMebibytesPerSecond: speed(online),
    sentMebibytesPerSecond: speed(transmitted),
    reduction: ratio ? online / transmitted : null,
    sentShare: ratio ? transmitted / online : null,
  };
}

/** A run's place in time, from its start to its end, half open. */
export interface RunInterval {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** Runs that have both ends and no bad value; a zero-length run is kept and counts nowhere. */
export function runIntervals(reading: AcceptedReading): readonly RunInterval[] {
  const runs: RunInterval[] = [];
  for (let row = 0; row < reading.rowCount; row += 1) {
    if (reading.isExcluded(row)) continue;
    const from = reading.number(row, 'start');
    const end = reading.number(row, 'end');
    const seconds = reading.number(row, 'duration');
    // In the night the clocks go back an end can stand before its start; the duration is right then.
    const to =
      end !== null && from !== null && end < from && seconds !== null ? from + seconds : end;
    if (from !== null && to !== null && to >= from) runs.push({ row, from, to });
  }
  return runs;
}

export interface Concurrency {
  readonly peak: number;
  /** Wall time at which the peak was first reached; null when no run has a length. */
  readonly firstReachedAt: number | null;
  /** Seconds in which at least one run was going. */
  readonly busySeconds: number;
}

/** Sweeps over starts and ends; an end at the same second as a start comes first (half-open runs). */
export function concurrency(runs: readonly RunInterval[]): Concurrency {
  const moving = runs.filter((run) => run.to > run.from);
  const starts = Float64Array.from(moving, (run) => run.from).toSorted();
  const ends = Float64Array.from(moving, (run) => run.to).toSorted();
  let running = 0;
  let peak = 0;
  let firstReachedAt: number | null = null;
  let busySeconds = 0;
  let busySince = 0;
  for (let s = 0, e = 0; e < ends.length;) {
    const start = starts[s] ?? Infinity;
    const end = ends[e] ?? Infinity;
    if (end <= start) {
      running -= 1;
      e += 1;
      if (running === 0) busySeconds += end - busySince;
    } else {
      if (running === 0) busySince = start;
      running += 1;
      s += 1;
      if (running > peak) {
        peak = running;
        firstReachedAt = start;
      }
    }
  }
  return { peak, firstReachedAt, busySeconds };
}

export interface LogMetrics {
  readonly rows: number;
  readonly byOutcome: Readonly<Record<Outcome, number>>;
  readonly firstStart: number | null;
  readonly lastEnd: number | null;
  readonly concurrency: Concurrency;
  readonly durationTotalSeconds: number;
  /** Sums over backups only; `exact` is false once a total passes 2^53 and is rounded. */
  readonly backupOnlineTotal: number;
  readonly backupTransmittedTotal: number;
  readonly exact: boolean;
  /** Data row numbers of the runs that ended on a later day than they began. */
  readonly crossesMidnight: readonly number[];
  /** Rows that count but are left out of speeds, sums and timelines for a bad value. */
  readonly excluded: number;
}

/** The figures of a whole log; totals, set aside rows and rows with bad values are never added. */
export function logMetrics(reading: AcceptedReading): LogMetrics {
  const byOutcome = Object.fromEntries(outcomes.map((o) => [o, 0])) as Record<Outcome, number>;
  const crossesMidnight: number[] = [];
  let firstStart: number | null = null;
  let lastEnd: number | null = null;
  let durationTotalSeconds = 0;
  let online = 0;
  let transmitted = 0;
  const isBackup = backupRows(reading);
  for (let row = 0; row < reading.rowCount; row += 1) {
    byOutcome[reading.outcome(row)] += 1;
    if (reading.isExcluded(row)) continue;
    const start = reading.number(row, 'start');
    const end = reading.number(row, 'end');
    if (start !== null) firstStart = Math.min(firstStart ?? start, start);
    if (end !== null) lastEnd = Math.max(lastEnd ?? end, end);
    if (start !== null && end !== null && dayOf(end) > dayOf(start)) {
      crossesMidnight.push(reading.dataRow(row));
    }
    durationTotalSeconds += reading.number(row, 'duration') ?? 0;
    if (isBackup(row)) {
      online += reading.number(row, 'online') ?? 0;
      transmitted += reading.number(row, 'transmitted') ?? 0;
    }
  }
  return {
    rows: reading.rowCount,
    byOutcome,
    firstStart,
    lastEnd,
    concurrency: concurrency(runIntervals(reading)),
    durationTotalSeconds,
    backupOnlineTotal: online,
    backupTransmittedTotal: transmitted,
    exact: Number.isSafeInteger(online) && Number.isSafeInteger(transmitted),
    crossesMidnight,
    excluded: reading.excludedCount,
  };
}
