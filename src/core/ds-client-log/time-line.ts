import { clockChanges, type ClockChange } from './clock-changes.ts';
import type { AcceptedReading } from './reading.ts';

/**
 * Time as it passed during a log. A place on it is counted in seconds on the clock as it stood at the
 * beginning of the log, so that places can be subtracted where wall times cannot: in a night in which
 * the clock was moved. Without such a night a place is the wall time itself.
 */
export interface TimeLine {
  readonly changes: readonly ClockChange[];
  /**
   * Where a wall time stands, in order: two places for one that the clock showed twice. One that it
   * never showed is taken for the clock before the change, which a DS-Client may go on writing.
   */
  readonly placesOf: (wall: number) => readonly [number, ...number[]];
  /** What the clock showed at a place. */
  readonly wallAt: (place: number) => number;
  /** The place at which each of `changes` was made. */
  readonly changedAt: readonly number[];
}

/** A time line with these changes, in their order. */
export function timeLine(changes: readonly ClockChange[]): TimeLine {
  // How far the clock is ahead of the line: before the first change, after it, and so on.
  const ahead = [0];
  for (const { seconds } of changes) ahead.push((ahead.at(-1) ?? 0) + seconds);
  const changedAt = changes.map(({ at }, i) => at - (ahead[i] ?? 0));
  return {
    changes,
    changedAt,
    placesOf(wall) {
      const isShown = (place: number, i: number): boolean =>
        place >= (changedAt[i - 1] ?? -Infinity) && place < (changedAt[i] ?? Infinity);
      const places = ahead.map((seconds) => wall - seconds);
      const [first, ...more] = places.filter(isShown);
      if (first !== undefined) return [first, ...more];
      const passedOver = changedAt.findIndex((at, i) => wall - (ahead[i + 1] ?? 0) < at);
      return [wall - (ahead[passedOver] ?? 0)];
    },
    wallAt(place) {
      const before = changedAt.findIndex((at) => place < at);
      return place + (ahead[before < 0 ? changes.length : before] ?? 0);
    },
  };
}

/** The time line of an activity log, as far as its runs show when the clock was moved. */
export const timeLineOf = (reading: AcceptedReading): TimeLine => timeLine(clockChanges(reading));
