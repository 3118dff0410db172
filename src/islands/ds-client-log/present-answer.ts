import type { Actor, MessageEntry } from '../../core/ds-client-log/catalogue.ts';
import { spacedName } from '../../core/ds-client-log/explain-states.ts';
import type { CompletionEntries } from '../../core/ds-client-log/explain.ts';
import type { LogMetrics } from '../../core/ds-client-log/metrics.ts';
import { completionOf } from '../../core/ds-client-log/outcomes.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { dayOf, formatDay, formatTimeOfDay } from '../../core/ds-client-log/wall-time.ts';
import { bytes, formatBinary, formatBytes, groupThousands } from '../../core/units.ts';
import type { Task } from './view.ts';

const counted = (count: number, one: string, many: string): string =>
  `${groupThousands(String(count))} ${count === 1 ? one : many}`;

/** "Mon 2 Mar 2026 01:00" */
export const momentWords = (wall: number): string =>
  `${formatDay(wall)} ${formatTimeOfDay(wall).slice(0, 5)}`;

function spanWords(first: number | null, last: number | null): string {
  if (first === null) return '';
  if (last === null) return `, from ${momentWords(first)}`;
  const until =
    dayOf(first) === dayOf(last) ? formatTimeOfDay(last).slice(0, 5) : momentWords(last);
  return `, ${momentWords(first)} to ${until}`;
}

const namesShown = 6;
const nameLengthMax = 60;

/** Names in a row, shortened; "and 3 more" when there are many. */
export function namesInARow(names: readonly string[]): string {
  const shown = names.slice(0, namesShown).map((name) => {
    if (name === '') return 'a line without a name';
    return name.length > nameLengthMax ? `${name.slice(0, nameLengthMax)}…` : name;
  });
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join('; ')}; and ${more} more` : shown.join('; ');
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

/** The one large sentence. Calm on purpose: it says what ran, never whether data is safe. */
function verdict({ rows, byOutcome }: LogMetrics): string {
  const all = counted(rows, 'activity', 'activities');
  const errors = byOutcome.completed_with_errors;
  const unclear = byOutcome.running_or_unknown;
  if (rows === 0) return 'There is no activity in this log.';
  if (byOutcome.incomplete > 0) {
    const also = errors > 0 ? `, and ${groupThousands(String(errors))} ended with errors` : '';
    return `${groupThousands(String(byOutcome.incomplete))} of ${all} did not finish${also}.`;
  }
  if (unclear > 0)
    return `${groupThousands(String(unclear))} of ${all} ${unclear === 1 ? 'has' : 'have'} no ending that we know.`;
  if (errors > 0)
    return `${groupThousands(String(errors))} of ${all} ended with errors; the rest ran to the end.`;
  return rows === 1 ? 'The activity ran to its end.' : `All ${all} ran to the end.`;
}

function unfinishedRows(reading: AcceptedReading): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < reading.rowCount; row += 1) {
    if (reading.outcome(row) === 'incomplete') rows.push(row);
  }
  return rows;
}

/** The node and set of a line as written. */
export const nameOf = (reading: AcceptedReading, row: number): string =>
  reading.fieldText(row, 'description').trim();

/** How lines are named: as written, or masked for a text that goes to others. */
export interface Naming {
  readonly name: (row: number) => string;
  readonly isMasked: boolean;
}

const asWritten = (reading: AcceptedReading): Naming => ({
  name: (row) => nameOf(reading, row),
  isMasked: false,
});

function unfinished(reading: AcceptedReading, { name }: Naming): string {
  const names = new Set(unfinishedRows(reading).map(name));
  return names.size === 0 ? '' : `Not finished: ${namesInARow([...names])}.`;
}

function sums({ backupOnlineTotal, backupTransmittedTotal, exact }: LogMetrics): string {
  if (backupOnlineTotal === 0 && backupTransmittedTotal === 0) return '';
  const size = (value: number) =>
    `${formatBinary(bytes(value))} (${exact ? '' : 'about '}${formatBytes(bytes(value))})`;
  return `The backups read ${size(backupOnlineTotal)} of changed files and sent ${size(backupTransmittedTotal)}.`;
}

/** The answer to "what does this log say?": the first sentence is the large one. */
export function answerOfActivities(
  reading: AcceptedReading,
  metrics: LogMetrics,
  naming: Naming = asWritten(reading),
): readonly string[] {
  const span = spanWords(metrics.firstStart, metrics.lastEnd);
  return [
    verdict(metrics),
    `${counted(metrics.rows, 'activity', 'activities')}${span}. ${endings(metrics)}`,
    unfinished(reading, naming),
    sums(metrics),
  ].filter((sentence) => sentence !== '');
}

export const actorWords: Readonly<Record<Actor, string>> = {
  customer: 'You',
  provider: 'Your provider',
  both: 'You first, then your provider',
  nobody: 'Nobody',
};

const ended = (phrase: string): string => (/[.?!]$/.test(phrase) ? phrase : `${phrase}.`);

function taskOf(
  { name: nameOfRow, isMasked }: Naming,
  written: string,
  rows: readonly number[],
  entry: MessageEntry | undefined,
): Task {
  const sets = [...new Set(rows.map(nameOfRow))];
  const name = completionOf(written);
  const unknown = isMasked ? 'a state not in our list' : written.slice(0, nameLengthMax);
  const state = name === null ? unknown : spacedName(name);
  const check = entry
    ? ended(entry.check || entry.cause)
    : 'The Event Log of the line may say why.';
  return {
    what: `${namesInARow(sets)}: ${state}. ${check}`,
    who: entry ? actorWords[entry.who] : actorWords.both,
    row: rows[0] ?? null,
  };
}

function errorTask(reading: AcceptedReading): readonly Task[] {
  let lines = 0;
  let items = 0;
  let first: number | null = null;
  for (let row = 0; row < reading.rowCount; row += 1) {
    if (reading.outcome(row) !== 'completed_with_errors') continue;
    first ??= row;
    lines += 1;
    items += reading.number(row, 'errors') ?? 0;
  }
  if (lines === 0) return [];
  const those = items > 0 ? `, ${counted(items, 'item', 'items')} in all` : '';
  return [
    {
      what: `${counted(lines, 'activity', 'activities')} ended with errors${those}. Open the Event Log for each of these lines: it names the items.`,
      who: actorWords.both,
      row: first,
    },
  ];
}

/** What there is to do, and who does it: one task for each way in which runs did not finish. */
export function tasksOf(
  reading: AcceptedReading,
  completions: CompletionEntries,
  naming: Naming = asWritten(reading),
): readonly Task[] {
  const byState = new Map<string, number[]>();
  for (const row of unfinishedRows(reading)) {
    const written = reading.fieldText(row, 'completion').trim();
    const rows = byState.get(written) ?? [];
    rows.push(row);
    byState.set(written, rows);
  }
  const unfinishedTasks = [...byState].map(([written, rows]) =>
    taskOf(naming, written, rows, completions.get(completionOf(written) ?? '')),
  );
  return [...unfinishedTasks, ...errorTask(reading)];
}
