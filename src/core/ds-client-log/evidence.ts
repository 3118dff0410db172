import { readDateParts, resolveDate, type Clock, type DateOrder, type DateParts } from './dates.ts';
import { groupingOf, type NumberGroup } from './numbers.ts';

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

type Undecided = 'MDY' | 'DMY';
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
  /** A date that stands in `count` cells; 0 for a second time of a date weighed already. */
  weigh(parts: DateParts, count: number): void;
  /** A run with both its moments and its duration. */
  run(start: DateParts | null, end: DateParts | null, durationSeconds: number): void;
  decide(): DateDecision;
}

const wallIn = (parts: DateParts, order: DateOrder): number | null => {
  const read = resolveDate(parts, order);
  return read.kind === 'wall' ? read.wall : null;
};

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
    const wall = wallIn(parts, order);
    if (wall === null) continue;
    const vote = votes[order];
    vote.cells += count;
    vote.min = Math.min(vote.min, wall);
    vote.max = Math.max(vote.max, wall);
  }
}

/** Lets a run vote whose end is its start and its duration in one order only. */
function voteByRun(votes: BothVotes, start: DateParts, end: DateParts, seconds: number): void {
  const fits = undecided.filter((order) => {
    const from = wallIn(start, order);
    const to = wallIn(end, order);
    return from !== null && to !== null && endFits(from, seconds, to);
  });
  const [only] = fits;
  if (fits.length === 1 && only) votes[only].midnight += 1;
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
  let dotted = false;
  const clockOf = (): Clock | null => {
    if (clocks['12h'] + clocks['24h'] === 0) return null;
    return clocks['12h'] > clocks['24h'] ? '12h' : '24h';
  };
  return {
    weigh(parts, count) {
      if (parts.clock) clocks[parts.clock] += count;
      if (parts.order) {
        statedOrder ??= parts.order;
        return;
      }
      dotted ||= parts.separator === '.';
      voteByDate(votes, parts, count);
    },
    run(start, end, durationSeconds) {
      if (start && end && !start.order && !end.order) {
        voteByRun(votes, start, end, durationSeconds);
      }
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

type Mark = Exclude<NumberGroup, null>;

export interface NumberEvidence {
  cell(col: number, text: string): void;
  /** A mark seen `times` times in a column, proved by two groups or more or alone. */
  count(col: number, mark: Mark, isProof: boolean, times: number): void;
  /** The mark of one column; a column of lone groups takes the mark that other columns prove. */
  groupOf(col: number): NumberGroup;
  /** The mark of the file as a whole. */
  fileGroup(): NumberGroup;
}

/** Gathers which mark groups the digits: two groups or more prove it, a lone `1.234` does not. */
export function numberEvidence(): NumberEvidence {
  const proofs = new Map<number, Map<Mark, number>>();
  const lone = new Map<number, Map<Mark, number>>();
  const count = (col: number, mark: Mark, isProof: boolean, times: number): void => {
    if (times === 0) return;
    const map = isProof ? proofs : lone;
    const marks = map.get(col) ?? new Map<Mark, number>();
    marks.set(mark, (marks.get(mark) ?? 0) + times);
    map.set(col, marks);
  };
  const most = (marks: ReadonlyMap<Mark, number> | undefined): NumberGroup =>
    [...(marks ?? [])].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  const fileGroup = (): NumberGroup => {
    const all = new Map<Mark, number>();
    for (const marks of proofs.values()) {
      for (const [mark, n] of marks) all.set(mark, (all.get(mark) ?? 0) + n);
    }
    return most(all);
  };
  return {
    cell(col, text) {
      const grouping = groupingOf(text);
      if (grouping) count(col, grouping.mark, grouping.groups > 1, 1);
    },
    count,
    groupOf: (col) => most(proofs.get(col)) ?? (lone.has(col) ? fileGroup() : null),
    fileGroup,
  };
}

/** The parts of a cell that may be a date; null for empty or unreadable cells. */
export const datePartsOf = (text: string): DateParts | null =>
  text.trim() === '' ? null : readDateParts(text);
