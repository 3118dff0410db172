import type { LogMetrics } from '../../core/ds-client-log/metrics.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { bytes, formatBinary, formatBytes, groupThousands } from '../../core/units.ts';
import { activityNames } from './activity-names.ts';
import { openRows, unfinishedRows } from './present-runs.ts';
import {
  asWritten,
  counted,
  inARow,
  momentWords,
  untilWords,
  type Naming,
} from './present-words.ts';

/** The days of a log: to its last end, or to a start after it that no ending was recorded of. */
function spanWords({ firstStart: first, lastEnd, lastOpenStart }: LogMetrics): string {
  if (first === null) return '';
  const isOpen = lastOpenStart !== null && lastOpenStart > (lastEnd ?? -Infinity);
  const last = isOpen ? lastOpenStart : lastEnd;
  if (last === null || (isOpen && last === first)) return `, from ${momentWords(first)}`;
  const until = `, ${momentWords(first)} to ${untilWords(first, last)}`;
  return isOpen ? `${until}, when the last one began` : until;
}

function endings({ byOutcome }: LogMetrics): string {
  const parts = [
    [byOutcome.completed, 'completed'],
    [byOutcome.completed_with_warnings, 'completed with warnings'],
    [byOutcome.completed_with_errors, 'completed with errors'],
    [byOutcome.incomplete, 'did not finish'],
    [byOutcome.running_or_unknown, 'with no ending that we know'],
  ] as const;
  return `${parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${groupThousands(String(count))} ${words}`)
    .join(', ')}.`;
}

/** The one activity of a log. */
function verdictOfOne({ byOutcome }: LogMetrics): string {
  if (byOutcome.incomplete > 0) return 'The activity did not finish.';
  if (byOutcome.running_or_unknown > 0) return 'The activity has no ending that we know.';
  if (byOutcome.completed_with_errors > 0) return 'The activity ran to its end, with errors.';
  return 'The activity ran to its end.';
}

/** The one large sentence. Calm on purpose: it says what ran, never whether data is safe. */
function verdict(metrics: LogMetrics): string {
  const { rows, byOutcome } = metrics;
  if (rows === 1) return verdictOfOne(metrics);
  const all = counted(rows, 'activity', 'activities');
  const errors = byOutcome.completed_with_errors;
  const unclear = byOutcome.running_or_unknown;
  if (byOutcome.incomplete > 0) {
    const also = errors > 0 ? `, and ${groupThousands(String(errors))} ended with errors` : '';
    return `${groupThousands(String(byOutcome.incomplete))} of ${all} did not finish${also}.`;
  }
  if (unclear > 0)
    return `${groupThousands(String(unclear))} of ${all} ${unclear === 1 ? 'has' : 'have'} no ending that we know.`;
  if (errors === rows) return `All ${all} ran to the end, with errors.`;
  if (errors > 0)
    return `${groupThousands(String(errors))} of ${all} ended with errors; the rest ran to the end.`;
  return `All ${all} ran to the end.`;
}

/** The names behind the numbers: what did not finish, and what has no ending at all. */
function namesBehind(reading: AcceptedReading, naming: Naming): readonly string[] {
  const unfinished = unfinishedRows(reading);
  const open = openRows(reading);
  const namesOf = (rows: readonly number[]): string => inARow(activityNames(reading, rows, naming));
  return [
    unfinished.length > 0 ? `Not finished: ${namesOf(unfinished)}.` : '',
    open.length > 0 ? `No ending recorded: ${namesOf(open)}.` : '',
  ];
}

/** What the backups moved; of a size that the log does not tell, nothing. */
function sums({
  backupOnlineTotal: online,
  backupTransmittedTotal: sent,
  exact,
}: LogMetrics): string {
  if (!online && !sent) return '';
  const size = (value: number, isExact: boolean): string => {
    const [binary, every] = [formatBinary(bytes(value)), formatBytes(bytes(value))];
    return binary === every ? every : `${binary} (${isExact ? '' : 'about '}${every})`;
  };
  const read = online === null ? '' : `read ${size(online, exact.online)} of changed files`;
  const moved = [read, sent === null ? '' : `sent ${size(sent, exact.transmitted)}`].filter(
    (words) => words !== '',
  );
  return `The backups ${moved.join(' and ')}.`;
}

/** A log with its labels and nothing else: not a finding, and easily mended. */
export const emptyAnswer = (reading: AcceptedReading): readonly string[] => [
  reading.kind === 'activity-log'
    ? 'There is no activity in this log.'
    : 'There is no event in this log.',
  reading.setAside.length > 0
    ? 'No line of the file could be counted; each is listed below with its reason.'
    : 'The file holds the labels of the columns and no lines. In DS-User, widen the dates, press Find, and save the log again.',
];

/** What a log says in numbers: the first sentence is the large one. */
export const summaryOf = (metrics: LogMetrics): readonly string[] => [
  verdict(metrics),
  `${counted(metrics.rows, 'activity', 'activities')}${spanWords(metrics)}. ${endings(metrics)}`,
  sums(metrics),
];

/** The answer to "what does this log say?": the first sentence is the large one. */
export function answerOfActivities(
  reading: AcceptedReading,
  metrics: LogMetrics,
  naming: Naming = asWritten(reading),
): readonly string[] {
  if (reading.rowCount === 0) return emptyAnswer(reading);
  const [first = '', counts = '', total = ''] = summaryOf(metrics);
  return [first, counts, ...namesBehind(reading, naming), total].filter(
    (sentence) => sentence !== '',
  );
}
