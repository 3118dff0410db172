import type { EventGroup } from '../../core/ds-client-log/events.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { answerOfEvents, spanWords } from './present-events.ts';
import { actorWords, ended, number, type Naming } from './present-words.ts';

/** Messages listed one by one; a ticket is read by a person. */
const groupsMax = 40;
const messageLengthMax = 300;

/** A message outside the catalogue may hold any name, so that a masked text does not quote it. */
function messageWords(
  reading: AcceptedReading,
  { entry, message, rows: [row] }: EventGroup,
  { isMasked }: Naming,
): string {
  if (entry !== null || !isMasked) return message.slice(0, messageLengthMax);
  const line = row === undefined ? '' : ` (line ${number(reading.line(row))})`;
  return `a message that is not in our catalogue${line}`;
}

function groupLine(reading: AcceptedReading, group: EventGroup, naming: Naming): string {
  const { count, first, last, severity, entry } = group;
  const kind = severity === '' ? '' : `${severity}, `;
  const advice = entry
    ? ` First check: ${ended(entry.check || entry.cause)} Who acts: ${actorWords[entry.who].toLowerCase()}.`
    : '';
  const message = ended(messageWords(reading, group, naming));
  return `- ${number(count)} x ${message} ${kind}${spanWords(first, last)}.${advice}`;
}

/** An event log for a ticket: each message once, with how often, when, what to check and who acts. */
export function eventReply(
  reading: AcceptedReading,
  groups: readonly EventGroup[],
  naming: Naming,
): readonly string[] {
  const told = groups.filter(({ isAnnouncement }) => !isAnnouncement);
  const rest = told.length - groupsMax;
  return [
    ...answerOfEvents(reading, groups),
    ...(told.length > 0 ? ['', 'The messages, once each:'] : []),
    ...told.slice(0, groupsMax).map((group) => groupLine(reading, group, naming)),
    ...(rest > 0 ? [`- and ${number(rest)} more`] : []),
  ];
}
