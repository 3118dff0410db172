import type { MessageEntry } from '../../core/ds-client-log/catalogue.ts';
import type { CompletionEntries } from '../../core/ds-client-log/explain.ts';
import { backupSets, type BackupSet } from '../../core/ds-client-log/history.ts';
import { completionOf } from '../../core/ds-client-log/outcomes.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { errorTasks } from './present-errors.ts';
import { isCompleted, nextRuns, openRows, unfinishedRows } from './present-runs.ts';
import {
  actorWords,
  asWritten,
  ended,
  namesInARow,
  shortMoment,
  shortName,
  stateWords,
  type Naming,
} from './present-words.ts';
import type { Task } from './view.ts';

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

function taskOf(
  reading: AcceptedReading,
  naming: Naming,
  written: string,
  rows: readonly number[],
  entry: MessageEntry | undefined,
  next: Next,
): Task {
  const sets = [...new Set(rows.map(naming.name))];
  const check = entry
    ? ended(entry.check || entry.cause)
    : 'The Event Log of the line may say why.';
  return {
    what: `${namesInARow(sets)}: ${stateWords(written, naming)}.${sinceThen(reading, naming, rows, next)} ${check}`,
    who: entry ? actorWords[entry.who] : actorWords.both,
    row: rows[0] ?? null,
  };
}

const openAdvice = 'Still running when the log was saved, or cut off; save the log again later.';

function openTasks(reading: AcceptedReading, naming: Naming): readonly Task[] {
  const rows = openRows(reading);
  const [first] = rows;
  if (first === undefined) return [];
  const since = shortMoment(reading.number(first, 'start') ?? 0);
  const names = namesInARow([...new Set(rows.map(naming.name))]);
  const what =
    rows.length === 1
      ? `${shortName(naming.name(first))}: no ending recorded since ${since}. ${openAdvice}`
      : `${names}: no ending recorded of ${rows.length} runs, the first since ${since}. ${openAdvice}`;
  return [{ what, who: actorWords.customer, row: first }];
}

/** What there is to do, and who does it: one task for each way in which runs did not finish. */
export function tasksOf(
  reading: AcceptedReading,
  completions: CompletionEntries,
  naming: Naming = asWritten(reading),
  sets: readonly BackupSet[] = backupSets(reading),
): readonly Task[] {
  const byState = new Map<string, number[]>();
  for (const row of unfinishedRows(reading)) {
    const written = reading.fieldText(row, 'completion').trim();
    const rows = byState.get(written) ?? [];
    rows.push(row);
    byState.set(written, rows);
  }
  const next = nextRuns(reading, sets);
  const unfinishedTasks = [...byState].map(([written, rows]) =>
    taskOf(reading, naming, written, rows, completions.get(completionOf(written) ?? ''), next),
  );
  return [...unfinishedTasks, ...openTasks(reading, naming), ...errorTasks(reading, naming)];
}
