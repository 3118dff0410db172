import { computersIn, wordsOf } from './named-computers.ts';
import { runSpans, type RunSpan } from './run-spans.ts';
import type { AcceptedReading } from './reading.ts';

/**
 * How an event belongs to an activity: both carry the number of it; the event names the set or the
 * computer of one that was running; only one was running; several were, and nothing tells them apart;
 * the computer it names is that of none that was running; none was running; no time could be read.
 */
export const linkKinds = [
  'number',
  'name',
  'time',
  'several',
  'other-computer',
  'none',
  'no-time',
] as const;
export type LinkKind = (typeof linkKinds)[number];

export interface EventLink {
  readonly kind: LinkKind;
  /** Rows of the activity log: one when the link is sure, the first 64 of `several`. */
  readonly activities: readonly number[];
  /** How many there are, those not listed included. */
  readonly count: number;
}

export interface EventLinks {
  /** One for each row of the event log. */
  readonly ofEvent: readonly EventLink[];
  /** Rows of the event log that belong to a row of the activity log for sure, in the order of the file. */
  readonly ofActivity: (row: number) => readonly number[];
  /** How many more may belong to it: other activities were running as well. */
  readonly possible: (row: number) => number;
  readonly counts: Readonly<Record<LinkKind, number>>;
  /** Whether the two logs have any time in common. */
  readonly overlap: boolean;
}

/** Activities running at once that are listed and compared by name; beyond it only time is looked at. */
const comparedMax = 64;

const link = (
  kind: LinkKind,
  activities: readonly number[] = [],
  count = activities.length,
): EventLink => ({ kind, activities, count });

const noTime = link('no-time');
const none = link('none');
const otherComputer = link('other-computer');

/** The number of the activity, where both logs have such a column. */
function byNumber(activities: AcceptedReading, events: AcceptedReading) {
  const rows = new Map<string, number>();
  if (events.columnOf('activityId') < 0) return () => undefined;
  for (let row = 0; row < activities.rowCount; row += 1) {
    const id = activities.fieldText(row, 'activityId').trim();
    if (id !== '' && id !== '0') rows.set(id, row);
  }
  return (event: number): number | undefined =>
    rows.get(events.fieldText(event, 'activityId').trim());
}

/** Which of the running activities a message names, by set or by computer. */
function naming(activities: AcceptedReading) {
  const { codes, texts } = activities.textCodes('description');
  const words = new Map<number, ReadonlySet<string>>();
  const wordsOfRow = (row: number): ReadonlySet<string> => {
    const code = codes[row] ?? 0;
    const known = words.get(code) ?? wordsOf(texts[code] ?? '');
    words.set(code, known);
    return known;
  };
  const setOf = (row: number): string => (texts[codes[row] ?? 0] ?? '').trim();
  return (message: string, running: readonly number[]): EventLink | null => {
    const named = running.filter((row) => {
      const set = setOf(row);
      return set !== '' && set.length <= 400 && message.includes(set);
    });
    if (named.length > 0) return link(named.length === 1 ? 'name' : 'several', named);
    const computers = computersIn(message);
    if (computers.length === 0) return null;
    const own = running.filter((row) => computers.some((name) => wordsOfRow(row).has(name)));
    if (own.length === 0) return otherComputer;
    return link(own.length === 1 ? 'name' : 'several', own);
  };
}

/** What runs at a moment; the same object for as long as nothing begins or ends. */
interface Running {
  readonly rows: readonly number[];
  /** The link by time alone: there are few of these, however many events there are. */
  readonly byTime: EventLink;
}

const runningNow = (spans: ReadonlySet<RunSpan>): Running => {
  const rows: number[] = [];
  for (const { row } of spans) {
    if (rows.length === comparedMax) break;
    rows.push(row);
  }
  if (spans.size === 0) return { rows, byTime: none };
  return { rows, byTime: link(spans.size === 1 ? 'time' : 'several', rows, spans.size) };
};

/** Activities that are running at a moment; moments are asked for in order. */
function sweep(spans: readonly RunSpan[]): (time: number) => Running {
  const open = new Set<RunSpan>();
  let next = 0;
  let firstEnd = Infinity;
  let now = runningNow(open);
  return (time) => {
    const before = next;
    for (let span = spans[next]; span && span.from <= time; span = spans[(next += 1)]) {
      open.add(span);
      firstEnd = Math.min(firstEnd, span.to);
    }
    if (next === before && firstEnd >= time) return now;
    firstEnd = Infinity;
    for (const span of open) {
      if (span.to < time) open.delete(span);
      else firstEnd = Math.min(firstEnd, span.to);
    }
    return (now = runningNow(open));
  };
}

const extent = (values: Float64Array): readonly [number, number] =>
  values.reduce<readonly [number, number]>(
    ([least, most], value) =>
      Number.isNaN(value) ? [least, most] : [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );

/**
 * Which activity each event belongs to. Both logs are taken to show the clock of the same machine; an
 * event of the second at which an activity begins or ends belongs to it. Takes time by the lengths of
 * the logs, n log n for sorting, and by how many activities run at once, up to 64.
 */
export function linkEvents(activities: AcceptedReading, events: AcceptedReading): EventLinks {
  const spans = runSpans(activities);
  const times = events.valuesOf('time');
  const order = Array.from(times.keys()).filter((row) => !Number.isNaN(times[row] ?? Number.NaN));
  order.sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0));
  const runningAt = sweep(spans);
  const named = naming(activities);
  const numbered = byNumber(activities, events);
  const ofEvent: EventLink[] = Array.from(times, () => noTime);
  for (const row of order) {
    const { rows, byTime } = runningAt(times[row] ?? 0);
    const isCompared = byTime.count > 0 && byTime.count <= comparedMax;
    ofEvent[row] = (isCompared && named(events.fieldText(row, 'text'), rows)) || byTime;
  }
  for (const event of ofEvent.keys()) {
    const number = numbered(event);
    if (number !== undefined) ofEvent[event] = link('number', [number]);
  }
  const sure = new Map<number, number[]>();
  const unsure = new Map<EventLink, number>();
  const counts = Object.fromEntries(linkKinds.map((kind) => [kind, 0])) as Record<LinkKind, number>;
  for (const [event, own] of ofEvent.entries()) {
    counts[own.kind] += 1;
    const [only] = own.activities;
    if (own.count !== 1 || only === undefined) unsure.set(own, (unsure.get(own) ?? 0) + 1);
    else {
      const rows = sure.get(only) ?? [];
      rows.push(event);
      sure.set(only, rows);
    }
  }
  const possible = new Map<number, number>();
  for (const [{ activities: rows }, count] of unsure) {
    for (const row of rows) possible.set(row, (possible.get(row) ?? 0) + count);
  }
  const [firstEvent, lastEvent] = extent(times);
  return {
    ofEvent,
    ofActivity: (row) => sure.get(row) ?? [],
    possible: (row) => possible.get(row) ?? 0,
    counts,
    overlap: spans.some(({ from, to }) => from <= lastEvent && to >= firstEvent),
  };
}
