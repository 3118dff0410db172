import { dayOf, isWeekday, timeOfDay } from './wall-time.ts';

const hour = 3600;
const secondsPerDay = 24 * hour;

/** Our choice, because few offices begin earlier: a run of the night that passes it slows people down. */
const opens = 8 * hour;
/** Our choice, because few people work later; without an end a run of days would count its nights. */
const closes = 18 * hour;

/** The office time from a Monday on until `wall`, Mondays to Fridays. */
function officeUntil(wall: number): number {
  const days = dayOf(wall) + 3; // day 0 is a Thursday: counted from a Monday
  const weeks = Math.floor(days / 7);
  const fullDays = weeks * 5 + Math.min(days - weeks * 7, 5);
  const today = isWeekday(wall)
    ? Math.min(Math.max(timeOfDay(wall) - opens, 0), closes - opens)
    : 0;
  return fullDays * (closes - opens) + today;
}

/** When an office opens the next time after `wall`, by the clock of the log. */
export function nextOpening(wall: number): number {
  let opening = dayOf(wall) * secondsPerDay + opens;
  while (opening <= wall || !isWeekday(opening)) opening += secondsPerDay;
  return opening;
}

/** Seconds between two wall times that lie within office hours. */
export const officeSeconds = (from: number, to: number): number =>
  Math.max(0, officeUntil(to) - officeUntil(from));
