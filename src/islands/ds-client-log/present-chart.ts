import type { BackupSet } from '../../core/ds-client-log/history.ts';
import {
  measures,
  nightlySeries,
  type Measure,
  type Night,
  type NightlySeries,
} from '../../core/ds-client-log/nightly-series.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { formatDay } from '../../core/ds-client-log/wall-time.ts';
import { bytes, formatBytes, significant } from '../../core/units.ts';
import { layOutChart, measureWords } from '../../figures/ds-client-log/set-chart-layout.ts';
import type { ChartNight, SetChartDrawing } from '../../figures/ds-client-log/set-chart.ts';
import { counted, number, shortName } from './present-words.ts';
import type { ChartChoice, ChartView } from './set-view.ts';

/** Days on which a set ran; fewer show no course. */
const daysMin = 3;
/** Sets offered; beyond that a list helps nobody. */
const setsMax = 300;
const secondsPerDay = 86_400;

const measureNames: Readonly<Record<Measure, string>> = {
  duration: 'Duration',
  online: 'Online',
  transmitted: 'Transmitted',
};

const valueWords = (measure: Measure, value: number): string =>
  measure === 'duration' || value < 1024
    ? measureWords(measure, value)
    : `${measureWords(measure, value, 4)} (${formatBytes(bytes(Math.round(value)))})`;

/**
 * How far a figure lies from what it was judged by: "5.2 times the usual" or "12 % of the usual". Days
 * of 0 are not in that usual, and where there are some it is not the one that is shown.
 */
function farWords(ratio: number, hasZeros: boolean): string {
  const usual = hasZeros ? 'the usual of the days above 0' : 'the usual';
  return ratio > 1
    ? `${significant(ratio, 2)} times ${usual}`
    : `${significant(ratio * 100, 2)} % of ${usual}`;
}

function remarkOf({ rows, outcome, value, farFrom }: Night, hasZeros: boolean): string {
  if (rows.length === 0) return 'a run was expected by the rhythm of this set; none is in the log';
  const parts = [
    ...(rows.length > 1 ? [`${number(rows.length)} runs added up`] : []),
    ...(value === null ? ['no figure'] : []),
    ...(value !== null && farFrom !== null ? [farWords(value / farFrom, hasZeros)] : []),
    ...(outcome === 'incomplete' && value !== null ? ['the figure of part of a run'] : []),
  ];
  return parts.join('; ');
}

/** The usual, and how many days lie far from it: of too few days nobody can say. */
function usualFinding({ nights, usual, isJudged, hasZeros }: NightlySeries, measure: Measure) {
  if (usual === null) return 'Too few completed days for a usual figure.';
  const odd = nights.filter(({ isOutlier }) => isOutlier).length;
  const what = hasZeros ? 'the usual of the days above 0' : 'it';
  const far = `${odd > 0 ? counted(odd, 'day', 'days') : 'No day'} far from ${what}.`;
  const few = `Too few days${hasZeros ? ' above 0' : ''} to say which is far from it.`;
  return `Usually ${measureWords(measure, usual)} (the median). ${isJudged ? far : few}`;
}

/** What the chart shows, for who hears it and who reads it: the usual, what is far from it, what is missing. */
function findingOf(series: NightlySeries, measure: Measure): string {
  const count = (of: (night: Night) => boolean) => series.nights.filter(of).length;
  const failed = count(({ outcome }) => outcome === 'incomplete');
  const missing = count(({ rows }) => rows.length === 0);
  const days = (n: number) => counted(n, 'day', 'days');
  return [
    usualFinding(series, measure),
    ...(failed > 0 ? [`${days(failed)} with a run that did not finish.`] : []),
    ...(missing > 0
      ? [`${days(missing)} on which a run was expected by its rhythm and none is in the log.`]
      : []),
  ].join(' ');
}

