import { runIntervals } from './run-intervals.ts';
import type { AcceptedReading } from './reading.ts';
import { timeLineOf, type TimeLine } from './time-line.ts';

/** A run's place on the time line of its log, both ends in it. */
export interface RunSpan {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  /** Neither end nor duration was recorded: it is taken to last until its set begins again, for a day at most. */
  readonly isOpen: boolean;
}

/** Our choice, because a run without an end that is older says nothing of the events of later days. */
const openSecondsMax = 86_400;

/** All runs that have a beginning, in the order of it. */
export function runSpans(
  reading: AcceptedReading,
  line: TimeLine = timeLineOf(reading),
): readonly RunSpan[] {
  const ended = runIntervals(reading, line).map(({ row, from, to }): RunSpan => ({
    row,
    from,
    to,
    isOpen: false,
  }));
  const known = new Set(ended.map(({ row }) => row));
  const others: RunSpan[] = [];
  for (let row = 0; row < reading.rowCount; row += 1) {
    const start = reading.number(row, 'start');
    if (known.has(row) || start === null || reading.isExcluded(row)) continue;
    const [from] = line.placesOf(start);
    const seconds = reading.number(row, 'duration');
    const isOpen = seconds === null;
    others.push({ row, from, to: from + (seconds ?? openSecondsMax), isOpen });
  }
  const spans = [...ended, ...others].toSorted((a, b) => a.from - b.from || a.row - b.row);
  if (others.every(({ isOpen }) => !isOpen)) return spans;
  const nextStart = new Map<string, number>();
  return spans
    .toReversed()
    .map((span) => {
      const set = reading.fieldText(span.row, 'description').slice(0, 400).trim();
      const next = nextStart.get(set) ?? Infinity;
      nextStart.set(set, span.from);
      return span.isOpen && next < span.to ? { ...span, to: next } : span;
    })
    .toReversed();
}
