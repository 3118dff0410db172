import type { EventLink } from '../../core/ds-client-log/event-links.ts';
import { eventLogSentence } from '../../core/ds-client-log/explain-sizes.ts';
import type { LinkedLogs } from './linked-logs.ts';
import { isQuiet } from './present-candidates.ts';
import { activityWords } from './present-during.ts';
import { isErrorLine } from './present-messages.ts';
import { presentPaths } from './present-paths.ts';
import { counted, number } from './present-words.ts';
import type { Related } from './event-view.ts';
import { cellView, type ExplanationView } from './view.ts';

const messagesShown = 8;

/** Paths of a message named in the panel; all of them stand with the message itself. */
const pathsShown = 3;
const noPaths = { first: [], more: 0 } as const;

/** The messages of some events, once each, most first. */
function messagesOf({ events, groups }: LinkedLogs, rows: readonly number[]): Related['lines'] {
  const own = new Set(rows);
  return groups
    .map((group) => ({ group, lines: group.rows.filter((row) => own.has(row)) }))
    .filter(({ lines }) => lines.length > 0)
    .toSorted((a, b) => b.lines.length - a.lines.length)
    .map(({ group, lines }) => {
      const { first, more } = presentPaths(events, group, lines);
      const rest = Math.max(0, first.length - pathsShown);
      return {
        count: lines.length,
        text: cellView(
          lines.length === 1 ? events.fieldText(lines[0] ?? 0, 'text') : group.message,
        ),
        messageId: group.entry?.id ?? null,
        paths:
          lines.length === 1 ? noPaths : { first: first.slice(0, pathsShown), more: more + rest },
      };
    });
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

function activityOfEvent({ activities, events, links }: LinkedLogs, event: number): Related {
  const { kind = 'no-time', activities: own = [], count = 0 } = links.ofEvent[event] ?? {};
  const more = count - Math.min(own.length, messagesShown);
  const isError = isErrorLine({ severity: events.fieldText(event, 'severity').trim() });
  const isLast = (row: number): number => Number(isError && isQuiet(activities, row));
  const rows = own.toSorted((a, b) => isLast(a) - isLast(b));
  return {
    title: count > 1 ? 'Activities' : 'Activity',
    lines: rows.slice(0, messagesShown).map((row) => ({
      count: 0,
      text: cellView(activityWords(activities, row)),
      messageId: null,
      paths: noPaths,
    })),
    notes: [...(more > 0 ? [`And ${number(more)} more.`] : []), kindSentences[kind]],
  };
}

/** An explanation with what of the other log belongs to it, which is then not asked to be opened. */
export const withRelated = (explanation: ExplanationView, related: Related): ExplanationView => ({
  ...explanation,
  sentences: explanation.sentences.filter((sentence) => sentence !== eventLogSentence),
  related,
});

/** What of the other log belongs to a line that is shown. */
export const relatedOf = (linked: LinkedLogs, row: number): Related =>
  linked.shown === 'activities' ? eventsOfActivity(linked, row) : activityOfEvent(linked, row);
