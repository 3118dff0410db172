import {
  linkEvents,
  type EventLink,
  type EventLinks,
} from '../../core/ds-client-log/event-links.ts';
import { groupEvents, type EventGroup } from '../../core/ds-client-log/events.ts';
import type { MessageMatcher } from '../../core/ds-client-log/messages.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { presentGroups } from './present-events.ts';
import {
  asWritten,
  counted,
  momentWords,
  nameOf,
  namesInARow,
  number,
  shortName,
  stateWords,
  untilWords,
} from './present-words.ts';
import { cellView, type BesideView, type During, type Note, type Related } from './view.ts';

/** An activity log and an event log of the same DS-Client, and what of the one belongs to the other. */
export interface LinkedLogs {
  readonly activities: AcceptedReading;
  readonly events: AcceptedReading;
  readonly links: EventLinks;
  readonly groups: readonly EventGroup[];
  /** Which of the two the page shows line by line. */
  readonly shown: 'activities' | 'events';
}

/** Activities named for one message; the lines of each name their own. */
const activitiesShown = 3;
const messagesShown = 8;
/** Candidates looked at for their names. */
const activitiesListed = 64;

/** Links two logs; null when both are of the same kind. */
export function linkedLogs(
  open: AcceptedReading,
  other: AcceptedReading,
  match: MessageMatcher,
): LinkedLogs | null {
  if (open.kind === other.kind) return null;
  const shown = open.kind === 'activity-log' ? 'activities' : 'events';
  const [activities, events] = shown === 'activities' ? [open, other] : [other, open];
  const links = linkEvents(activities, events);
  return { activities, events, links, groups: groupEvents(events, match), shown };
}

