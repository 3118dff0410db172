import type { Measure, Night } from '../../core/ds-client-log/nightly-series.ts';
import { formatDay } from '../../core/ds-client-log/wall-time.ts';
import { bytes, formatBinary, formatBytes, formatDuration, seconds } from '../../core/units.ts';
import type { Bytes } from '../../core/units.ts';
import { sparkSize, type SetChartDrawing, type Spark, type Tick } from './set-chart.ts';

const secondsPerDay = 86_400;
/** Steps between the lines of an axis of time that a person can count in. */
const durationSteps: readonly number[] = [1, 2, 5, 10, 15, 30].concat(
  [1, 2, 5, 10, 15, 30].map((minutes) => minutes * 60),
  [1, 2, 3, 6, 12, 24, 48, 120, 240].map((hours) => hours * 3600),
);
/** A quarter and a half of the next unit, so that lines on both sides of it are round: 512 MiB, 1 GiB. */
const sizeSteps: readonly number[] = [0, 1, 2, 3, 4, 5].flatMap((power) =>
  [1, 2, 5, 10, 20, 50, 100, 200, 256, 512].map((count) => count * 1024 ** power),
);
/** Lines of the axis above its zero. */
const linesMax = 4;
/** Days named on the axis; fewer where there is little room. */
const daysNamedMax = 8;

const sizeWords = (size: Bytes, digits: number): string =>
  size < 1024 ? formatBytes(size) : formatBinary(size, digits);

/** A figure in words: "1 h 13 min" or "30 GiB". Four digits call 1,024 MiB a gibibyte; three round it down. */
export const measureWords = (measure: Measure, value: number, digits = 3): string =>
  measure === 'duration'
    ? formatDuration(seconds(value))
    : sizeWords(bytes(Math.round(value)), digits);

/** The step of an axis from zero to `max` with at most four lines above its zero. */
export function stepOf(measure: Measure, max: number): number {
  const steps = measure === 'duration' ? durationSteps : sizeSteps;
  return steps.find((step) => max / step <= linesMax) ?? max / linesMax;
}

interface Scale {
  readonly top: number;
  readonly yOf: (value: number) => number;
  readonly ticks: readonly Tick[];
}

/** An axis from zero, because the height of a figure is read as its size. */
export function scaleOf(measure: Measure, max: number): Scale {
  const step = stepOf(measure, max);
  const count = Math.max(1, Math.ceil(max / step));
  const top = step * count;
  const yOf = (value: number): number => 100 - (value / top) * 100;
  const ticks = Array.from({ length: count + 1 }, (_, i): Tick => ({
    at: yOf(i * step),
    text: i === 0 ? '0' : measureWords(measure, i * step, 4),
    rank: 0,
  }));
  return { top, yOf, ticks };
}

/** Days named under the chart, evenly apart, the first among them. */
export function dayTicks(
  first: number,
  last: number,
  xOf: (day: number) => number,
): readonly Tick[] {
  const step = Math.max(1, Math.ceil((last - first + 1) / daysNamedMax));
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i): Tick => ({
    at: xOf(first + i * step),
    text: formatDay((first + i * step) * secondsPerDay)
      .split(' ')
      .slice(1, 3)
      .join(' '),
    rank: i % 2 === 1 ? 2 : i % 4 === 2 ? 1 : 0,
  }));
}

const isLinked = ({ outcome, value }: Night): boolean =>
  value !== null && (outcome?.startsWith('completed') ?? false);

/** Where everything of the chart stands, in hundredths of its width and height. No words of its own. */
export function layOutChart(
  nights: readonly Night[],
  usual: number | null,
  measure: Measure,
): Omit<SetChartDrawing, 'nights' | 'finding' | 'caption' | 'usual'> & {
  readonly places: readonly { readonly x: number; readonly y: number | null }[];
  readonly usualY: number | null;
} {
  const first = nights[0]?.day ?? 0;
  const last = nights.at(-1)?.day ?? first;
  // Half a step of room on each side, so that no mark is cut in two.
  const xOf = (day: number): number => ((day - first + 0.5) / (last - first + 1)) * 100;
  const max = nights.reduce((most, { value }) => Math.max(most, value ?? 0), usual ?? 0);
  const { yOf, ticks } = scaleOf(measure, max > 0 ? max : 1);
  const places = nights.map(({ day, value }) => ({
    x: xOf(day),
    y: value === null ? null : yOf(value),
  }));
  const lines: (readonly [number, number, number, number])[] = [];
  let from: { readonly x: number; readonly y: number } | null = null;
  nights.forEach((night, i) => {
    const { x = 0, y = null } = places[i] ?? {};
    if (night.rows.length === 0) from = null;
    if (!isLinked(night) || y === null) return;
    if (from) lines.push([from.x, from.y, x, y]);
    from = { x, y };
  });
  return {
    places,
    lines,
    xTicks: dayTicks(first, last, xOf),
    yTicks: ticks,
    usualY: usual === null ? null : yOf(usual),
  };
}

const sparkInset = 4;

/** The nights of a set as a small chart; a day without a run breaks the course. */
export function sparkOf(nights: readonly Night[]): Spark {
  const { places } = layOutChart(nights, null, 'duration');
  const spots = places.map(({ x, y }) => ({
    x: Math.round(sparkInset + (x / 100) * (sparkSize.width - 2 * sparkInset)),
    y: Math.round(sparkInset + ((y ?? 100) / 100) * (sparkSize.height - 2 * sparkInset)),
  }));
  const strokes = (of: (night: Night) => boolean, stroke: (x: number, y: number) => string) =>
    nights
      .map((night, i) => (of(night) ? stroke(spots[i]?.x ?? 0, spots[i]?.y ?? 0) : ''))
      .join('');
  let isBroken = true;
  const course = strokes(
    (night) => {
      if (night.rows.length === 0) isBroken = true;
      return isLinked(night);
    },
    (x, y) => {
      const step = `${isBroken ? 'M' : 'L'}${x} ${y}`;
      isBroken = false;
      return step;
    },
  );
  return {
    course,
    crosses: strokes(
      ({ outcome }) => outcome === 'incomplete',
      (x, y) => `M${x - 3} ${y - 3}l6 6m0-6l-6 6`,
    ),
    rings: strokes(
      ({ isOutlier }) => isOutlier,
      (x, y) => `M${x - 3} ${y}a3 3 0 1 0 6 0a3 3 0 1 0-6 0`,
    ),
  };
}
