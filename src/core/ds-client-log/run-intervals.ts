import { clockChangeSeconds } from './clock-changes.ts';
import { toleranceSeconds } from './date-evidence.ts';
import type { AcceptedReading } from './reading.ts';
import { takenTimes, type TakenTimes } from './taken-times.ts';
import { timeLineOf, type TimeLine } from './time-line.ts';

/** A run's place in time, from its start to its end, half open, on the time line of its log. */
export interface RunInterval {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  /** It lies wholly in an hour that the clock showed twice: whether in the first or the second is not known. */
  readonly isEither: boolean;
}

type Take = (row: number, from: number, to: number, isEither: boolean) => void;

/**
 * How long a run lasted, as far as it can be said; NaN otherwise. Start and end tell it, unless they
 * are an hour off or in the wrong order: then the clock was moved, and the duration is right.
 */
function secondsOf(start: number, end: number, durationSeconds: number): number {
  const apart = end - start;
  if (Number.isNaN(apart)) return durationSeconds + start - start;
  if (Math.abs(apart - durationSeconds) <= toleranceSeconds) return apart;
  const isMoved = clockChangeSeconds({ start, end, durationSeconds }) !== 0;
  return (isMoved || apart < 0) && !Number.isNaN(durationSeconds) ? durationSeconds : apart;
}

/** Finds the place of a run on a line on which the clock was moved. Asked run by run, as they stand in the log. */
function placing(reading: AcceptedReading, line: TimeLine) {
  const { codes } = reading.textCodes('description');
  const inEither = new Map<number, TakenTimes>();
  const passes = (from: number, seconds: number): boolean =>
    line.changedAt.some((at) => from < at && at <= from + seconds);
  return (row: number, start: number, seconds: number, isMoved: boolean) => {
    const places = line.placesOf(start);
    const length = seconds + (isMoved ? toleranceSeconds : -toleranceSeconds);
    const possible = places.filter((from) => passes(from, length) === isMoved);
    const [from = places[0], second] = possible;
    if (second === undefined) return { from, isEither: false };
    // No set runs beside itself: of two runs that would, the other was in the second hour.
    const code = codes[row] ?? 0;
    const own = inEither.get(code) ?? takenTimes();
    inEither.set(code, own);
    const chosen = own.isTaken(from, from + seconds) ? second : from;
    own.take(chosen, chosen + seconds);
    return { from: chosen, isEither: true };
  };
}

/** Of a run without a duration: from the first place of its start to the next of its end. */
function betweenClocks(line: TimeLine, start: number, end: number): readonly [number, number] {
  const [from] = line.placesOf(start);
  return [from, line.placesOf(end).find((to) => to >= from) ?? from];
}

/** Calls `take` for each run that has both ends and no bad value, in the order of the file. */
export function eachRun(reading: AcceptedReading, line: TimeLine, take: Take): void {
  const [starts, ends] = [reading.valuesOf('start'), reading.valuesOf('end')];
  const durations = reading.valuesOf('duration');
  const placeOf = line.changes.length === 0 ? null : placing(reading, line);
  for (let row = 0; row < reading.rowCount; row += 1) {
    const start = starts[row] ?? Number.NaN;
    const [end = Number.NaN, durationSeconds = Number.NaN] = [ends[row], durations[row]];
    const seconds = secondsOf(start, end, durationSeconds);
    if (!(seconds >= 0) || reading.isExcluded(row)) continue;
    if (placeOf === null) take(row, start, start + seconds, false);
    else if (Number.isNaN(durationSeconds)) take(row, ...betweenClocks(line, start, end), false);
    else {
      const isMoved = clockChangeSeconds({ start, end, durationSeconds }) !== 0;
      const { from, isEither } = placeOf(row, start, seconds, isMoved);
      take(row, from, from + seconds, isEither);
    }
  }
}

/** Runs that have both ends and no bad value; a zero-length run is kept and counts nowhere. */
export function runIntervals(
  reading: AcceptedReading,
  line: TimeLine = timeLineOf(reading),
): readonly RunInterval[] {
  const runs: RunInterval[] = [];
  eachRun(reading, line, (row, from, to, isEither) => runs.push({ row, from, to, isEither }));
  return runs;
}
