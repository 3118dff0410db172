import type { MessageEntry } from '../../core/ds-client-log/catalogue.ts';
import type { CompletionEntries } from '../../core/ds-client-log/explain.ts';
import { backupSets, type BackupSet } from '../../core/ds-client-log/history.ts';
import { completionOf } from '../../core/ds-client-log/outcomes.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { activityKeys, activityNames } from './activity-names.ts';
import { errorWorks } from './present-errors.ts';
import { notSaved } from './present-not-saved.ts';
import { isCompleted, nextRuns, openRows, unfinishedRows } from './present-runs.ts';
import {
  asWritten,
  ended,
  inARow,
  namesInARow,
  number,
  shortMoment,
  stateWords,
  type Naming,
} from './present-words.ts';
import type { Work, Works } from './work.ts';

type Next = ReturnType<typeof nextRuns>;

/** Of each set the last of these rows: whether it was caught up since is asked of that one. */
const lastOfEach = (naming: Naming, rows: readonly number[]): ReadonlyMap<string, number> =>
  new Map(rows.map((row) => [naming.name(row), row]));

/** "The next run completed." where it did; nothing is said of a set that did not run again. */
function sinceThen(
  reading: AcceptedReading,
  naming: Naming,
  rows: readonly number[],
  next: Next,
): string {
  const last = lastOfEach(naming, rows);
  const mended = [...last].filter(([, row]) => {
    const after = next(row);
    return after !== null && isCompleted(reading, after);
  });
  if (mended.length === 0) return '';
  if (last.size === 1) return ' The next run completed.';
  return mended.length === last.size
    ? ' The next run of each completed.'
    : ` The next run completed of: ${namesInARow(mended.map(([name]) => name))}.`;
}

const writtenState = (reading: AcceptedReading, row: number): string =>
  reading.fieldText(row, 'completion').trim();

function unfinishedWork(
  reading: AcceptedReading,
  naming: Naming,
  written: string,
  rows: readonly number[],
  entry: MessageEntry | undefined,
  next: Next,
): Work {
  const names = inARow(activityNames(reading, rows, naming));
  return {
    what: `${names}: ${stateWords(written, naming)}.${notSaved(reading, rows, naming)}${sinceThen(reading, naming, rows, next)}`,
    advice: entry ? ended(entry.check || entry.cause) : 'The Event Log of the line may say why.',
    isPointer: entry === undefined,
    who: entry?.who ?? 'both',
    rows,
    details: [],
  };
}

const openAdvice = 'Still running when the log was saved, or cut off; save the log again later.';

function openWork(reading: AcceptedReading, naming: Naming): readonly Work[] {
  const rows = openRows(reading);
  const [first] = rows;
  if (first === undefined) return [];
  const since = shortMoment(reading.number(first, 'start') ?? 0);
  const names = inARow(activityNames(reading, rows, naming));
  const what =
    rows.length === 1
      ? `${names}: no ending recorded since ${since}.`
      : `${names}: no ending recorded of ${number(rows.length)} runs, the first since ${since}.`;
  return [{ what, advice: openAdvice, isPointer: false, who: 'customer', rows, details: [] }];
}

/** Runs that were cut short by their state and kind: why a restore stopped is no advice for a backup. */
function unfinishedGroups(reading: AcceptedReading): ReadonlyMap<string, readonly number[]> {
  const { kind } = activityKeys(reading);
  const groups = new Map<string, number[]>();
  for (const row of unfinishedRows(reading)) {
    const key = `${kind(row)} ${writtenState(reading, row)}`;
    const rows = groups.get(key) ?? [];
    rows.push(row);
    groups.set(key, rows);
  }
  return groups;
}

/**
 * What an activity log asks for: one thing for each way in which runs of a kind did not finish, then
 * each set with errors.
 */
export function worksOf(
  reading: AcceptedReading,
  completions: CompletionEntries,
  naming: Naming = asWritten(reading),
  sets: readonly BackupSet[] = backupSets(reading),
): Works {
  const next = nextRuns(reading, sets);
  const unfinished = [...unfinishedGroups(reading).values()].map((rows) => {
    const written = writtenState(reading, rows[0] ?? 0);
    const entry = completions.get(completionOf(written) ?? '');
    return unfinishedWork(reading, naming, written, rows, entry, next);
  });
  const { list, more } = errorWorks(reading, naming);
  return { list: [...unfinished, ...openWork(reading, naming), ...list], more };
}
