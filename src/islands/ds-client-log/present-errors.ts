import { isBackupType } from '../../core/ds-client-log/outcomes.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { actorWords, counted, number, shortName, type Naming } from './present-words.ts';
import type { Task } from './view.ts';

/** Sets named one by one; what is beyond them is counted. */
const setsMax = 12;

interface Erring {
  readonly rows: number[];
  readonly counts: number[];
}

/** A set and a kind of activity by their codes: a set's restores are told apart from its backups. */
function keysOf(reading: AcceptedReading): (row: number) => number {
  const types = reading.textCodes('type');
  const names = reading.textCodes('description');
  // Numbers, because a text for each of a million lines takes half a second; 0 is a backup of any type.
  const kinds = types.texts.map((text, code) => (isBackupType(text) ? 0 : code + 1));
  const width = names.texts.length;
  return (row) => (kinds[types.codes[row] ?? 0] ?? 0) * width + (names.codes[row] ?? 0);
}

function erringSets(reading: AcceptedReading): ReadonlyMap<number, Erring> {
  const keyOf = keysOf(reading);
  const sets = new Map<number, Erring>();
  for (let row = 0; row < reading.rowCount; row += 1) {
    if (reading.outcome(row) !== 'completed_with_errors') continue;
    const key = keyOf(row);
    const set = sets.get(key) ?? { rows: [], counts: [] };
    set.rows.push(row);
    const errors = reading.number(row, 'errors') ?? 0;
    if (errors > 0) set.counts.push(errors);
    sets.set(key, set);
  }
  return sets;
}

/** How many runs each of these sets has in the log. */
function runsOf(
  reading: AcceptedReading,
  sets: ReadonlyMap<number, Erring>,
): ReadonlyMap<number, number> {
  const keyOf = keysOf(reading);
  const runs = new Map<number, number>();
  for (let row = 0; row < reading.rowCount; row += 1) {
    const key = keyOf(row);
    if (sets.has(key)) runs.set(key, (runs.get(key) ?? 0) + 1);
  }
  return runs;
}

function errorsWords({ counts, rows }: Erring): string {
  const [first] = counts;
  // Counts that are missing from some of the lines would make a sum of them wrong.
  if (first === undefined || counts.length < rows.length) return 'errors';
  const least = counts.reduce((a, b) => Math.min(a, b));
  const most = counts.reduce((a, b) => Math.max(a, b));
  return least === most
    ? counted(least, 'error', 'errors')
    : `${number(least)} to ${number(most)} errors`;
}

function runsWords(erring: number, runs: number): string {
  if (runs === 1) return 'in its one run';
  if (erring < runs) return `in ${number(erring)} of ${number(runs)} runs`;
  return runs === 2 ? 'in both of 2 runs' : `in each of ${number(runs)} runs`;
}

/**
 * One task for each set that ended with errors, most errors first: "Web root: 17 errors in both of 2
 * runs". Counts of several nights are not added up, because they are mostly the same files.
 */
export function errorTasks(reading: AcceptedReading, { name }: Naming): readonly Task[] {
  const sets = erringSets(reading);
  if (sets.size === 0) return [];
  const runs = runsOf(reading, sets);
  const most = ({ counts }: Erring): number => counts.reduce((a, b) => Math.max(a, b), 0);
  const ordered = [...sets].toSorted(([, a], [, b]) => most(b) - most(a));
  const tasks = ordered.slice(0, setsMax).map(([key, set]) => {
    const [row = 0] = set.rows;
    const written = reading.fieldText(row, 'type').trim().slice(0, 60);
    const type = isBackupType(written) ? '' : written;
    const said = `${errorsWords(set)} ${runsWords(set.rows.length, runs.get(key) ?? 0)}`;
    return {
      what: `${shortName(name(row))}${type && `, ${type}`}: ${said}. The Event Log of the line names the items.`,
      who: actorWords.both,
      row,
    };
  });
  const rest = ordered.slice(setsMax);
  if (rest.length === 0) return tasks;
  const what = `${counted(rest.length, 'more set', 'more sets')} ended with errors: filter the table below by outcome.`;
  return [...tasks, { what, who: actorWords.both, row: rest[0]?.[1].rows[0] ?? null }];
}
