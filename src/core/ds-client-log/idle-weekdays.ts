import { dayOf } from './wall-time.ts';

/** Our choice, because two free Saturdays can be chance or holidays; three are a habit. */
const timesMin = 3;
const week = 7;

const weekdayOf = (day: number): number => ((day % week) + week) % week;

/** Tells for a day whether it falls on a weekday of which a set is always free. */
export type IsIdle = (day: number) => boolean;

/**
 * The weekdays on which a set never ran, though the log holds each at least three times: weekends,
 * mostly. Only silences of up to a week count, up to the last whole day of the log: one that is longer
 * is a set that has stopped, or a date written wrong, and says nothing of the rhythm.
 */
export function idleWeekdays(starts: readonly number[], logEnd: number): IsIdle | null {
  const passed = new Uint32Array(week);
  const ran = new Uint8Array(week);
  starts.forEach((start, i) => {
    const day = dayOf(start);
    const next = dayOf(starts[i + 1] ?? logEnd);
    ran[weekdayOf(day)] = 1;
    if (next - day > week) return;
    for (let between = day + 1; between < next; between += 1) {
      const weekday = weekdayOf(between);
      passed[weekday] = (passed[weekday] ?? 0) + 1;
    }
  });
  const idle = Array.from(passed, (times, weekday) => times >= timesMin && ran[weekday] === 0);
  return idle.includes(true) ? (day) => idle[weekdayOf(day)] === true : null;
}
