import { firstId, type DateBook } from './date-book.ts';
import {
  dateEvidence,
  endFits,
  wallIn,
  type DateDecision,
  type DateEvidence,
  type Undecided,
} from './date-evidence.ts';
import { partsAt, surveyMoments, type MomentColumn, type MomentSurvey } from './moment-columns.ts';
import type { Values } from './value-store.ts';

/** The midnight of each date of a book by its even id, read in one order; NaN where it has none. */
function midnightsIn(book: DateBook, order: Undecided): Float64Array {
  const midnights = new Float64Array(book.idsEnd).fill(Number.NaN);
  for (let id = firstId; id < book.idsEnd; id += 2) {
    const parts = book.partsOf(id);
    if (parts) midnights[id] = wallIn(parts, order);
  }
  return midnights;
}

/** Lets each run vote whose end is its start and its duration in one order only. */
function weighRuns(
  start: MomentColumn,
  end: MomentColumn,
  durations: Values,
  evidence: DateEvidence,
): void {
  const monthFirst = midnightsIn(start.cells.dates, 'MDY');
  const dayFirst = midnightsIn(start.cells.dates, 'DMY');
  const { states: starts, rowCount } = start;
  const { states: ends } = end;
  for (let row = 0; row < rowCount; row += 1) {
    // The two ids of a date differ by the clock beside it.
    const a = (starts[row] ?? 0) & ~1;
    const b = (ends[row] ?? 0) & ~1;
    // Within one day both readings fit or neither does.
    if (a === b && a >= firstId) continue;
    const seconds = durations.get(row);
    if (Number.isNaN(seconds)) continue;
    if (a < firstId || b < firstId) {
      weighParts(start, end, row, seconds, evidence);
      continue;
    }
    const from = start.seconds[row] ?? 0;
    const to = end.seconds[row] ?? 0;
    evidence.run(
      endFits((monthFirst[a] ?? 0) + from, seconds, (monthFirst[b] ?? 0) + to),
      endFits((dayFirst[a] ?? 0) + from, seconds, (dayFirst[b] ?? 0) + to),
    );
  }
}

/** The same for a run whose moments only the full reader could read. */
function weighParts(
  start: MomentColumn,
  end: MomentColumn,
  row: number,
  seconds: number,
  evidence: DateEvidence,
): void {
  const from = partsAt(start, row);
  const to = from && partsAt(end, row);
  if (!from || !to) return;
  const fits = (order: Undecided): boolean =>
    endFits(wallIn(from, order), seconds, wallIn(to, order));
  evidence.run(fits('MDY'), fits('DMY'));
}

/** The columns of moments that a log has. */
export interface DatedColumns {
  readonly start: MomentColumn | null;
  readonly end: MomentColumn | null;
  readonly time: MomentColumn | null;
}

export interface DatesDecided extends DateDecision {
  readonly surveys: Readonly<Record<keyof DatedColumns, MomentSurvey | null>>;
}

/** Decides the order of day and month from every date and every run of a log. */
export function decideDates(
  { start, end, time }: DatedColumns,
  durations: Values | null,
): DatesDecided {
  const evidence = dateEvidence();
  const survey = (column: MomentColumn | null, weigh = evidence.weigh): MomentSurvey | null =>
    column && surveyMoments(column, weigh);
  const surveys = {
    start: survey(start),
    // One column of beginnings is weighed: that of runs where there are runs.
    time: survey(time, start ? () => {} : evidence.weigh),
    end: survey(end),
  };
  if (start && end && durations) weighRuns(start, end, durations, evidence);
  return { ...evidence.decide(), surveys };
}
