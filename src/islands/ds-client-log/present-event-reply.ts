import { severityOf, type EventGroup } from '../../core/ds-client-log/events.ts';
import { isOrdinary } from '../../core/ds-client-log/ordinary-words.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { answerOfEvents, spanWords } from './present-events.ts';
import { leftOutLine } from './present-stands-out.ts';
import { actorWords, counted, ended, number, type Naming } from './present-words.ts';

/** Messages listed one by one; a ticket is read by a person. */
const groupsMax = 40;
const messageLengthMax = 300;

/**
 * A message outside the catalogue may hold any name, and so may one that is known by a pattern: a masked
 * text quotes neither.
 */
function messageWords(
  reading: AcceptedReading,
  { entry, message, rows: [row] }: EventGroup,
  { isMasked, quote }: Naming,
): string {
  if (!isMasked) return quote(message).slice(0, messageLengthMax);
  if (entry !== null) return entry.text ?? entry.label;
  const line = row === undefined ? '' : ` (line ${number(reading.line(row))})`;
  return `a message that is not in our catalogue${line}`;
}

/** A column that was taken for the severity may hold anything: without names, only words of messages. */
const severityWords = (severity: string, { isMasked, quote }: Naming): string =>
  severity === '' || (isMasked && !isOrdinary(severity)) ? '' : `${quote(severity)}, `;

/** "- 214 x The network name cannot be found. Error, Mon 2 Mar 2026 03:00:02 to 03:00:38." */
export function groupLine(reading: AcceptedReading, group: EventGroup, naming: Naming): string {
  const { count, first, last, severity } = group;
  const kind = severityWords(severity, naming);
  return `- ${number(count)} x ${ended(messageWords(reading, group, naming))} ${kind}${spanWords(first, last)}.`;
}

const adviceOf = ({ entry }: EventGroup): string =>
  entry
    ? ` First check: ${ended(entry.check || entry.cause)} Who acts: ${actorWords[entry.who].toLowerCase()}.`
    : '';

/** Errors, then warnings, then the rest, each as they stand. */
const ranks = { error: 0, warning: 1, information: 2, untold: 2 } as const;
const rankOf = (group: EventGroup): number => ranks[severityOf(group)];

/** "- 3 more messages, none an error, are left out of this text; the event log has them" */
function leftOutWords(left: readonly EventGroup[]): string {
  const [them, are] = left.length === 1 ? ['it', 'is'] : ['them', 'are'];
  const errors = left.filter((group) => severityOf(group) === 'error').length;
  const kind = errors === 0 ? 'none an error' : `${number(errors)} of them errors`;
  return `- ${counted(left.length, 'more message', 'more messages')}, ${kind}, ${are} left out of this text; the event log has ${them}`;
}

/** The messages of an event log that say more than that something began or ended, once each. */
export function messageLines(
  groups: readonly EventGroup[],
  lineOf: (group: EventGroup) => string,
): readonly string[] {
  const told = groups.filter(({ isAnnouncement }) => !isAnnouncement);
  // What is cut off must not be the one error after forty kinds of information.
  const ordered = told.length > groupsMax ? told.toSorted((a, b) => rankOf(a) - rankOf(b)) : told;
  const left = ordered.slice(groupsMax);
  return [
    ...(told.length > 0 ? ['', 'The messages, once each:'] : []),
    ...ordered.slice(0, groupsMax).map(lineOf),
    ...(left.length > 0 ? [leftOutWords(left)] : []),
  ];
}

/** An event log for a ticket: each message once, with how often, when, what to check and who acts. */
export const eventReply = (
  reading: AcceptedReading,
  groups: readonly EventGroup[],
  naming: Naming,
): readonly string[] => [
  ...answerOfEvents(reading, groups),
  ...leftOutLine(reading),
  ...messageLines(groups, (group) => `${groupLine(reading, group, naming)}${adviceOf(group)}`),
];
