import { resolveDate, type Clock, type DateOrder, type DateParts } from './dates.ts';

/** How the order of day and month was found. */
export type DateOrderCertainty =
  | { readonly kind: 'stated' }
  | { readonly kind: 'proved'; readonly by: 'part-over-12' | 'run-over-midnight' }
  | { readonly kind: 'assumed'; readonly because: 'shortest-span' | 'usual-form' }
  | { readonly kind: 'given' };

export interface DateDecision {
  readonly order: DateOrder | null;
  readonly certainty: DateOrderCertainty | null;
  readonly clock: Clock | null;
}

export type Undecided = 'MDY' | 'DMY';
const undecided = ['MDY', 'DMY'] as const satisfies readonly Undecided[];

interface Votes {
  cells: number;
  onlyPossible: number;
  midnight: number;
  min: number;
  max: number;
}

/** Clocks are shown in whole seconds, so end and duration may disagree by a second or two. */
export const toleranceSeconds = 2;
const hour = 3600;

/** Whether an end fits a start and a duration, perhaps across a change of the clock. */
export function endFits(start: number, durationSeconds: number, end: number): boolean {
  const off = Math.abs(end - start - durationSeconds);
  return off <= toleranceSeconds || Math.abs(off - hour) <= toleranceSeconds;
}

export interface DateEvidence {
  /**
   * A date that stands in `count` cells, first in `row`; a count of 0 for a second time of a date that
   * was weighed already.
   */
  weigh(parts: DateParts, count: number, row: number): void;
  /** A run whose end is its start and its duration when read month first, day first, or both. */
  run(fitsMonthFirst: boolean, fitsDayFirst: boolean): void;
  decide(): DateDecision;
}

/** Wall time of a date in one order; NaN where it has none, or where the text says which order it has. */
export function wallIn(parts: DateParts, order: Undecided): number {
  const read = resolveDate(parts, order);
  return parts.order === null && read.kind === 'wall' ? read.wall : Number.NaN;
}

const noVotes = (): Votes => ({
  cells: 0,
  onlyPossible: 0,
  midnight: 0,
  min: Infinity,
  max: -Infinity,
});

type BothVotes = Readonly<Record<Undecided, Votes>>;

/** Lets the dates of `count` cells, written alike, vote for what they can be read as. */
function voteByDate(votes: BothVotes, parts: DateParts, count: number): void {
  const inMdy = resolveDate(parts, 'MDY');
  const inDmy = resolveDate(parts, 'DMY');
  // A day that the calendar lacks still says which number was meant as the month.
  if (inMdy.kind !== 'unreadable' && inDmy.kind === 'unreadable') votes.MDY.onlyPossible += count;
  if (inDmy.kind !== 'unreadable' && inMdy.kind === 'unreadable') votes.DMY.onlyPossible += count;
  for (const order of undecided) {
    const read = order === 'MDY' ? inMdy : inDmy;
    if (read.kind !== 'wall') continue;
    const { wall } = read;
    const vote = votes[order];
    vote.cells += count;
    vote.min = Math.min(vote.min, wall);
    vote.max = Math.max(vote.max, wall);
  }
}

/** Cells that vouch for an order; a run over midnight vouches with both its moments. */
const weightOf = (vote: Votes): number => vote.onlyPossible + 2 * vote.midnight;

type OrderDecision = Pick<DateDecision, 'order' | 'certainty'>;

/**
 * The order that most cells prove. One stray date of the other order is then a bad cell, not a reason to
 * read the whole column otherwise. Null when the proofs are equal, as where there are none.
 */
function provedOrder(votes: BothVotes): OrderDecision | null {
  const mdy = weightOf(votes.MDY);
  const dmy = weightOf(votes.DMY);
  if (mdy === dmy) return null;
  const order = mdy > dmy ? 'MDY' : 'DMY';
  const by = votes[order].onlyPossible > 0 ? 'part-over-12' : 'run-over-midnight';
  return { order, certainty: { kind: 'proved', by } };
}

/** The likelier order of dates that prove none: the shorter log, else the commoner form. */
function assumedOrder(votes: BothVotes, clock: Clock | null, dotted: boolean): OrderDecision {
  const spanMdy = votes.MDY.max - votes.MDY.min;
  const spanDmy = votes.DMY.max - votes.DMY.min;
  if (spanMdy !== spanDmy) {
    const order = spanMdy < spanDmy ? 'MDY' : 'DMY';
    return { order, certainty: { kind: 'assumed', because: 'shortest-span' } };
  }
  // Nothing in the cells decides: a 12-hour clock is commonest with month first, dots with day
  // first. Marked as assumed, because en-AU writes day first with a 12-hour clock.
  const order = clock === '12h' && !dotted ? 'MDY' : 'DMY';
  return { order, certainty: { kind: 'assumed', because: 'usual-form' } };
}

/** Gathers what the rows say about the order of day and month; one order holds for the whole file. */
export function dateEvidence(): DateEvidence {
  const votes: BothVotes = { MDY: noVotes(), DMY: noVotes() };
  const clocks = { '12h': 0, '24h': 0 };
  let statedOrder: DateOrder | null = null;
  let statedRow = Infinity;
  let dotted = false;
  const clockOf = (): Clock | null => {
    if (clocks['12h'] + clocks['24h'] === 0) return null;
    return clocks['12h'] > clocks['24h'] ? '12h' : '24h';
  };
  return {
    weigh(parts, count, row) {
      if (parts.clock) clocks[parts.clock] += count;
      if (parts.order) {
        if (row < statedRow) statedOrder = parts.order;
        statedRow = Math.min(statedRow, row);
        return;
      }
      dotted ||= parts.separator === '.';
      voteByDate(votes, parts, count);
    },
    run(fitsMonthFirst, fitsDayFirst) {
      if (fitsMonthFirst === fitsDayFirst) return;
      votes[fitsMonthFirst ? 'MDY' : 'DMY'].midnight += 1;
    },
    decide() {
      const clock = clockOf();
      if (votes.MDY.cells + votes.DMY.cells === 0) {
        const certainty = statedOrder ? ({ kind: 'stated' } as const) : null;
        return { order: statedOrder, certainty, clock };
      }
      return { ...(provedOrder(votes) ?? assumedOrder(votes, clock, dotted)), clock };
    },
  };
}