/** "EXAMPLE-WEB03 - IIS content, Mon 2 Mar 2026 03:00 to 03:00:40 (line 5), Share Unavailable" */
function activityWords(activities: AcceptedReading, row: number): string {
  const from = activities.number(row, 'start');
  const to = activities.number(row, 'end');
  const began = from === null ? '' : `, ${momentWords(from)}`;
  const span = from === null || to === null ? began : `${began} to ${untilWords(from, to)}`;
  const state = activities.fieldText(row, 'completion').trim();
  const ending = state === '' ? 'no ending recorded' : stateWords(state, asWritten(activities));
  return `${shortName(nameOf(activities, row))}${span} (line ${number(activities.line(row))}), ${ending}`;
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const theyWere = (count: number, total: number): string =>
  total === 1 ? 'During' : count === total ? 'All during' : `${number(count)} during`;

const namesOf = (activities: AcceptedReading, rows: ReadonlySet<number>): string =>
  namesInARow([...new Set([...rows].map((row) => nameOf(activities, row)))]);

/** The activities between which the logs do not decide, by name while they are few. */
function severalWords(activities: AcceptedReading, candidates: ReadonlySet<number>): string {
  const names = new Set([...candidates].map((row) => shortName(nameOf(activities, row))));
  return names.size > activitiesShown
    ? 'while several activities were running: whose, the logs do not say.'
    : `while these were running: ${[...names].join('; ')}. Whose, the logs do not say.`;
}

/** Where the events of one message fell, most first. */
function duringOf(
  { activities, links, shown }: LinkedLogs,
  rows: readonly number[],
): readonly During[] {
  const sure = new Map<number, number>();
  const candidates = new Set<number>();
  const eitherOnes = new Set<number>();
  const rest = {
    'shared-number': 0,
    several: 0,
    'either-hour': 0,
    'other-number': 0,
    'other-set': 0,
    'other-computer': 0,
    none: 0,
    'no-time': 0,
  };
  for (const event of rows) {
    const { kind, activities: own = [] } = links.ofEvent[event] ?? {};
    const [row = -1] = own;
    if (kind === 'number' || kind === 'name' || kind === 'time')
      sure.set(row, (sure.get(row) ?? 0) + 1);
    else if (kind) {
      rest[kind] += 1;
      // A long list says no more than “several”.
      if (kind === 'either-hour') for (const one of own) eitherOnes.add(one);
      if (kind === 'several' && candidates.size <= activitiesListed)
        for (const one of own) candidates.add(one);
    }
  }
  const most = [...sure].toSorted((a, b) => b[1] - a[1]);
  const more = most.slice(activitiesShown);
  const lost = more.reduce((sum, [, count]) => sum + count, 0);
  const told = (count: number, text: string): readonly During[] =>
    count === 0
      ? []
      : [{ text: rows.length === 1 ? sentence(text) : `${number(count)} ${text}`, row: null }];
  return [
    ...most.slice(0, activitiesShown).map(([row, count]) => ({
      text: `${theyWere(count, rows.length)} ${activityWords(activities, row)}`,
      row: shown === 'activities' ? row : null,
    })),
    ...told(lost, `during ${counted(more.length, 'other activity', 'other activities')}.`),
    ...told(rest.several, severalWords(activities, candidates)),
    ...told(
      rest['either-hour'],
      `at a time that the clock showed twice that night; ${eitherOnes.size === 1 ? 'this was' : 'these were'} running at one of the two: ${namesOf(activities, eitherOnes)}.`,
    ),
    ...told(rest['shared-number'], 'with a number that several activities carry.'),
    ...told(rest['other-number'], 'with the number of an activity that is not in the other log.'),
    ...told(rest['other-set'], 'about a set that was not running then.'),
    ...told(rest['other-computer'], 'on a computer of which no activity was running then.'),
    ...told(rest.none, 'while no activity of the other log was running.'),
    ...told(rest['no-time'], 'without a time that could be read.'),
  ];
}

const kindWords = { 'activity-log': 'activity log', 'event-log': 'event log' } as const;

/** Why a second log of the same kind is not taken. */
export const sameKindNote = (kind: AcceptedReading['kind']): Note => ({
  severity: 'error',
  text:
    kind === 'activity-log'
      ? 'This is an activity log as well. Choose the event log of the same days.'
      : 'This is an event log as well. Choose the activity log of the same days.',
});

function summary(
  { links, events }: LinkedLogs,
  other: AcceptedReading,
  name: string,
): readonly string[] {
  const { number: numbered, name: named, time, several } = links.counts;
  const shared = links.counts['shared-number'];
  const either = links.counts['either-hour'];
  const outside = events.rowCount - numbered - named - time - several - shared - either;
  const clock =
    'Both logs are read by the clock of the same machine; a log from another DS-Client would be linked wrongly.';
  if (!links.overlap)
    return [
      `${shortName(name)} is read, and the two logs share no time: no event can belong to an activity. Save both for the same days, from the same DS-Client.`,
    ];
  const parts = [
    `${counted(numbered + named + time, 'belongs', 'belong')} to one activity`,
    ...(several > 0 ? [`${number(several)} fell while several were running`] : []),
    ...(either > 0
      ? [`${number(either)} fell at a time that the clock showed twice that night`]
      : []),
    ...(shared > 0 ? [`${counted(shared, 'carries', 'carry')} a number that several share`] : []),
    ...(outside > 0 ? [`${counted(outside, 'belongs', 'belong')} to none`] : []),
  ];
  return [
    `${shortName(name)}, ${kindWords[other.kind]}, is linked. Of ${counted(events.rowCount, 'event', 'events')}, ${parts.join('; ')}.`,
    numbered > 0
      ? `${number(numbered)} are linked by the number of the activity. The others go by time. ${clock}`
      : `An event belongs to the activity during which it was written; where its message names a set or a computer, to that one’s. ${clock}`,
  ];
}

/** What the page shows of the second log. */
export function presentBeside(
  linked: LinkedLogs,
  other: AcceptedReading,
  name: string,
): BesideView {
  const views = presentGroups(linked.groups);
  return {
    name,
    summary: summary(linked, other, name),
    groups: views.map((view, i) => ({
      ...view,
      during: duringOf(linked, linked.groups[i]?.rows ?? []),
    })),
  };
}

/** The messages of some events, once each, most first. */
function messagesOf({ events, groups }: LinkedLogs, rows: readonly number[]): Related['lines'] {
  const own = new Set(rows);
  return groups
    .map((group) => ({
      group,
      count: group.rows.reduce((n, row) => n + (own.has(row) ? 1 : 0), 0),
    }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .map(({ group, count }) => ({
      count,
      text: cellView(
        count === 1
          ? events.fieldText(group.rows.find((row) => own.has(row)) ?? 0, 'text')
          : group.message,
      ),
      messageId: group.entry?.id ?? null,
    }));
}

function eventsOfActivity(linked: LinkedLogs, row: number): Related {
  const rows = linked.links.ofActivity(row);
  const possible = linked.links.possible(row);
  const lines = messagesOf(linked, rows);
  const notes = [
    ...(rows.length === 0 ? ['No event belongs to this activity alone.'] : []),
    ...(lines.length > messagesShown
      ? [`And ${counted(lines.length - messagesShown, 'more message', 'more messages')}.`]
      : []),
    ...(possible > 0
      ? [
          `${counted(possible, 'more event', 'more events')} may belong to this activity or to another: the logs do not say to which.`,
        ]
      : []),
  ];
  return {
    title:
      rows.length === 0
        ? 'Events'
        : `${counted(rows.length, 'event', 'events')} during this activity`,
    lines: lines.slice(0, messagesShown),
    notes,
  };
}

const kindSentences: Readonly<Record<EventLink['kind'], string>> = {
  number: 'Its line carries the number of this activity.',
  'shared-number': 'Its line carries a number that all of these carry.',
  'other-number': 'Its line carries the number of an activity that is not in the other log.',
  name: 'Its message names this set or computer, and it fell into this time.',
  time: 'It fell into this time, and no other activity was running.',
  'either-hour':
    'The clock showed its time twice that night, and this was running at one of the two: whether then, the logs do not say.',
  several: 'It fell while these were running. Which one it belongs to, the logs do not say.',
  'other-set': 'The set that it names was not running then.',
  'other-computer': 'No activity of the computer that it names was running then.',
  none: 'No activity of the other log was running then.',
  'no-time': 'Its time could not be read.',
};

function activityOfEvent({ activities, links }: LinkedLogs, event: number): Related {
  const { kind = 'no-time', activities: rows = [], count = 0 } = links.ofEvent[event] ?? {};
  const more = count - Math.min(rows.length, messagesShown);
  return {
    title: count > 1 ? 'Activities' : 'Activity',
    lines: rows.slice(0, messagesShown).map((row) => ({
      count: 0,
      text: cellView(activityWords(activities, row)),
      messageId: null,
    })),
    notes: [...(more > 0 ? [`And ${number(more)} more.`] : []), kindSentences[kind]],
  };
}

/** What of the other log belongs to a line that is shown. */
export const relatedOf = (linked: LinkedLogs, row: number): Related =>
  linked.shown === 'activities' ? eventsOfActivity(linked, row) : activityOfEvent(linked, row);
