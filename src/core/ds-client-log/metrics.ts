import { isBackupType, outcomes, type Outcome } from './outcomes.ts';
import type { AcceptedReading } from './reading.ts';
import { outcomePlaces } from './run-columns.ts';
import { logConcurrency, type Concurrency } from './concurrency.ts';
import { timeLineOf } from './time-line.ts';
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

export interface LogMetrics {
  readonly rows: number;
  readonly byOutcome: Readonly<Record<Outcome, number>>;
  /** Wall times, as all moments here; the last end is the latest one, whatever the clock showed then. */
  readonly firstStart: number | null;
  readonly lastEnd: number | null;
  /** The latest start of a run without an end: the log goes on to it, be it after the last end. */
  readonly lastOpenStart: number | null;
  readonly concurrency: Concurrency;
  readonly durationTotalSeconds: number;
  /**
   * Sums over backups only, null where the log does not say; one is not exact where it passes 2^53 or a
   * spreadsheet rounded a part of it.
   */
  readonly backupOnlineTotal: number | null;
  readonly backupTransmittedTotal: number | null;
  readonly exact: { readonly online: boolean; readonly transmitted: boolean };
  /** Data row numbers of the runs that ended on a later day than they began. */
  readonly crossesMidnight: readonly number[];
  /** Rows that count but are left out of speeds, sums and timelines for a bad value. */
  readonly excluded: number;
}

interface Sums {
  readonly firstStart: number;
  readonly lastEnd: number;
  readonly lastOpenStart: number;
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

/**
 * Sums over the rows without a bad value, and the span of all rows. A size that cannot be read says
 * nothing against the times beside it: they count in the span where their order is right.
 */
function sumsOf(reading: AcceptedReading): Sums {
  const [start, end] = [reading.valuesOf('start'), reading.valuesOf('end')];
  const duration = reading.valuesOf('duration');
  const crossesMidnight: number[] = [];
  let [firstStart, lastEnd, lastOpenStart] = [Infinity, -Infinity, -Infinity];
  let seconds = 0;
  for (let row = 0; row < reading.rowCount; row += 1) {
    const from = start[row] ?? Number.NaN;
    const to = end[row] ?? Number.NaN;
    const isExcluded = reading.isExcluded(row);
    if (isExcluded && !(to >= from)) continue;
    if (from < firstStart) firstStart = from;
    if (to > lastEnd) lastEnd = to;
    if (Number.isNaN(to) && from > lastOpenStart) lastOpenStart = from;
    if (isExcluded) continue;
    if (dayOf(to) > dayOf(from)) crossesMidnight.push(reading.dataRow(row));
    seconds += duration[row] || 0; // NaN adds nothing
  }
  return {
    firstStart,
    lastEnd,
    lastOpenStart,
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
  const isExact = (field: 'online' | 'transmitted', total: number | null): boolean =>
    Number.isSafeInteger(total ?? 0) && !reading.roundedFields.has(field);
  const line = timeLineOf(reading);
  const { lastEnd, firstReachedAt, plateau, ...concurrency } = logConcurrency(reading, line);
  const lastPlace = Math.max(lastEnd, line.placesOf(sums.lastEnd)[0]);
  return {
    rows: reading.rowCount,
    byOutcome: countsOf(reading),
    firstStart: orNull(sums.firstStart),
    lastEnd: orNull(line.wallAt(lastPlace)),
    lastOpenStart: orNull(sums.lastOpenStart),
    concurrency: {
      ...concurrency,
      firstReachedAt: firstReachedAt === null ? null : line.wallAt(firstReachedAt),
      plateau: plateau && {
        ...plateau,
        from: line.wallAt(plateau.from),
        to: line.wallAt(plateau.to),
      },
    },
    durationTotalSeconds: sums.durationTotalSeconds,
    backupOnlineTotal: online,
    backupTransmittedTotal: transmitted,
    exact: {
      online: isExact('online', online),
      transmitted: isExact('transmitted', transmitted),
    },
    crossesMidnight: sums.crossesMidnight,
    excluded: reading.excludedCount,
  };
}
