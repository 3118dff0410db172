import type { AcceptedReading } from './reading.ts';
import { dayOf, wallTime } from './wall-time.ts';

/** Asigra's help of the DS-Client begins in 1997: no log is older. */
const firstYear = wallTime({ year: 1997, month: 1, day: 1 }, 0);
/** Our choice, because a clock that is set wrong by a slip shows 2099 or 9999, and no log will be read then. */
const lastYear = wallTime({ year: 2090, month: 1, day: 1 }, 0);

/** Whether no DS-Client can have written this time: one of them stretches a log over centuries. */
export const isOddYear = (time: number): boolean => time < firstYear || time >= lastYear;

/**
 * Our choice, because a year written wrong puts a row of a log of a few months at least so far behind
 * the others, and a DS-Client that is on writes each day.
 */
const aloneSeconds = 270 * 86_400;
const secondsPerDay = 86_400;

/** The latest start, or the one before it where that stands alone, long after all others. */
function lastStartOf(starts: Float64Array): number {
  let [last, before] = [-Infinity, -Infinity];
  for (const start of starts) {
    if (Number.isNaN(start) || isOddYear(start)) continue;
    if (start > last) [before, last] = [last, start];
    else if (start > before) before = start;
  }
  return before > -Infinity && last - before > aloneSeconds ? before : last;
}

/**
 * The last moment of which a log tells, by rows of any kind: until then a run would have been seen. It
 * is the latest end of the day of the latest start, because a log is chosen by days: a run that goes on
 * after midnight does not bring the runs of that morning with it. One row dated long after all others
 * is left out: its date is more likely wrong, and no set is missing for it. Without any time it is
 * -Infinity.
 */
export function logEndOf(reading: AcceptedReading): number {
  const [starts, ends] = [reading.valuesOf('start'), reading.valuesOf('end')];
  const durations = reading.valuesOf('duration');
  const lastStart = lastStartOf(starts);
  let last = lastStart;
  for (let row = 0; row < starts.length; row += 1) {
    const start = starts[row] ?? Number.NaN;
    if (!(start <= lastStart) || reading.isExcluded(row)) continue;
    const end = ends[row] || start + (durations[row] || 0); // NaN where none is written
    if (end > last) last = end;
  }
  return Math.min(last, (dayOf(lastStart) + 1) * secondsPerDay - 1);
}
