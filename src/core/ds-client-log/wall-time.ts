/**
 * Wall time: what the clock on the DS-Client showed, without a zone, counted in seconds from
 * 1970-01-01 00:00:00 as that clock would have shown it. A log does not say its zone, so these
 * numbers are compared and subtracted, never converted; two of them across a clock change differ by
 * an hour from the time that passed.
 */
const secondsPerDay = 86_400;

/** Days from 1970-01-01 in the proleptic Gregorian calendar (Hinnant, days_from_civil). */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The inverse of `daysFromCivil`. */
export function civilFromDays(days: number): CivilDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

export const daysInMonth = (year: number, month: number): number =>
  month === 12 ? 31 : daysFromCivil(year, month + 1, 1) - daysFromCivil(year, month, 1);

/** Seconds of wall time of a date and a time of day (in seconds from midnight). */
export const wallTime = (date: CivilDate, timeOfDaySeconds: number): number =>
  daysFromCivil(date.year, date.month, date.day) * secondsPerDay + timeOfDaySeconds;

export const dayOf = (wall: number): number => Math.floor(wall / secondsPerDay);
export const timeOfDay = (wall: number): number => wall - dayOf(wall) * secondsPerDay;

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** `02:12:40` */
export function formatTimeOfDay(wall: number): string {
  const s = Math.floor(timeOfDay(wall));
  return `${pad(Math.floor(s / 3600))}:${pad(Math.floor(s / 60) % 60)}:${pad(s % 60)}`;
}

/** `2026-03-02` */
export function formatIsoDate(wall: number): string {
  const { year, month, day } = civilFromDays(dayOf(wall));
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

/** `2026-03-02T02:12:40`, without a zone because the log has none. */
export const formatIsoWall = (wall: number): string =>
  `${formatIsoDate(wall)}T${formatTimeOfDay(wall)}`;

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `Mon 2 Mar 2026` (1970-01-01 was a Thursday). */
export function formatDay(wall: number): string {
  const { year, month, day } = civilFromDays(dayOf(wall));
  const weekday = weekdays[(((dayOf(wall) + 3) % 7) + 7) % 7];
  return `${weekday} ${day} ${months[month - 1]} ${year}`;
}

/** `Mon 2 Mar 2026 22:00:00` */
export const formatWall = (wall: number): string => `${formatDay(wall)} ${formatTimeOfDay(wall)}`;

/** Whether a wall time falls on a day from Monday to Friday. 1970-01-01 was a Thursday. */
export const isWeekday = (wall: number): boolean => (((dayOf(wall) + 3) % 7) + 7) % 7 < 5;
