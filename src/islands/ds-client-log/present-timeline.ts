import { movedWords, openHourWords } from '../../core/ds-client-log/clock-words.ts';
import { concurrency, stretches, type Stretch } from '../../core/ds-client-log/concurrency.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { runIntervals, type RunInterval } from '../../core/ds-client-log/run-intervals.ts';
import { timeLineOf, type TimeLine } from '../../core/ds-client-log/time-line.ts';
import { dayOf, formatDay } from '../../core/ds-client-log/wall-time.ts';
import type { Lane, RunsFigure } from '../../figures/ds-client-log/log-figure.ts';
import { outcomeWords } from '../../figures/ds-client-log/outcome-words.ts';
import { visibleText } from '../../figures/ds-client-log/visible-text.ts';
import { clock, marksOf, shownAt } from './time-axis.ts';
import { isOpenEnded, openRows } from './present-runs.ts';
import { counted, momentWords, number } from './present-words.ts';

const lanesMax = 16;
/** Runs of a lane that are said one by one. */
const runsSaid = 12;
const nameLengthMax = 80;

const nameOf = (reading: AcceptedReading, row: number): string =>
  reading.fieldText(row, 'description').trim().slice(0, nameLengthMax) || 'without a name';

function runWords(line: TimeLine, { from, to, outcome, isOpen }: Lane['runs'][number]): string {
  const began = shownAt(line, from, momentWords);
  if (isOpen) return `${began}, no ending recorded`;
  const isOneDay = dayOf(line.wallAt(from)) === dayOf(line.wallAt(to));
  const ended = shownAt(line, to, isOneDay ? clock : momentWords);
  return `${began} to ${ended}, ${outcomeWords[outcome].toLowerCase()}`;
}

/** One sentence a lane, for who hears the figure; every figure in it stands in the table as well. */
function laneSentence(line: TimeLine, name: string, runs: Lane['runs']): string {
  const said = runs.slice(0, runsSaid).map((run) => runWords(line, run));
  const more = runs.length - said.length;
  return `${visibleText(name)}: ${said.join('; ')}${more > 0 ? `; and ${number(more)} more` : ''}.`;
}

type Placed = Pick<RunInterval, 'row' | 'from' | 'to'>;
type Extent = Pick<RunInterval, 'from' | 'to'>;

