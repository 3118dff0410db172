import { computersIn, wordsOf } from './named-computers.ts';
import { setsIn } from './named-sets.ts';
import { runSpans } from './run-spans.ts';
import { listedMax, runningAtWall, type Running } from './running-at.ts';
import type { AcceptedReading } from './reading.ts';
import { timeLineOf } from './time-line.ts';

/**
 * How an event belongs to an activity: both carry the number of it; several activities carry that
 * number; none of the other log does; the event names the set or the computer of one that was running;
 * only one was running; several were, and nothing tells them apart; the clock showed its time twice, and
 * one was running at one of the two; the set or the computer it names is that of none that was running;
 * none was running; no time could be read.
 */
export const linkKinds = [
  'number',
  'shared-number',
  'other-number',
  'name',
  'time',
  'several',
  'either-hour',
  'other-set',
  'other-computer',
  'none',
  'no-time',
] as const;
export type LinkKind = (typeof linkKinds)[number];

export interface EventLink {
  readonly kind: LinkKind;
  /** Rows of the activity log: one when the link is sure, the first 64 where there are several. */
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

const link = (
  kind: LinkKind,
  activities: readonly number[] = [],
  count = activities.length,
): EventLink => ({ kind, activities, count });

const noTime = link('no-time');
const none = link('none');
const otherSet = link('other-set');
const otherComputer = link('other-computer');
const otherNumber = link('other-number');

/** By the number of the activity, where both logs have it; null for an event that carries none. */
function byNumber(activities: AcceptedReading, events: AcceptedReading) {
  const links = new Map<string, EventLink>();
  if (events.columnOf('activityId') < 0) return () => null;
  for (let row = 0; row < activities.rowCount; row += 1) {
    const id = activities.fieldText(row, 'activityId').trim();
    if (id === '' || id === '0') continue;
    const { activities: rows = [], count = 0 } = links.get(id) ?? {};
    if (count === 0) links.set(id, link('number', [row]));
    else links.set(id, link('shared-number', [...rows, row].slice(0, listedMax), count + 1));
  }
  // A column without a single number says nothing of the numbers of the other log.
  if (links.size === 0) return () => null;
  return (event: number): EventLink | null => {
    const id = events.fieldText(event, 'activityId').trim();
    return id === '' || id === '0' ? null : (links.get(id) ?? otherNumber);
  };
}

/** Longer descriptions are not looked for in messages. */
const setLengthMax = 400;

/** One word alone may stand in a message by chance: it can name a set that runs, and rule out none. */
const hasWords = (set: string): boolean => /[\p{L}\p{N}][^\p{L}\p{N}]+[\p{L}\p{N}]/u.test(set);

/** Which of the running activities a message names, by set or by computer. */
function naming(activities: AcceptedReading) {
  const { codes, texts } = activities.textCodes('description');
  const sets = texts.map((text) => text.trim());
  const setsNamed = setsIn(new Set(sets.filter((set) => set.length <= setLengthMax)));
  const setOf = (row: number): string => sets[codes[row] ?? 0] ?? '';
  const words = new Map<number, ReadonlySet<string>>();
  const wordsOfRow = (row: number): ReadonlySet<string> => {
    const code = codes[row] ?? 0;
    const known = words.get(code) ?? wordsOf(texts[code] ?? '');
    words.set(code, known);
    return known;
  };
  return (message: string, running: readonly number[]): EventLink | null => {
    const inMessage = setsNamed(message);
    const named = running.filter((row) => inMessage.has(setOf(row)));
    if (named.length > 0) return link(named.length === 1 ? 'name' : 'several', named);
    if ([...inMessage].some(hasWords)) return otherSet;
    const computers = computersIn(message);
    if (computers.length === 0) return null;
    const own = running.filter((row) => computers.some((name) => wordsOfRow(row).has(name)));
    if (own.length === 0) return otherComputer;
    return link(own.length === 1 ? 'name' : 'several', own);
  };
}

/** The link by time alone: one for as long as nothing begins or ends, however many events there are. */
function byTime() {
  const known = new WeakMap<Running, EventLink>();
  return (running: Running): EventLink => {
    const { rows, count } = running;
    if (count === 0) return none;
    const kind = count > 1 ? 'several' : running.isEither ? 'either-hour' : 'time';
    const own = known.get(running) ?? link(kind, rows, count);
    known.set(running, own);
    return own;
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
  const line = timeLineOf(activities);
  const spans = runSpans(activities, line);
  const times = events.valuesOf('time');
  const places = line.changes.length === 0 ? times : times.map((time) => line.placesOf(time)[0]);
  const order = Array.from(times.keys()).filter((row) => !Number.isNaN(times[row] ?? Number.NaN));
  order.sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const runningThen = runningAtWall(spans, line);
  const timed = byTime();
  const named = naming(activities);
  const numbered = byNumber(activities, events);
  const ofEvent: EventLink[] = Array.from(times, (_, event) => numbered(event) ?? noTime);
  for (const row of order) {
    const running = runningThen(times[row] ?? 0);
    // The number of an activity is a statement of the log itself: no clock overrules it.
    if (ofEvent[row] !== noTime) continue;
    const isCompared = running.count > 0 && running.count <= listedMax;
    const own = isCompared ? named(events.fieldText(row, 'text'), running.rows) : null;
    ofEvent[row] = own ?? timed(running);
  }
  const sure = new Map<number, number[]>();
  const unsure = new Map<EventLink, number>();
  const counts = Object.fromEntries(linkKinds.map((kind) => [kind, 0])) as Record<LinkKind, number>;
  for (const [event, own] of ofEvent.entries()) {
    counts[own.kind] += 1;
    const [only] = own.activities;
    if (own.count !== 1 || own.kind === 'either-hour' || only === undefined)
      unsure.set(own, (unsure.get(own) ?? 0) + 1);
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
  const [firstEvent, lastEvent] = extent(places);
  return {
    ofEvent,
    ofActivity: (row) => sure.get(row) ?? [],
    possible: (row) => possible.get(row) ?? 0,
    counts,
    overlap: spans.some(({ from, to }) => from <= lastEvent && to >= firstEvent),
  };
}
