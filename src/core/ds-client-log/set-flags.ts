import { failures, missedRuns, sameErrors, type Judging } from './course-flags.ts';
import type { Flag, FlagKind } from './flags.ts';
import { byStart, outliers, type BackupSet, type Outlier } from './history.ts';
import { flag, startDate } from './new-flag.ts';
import type { AcceptedReading } from './reading.ts';
import { nextOpening, officeSeconds } from './office-hours.ts';
import { isCompletedPlace, type RunColumns } from './run-columns.ts';

/**
 * Our choice, because a factor of two, at which an outlier begins, is an ordinary busy day. Files and
 * reduction must both be off by this much before a whole log is read as one large change.
 */
const massFactor = 5;
/** The values of a column in the rows `rows`. */
const valuesIn = (rows: readonly number[], column: Float64Array): Float64Array => {
  const values = new Float64Array(rows.length);
  for (let i = 0; i < values.length; i += 1) values[i] = column[rows[i] ?? -1] ?? Number.NaN;
  return values;
};

const unusual: Judging = (reading, set, columns) => {
  const rows = set.rows.filter((row) => isCompletedPlace[columns.outcomes[row] ?? 0]);
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
