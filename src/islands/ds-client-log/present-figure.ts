import { backupSets, type BackupSet } from '../../core/ds-client-log/history.ts';
import { logEndOf } from '../../core/ds-client-log/log-end.ts';
import type { LogMetrics } from '../../core/ds-client-log/metrics.ts';
import { lastDue } from '../../core/ds-client-log/missed-days.ts';
import { outcomes, type Outcome } from '../../core/ds-client-log/outcomes.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { dayOf, formatDay } from '../../core/ds-client-log/wall-time.ts';
import type { DaysFigure, LogFigure } from '../../figures/ds-client-log/log-figure.ts';
import { inOrder } from './set-order.ts';
import { presentTimeline, runsMax } from './present-timeline.ts';
import { counted, number } from './present-words.ts';

/** Up to this many days, runs are drawn to the hour; beyond it, sets by day. */
const hourlyDaysMax = 4;
const secondsPerDay = 86_400;
const daysShown = 31;
const setsShown = 40;
const nameLengthMax = 80;

const severity = (outcome: Outcome): number => outcomes.indexOf(outcome);
const worst = (a: Outcome | null, b: Outcome): Outcome =>
  a === null || severity(b) > severity(a) ? b : a;

/**
 * The last day to draw: that of the last backup, of the last that was due, or the last day of which the
 * whole log tells to its midnight. On a day that has only begun, a dot would accuse sets that are not
 * due yet. Starts after `logEnd` are dates that nothing bears out: they count where there are no others.
 */
function lastDayOf(sets: readonly BackupSet[], logEnd: number): number {
  const greatest = (of: (set: BackupSet) => number | undefined): number =>
    sets.reduce((most, set) => Math.max(most, of(set) ?? most), -Infinity);
  const ran = greatest(({ starts }) => starts.findLast((start) => start <= logEnd));
  if (ran === -Infinity) return dayOf(greatest(({ starts }) => starts.at(-1)));
  const due = greatest(({ gaps }) => gaps.map(lastDue).findLast((moment) => moment <= logEnd));
  return Math.max(dayOf(ran), dayOf(due), dayOf(logEnd) - 1);
}

function daysFigure(
  reading: AcceptedReading,
  all: readonly BackupSet[],
  isCrowded = false,
): DaysFigure | null {
  const sets = inOrder(reading, all)
    .slice(0, setsShown)
    .map(({ set }) => set);
  if (sets.length === 0) return null;
  const lastDay = lastDayOf(sets, logEndOf(reading));
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
  const earlier = firstDay - dayOf(firstStart);
  const later = sets.some(({ starts }) => dayOf(starts.at(-1) ?? 0) > lastDay);
  const sentences = [
    isCrowded
      ? `${number(reading.rowCount)} runs in a few days are too many to draw one by one.`
      : '',
    'Each backup set by the day its run began. The worst run of a day counts; a dot is a day without a run.',
    earlier > 0
      ? `The last ${daysShown} days; ${counted(earlier, 'day', 'days')} before them ${earlier === 1 ? 'is' : 'are'} left out.`
      : '',
    later ? 'Runs dated long after all others are left out: see whether that date is right.' : '',
    all.length > sets.length
      ? `${number(sets.length)} of ${number(all.length)} sets are drawn, those first whose runs failed or are missing; the table below holds the others.`
      : '',
  ];
  return {
    kind: 'days',
    firstDay,
    days: days.map((day) => formatDay(day * secondsPerDay)),
    runsMax,
    sets: rows,
    caption: sentences.filter((sentence) => sentence !== '').join(' '),
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
  return presentTimeline(reading);
}
