import { endFits, toleranceSeconds } from './date-evidence.ts';
import type { AcceptedReading } from './reading.ts';
import { timeOfDay } from './wall-time.ts';

const hour = 3600;

/** Start, end and duration of a run; null for what was not written. */
interface RunTimes {
  /** Seconds of wall time. */
  readonly start: number | null;
  readonly end: number | null;
  readonly durationSeconds: number | null;
}

/** Seconds by which the clock was moved during a run, as far as the row shows it; 0 when it was not. */
export function clockChangeSeconds({ start, end, durationSeconds }: RunTimes): number {
  if (start === null || end === null || durationSeconds === null) return 0;
  const off = end - start - durationSeconds;
  return Math.abs(Math.abs(off) - hour) <= toleranceSeconds ? Math.sign(off) * hour : 0;
}

/**
 * Whether the end of a run is not its start and its duration, a change of the clock allowed for. Without
 * a duration only an end before its start is one that cannot be.
 */
export function timesDisagree({ start, end, durationSeconds }: RunTimes): boolean {
  if (start === null || end === null) return false;
  return durationSeconds === null ? end < start : !endFits(start, durationSeconds, end);
}

/** A moment at which the clock of the DS-Client was moved by an hour, as the runs of a log show it. */
export interface ClockChange {
  /** -3600 where it was put back, 3600 where it was put forward. */
  readonly seconds: number;
  /** What the clock showed just before, to the whole hour: clocks are moved at no other time. */
  readonly at: number;
  /** The runs leave no other hour. */
  readonly isSure: boolean;
  /** The runs during which it happened, in the order of their starts. */
  readonly rows: readonly number[];
}

/** Runs that can all have been going when the clock was moved, and the whole hours at which it can have been. */
interface Meeting {
  readonly seconds: number;
  readonly first: number;
  readonly last: number;
  readonly rows: readonly number[];
}

/** Our choice, because twenty are ten years: a log that is off by an hour oftener has another cause. */
const changesMax = 20;

/**
 * Our choice: a run of more than a week holds every hour of the day seven times over, so it proves none,
 * and a duration that long is oftener a wrong one.
 */
const provingSecondsMax = 7 * 24 * hour;

/**
 * At which hour of the old clock it is usually done: central Europe, then Britain and America, then
 * eastern Europe. Asked only where the log leaves several.
 */
const usualHours: Readonly<Record<'back' | 'forward', readonly number[]>> = {
  back: [3, 2, 4, 1, 0],
  forward: [2, 1, 3, 0],
};

/** The whole hours of the old clock that lie within a run; a first above the last when none does. */
function hoursIn(start: number, durationSeconds: number, seconds: number) {
  const first = (Math.floor(start / hour) + 1) * hour;
  const last = Math.floor((start + durationSeconds + toleranceSeconds) / hour) * hour;
  // A start within the hour that was passed over was written by the old clock.
  return first > last && seconds > 0
    ? { first: first - hour, last: first - hour }
    : { first, last };
}

/** Each run during which the clock was moved, in the order of the starts. */
function crossings(reading: AcceptedReading): readonly Meeting[] {
  const [starts, ends] = [reading.valuesOf('start'), reading.valuesOf('end')];
  const durations = reading.valuesOf('duration');
  const found: { readonly start: number; readonly meeting: Meeting }[] = [];
  for (let row = 0; row < reading.rowCount; row += 1) {
    const [start = 0, end = 0, durationSeconds = 0] = [starts[row], ends[row], durations[row]];
    // Nearly every run: its times agree, or one of them is missing (NaN).
    if (!(Math.abs(end - start - durationSeconds) > toleranceSeconds)) continue;
    const seconds = clockChangeSeconds({ start, end, durationSeconds });
    if (seconds === 0 || durationSeconds > provingSecondsMax || reading.isExcluded(row)) continue;
    const hours = hoursIn(start, durationSeconds, seconds);
    if (hours.first <= hours.last)
      found.push({ start, meeting: { seconds, ...hours, rows: [row] } });
  }
  return found.toSorted((a, b) => a.start - b.start).map(({ meeting }) => meeting);
}