function lanesOf(
  reading: AcceptedReading,
  line: TimeLine,
  runs: readonly Placed[],
  { from: begins, to: ends }: Extent,
) {
  const within = (place: number): number => Math.min(Math.max(place, begins), ends) - begins;
  const lanes = new Map<string, Lane['runs'][number][]>();
  for (const { row, from, to } of runs) {
    const name = nameOf(reading, row);
    const lane = lanes.get(name) ?? [];
    lane.push({ from, to, outcome: reading.outcome(row), isOpen: isOpenEnded(reading, row) });
    lanes.set(name, lane);
  }
  return [...lanes].map(([name, own]): Lane => ({
    name,
    // The drawing may not be painted over its edges; the sentence has the whole run.
    runs: own.map((run) => ({ ...run, from: within(run.from), to: within(run.to) })),
    said: laneSentence(line, name, own),
  }));
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

/** What the axis shows of a change of the clock, and what the log does not say about it. */
function clockSentences(
  line: TimeLine,
  runs: readonly RunInterval[],
  isDrawn: (place: number) => boolean,
): readonly string[] {
  const either = runs.filter(({ isEither }) => isEither).length;
  return [
    ...line.changes
      .filter((_, i) => isDrawn(line.changedAt[i] ?? 0))
      .map((change) => {
        const axis =
          change.seconds < 0
            ? `the hour from ${clock(change.at + change.seconds)} stands twice on the axis`
            : 'the hour that it passed over is not on the axis';
        return `On ${formatDay(change.at)} the clock was probably ${movedWords(change)} (the broken line): ${axis}, and every bar is as long as its run took. ${openHourWords(change)}`.trim();
      }),
    ...(either > 0
      ? [
          `Of ${counted(either, 'run', 'runs')} within the repeated hour the log does not say in which of the two: ${either === 1 ? 'it is' : 'they are'} drawn in the first that is free.`,
        ]
      : []),
  ];
}

/** How many runs went on at once, as an outline: up where one begins, down where one ends. */
function outlineOf(
  found: readonly Stretch[],
  peak: number,
  begins: number,
  length: number,
): string {
  const x = (place: number) => Math.round(((place - begins) / Math.max(1, length)) * 1000);
  const y = (count: number) => Math.round(20 - (count / peak) * 20);
  return found
    .map(({ from, to, count }) => `M${x(from)} 20V${y(count)}H${Math.max(x(to), x(from) + 1)}V20`)
    .join('');
}

function mostWords(line: TimeLine, runs: readonly RunInterval[]): string {
  const { peak, firstReachedAt } = concurrency(runs);
  return peak < 2 || firstReachedAt === null
    ? 'No two runs at the same time.'
    : `At most ${peak} runs at the same time, first at ${shownAt(line, firstReachedAt, momentWords)}.`;
}

/** Beyond this many runs, marks of one lie on the next, and drawing them takes the page a second. */
export const runsMax = 600;
const day = 86_400;

/** How much is drawn on each side of a day, so that its nights are seen; the marks stay three hours apart. */
const margin = 4 * 3600;

/** Where a day begins and ends on the line; of an hour that stands twice, both belong to it. */
function bounds(line: TimeLine, ofDay: number | undefined): Extent {
  if (ofDay === undefined) return { from: -Infinity, to: Infinity };
  return {
    from: line.placesOf(ofDay * day)[0],
    to: line.placesOf((ofDay + 1) * day).at(-1) ?? 0,
  };
}

/** Where the runs begin and end, and whether that is further than a day and its margins. */
function extentOf(runs: readonly Extent[], asked: Extent): Extent & { readonly isCut: boolean } {
  const first = runs.reduce((least, run) => Math.min(least, run.from), Infinity);
  const last = runs.reduce((most, run) => Math.max(most, run.to), -Infinity);
  const [from, to] = [Math.max(first, asked.from - margin), Math.min(last, asked.to + margin)];
  return { from, to, isCut: first < from || last > to };
}

/** The outline of the part of the runs that is drawn. */
function drawnOutline(runs: readonly RunInterval[], peak: number, { from, to }: Extent): string {
  const parts = stretches(runs)
    .filter((part) => part.from < to && part.to > from)
    .map((part) => ({ ...part, from: Math.max(part.from, from), to: Math.min(part.to, to) }));
  return outlineOf(parts, peak, from, to - from);
}

/** The rows without an end, each at its start. */
const openRuns = (reading: AcceptedReading, line: TimeLine): readonly Placed[] =>
  openRows(reading).map((row) => {
    const [from] = line.placesOf(reading.number(row, 'start') ?? 0);
    return { row, from, to: from };
  });

/**
 * Runs by the hour, each as long as it took, with how many went on at once: of the whole log, or all
 * that went on for some of one day. Null for fewer than two of the whole, for none of a day, and for
 * too many.
 */
export function presentTimeline(reading: AcceptedReading, ofDay?: number): RunsFigure | null {
  const line = timeLineOf(reading);
  const asked = bounds(line, ofDay);
  const isWithin = ({ from, to }: Extent) =>
    from < asked.to && (to > asked.from || from >= asked.from);
  const runs = runIntervals(reading, line).filter(isWithin);
  const drawn = [...runs, ...openRuns(reading, line).filter(isWithin)];
  if (drawn.length > runsMax || (ofDay === undefined ? runs.length < 2 : drawn.length === 0))
    return null;
  const extent = extentOf(drawn, asked);
  const { from, to } = extent;
  const isDrawn = (place: number) => place > from && place < to;
  const all = lanesOf(reading, line, drawn, extent);
  const lanes = chosenLanes(all);
  const rest = all.length - lanes.length;
  const { peak } = concurrency(runs);
  const outline = drawnOutline(runs, peak, extent);
  return {
    kind: 'runs',
    length: to - from,
    marks: marksOf(line, from, to).map((mark) => ({ ...mark, at: mark.at - from })),
    changedAt: line.changedAt.filter(isDrawn).map((place) => place - from),
    lanes,
    atOnce: { peak, said: `At the same time: ${peak} at most`, outline },
    caption: [
      mostWords(line, runs),
      ...clockSentences(line, runs, isDrawn),
      ...(extent.isCut ? ['A bar that reaches an edge goes on beyond it.'] : []),
      ...(rest > 0 ? [`${counted(rest, 'more set is', 'more sets are')} in the table below.`] : []),
    ].join(' '),
  };
}
