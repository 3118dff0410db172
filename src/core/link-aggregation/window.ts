import { bytes, seconds } from '../units.ts';
import type { BitsPerSecond, Bytes, Seconds } from '../units.ts';
import { drainTimes, jobForEach } from './drain.ts';

/** How long the job takes. */
export interface WindowAnalysis {
  /** If finished jobs are always followed by new ones. */
  readonly queue: Seconds;
  /** If all start together and nothing follows: the time until the last one ends. */
  readonly batch: {
    readonly best: Seconds;
    readonly p5: Seconds;
    readonly median: Seconds;
    readonly mean: Seconds;
    readonly p95: Seconds;
    readonly worst: Seconds;
  };
  /** Volume over the full capacity, the figure that most calculators print. */
  readonly naive: Seconds;
  /** Flows on the fullest link of the narrowest hashed hop, on average. */
  readonly fullestLink: number;
  /** What the verdict compares with the window: `queue` or the p95 of the batch, as the scenario starts. */
  readonly planned: Seconds;
  /** Undefined where the scenario has none; then `fits` and `spare` are too. */
  readonly window: Seconds | undefined;
  readonly fits: boolean | undefined;
  /** Window less planned time; negative when it does not fit. */
  readonly spare: Seconds | undefined;
}

/** How long `volume` of data takes at `goodput`; `reduction` bytes become one before the wire. */
export const timeFor = (volume: Bytes, goodput: BitsPerSecond, reduction = 1): Seconds =>
  seconds((volume * 8) / reduction / goodput);

/** What moves in `duration` at `goodput`. */
export const movedIn = (duration: Seconds, goodput: BitsPerSecond): Bytes =>
  bytes((goodput * duration) / 8);

/**
 * How long `volume` takes if the rate changes from `before` to `after` once `change` has passed, as
 * when a member fails during the run. Recorded case W11 holds it; the calculator does not offer it.
 */
export function timeWithChange(
  volume: Bytes,
  before: BitsPerSecond,
  change: Seconds,
  after: BitsPerSecond,
): Seconds {
  const moved = movedIn(change, before);
  if (moved >= volume) return timeFor(volume, before);
  return seconds(change + timeFor(bytes(volume - moved), after));
}

/**
 * When each of the jobs on one link ends, if all start together and share it equally; in their order.
 * Recorded case W08 holds it; the calculator does not offer it, for it has no job by name.
 */
export function endsOnOneLink(
  volumes: readonly Bytes[],
  goodput: BitsPerSecond,
): readonly Seconds[] {
  const sharing = {
    capacities: [goodput],
    paths: volumes.map(() => [0]),
    caps: volumes.map(() => Infinity),
    weights: volumes.map(() => 1),
  };
  const bits = volumes.map((volume) => volume * 8);
  return [...drainTimes(sharing, jobForEach(bits))].map(seconds);
}

/** A time of day and how many days before the end it lies. */
export interface StartTime {
  /** Seconds after midnight. */
  readonly timeOfDay: Seconds;
  readonly daysBefore: number;
}

const day = 86400;

/**
 * The latest start for a job of `duration` that must end at `end`, seconds after midnight. Recorded case
 * W14 holds it. A scenario has no time of day, so `windowSentence` says how long before the end instead.
 */
export function latestStart(end: Seconds, duration: Seconds): StartTime {
  const start = end - duration;
  const daysBefore = start < 0 ? Math.ceil(-start / day) : 0;
  return { timeOfDay: seconds(start + daysBefore * day), daysBefore };
}
