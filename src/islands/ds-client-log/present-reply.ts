import type { EventGroup } from '../../core/ds-client-log/events.ts';
import type { CompletionEntries } from '../../core/ds-client-log/explain.ts';
import { setSeries } from '../../core/ds-client-log/masking.ts';
import { logMetrics } from '../../core/ds-client-log/metrics.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { activityName } from './activity-names.ts';
import { emptyAnswer, summaryOf } from './present-answer.ts';
import { presentDecisions } from './present-decisions.ts';
import type { LinkedLogs } from './linked-logs.ts';
import { bothWorks } from './present-both.ts';
import { eventReply, groupLine, messageLines } from './present-event-reply.ts';
import { answerOfEvents } from './present-events.ts';
import { isOpenEnded, openRows, unfinishedRows } from './present-runs.ts';
import { leftOutLine, standsOut } from './present-stands-out.ts';
import { worksOf } from './present-tasks.ts';
import {
  asWritten,
  counted,
  nameOf,
  number,
  shortMoment,
  stateWords,
  type Naming,
} from './present-words.ts';
import { quotedSecrets } from './present-secrets.ts';
import type { Answers } from './protocol.ts';
import { workLines, type Works } from './work.ts';

/** Names replaced by Set A, Set B in the order in which they are needed; the same name alike. */
function maskedNames(reading: AcceptedReading): Naming {
  const { mask } = setSeries();
  return { name: (row) => mask(nameOf(reading, row)), isMasked: true, quote: (text) => text };
}

function assumed(reading: AcceptedReading): readonly string[] {
  const dates = presentDecisions(reading).find(({ label }) => label === 'Dates');
  return dates?.certainty?.startsWith('assumed')
    ? [`Dates were read as ${dates.value.toLowerCase()} (${dates.certainty}).`]
    : [];
}

/** Runs listed one by one; a ticket is read by a person. */
const runsMax = 40;

/** "Set A, Restore, Mon 2 Mar 03:00 (line 5), Share Unavailable, 214 errors" */
function runLine(reading: AcceptedReading, row: number, naming: Naming): string {
  const start = reading.number(row, 'start');
  const at = start === null ? '' : `${shortMoment(start)} `;
  const errors = reading.number(row, 'errors') ?? 0;
  const state = isOpenEnded(reading, row)
    ? 'no ending recorded'
    : stateWords(reading.fieldText(row, 'completion').trim(), naming);
  return [
    activityName(reading, row, naming),
    `${at}(line ${number(reading.line(row))})`,
    state,
    ...(errors > 0 ? [counted(errors, 'error', 'errors')] : []),
  ].join(', ');
}

function runLines(reading: AcceptedReading, naming: Naming): readonly string[] {
  const rows = [...unfinishedRows(reading), ...openRows(reading)];
  if (rows.length === 0) return [];
  const rest = rows.length - runsMax;
  return [
    '',
    'Without an end, or cut short:',
    ...rows.slice(0, runsMax).map((row) => `- ${runLine(reading, row, naming)}`),
    ...(rest > 0
      ? [
          `- ${counted(rest, 'more run', 'more runs')} ${rest === 1 ? 'is' : 'are'} left out of this text`,
        ]
      : []),
  ];
}

/** Things to do in a ticket; beyond them they are counted. */
const tasksMax = 40;

const taskLines = (works: Works): readonly string[] =>
  works.list.length === 0 ? [] : ['', 'What to do, and who:', ...workLines(works, tasksMax)];

function activityReply(reading: AcceptedReading, naming: Naming): readonly string[] {
  if (reading.rowCount === 0) return emptyAnswer(reading);
  const metrics = logMetrics(reading);
  const { calls, others } = standsOut(reading, metrics, naming);
  return [
    ...summaryOf(metrics).filter((sentence) => sentence !== ''),
    ...leftOutLine(reading),
    ...calls,
    ...runLines(reading, naming),
    ...others(),
  ];
}

/** What a ticket is written from. */
export interface Replied {
  /** The log whose lines the page shows. */
  readonly reading: AcceptedReading;
  /** Null without a second log. */
  readonly linked: LinkedLogs | null;
  readonly completions: CompletionEntries;
  /** The messages of an event log that is open by itself. */
  readonly groups: readonly EventGroup[];
  readonly withNames: boolean;
}

type NamingOf = (reading: AcceptedReading) => Naming;

function bothReply(linked: LinkedLogs, completions: CompletionEntries, namingOf: NamingOf) {
  const { activities, events, groups } = linked;
  const naming = namingOf(activities);
  // Any of them may be quoted, among what to do as well.
  for (const { message } of groups) naming.quote(message);
  return [
    'DS-Client activity log and event log',
    '',
    ...activityReply(activities, naming),
    '',
    ...answerOfEvents(events, groups).slice(1),
    ...leftOutLine(events),
    ...taskLines(bothWorks(linked, completions, naming)),
    ...messageLines(groups, (group) => groupLine(events, group, naming)),
    '',
    ...assumed(activities),
  ];
}

function oneReply(
  { reading, completions, groups }: Replied,
  namingOf: NamingOf,
): readonly string[] {
  const naming = namingOf(reading);
  const isActivity = reading.kind === 'activity-log';
  return [
    isActivity ? 'DS-Client activity log' : 'DS-Client event log',
    '',
    ...(isActivity
      ? [...activityReply(reading, naming), ...taskLines(worksOf(reading, completions, naming))]
      : eventReply(reading, groups, naming)),
    '',
    ...assumed(reading),
  ];
}

/**
 * The answer as plain text for a ticket: facts, what to do, who. With it come the texts in it that look
 * like a secret: they are looked at whole, because half of one that was cut short looks like nothing.
 */
export function replyText(replied: Replied): Answers['reply'] {
  const { reading, linked, completions, withNames } = replied;
  const quoted = new Set<string>();
  const namingOf: NamingOf = (own) =>
    withNames ? asWritten(own, (text) => quoted.add(text)) : maskedNames(own);
  const lines = [
    ...(linked ? bothReply(linked, completions, namingOf) : oneReply(replied, namingOf)),
    ...(linked || reading.kind === 'activity-log'
      ? ['A log says what ran. Whether the data can be had back, only a test restore says.']
      : []),
  ];
  // A ticket goes to and fro: whoever reads it must know whose side “you” is.
  const isAddressed = lines.some((line) => /\byou\b/i.test(line));
  const text = [
    ...lines,
    ...(isAddressed ? ['“You” is the customer whose DS-Client wrote the log.'] : []),
    '',
  ].join('\n');
  return { text, secrets: quotedSecrets(quoted) };
}
