import type { Flag, FlagKind } from './flags.ts';
import { byStart, outliers, type BackupSet, type Outlier } from './history.ts';
import { missedCount, missedDays } from './missed-days.ts';
import { flag, startDate } from './new-flag.ts';
import type { AcceptedReading } from './reading.ts';
import { nextOpening, officeSeconds } from './office-hours.ts';
import { incompletePlace, isCompletedPlace, type RunColumns } from './run-columns.ts';
import { formatIsoDate } from './wall-time.ts';

/** Our choice, because one run that did not finish often passes by itself, two in a row rarely do. */
const failuresInARow = 2;
/** Our choice, because two equal counts are often chance; three point to the same files each time. */
const sameErrorsNights = 3;
/**
 * Our choice, because a factor of two, at which an outlier begins, is an ordinary busy day. Files and
 * reduction must both be off by this much before a whole log is read as one large change.
 */
const massFactor = 5;
const secondsPerDay = 86_400;

type Judging = (reading: AcceptedReading, set: BackupSet, columns: RunColumns) => readonly Flag[];

const failures: Judging = (reading, set, columns) => {
  const flags: Flag[] = [];
  let streak: number[] = [];
  const close = (): void => {
    const [first] = streak;
    if (first !== undefined && streak.length >= failuresInARow) {
      flags.push(
        flag('failed-repeatedly', {
          set: set.name,
          rows: streak,
          startDate: startDate(reading, first),
        }),
      );
    }
    streak = [];
  };
  for (const row of set.rows) {
    if (columns.outcomes[row] === incompletePlace) {
      streak.push(row);
      flags.push(
        flag('incomplete', { set: set.name, rows: [row], startDate: startDate(reading, row) }),
      );
    } else close();
  }
  close();
  return flags;
};

const sameErrors: Judging = (_reading, set, columns) => {
  const flags: Flag[] = [];
  let run: number[] = [];
  let errors = 0;
  const close = (): void => {
    if (run.length >= sameErrorsNights) {
      flags.push(flag('same-errors', { set: set.name, rows: run, count: errors }));
    }
  };
  for (const row of set.rows) {
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

/** The values of a column in the rows `rows`. */
const valuesIn = (rows: readonly number[], column: Float64Array): Float64Array => {
  const values = new Float64Array(rows.length);
  for (let i = 0; i < values.length; i += 1) values[i] = column[rows[i] ?? -1] ?? Number.NaN;
  return values;
};

const unusual: Judging = (reading, set, columns) => {
  const rows = set.rows.filter(
    (row) => isCompletedPlace[columns.outcomes[row] ?? 0] && !reading.isExcluded(row),
  );
  const transmitted = valuesIn(rows, reading.valuesOf('transmitted'));
  // Without a size, or with one of 0, it is NaN or no finite number above 0: nothing to compare.
  const reduction = valuesIn(rows, reading.valuesOf('online')).map((size, i) => {
    const sent = transmitted[i] ?? 0;
    return size > 0 && sent > 0 ? size / sent : Number.NaN;
  });
  const high = (o: Outlier): boolean => o.value > o.usual;
  const slow = outliers(valuesIn(rows, columns.duration)).filter(high);
  const sent = outliers(transmitted).filter(high);
  const files = outliers(valuesIn(rows, reading.valuesOf('files'))).filter(high);
  const collapsed = outliers(reduction).filter((o) => !high(o));
  const raise = (kind: FlagKind, found: readonly Outlier[]): readonly Flag[] =>
    found.map((o) => {
      const row = rows[o.index] ?? 0;
      return flag(kind, {
        set: set.name,
        rows: [row],
        startDate: startDate(reading, row),
        outlier: { value: o.value, usual: o.usual },
      });
    });
  const mass = files.filter(
    (f) =>
      f.value >= massFactor * f.usual &&
      collapsed.some((c) => c.index === f.index && c.usual >= massFactor * c.value),
  );
  return [
    ...raise('mass-change', mass),
    ...raise('slow-run', slow),
    ...raise('transmitted-jump', sent),
    ...raise('files-jump', files),
    ...raise('reduction-collapse', collapsed),
  ];
};

const overlaps: Judging = (reading, set, { from, to }) => {
  const flags: Flag[] = [];
  const placed = set.rows.filter((row) => !Number.isNaN(to[row] ?? Number.NaN));
  const [first, ...later] = byStart(placed, from);
  let longest = first ?? 0;
  for (const row of later) {
    if ((from[row] ?? 0) < (to[longest] ?? 0)) {
      const rows = [longest, row];
      const fields = { set: set.name, rows, startDate: startDate(reading, row) };
      flags.push(flag('overlaps-itself', fields));
    }
    if ((to[row] ?? 0) > (to[longest] ?? 0)) longest = row;
  }
  return flags;
};

const intoOfficeHours: Judging = (reading, set, columns) => {
  const late: number[] = [];
  // Runs of a set that overlap are one time of waiting, not two.
  let [seconds, until] = [0, -Infinity];
  for (const row of set.rows) {
    const [start = Number.NaN, end = Number.NaN] = [columns.start[row], columns.end[row]];
    if (!(end > start) || reading.isExcluded(row)) continue;
    const opening = nextOpening(start);
    if (opening >= end) continue;
    late.push(row);
    seconds += officeSeconds(Math.max(opening, until), end);
    until = Math.max(until, end);
  }
  const [first] = late;
  if (first === undefined) return [];
  const fields = { set: set.name, rows: late, startDate: startDate(reading, first), seconds };
  return [flag('office-hours', fields)];
};

/** Our choice, because nobody reads more dates than a month has; the others are counted. */
const nightsNamedMax = 31;

function missedRuns({ name, gaps }: BackupSet): readonly Flag[] {
  const count = missedCount(gaps);
  if (count === 0) return [];
  const nights = missedDays(gaps, nightsNamedMax).map((day) => formatIsoDate(day * secondsPerDay));
  return [flag('missed-run', { set: name, nights, count })];
}

/** All flags about one set. */
export const setFlags = (
  reading: AcceptedReading,
  set: BackupSet,
  columns: RunColumns,
): readonly Flag[] => [
  ...failures(reading, set, columns),
  ...missedRuns(set),
  ...unusual(reading, set, columns),
  ...sameErrors(reading, set, columns),
  ...overlaps(reading, set, columns),
  ...intoOfficeHours(reading, set, columns),
];
