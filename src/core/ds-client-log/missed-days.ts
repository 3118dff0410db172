import { idleWeekdays, type IsIdle } from './idle-weekdays.ts';
import { median } from './median.ts';
import { dayOf } from './wall-time.ts';

/** Days in a row on which a set was due, between two of its runs or after them: one entry, however long. */
export interface Gap {
  /** When the first missing run was due, in seconds of wall time. */
  readonly first: number;
  /** Seconds from one missing run to the next: a day or more. */
  readonly every: number;
  readonly count: number;
}

/** Our choice, because a run that comes half a rhythm late has come; more is a run not seen. */
const gapFactor = 1.5;
/** Our choice, because four days give three gaps, the fewest of which a median leaves one out. */
const daysMin = 4;
const secondsPerDay = 86_400;

/** The first start of each day: a set that runs every hour has missed a day, not an hour. */
const firstOfDays = (starts: readonly number[]): readonly number[] =>
  starts.filter((start, i) => i === 0 || dayOf(starts[i - 1] ?? start) !== dayOf(start));

/** How much later than its rhythm a run of this set has come at most. */
const lateness = (apart: Float64Array, every: number): number =>
  apart.reduce((most, gap) => (gap <= gapFactor * every ? Math.max(most, gap - every) : most), 0);

/** A year and more without a run is mostly a date written wrong, and counting its weekdays takes long. */
const weighedMax = 366;

/** The parts of a gap that are left without the weekdays on which the set never runs. */
function withoutIdle(gap: Gap, isIdle: IsIdle | null): readonly Gap[] {
  const { first, every, count } = gap;
  if (isIdle === null || count > weighedMax) return [gap];
  const parts: Gap[] = [];
  let begun = 0;
  for (let i = 0; i <= count; i += 1) {
    if (i < count && !isIdle(dayOf(first + i * every))) continue;
    if (i > begun) parts.push({ first: first + begun * every, every, count: i - begun });
    begun = i + 1;
  }
  return parts;
}

/**
 * Gaps in which a set was expected by its usual rhythm, of a day or more, and no run stands in the
 * log. `starts` are in order, in seconds of wall time. `logEnd` is the last moment of which the whole
 * log tells: a set that simply stopped shows as well. A weekday of which the set is always free is no gap.
 */
export function gapsOf(starts: readonly number[], logEnd: number): readonly Gap[] {
  const firsts = firstOfDays(starts);
  if (firsts.length < daysMin) return [];
  const apart = Float64Array.from(firsts.slice(1), (start, i) => start - (firsts[i] ?? start));
  const every = Math.max(secondsPerDay, median(apart));
  // A run that is no later than others were may still come after the log was saved.
  const overdue = logEnd - lateness(apart, every);
  // Half a rhythm before the next run is that run itself, come early or late.
  const ends = [...firsts.slice(1), overdue + every / 2];
  const isIdle = idleWeekdays(firsts, logEnd);
  return firsts.flatMap((from, i): readonly Gap[] => {
    const to = ends[i] ?? from;
    if (to - from <= gapFactor * every) return [];
    const due = Math.ceil((to - every / 2 - from) / every) - 1;
    // A day has one entry: one on which the next run came after all has none.
    const isSameDay = i + 1 < firsts.length && dayOf(from + due * every) === dayOf(to);
    const count = isSameDay ? due - 1 : due;
    return count > 0 ? withoutIdle({ first: from + every, every, count }, isIdle) : [];
  });
}

/** When the last missing run of a gap was due. */
export const lastDue = ({ first, every, count }: Gap): number => first + (count - 1) * every;

/** How many days are missing in all: counted, not listed. */
export const missedCount = (gaps: readonly Gap[]): number =>
  gaps.reduce((sum, { count }) => sum + count, 0);

/**
 * The missing days from `firstDay` to `lastDay` in their order, in days from 1970-01-01, `most` of
 * them at most: a date written wrong can stretch a log over centuries.
 */
export function missedDays(
  gaps: readonly Gap[],
  most: number,
  firstDay = -Infinity,
  lastDay = Infinity,
): readonly number[] {
  const days: number[] = [];
  for (const { first, every, count } of gaps) {
    const before = Math.ceil((firstDay * secondsPerDay - first) / every);
    for (let i = Math.max(0, before); i < count && days.length < most; i += 1) {
      const day = dayOf(first + i * every);
      if (day > lastDay) return days;
      days.push(day);
    }
  }
  return days;
}
