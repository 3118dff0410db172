import type { Flag } from './flags.ts';
import type { BackupSet } from './history.ts';
import { missedCount, missedDays, type Gap } from './missed-days.ts';
import { flag, startDate } from './new-flag.ts';
import type { AcceptedReading } from './reading.ts';
import { incompletePlace, isCompletedPlace, type RunColumns } from './run-columns.ts';
import { formatIsoDate } from './wall-time.ts';

/** Our choice, because one run that did not finish often passes by itself, two in a row rarely do. */
const failuresInARow = 2;
/** Our choice, because two equal counts are often chance; three point to the same files each time. */
const sameErrorsNights = 3;
const secondsPerDay = 86_400;

/** Looks at the runs of one set. */
export type Judging = (
  reading: AcceptedReading,
  set: BackupSet,
  columns: RunColumns,
) => readonly Flag[];

/** Runs that did not finish, one after the other; less grave once a run was completed after them. */
function streakFlag(
  reading: AcceptedReading,
  set: BackupSet,
  streak: readonly number[],
  completed: number | undefined,
): Flag {
  const [first = -1, last = -1] = [streak[0], streak.at(-1)];
  return flag('failed-repeatedly', {
    ...(completed === undefined ? {} : { level: 'amber' }),
    set: set.name,
    rows: streak,
    startDate: startDate(reading, first),
    streak: {
      lastDate: startDate(reading, last),
      completedDate: completed === undefined ? null : startDate(reading, completed),
    },
  });
}

/** Runs that did not finish, each for itself and those in a row. */
export const failures: Judging = (reading, set, columns) => {
  const flags: Flag[] = [];
  const open: (readonly number[])[] = [];
  let streak: number[] = [];
  const close = (): void => {
    if (streak.length >= failuresInARow) open.push(streak);
    streak = [];
  };
  const tell = (completed?: number): void => {
    close();
    flags.push(...open.splice(0).map((rows) => streakFlag(reading, set, rows, completed)));
  };
  for (const row of set.rows) {
    const outcome = columns.outcomes[row] ?? 0;
    if (outcome === incompletePlace) {
      streak.push(row);
      flags.push(
        flag('incomplete', { set: set.name, rows: [row], startDate: startDate(reading, row) }),
      );
    } else if (isCompletedPlace[outcome]) tell(row);
    else close();
  }
  tell();
  return flags;
};

/**
 * The same number of errors in one completed run after the other. The errors of a run that was cut
 * short are those of its cause, and its files are not to be left out of the set for them.
 */
export const sameErrors: Judging = (_reading, set, columns) => {
  const flags: Flag[] = [];
  let run: number[] = [];
  let errors = 0;
  const close = (): void => {
    if (run.length >= sameErrorsNights) {
      flags.push(flag('same-errors', { set: set.name, rows: run, count: errors }));
    }
  };
  for (const row of set.rows) {
    if (!isCompletedPlace[columns.outcomes[row] ?? 0]) continue;
    const count = columns.errors[row] || 0; // NaN: none was written
    if (count > 0 && count === errors) run.push(row);
    else {
      close();
      run = count > 0 ? [row] : [];
      errors = count;
    }
  }
  close();
  return flags;
};

/** Our choice, because nobody reads more dates than a month has; the others are counted. */
const nightsNamedMax = 31;

const datesOf = (gaps: readonly Gap[]): readonly string[] =>
  missedDays(gaps, nightsNamedMax).map((day) => formatIsoDate(day * secondsPerDay));

/** Days on which a run was due and none is in the log, and since when the set is silent. */
export function missedRuns({ name, gaps, starts }: BackupSet): readonly Flag[] {
  const count = missedCount(gaps);
  if (count === 0) return [];
  const last = starts.at(-1) ?? 0;
  const after = gaps.filter(({ first }) => first > last);
  const silent =
    after.length === 0
      ? null
      : { since: formatIsoDate(last), nights: datesOf(after), count: missedCount(after) };
  return [flag('missed-run', { set: name, nights: datesOf(gaps), silent, count })];
}
