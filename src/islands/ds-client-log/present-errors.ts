import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import {
  incompletePlace,
  outcomePlaces,
  unknownPlace,
} from '../../core/ds-client-log/run-columns.ts';
import { activityKeys, activityName } from './activity-names.ts';
import { counted, number, type Naming } from './present-words.ts';
import { worksMax, type Work, type Works } from './work.ts';

interface Erring {
  readonly rows: number[];
  readonly counts: number[];
}

function erringSets(reading: AcceptedReading): ReadonlyMap<number, Erring> {
  const { activity: keyOf } = activityKeys(reading);
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

/** The runs of a set, those among them that had errors and did not run to the end told apart. */
interface Runs {
  all: number;
  cutShort: number;
  unclear: number;
}

const noRuns: Runs = { all: 0, cutShort: 0, unclear: 0 };

function runsOf(
  reading: AcceptedReading,
  sets: ReadonlyMap<number, Erring>,
): ReadonlyMap<number, Runs> {
  const { activity: keyOf } = activityKeys(reading);
  const places = outcomePlaces(reading);
  const errors = reading.valuesOf('errors');
  const runs = new Map<number, Runs>();
  for (let row = 0; row < reading.rowCount; row += 1) {
    const key = keyOf(row);
    if (!sets.has(key)) continue;
    const own = runs.get(key) ?? { ...noRuns };
    own.all += 1;
    if ((errors[row] ?? 0) > 0) {
      if (places[row] === incompletePlace) own.cutShort += 1;
      if (places[row] === unknownPlace) own.unclear += 1;
    }
    runs.set(key, own);
  }
  return runs;
}

/** Every run with errors says how many they were. */
const saysHowMany = ({ counts, rows }: Erring): boolean => counts.length === rows.length;

function errorsWords(set: Erring): string {
  if (!saysHowMany(set)) return 'errors';
  const { counts } = set;
  const least = counts.reduce((a, b) => Math.min(a, b));
  const most = counts.reduce((a, b) => Math.max(a, b));
  return least === most
    ? counted(least, 'error', 'errors')
    : `${number(least)} to ${number(most)} errors`;
}

/** Errors of runs that did not finish are told with those runs; here only that there were some. */
function alsoErring({ all, cutShort, unclear }: Runs): string {
  const more = (count: number) => (all === 2 ? 'the other' : `${number(count)} more`);
  const had = (count: number, what: string) =>
    count === 0 ? '' : `; ${more(count)} had errors as well and ${what}`;
  return `${had(cutShort, 'did not finish')}${had(unclear, unclear === 1 ? 'has no ending that we know' : 'have no ending that we know')}`;
}

/** In which of its runs a set had errors; of a number of errors it says that each run had as many. */
function runsWords(erring: number, isCounted: boolean, runs: Runs): string {
  const { all } = runs;
  if (all === 1) return 'in its one run';
  if (erring === all) return `in each of ${number(all)} runs`;
  const each = isCounted && erring > 1 ? 'each ' : '';
  return `${each}in ${number(erring)} of ${number(all)} runs${alsoErring(runs)}`;
}

/**
 * One thing to do for each set that ended with errors, most errors first: "Web root: 17 errors in each
 * of 2 runs". Counts of several nights are not added up, because they are mostly the same files.
 */
export function errorWorks(reading: AcceptedReading, naming: Naming): Works {
  const sets = erringSets(reading);
  if (sets.size === 0) return { list: [], more: 0 };
  const runs = runsOf(reading, sets);
  const most = ({ counts }: Erring): number => counts.reduce((a, b) => Math.max(a, b), 0);
  const ordered = [...sets].toSorted(([, a], [, b]) => most(b) - most(a));
  const list = ordered.slice(0, worksMax).map(([key, set]): Work => {
    const [row = 0] = set.rows;
    const inRuns = runsWords(set.rows.length, saysHowMany(set), runs.get(key) ?? noRuns);
    const said = `${errorsWords(set)} ${inRuns}`;
    return {
      what: `${activityName(reading, row, naming)}: ${said}.`,
      advice: 'The Event Log of the line names the items.',
      isPointer: true,
      who: 'both',
      rows: set.rows,
      details: [],
    };
  });
  return { list, more: ordered.length - list.length };
}
