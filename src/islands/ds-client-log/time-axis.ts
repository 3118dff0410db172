import type { TimeLine } from '../../core/ds-client-log/time-line.ts';
import { formatDay, formatTimeOfDay } from '../../core/ds-client-log/wall-time.ts';
import type { HourMark } from '../../figures/ds-client-log/log-figure.ts';

const hour = 3600;
const steps = [1, 2, 3, 6, 12, 24].map((hours) => hours * hour);
/** Marks on the axis at most; more run into each other on a wide page. */
const marksMax = 11;

/** "02:30" */
export const clock = (wall: number): string => formatTimeOfDay(wall).slice(0, 5);

/** What the clock showed at a place, and of two times that it showed it, which one is meant. */
export function shownAt(line: TimeLine, place: number, words: (wall: number) => string): string {
  const wall = line.wallAt(place);
  const places = line.placesOf(wall);
  if (places.length === 1) return words(wall);
  return `${words(wall)} (the ${places[0] === place ? 'first' : 'second'} time)`;
}

/** Beyond the steps whole days, as many as it takes: an end of another century has no more marks. */
const stepOf = (length: number): number =>
  steps.find((seconds) => length / seconds <= marksMax) ??
  Math.ceil(length / marksMax / (24 * hour)) * 24 * hour;

/** Whole hours of the clock between two places, each day's beginning among them. */
export function marksOf(line: TimeLine, from: number, to: number): readonly HourMark[] {
  const step = stepOf(to - from);
  const changes = line.changedAt.filter((place) => place > from && place <= to);
  return [from, ...changes].flatMap((begins, i) => {
    const ends = changes[i] ?? to + 1;
    const ahead = line.wallAt(begins) - begins;
    const first = Math.ceil((begins + ahead) / step) * step - ahead;
    return Array.from({ length: Math.max(0, Math.ceil((ends - first) / step)) }, (_, n) => {
      const [place, wall] = [first + n * step, first + n * step + ahead];
      const isMidnight = wall % (24 * hour) === 0;
      const text = isMidnight ? formatDay(wall).replace(/ \d{4}$/, '') : clock(wall);
      return { at: place, text, isMidnight };
    });
  });
}
