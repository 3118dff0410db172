import { isJudged, outliers, type BackupSet } from './history.ts';
import { median } from './median.ts';
import { missedCount, missedDays } from './missed-days.ts';
import { outcomes, type Outcome } from './outcomes.ts';
import type { AcceptedReading } from './reading.ts';
import { dayOf } from './wall-time.ts';

export const measures = ['duration', 'online', 'transmitted'] as const;
export type Measure = (typeof measures)[number];

/** What a set did on one day, by the day on which its runs began. */
export interface Night {
  /** Days from 1970-01-01 on the clock of the DS-Client. */
  readonly day: number;
  /** Rows of the reading; none on a day on which a run was due and none is in the log. */
  readonly rows: readonly number[];
  /** The worst outcome of the day; null when there was no run. */
  readonly outcome: Outcome | null;
  /** Seconds or bytes, added up over the runs of the day; null when none has the figure. */
  readonly value: number | null;
  /** At least twice or half the usual, and far outside what is ordinary for this set. */
  readonly isOutlier: boolean;
  /** What it is far from: the usual of the completed days above 0. Null when it is not far. */
  readonly farFrom: number | null;
}

export interface NightlySeries {
  readonly nights: readonly Night[];
  /** The median of the days on which every run was completed; null with fewer than three. */
  readonly usual: number | null;
  /** Whether there are enough of those days with a figure above 0 to say which is far from it. */
  readonly isJudged: boolean;
  /** Whether one of those days has a figure of 0, which is in the usual and not in `farFrom`. */
  readonly hasZeros: boolean;
  /** Days at the beginning of a long log that are left out. */
  readonly daysLeftOut: number;
  /** Days long after the last run on which one was due: they are left out too. */
  readonly daysLeftOutAfter: number;
}

/** Our choice, because a quarter of a year still has a place of its own for each day on a phone. */
const daysMax = 92;
/** Our choice, because a week without a run shows that a set has stopped; more only push its runs out. */
const daysAfterMax = 7;
/** Fewer days show no course. */
const usualMin = 3;

const isComplete = (outcome: Outcome | null): boolean => outcome?.startsWith('completed') ?? false;

const worse = (a: Outcome, b: Outcome): Outcome =>
  outcomes.indexOf(b) > outcomes.indexOf(a) ? b : a;

function nightOf(
  reading: AcceptedReading,
  day: number,
  rows: readonly number[],
  measure: Measure,
): Night {
  // A cell that cannot be read has no value, and says nothing against the others of its row.
  const values = rows.map((row) => reading.number(row, measure)).filter((value) => value !== null);
  return {
    day,
    rows,
    outcome: rows.map((row) => reading.outcome(row)).reduce(worse),
    value: values.length === 0 ? null : values.reduce((a, b) => a + b, 0),
    isOutlier: false,
    farFrom: null,
  };
}

/** The first and last day to show, and how many days were due after them. */
function windowOf({ starts, gaps }: BackupSet) {
  const lastRun = dayOf(starts.at(-1) ?? 0);
  const due = missedDays(gaps, daysAfterMax, lastRun + 1, lastRun + daysAfterMax);
  const last = due.at(-1) ?? lastRun;
  const after = missedCount(gaps.filter((gap) => dayOf(gap.first) > lastRun)) - due.length;
  return { first: last - daysMax + 1, last, after };
}

/**
 * One figure of a backup set day by day, with the days on which a run was due and is not in the log.
 * It ends a week after the last run of the set at the latest. Runs that were cut short are
 * kept apart from the usual: their figures are those of part of a run.
 */
export function nightlySeries(
  reading: AcceptedReading,
  set: BackupSet,
  measure: Measure,
): NightlySeries {
  const byDay = new Map<number, number[]>();
  set.rows.forEach((row, i) => {
    const day = dayOf(set.starts[i] ?? 0);
    const rows = byDay.get(day) ?? [];
    rows.push(row);
    byDay.set(day, rows);
  });
  const { first, last, after } = windowOf(set);
  const runDays = [...byDay.keys()].filter((day) => day >= first);
  const shown = [...runDays, ...missedDays(set.gaps, daysMax, first, last)].toSorted(
    (a, b) => a - b,
  );
  const plain = shown.map((day): Night => {
    const rows = byDay.get(day);
    return rows
      ? nightOf(reading, day, rows, measure)
      : { day, rows: [], outcome: null, value: null, isOutlier: false, farFrom: null };
  });
  const comparable = plain.map(({ outcome, value }) => (isComplete(outcome) ? value : null));
  const odd = new Map(outliers(comparable).map(({ index, usual }) => [index, usual]));
  const usable = comparable.filter((value) => value !== null);
  return {
    nights: plain.map((night, i) => ({
      ...night,
      isOutlier: odd.has(i),
      farFrom: odd.get(i) ?? null,
    })),
    usual: usable.length < usualMin ? null : median(Float64Array.from(usable)),
    isJudged: isJudged(usable),
    hasZeros: usable.includes(0),
    daysLeftOut: byDay.size + missedCount(set.gaps) - after - shown.length,
    daysLeftOutAfter: after,
  };
}