/** Crossings that can have been at one and the same hour, together. */
function meetings(reading: AcceptedReading): readonly Meeting[] {
  // The rows are added to one list a meeting: a copy for each would be quadratic.
  const met: (Meeting & { readonly rows: number[] })[] = [];
  for (const own of crossings(reading)) {
    const before = met.at(-1);
    const first = Math.max(own.first, before?.first ?? own.first);
    const last = Math.min(own.last, before?.last ?? own.last);
    if (before?.seconds === own.seconds && first <= last) {
      for (const row of own.rows) before.rows.push(row);
      met[met.length - 1] = { ...before, first, last };
    } else met.push({ ...own, rows: [...own.rows] });
  }
  return met;
}

/** How many runs went past an hour with times that agree, so that the clock was not moved then. */
function against(reading: AcceptedReading, { seconds, first, last }: Meeting): Int32Array {
  const [starts, ends] = [reading.valuesOf('start'), reading.valuesOf('end')];
  const durations = reading.valuesOf('duration');
  const counts = new Int32Array((last - first) / hour + 2);
  // Before this a start was surely written by the old clock.
  const once = seconds < 0 ? hour : 0;
  for (let row = 0; row < reading.rowCount; row += 1) {
    const [start = 0, end = 0, length = 0] = [starts[row], ends[row], durations[row]];
    if (!(start < last - once && end > first)) continue;
    // Without a duration (NaN) there are no times that agree, and none are taken from a bad value.
    if (!(Math.abs(end - start - length) <= toleranceSeconds) || reading.isExcluded(row)) continue;
    const from = Math.max(0, Math.floor((start + once - first) / hour) + 1);
    const to = Math.min(counts.length - 1, Math.ceil((end - toleranceSeconds - first) / hour));
    if (from >= to) continue;
    // One more at its first hour and one less after its last: the sums are taken once, for all rows.
    counts[from] = (counts[from] ?? 0) + 1;
    counts[to] = (counts[to] ?? 0) - 1;
  }
  for (let i = 1; i < counts.length; i += 1) counts[i] = (counts[i] ?? 0) + (counts[i - 1] ?? 0);
  return counts.subarray(0, -1);
}

function changeOf(reading: AcceptedReading, meeting: Meeting): readonly ClockChange[] {
  const { seconds, first, rows } = meeting;
  const counts = against(reading, meeting);
  const fewest = counts.reduce((a, b) => Math.min(a, b));
  if (fewest >= rows.length) return [];
  const possible = [...counts.keys()]
    .filter((i) => counts[i] === fewest)
    .map((i) => first + i * hour);
  const usual = usualHours[seconds < 0 ? 'back' : 'forward'];
  const rank = (at: number): number => {
    const place = usual.indexOf(timeOfDay(at) / hour);
    return place < 0 ? usual.length : place;
  };
  const [at = first] = possible.toSorted((a, b) => rank(a) - rank(b) || a - b);
  return [{ seconds, at, isSure: possible.length === 1, rows }];
}

/**
 * Those that come one after the other as time passed. A usual hour may have been chosen for one that lies
 * after the next: no line of time can hold both, and the one found first is kept.
 */
function inOrder(changes: readonly ClockChange[]): readonly ClockChange[] {
  // How far the clock is ahead of the time that passed, and where on that the last change was.
  let [ahead, last] = [0, -Infinity];
  return changes.filter(({ at, seconds }) => {
    if (at - ahead <= last) return false;
    last = at - ahead;
    ahead += seconds;
    return true;
  });
}

/**
 * The changes of the clock during the runs of an activity log, in their order. A change during which
 * nothing ran leaves no trace and changes nothing.
 */
export function clockChanges(reading: AcceptedReading): readonly ClockChange[] {
  const met = meetings(reading);
  return met.length > changesMax ? [] : inOrder(met.flatMap((each) => changeOf(reading, each)));
}
