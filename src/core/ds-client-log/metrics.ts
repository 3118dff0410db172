import { isBackupType, outcomes, type Outcome } from './outcomes.ts';
import type { AcceptedReading } from './reading.ts';
import { outcomePlaces } from './run-columns.ts';
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

/**
 * When a run ended, as far as it can be said; NaN otherwise. In the night the clocks go back an end can
 * stand before its start; the duration is right then.
 */
const endOf = (from: number, end: number, seconds: number): number =>
  end < from && !Number.isNaN(seconds) ? from + seconds : end;

/** Calls `take` for each run that has both ends and no bad value, in the order of the file. */
function eachRun(
  reading: AcceptedReading,
  take: (row: number, from: number, to: number) => void,
): void {
  const { start, end, duration } = timesOf(reading);
  for (let row = 0; row < reading.rowCount; row += 1) {
    const from = start[row] ?? Number.NaN;
    const to = endOf(from, end[row] ?? Number.NaN, duration[row] ?? Number.NaN);
    if (to >= from && !reading.isExcluded(row)) take(row, from, to);
  }
}

const timesOf = (reading: AcceptedReading) => ({
  start: reading.valuesOf('start'),
  end: reading.valuesOf('end'),
  duration: reading.valuesOf('duration'),
});

/** Runs that have both ends and no bad value; a zero-length run is kept and counts nowhere. */
export function runIntervals(reading: AcceptedReading): readonly RunInterval[] {
  const runs: RunInterval[] = [];
  eachRun(reading, (row, from, to) => runs.push({ row, from, to }));
  return runs;
}

export interface Concurrency {
  readonly peak: number;
  /** Wall time at which the peak was first reached; null when no run has a length. */
  readonly firstReachedAt: number | null;
  /** Seconds in which at least one run was going. */
  readonly busySeconds: number;
}

/** Sweeps over sorted starts and ends; an end at the same second as a start comes first (half-open runs). */
function sweep(starts: Float64Array, ends: Float64Array): Concurrency {
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

/** How many runs went on at the same time; of runs without a length, none. */
export function concurrency(runs: readonly RunInterval[]): Concurrency {
  const moving = runs.filter((run) => run.to > run.from);
  return sweep(
    Float64Array.from(moving, (run) => run.from).toSorted(),
    Float64Array.from(moving, (run) => run.to).toSorted(),
  );
}

/** The same of a whole log, without an object for each of its runs. */
function logConcurrency(reading: AcceptedReading): Concurrency {
  const starts = new Float64Array(reading.rowCount);
  const ends = new Float64Array(reading.rowCount);
  let count = 0;
  eachRun(reading, (_row, from, to) => {
    if (to === from) return;
    starts[count] = from;
    ends[count] = to;
    count += 1;
  });
  return sweep(starts.subarray(0, count).toSorted(), ends.subarray(0, count).toSorted());
}

export interface LogMetrics {
  readonly rows: number;
  readonly byOutcome: Readonly<Record<Outcome, number>>;
  readonly firstStart: number | null;
  readonly lastEnd: number | null;
  readonly concurrency: Concurrency;
  readonly durationTotalSeconds: number;
  /**
   * Sums over backups only, null where the log does not say; `exact` is false where a total passes 2^53
   * or a spreadsheet rounded a part of it.
   */
  readonly backupOnlineTotal: number | null;
  readonly backupTransmittedTotal: number | null;
  readonly exact: boolean;
  /** Data row numbers of the runs that ended on a later day than they began. */
  readonly crossesMidnight: readonly number[];
  /** Rows that count but are left out of speeds, sums and timelines for a bad value. */
  readonly excluded: number;
}

interface Sums {
  readonly firstStart: number | null;
  readonly lastEnd: number | null;
  readonly durationTotalSeconds: number;
  readonly crossesMidnight: readonly number[];
}

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

/**
 * The sum of a size over the backups without a bad value. Null where there is no such column and where
 * no backup has a value in it: nobody knows then, and 0 would be a statement.
 */
function backupTotal(reading: AcceptedReading, field: 'online' | 'transmitted'): number | null {
  const isBackup = backupRows(reading);
  const sizes = reading.valuesOf(field);
  let [total, backups, known] = [0, 0, 0];
  for (let row = 0; row < reading.rowCount; row += 1) {
    if (!isBackup(row) || reading.isExcluded(row)) continue;
    const size = sizes[row] ?? Number.NaN;
    backups += 1;
    if (Number.isNaN(size)) continue;
    known += 1;
    total += size;
  }
  return known === 0 && (backups > 0 || reading.columnOf(field) < 0) ? null : total;
}

/** Sums and ends over the rows without a bad value. */
function sumsOf(reading: AcceptedReading): Sums {
  const { start, end, duration } = timesOf(reading);
  const crossesMidnight: number[] = [];
  let [firstStart, lastEnd] = [Infinity, -Infinity];
  let seconds = 0;
  for (let row = 0; row < reading.rowCount; row += 1) {
    if (reading.isExcluded(row)) continue;
    const from = start[row] ?? Number.NaN;
    const to = end[row] ?? Number.NaN;
    if (from < firstStart) firstStart = from;
    if (to > lastEnd) lastEnd = to;
    if (dayOf(to) > dayOf(from)) crossesMidnight.push(reading.dataRow(row));
    seconds += duration[row] || 0; // NaN adds nothing
  }
  return {
    firstStart: orNull(firstStart),
    lastEnd: orNull(lastEnd),
    durationTotalSeconds: seconds,
    crossesMidnight,
  };
}

function countsOf(reading: AcceptedReading): Readonly<Record<Outcome, number>> {
  const counts = new Uint32Array(outcomes.length);
  for (const place of outcomePlaces(reading)) counts[place] = (counts[place] ?? 0) + 1;
  const named = outcomes.map((outcome, place) => [outcome, counts[place] ?? 0]);
  return Object.fromEntries(named) as Record<Outcome, number>;
}

/** The figures of a whole log; totals, set aside rows and rows with bad values are never added. */
export function logMetrics(reading: AcceptedReading): LogMetrics {
  const sums = sumsOf(reading);
  const online = backupTotal(reading, 'online');
  const transmitted = backupTotal(reading, 'transmitted');
  return {
    rows: reading.rowCount,
    byOutcome: countsOf(reading),
    firstStart: sums.firstStart,
    lastEnd: sums.lastEnd,
    concurrency: logConcurrency(reading),
    durationTotalSeconds: sums.durationTotalSeconds,
    backupOnlineTotal: online,
    backupTransmittedTotal: transmitted,
    exact:
      Number.isSafeInteger(online ?? 0) &&
      Number.isSafeInteger(transmitted ?? 0) &&
      !reading.roundedFields.has('online') &&
      !reading.roundedFields.has('transmitted'),
    crossesMidnight: sums.crossesMidnight,
    excluded: reading.excludedCount,
  };
}
