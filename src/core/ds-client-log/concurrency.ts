import type { AcceptedReading } from './reading.ts';
import { eachRun, type RunInterval } from './run-intervals.ts';
import { plateaus, type Plateau } from './plateaus.ts';
import type { TimeLine } from './time-line.ts';

export interface Concurrency {
  readonly peak: number;
  /** Where on the time line the peak was first reached; null when no run has a length. */
  readonly firstReachedAt: number | null;
  /** Seconds in which at least one run was going. */
  readonly busySeconds: number;
  /** The longest time at the peak; null when no run has a length. */
  readonly plateau: Plateau | null;
}

/** Sweeps over sorted starts and ends; an end at the same second as a start comes first (half-open runs). */
function sweep(starts: Float64Array, ends: Float64Array): Concurrency {
  let running = 0;
  let peak = 0;
  let firstReachedAt: number | null = null;
  let busySeconds = 0;
  let busySince = 0;
  const top = plateaus();
  for (let s = 0, e = 0; e < ends.length;) {
    const start = starts[s] ?? Infinity;
    const end = ends[e] ?? Infinity;
    if (end <= start) {
      if (running === peak) top.leave(end);
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
        top.restart(start);
      } else if (running === peak) top.reach(start);
    }
  }
  return { peak, firstReachedAt, busySeconds, plateau: top.longest() };
}

/** How many runs went on at the same time; of runs without a length, none. */
export function concurrency(runs: readonly RunInterval[]): Concurrency {
  const moving = runs.filter((run) => run.to > run.from);
  return sweep(
    Float64Array.from(moving, (run) => run.from).toSorted(),
    Float64Array.from(moving, (run) => run.to).toSorted(),
  );
}

/** From one beginning or end of a run to the next, how many were going. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** The stretches in which something was going, in their order. */
export function stretches(runs: readonly RunInterval[]): readonly Stretch[] {
  const changes = new Map<number, number>();
  const change = (at: number, by: number) => changes.set(at, (changes.get(at) ?? 0) + by);
  for (const { from, to } of runs) {
    if (to === from) continue;
    change(from, 1);
    change(to, -1);
  }
  const found: Stretch[] = [];
  let [since, count] = [0, 0];
  for (const [at, by] of [...changes].toSorted(([a], [b]) => a - b)) {
    if (by === 0) continue;
    if (count > 0) found.push({ from: since, to: at, count });
    since = at;
    count += by;
  }
  return found;
}

/** The same of a whole log, without an object for each of its runs, and where the last of them ended. */
export function logConcurrency(
  reading: AcceptedReading,
  line: TimeLine,
): Concurrency & { readonly lastEnd: number } {
  const starts = new Float64Array(reading.rowCount);
  const ends = new Float64Array(reading.rowCount);
  let count = 0;
  let lastEnd = -Infinity;
  eachRun(reading, line, (_row, from, to) => {
    if (to > lastEnd) lastEnd = to;
    if (to === from) return;
    starts[count] = from;
    ends[count] = to;
    count += 1;
  });
  const swept = sweep(starts.subarray(0, count).toSorted(), ends.subarray(0, count).toSorted());
  return { ...swept, lastEnd };
}
