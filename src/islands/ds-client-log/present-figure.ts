import { backupSets, type BackupSet } from '../../core/ds-client-log/history.ts';
import {
  concurrency,
  runIntervals,
  type LogMetrics,
  type RunInterval,
} from '../../core/ds-client-log/metrics.ts';
import { outcomes, type Outcome } from '../../core/ds-client-log/outcomes.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { dayOf, formatDay } from '../../core/ds-client-log/wall-time.ts';
import type {
  DaysFigure,
  Lane,
  LogFigure,
  RunsFigure,
} from '../../figures/ds-client-log/log-figure.ts';
import { isOpenEnded, openRows } from './present-runs.ts';
import { momentWords, number } from './present-words.ts';

/** Up to this many days, runs are drawn to the hour; beyond it, sets by day. */
const hourlyDaysMax = 4;
const lanesMax = 16;
/** Beyond this many runs, marks of one lie on the next, and drawing them takes the page a second. */
const runsMax = 600;
const secondsPerDay = 86_400;
const daysShown = 31;
const setsShown = 40;
const nameLengthMax = 80;

const severity = (outcome: Outcome): number => outcomes.indexOf(outcome);
const worst = (a: Outcome | null, b: Outcome): Outcome =>
  a === null || severity(b) > severity(a) ? b : a;

const nameOf = (reading: AcceptedReading, row: number): string =>
  reading.fieldText(row, 'description').trim().slice(0, nameLengthMax) || 'without a name';

function lanesOf(reading: AcceptedReading, runs: readonly RunInterval[]): readonly Lane[] {
  const lanes = new Map<string, Lane['runs'][number][]>();
  for (const { row, from, to } of runs) {
    const name = nameOf(reading, row);
    const lane = lanes.get(name) ?? [];
    lane.push({ from, to, outcome: reading.outcome(row), isOpen: isOpenEnded(reading, row) });
    lanes.set(name, lane);
  }
  return [...lanes].map(([name, own]) => ({ name, runs: own }));
}

/** Lanes with something unfinished are kept first, then those that begin first. */
function chosenLanes(lanes: readonly Lane[]): readonly Lane[] {
  const firstStart = (lane: Lane): number => lane.runs[0]?.from ?? 0;
  const byStart = lanes.toSorted((a, b) => firstStart(a) - firstStart(b));
  if (byStart.length <= lanesMax) return byStart;
  const isUnfinished = (lane: Lane) =>
    lane.runs.some((run) => run.outcome === 'incomplete' || run.isOpen);
  const kept = new Set(
    byStart
      .toSorted((a, b) => Number(isUnfinished(b)) - Number(isUnfinished(a)))
      .slice(0, lanesMax),
  );
  return byStart.filter((lane) => kept.has(lane));
}

function runsFigure(
  reading: AcceptedReading,
  runs: readonly RunInterval[],
  from: number,
  to: number,
): RunsFigure {
  const open = openRows(reading).map((row) => {
    const start = reading.number(row, 'start') ?? from;
    return { row, from: start, to: start };
  });
  const all = lanesOf(reading, [...runs, ...open]);
  const lanes = chosenLanes(all);
  const { peak, firstReachedAt } = concurrency(runs);
  const rest = all.length - lanes.length;
  const most =
    peak < 2 || firstReachedAt === null
      ? 'No two runs at the same time.'
      : `At most ${peak} runs at the same time, first at ${momentWords(firstReachedAt)}.`;
  return {
    kind: 'runs',
    from,
    to: open.reduce((last, run) => Math.max(last, run.from), to),
    lanes,
    caption: rest > 0 ? `${most} ${rest} more sets are in the table below.` : most,
  };
}

function daysFigure(
  reading: AcceptedReading,
  all: readonly BackupSet[],
  isCrowded = false,
): DaysFigure | null {
  const sets = all.slice(0, setsShown);
  if (sets.length === 0) return null;
  const lastDay = dayOf(
    sets.reduce((last, { starts }) => Math.max(last, starts.at(-1) ?? last), -Infinity),
  );
  const firstStart = sets.reduce((least, set) => Math.min(least, set.starts[0] ?? least), Infinity);
  const firstDay = Math.max(dayOf(firstStart), lastDay - daysShown + 1);
  const days = Array.from({ length: lastDay - firstDay + 1 }, (_, i) => firstDay + i);
  const rows = sets.map((set) => {
    const byDay = new Map<number, Outcome>();
    set.rows.forEach((row, i) => {
      const day = dayOf(set.starts[i] ?? 0);
      byDay.set(day, worst(byDay.get(day) ?? null, reading.outcome(row)));
    });
    return {
      name: set.name.slice(0, nameLengthMax),
      outcomes: days.map((day) => byDay.get(day) ?? null),
    };
  });
  return {
    kind: 'days',
    days: days.map((day) => formatDay(day * secondsPerDay)),
    sets: rows,
    caption: `${isCrowded ? `${number(reading.rowCount)} runs in a few days are too many to draw one by one. ` : ''}Each backup set by the day its run began. The worst run of a day counts; a dot is a day without a run.`,
  };
}

/** What is drawn of an activity log: runs by the hour for a few days, sets by day for more. */
export function presentFigure(
  reading: AcceptedReading,
  { firstStart, lastEnd }: Pick<LogMetrics, 'firstStart' | 'lastEnd'>,
  sets: readonly BackupSet[] = backupSets(reading),
): LogFigure | null {
  if (firstStart === null || lastEnd === null) return null;
  if (dayOf(lastEnd) - dayOf(firstStart) >= hourlyDaysMax) return daysFigure(reading, sets);
  if (reading.rowCount > runsMax) return daysFigure(reading, sets, true);
  const runs = runIntervals(reading);
  return runs.length < 2 ? null : runsFigure(reading, runs, firstStart, lastEnd);
}
