import type { EventGroup } from '../../core/ds-client-log/events.ts';
import type { CompletionEntries } from '../../core/ds-client-log/explain.ts';
import { flagWords } from '../../core/ds-client-log/flag-words.ts';
import { logFlags } from '../../core/ds-client-log/flags.ts';
import { setSeries } from '../../core/ds-client-log/masking.ts';
import { logMetrics } from '../../core/ds-client-log/metrics.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { emptyAnswer, summaryOf } from './present-answer.ts';
import { presentDecisions } from './present-decisions.ts';
import { eventReply } from './present-event-reply.ts';
import { isOpenEnded, openRows, unfinishedRows } from './present-runs.ts';
import { tasksOf } from './present-tasks.ts';
import {
  asWritten,
  counted,
  nameOf,
  number,
  shortMoment,
  shortName,
  stateWords,
  type Naming,
} from './present-words.ts';

/** Names replaced by Set A, Set B in the order in which they are needed; the same name alike. */
function maskedNames(reading: AcceptedReading): Naming {
  const { mask } = setSeries();
  return { name: (row) => mask(nameOf(reading, row)), isMasked: true };
}

function assumed(reading: AcceptedReading): readonly string[] {
  const dates = presentDecisions(reading).find(({ label }) => label === 'Dates');
  return dates?.certainty?.startsWith('assumed')
    ? [`Dates were read as ${dates.value.toLowerCase()} (${dates.certainty}).`]
    : [];
}

/** Runs listed one by one; a ticket is read by a person. */
const runsMax = 40;

/** "Set A, Mon 2 Mar 03:00 (line 5), Share Unavailable, 214 errors" */
function runLine(reading: AcceptedReading, row: number, naming: Naming): string {
  const start = reading.number(row, 'start');
  const at = start === null ? '' : `${shortMoment(start)} `;
  const errors = reading.number(row, 'errors') ?? 0;
  const state = isOpenEnded(reading, row)
    ? 'no ending recorded'
    : stateWords(reading.fieldText(row, 'completion').trim(), naming);
  return [
    shortName(naming.name(row)),
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
    ...(rest > 0 ? [`- and ${number(rest)} more`] : []),
  ];
}

/** The possible mass change, with the set named as the rest of the text names it. */
function callLines(reading: AcceptedReading, naming: Naming): readonly string[] {
  const changes = logFlags(reading).filter(({ kind }) => kind === 'mass-change');
  return changes.map((flag) => {
    const [row] = flag.rows;
    const set = row === undefined ? flag.set : shortName(naming.name(row));
    const { says, todo } = flagWords({ ...flag, set });
    return `Worth a call today: ${says} ${todo}`;
  });
}

function activityReply(
  reading: AcceptedReading,
  completions: CompletionEntries,
  naming: Naming,
): readonly string[] {
  if (reading.rowCount === 0) return emptyAnswer(reading);
  const tasks = tasksOf(reading, completions, naming);
  return [
    ...summaryOf(logMetrics(reading)).filter((sentence) => sentence !== ''),
    ...callLines(reading, naming),
    ...runLines(reading, naming),
    ...(tasks.length > 0 ? ['', 'What to do, and who:'] : []),
    ...tasks.map(({ what, who }) => `- ${who}: ${what}`),
  ];
}

/** The answer as plain text for a ticket: facts, what to do, who. */
export function replyText(
  reading: AcceptedReading,
  completions: CompletionEntries,
  groups: readonly EventGroup[],
  withNames: boolean,
): string {
  const naming = withNames ? asWritten(reading) : maskedNames(reading);
  const isActivity = reading.kind === 'activity-log';
  return [
    isActivity ? 'DS-Client activity log' : 'DS-Client event log',
    '',
    ...(isActivity
      ? activityReply(reading, completions, naming)
      : eventReply(reading, groups, naming)),
    '',
    ...assumed(reading),
    ...(isActivity
      ? ['A log says what ran. Whether the data can be had back, only a test restore says.']
      : []),
    '',
  ].join('\n');
}
