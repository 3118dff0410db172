import type { MessageEntry } from '../../core/ds-client-log/catalogue.ts';
import type { CompletionEntries } from '../../core/ds-client-log/explain.ts';
import { backupSets, type BackupSet } from '../../core/ds-client-log/history.ts';
import { savedNothing } from '../../core/ds-client-log/explain-completion.ts';
import { completionOf, isBackupType } from '../../core/ds-client-log/outcomes.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { errorWorks } from './present-errors.ts';
import { isCompleted, nextRuns, openRows, unfinishedRows } from './present-runs.ts';
import {
  asWritten,
  ended,
  namesInARow,
  number,
  shortMoment,
  shortName,
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

/** What a backup that was cut short did not do; nothing is said of other activities. */
function notSaved(reading: AcceptedReading, rows: readonly number[]): string {
  if (!rows.every((row) => isBackupType(reading.fieldText(row, 'type')))) return '';
  const isNothing = rows.every((row) =>
    savedNothing({
      files: reading.number(row, 'files'),
      transmitted: reading.number(row, 'transmitted'),
    }),
  );
  const [run, set] = rows.length === 1 ? ['that run', 'the set'] : ['those runs', 'each set'];
  return isNothing ? ` Nothing was saved in ${run}.` : ` Part of ${set} was not saved in ${run}.`;
}

function unfinishedWork(
  reading: AcceptedReading,
  naming: Naming,
  written: string,
  rows: readonly number[],
  entry: MessageEntry | undefined,
  next: Next,
): Work {
  const sets = [...new Set(rows.map(naming.name))];
  return {
    what: `${namesInARow(sets)}: ${stateWords(written, naming)}.${notSaved(reading, rows)}${sinceThen(reading, naming, rows, next)}`,
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
  const what =
    rows.length === 1
      ? `${shortName(naming.name(first))}: no ending recorded since ${since}.`
      : `${namesInARow([...new Set(rows.map(naming.name))])}: no ending recorded of ${number(rows.length)} runs, the first since ${since}.`;
  return [{ what, advice: openAdvice, isPointer: false, who: 'customer', rows, details: [] }];
}

/** What an activity log asks for: one thing for each way in which runs did not finish, then each set with errors. */
export function worksOf(
  reading: AcceptedReading,
  completions: CompletionEntries,
  naming: Naming = asWritten(reading),
  sets: readonly BackupSet[] = backupSets(reading),
): Works {
  const byState = new Map<string, number[]>();
  for (const row of unfinishedRows(reading)) {
    const written = reading.fieldText(row, 'completion').trim();
    const rows = byState.get(written) ?? [];
    rows.push(row);
    byState.set(written, rows);
  }
  const next = nextRuns(reading, sets);
  const unfinished = [...byState].map(([written, rows]) => {
    const entry = completions.get(completionOf(written) ?? '');
    return unfinishedWork(reading, naming, written, rows, entry, next);
  });
  const { list, more } = errorWorks(reading, naming);
  return { list: [...unfinished, ...openWork(reading, naming), ...list], more };
}
