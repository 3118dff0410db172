import { linkEvents, type EventLinks } from '../../core/ds-client-log/event-links.ts';
import { groupEvents, type EventGroup } from '../../core/ds-client-log/events.ts';
import type { MessageMatcher } from '../../core/ds-client-log/messages.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import type { Steps } from '../../core/steps.ts';

/** An activity log and an event log of the same DS-Client, and what of the one belongs to the other. */
export interface LinkedLogs {
  readonly activities: AcceptedReading;
  readonly events: AcceptedReading;
  readonly links: EventLinks;
  readonly groups: readonly EventGroup[];
  /** Which of the two the page shows line by line. */
  readonly shown: 'activities' | 'events';
}

/** Links two logs, step by step, each time the share that is done; null when both are of the same kind. */
export function* linkedLogs(
  open: AcceptedReading,
  other: AcceptedReading,
  match: MessageMatcher,
): Steps<LinkedLogs | null, number> {
  if (open.kind === other.kind) return null;
  const shown = open.kind === 'activity-log' ? 'activities' : 'events';
  const [activities, events] = shown === 'activities' ? [open, other] : [other, open];
  const links = linkEvents(activities, events);
  yield 0.6; // measured on half a million events
  const groups = groupEvents(events, match);
  yield 0.8;
  return { activities, events, links, groups, shown };
}