function drawn(series: NightlySeries, measure: Measure): SetChartDrawing {
  const { places, usualY, ...laid } = layOutChart(series.nights, series.usual, measure);
  const nights = series.nights.map((night, i): ChartNight => ({
    day: formatDay(night.day * secondsPerDay),
    value: night.value === null ? '' : valueWords(measure, night.value),
    outcome: night.outcome,
    remark: remarkOf(night, series.hasZeros),
    isOutlier: night.isOutlier,
    x: places[i]?.x ?? 0,
    y: places[i]?.y ?? null,
    row: night.rows[0] ?? null,
  }));
  const usual =
    usualY === null || series.usual === null
      ? null
      : { y: usualY, text: `usually ${measureWords(measure, series.usual)}` };
  const [left, after] = [series.daysLeftOut, series.daysLeftOutAfter];
  const caption = [
    'By the day on which a run began; several runs of a day are added up.',
    left > 0
      ? `The last ${number(series.nights.length)} days; ${counted(left, 'day', 'days')} before them are left out.`
      : '',
    after > 0
      ? `It ends within a week of the last run of this set; ${counted(after, 'later day', 'later days')} on which one was due ${after === 1 ? 'is' : 'are'} left out.`
      : '',
    'The line joins days on which every run was completed, and the usual is their median.',
  ];
  return {
    ...laid,
    nights,
    usual,
    finding: findingOf(series, measure),
    caption: caption.filter((text) => text !== '').join(' '),
  };
}

/** Sets that ran on enough days, the one with most days far from the usual first. */
export interface ChartSource {
  readonly sets: readonly BackupSet[];
  readonly measures: readonly Measure[];
}

const daysOf = ({ starts }: BackupSet): number =>
  new Set(starts.map((start) => Math.floor(start / secondsPerDay))).size;

/** What can be charted of a log; null when no set ran on three days or no figure was recorded. */
export function chartSource(
  reading: AcceptedReading,
  all: readonly BackupSet[],
): ChartSource | null {
  const sets = all
    .filter((set) => set.starts.length >= daysMin && daysOf(set) >= daysMin)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
    .slice(0, setsMax);
  const held = measures.filter((measure) => reading.columnOf(measure) >= 0);
  if (sets.length === 0 || held.length === 0) return null;
  return { sets, measures: held };
}

/** The chart of one set and one figure, with what else can be chosen. */
export function presentChart(
  reading: AcceptedReading,
  source: ChartSource,
  { set, measure }: ChartChoice,
): ChartView {
  const chosen = source.sets[set] ?? source.sets[0];
  if (!chosen) throw new Error('No set can be charted.');
  const own = source.measures.includes(measure) ? measure : (source.measures[0] ?? 'duration');
  return {
    sets: source.sets.map(({ name }) => shortName(name)),
    measures: source.measures.map((value) => ({ value, label: measureNames[value] })),
    set: source.sets.indexOf(chosen),
    measure: own,
    drawing: drawn(nightlySeries(reading, chosen, own), own),
  };
}

/** How much there is to see of a set: a day far from the usual first, then a cut run, then a gap. */
const interest = ({ isOutlier, outcome, rows }: Night): number =>
  isOutlier ? 3 : outcome === 'incomplete' ? 2 : rows.length === 0 ? 1 : 0;

/** The set whose chart is shown first: the one whose duration shows most. */
function firstChoice(reading: AcceptedReading, source: ChartSource): ChartChoice {
  const [measure = 'duration'] = source.measures;
  let best = { set: 0, seen: 0 };
  // Looking at every set of a long log takes too long; its beginning is as good.
  source.sets.slice(0, 40).forEach((own, set) => {
    const { nights } = nightlySeries(reading, own, measure);
    const seen = nights.reduce((sum, night) => sum + interest(night), 0);
    if (seen > best.seen) best = { set, seen };
  });
  return { set: best.set, measure };
}

/** The chart shown first, where anything can be charted. */
export function firstChart(reading: AcceptedReading, sets: readonly BackupSet[]): ChartView | null {
  const source = chartSource(reading, sets);
  return source && presentChart(reading, source, firstChoice(reading, source));
}
