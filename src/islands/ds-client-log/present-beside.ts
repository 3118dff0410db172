import type { CompletionEntries } from '../../core/ds-client-log/explain.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import type { LinkedLogs } from './linked-logs.ts';
import { duringOf } from './present-during.ts';
import { bothWorks } from './present-both.ts';
import { groupsView } from './present-events.ts';
import { counted, number, shortName } from './present-words.ts';
import { tasksView } from './work.ts';
import type { BesideView } from './event-view.ts';
import type { Note } from './view.ts';

const kindWords = { 'activity-log': 'activity log', 'event-log': 'event log' } as const;

/** Why a second log of the same kind is not taken. */
export const sameKindNote = (kind: AcceptedReading['kind']): Note => ({
  severity: 'error',
  text:
    kind === 'activity-log'
      ? 'This is an activity log as well. Choose the event log of the same days. To read two activity logs as one, put one below the other in one file: lines that stand in both count once.'
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
  const own = numbered + named + time;
  const outside = events.rowCount - own - several - shared - either;
  const clock =
    'Both logs are read by the clock of the same machine; a log from another DS-Client would be linked wrongly.';
  // Only the last million lines of a log are kept: what the others belong to, nobody has looked.
  const unread =
    other.rowsSkipped > 0
      ? [`${counted(other.rowsSkipped, 'line at its beginning was', 'lines at its beginning were')} not read, because only the last million are.`] // prettier-ignore
      : [];
  if (!links.overlap)
    return [
      `${shortName(name)} is read, and ${unread.length > 0 ? 'what was read of it shares' : 'the two logs share'} no time${unread.length > 0 ? ' with the other log' : ''}: no event can belong to an activity. Save both for the same days, from the same DS-Client.`,
      ...unread,
    ];
  const parts = [
    own === 1 ? '1 belongs to one activity' : `${number(own)} belong to one activity each`,
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
      ? `${counted(numbered, 'is', 'are')} linked by the number of the activity. The others go by time. ${clock}`
      : `An event belongs to the activity during which it was written; where its message names a set or a computer, to that one’s. ${clock}`,
    ...unread,
  ];
}

/** What the page shows of the second log. */
export function presentBeside(
  linked: LinkedLogs,
  other: AcceptedReading,
  name: string,
  completions: CompletionEntries,
): BesideView {
  const { groups: views, groupsMore } = groupsView(linked.events, linked.groups);
  return {
    ...tasksView(bothWorks(linked, completions)),
    groupsMore,
    name,
    summary: summary(linked, other, name),
    groups: views.map((view, i) => ({
      ...view,
      during: duringOf(linked, linked.groups[i]?.rows ?? []),
    })),
  };
}
