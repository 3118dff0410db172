import type { Flag, FlagKind } from './flags.ts';
import { nightsWithoutRun, outliers, type BackupSet, type Outlier } from './history.ts';
import { flag, startDate } from './new-flag.ts';
import type { AcceptedReading } from './reading.ts';
import { dayOf, isWeekday } from './wall-time.ts';

/** Our choice, because one run that did not finish often passes by itself, two in a row rarely do. */
const failuresInARow = 2;
/** Our choice, because two equal counts are often chance; three point to the same files each time. */
const sameErrorsNights = 3;
/**
 * Our choice, because a factor of two, at which an outlier begins, is an ordinary busy day. Files and
 * reduction must both be off by this much before a whole log is read as one large change.
 */
const massFactor = 5;
/** Our choice, because few offices begin earlier: a run of the night that passes it slows people down. */
const officeOpens = 8 * 3600;
const secondsPerDay = 86_400;

function failures(reading: AcceptedReading, set: BackupSet): readonly Flag[] {
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
    if (reading.outcome(row) === 'incomplete') {
      streak.push(row);
      flags.push(
        flag('incomplete', { set: set.name, rows: [row], startDate: startDate(reading, row) }),
      );
    } else close();
  }
  close();
  return flags;
}

function sameErrors(reading: AcceptedReading, set: BackupSet): readonly Flag[] {
  const flags: Flag[] = [];
  let run: number[] = [];
  let errors = 0;
  const close = (): void => {
    if (run.length >= sameErrorsNights) {
      flags.push(flag('same-errors', { set: set.name, rows: run, count: errors }));
    }
  };
  for (const row of set.rows) {
    const count = reading.number(row, 'errors') ?? 0;
    if (count > 0 && count === errors) run.push(row);
    else {
      close();
      run = count > 0 ? [row] : [];
      errors = count;
    }
  }
  close();
  return flags;
}

const isDone = (reading: AcceptedReading, row: number): boolean =>
  reading.outcome(row).startsWith('completed') && !reading.isExcluded(row);

function unusual(reading: AcceptedReading, set: BackupSet): readonly Flag[] {
  const rows = set.rows.filter((row) => isDone(reading, row));
  const of = (field: 'duration' | 'transmitted' | 'files' | 'online') =>
    rows.map((row) => reading.number(row, field));
  const online = of('online');
  const transmitted = of('transmitted');
  const reduction = online.map((size, i) => {
    const sent = transmitted[i] ?? null;
    return size !== null && size > 0 && sent !== null && sent > 0 ? size / sent : null;
  });
  const high = (o: Outlier): boolean => o.value > o.usual;
  const slow = outliers(of('duration')).filter(high);
  const sent = outliers(transmitted).filter(high);
  const files = outliers(of('files')).filter(high);
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
}

function overlaps(reading: AcceptedReading, set: BackupSet): readonly Flag[] {
  return set.rows.flatMap((row, i) => {
    const before = set.rows[i - 1];
    const end = before === undefined ? null : reading.number(before, 'end');
    const start = reading.number(row, 'start');
    return before !== undefined && end !== null && start !== null && start < end
      ? [
          flag('overlaps-itself', {
            set: set.name,
            rows: [before, row],
            startDate: startDate(reading, row),
          }),
        ]
      : [];
  });
}

function intoOfficeHours(reading: AcceptedReading, set: BackupSet): readonly Flag[] {
  const late = set.rows.filter((row) => {
    const start = reading.number(row, 'start');
    const end = reading.number(row, 'end');
    if (start === null || end === null) return false;
    const opens = dayOf(end) * secondsPerDay + officeOpens;
    return start < opens && end > opens && isWeekday(end);
  });
  const [first] = late;
  return first === undefined
    ? []
    : [flag('office-hours', { set: set.name, rows: late, startDate: startDate(reading, first) })];
}

function missedRuns(set: BackupSet, logEnd: number): readonly Flag[] {
  const nights = nightsWithoutRun(set, logEnd);
  return nights.length > 0
    ? [flag('missed-run', { set: set.name, nights, count: nights.length })]
    : [];
}

/** All flags about one set. `logEnd` is the last start in the whole log, in seconds of wall time. */
export const setFlags = (
  reading: AcceptedReading,
  set: BackupSet,
  logEnd: number,
): readonly Flag[] => [
  ...failures(reading, set),
  ...missedRuns(set, logEnd),
  ...unusual(reading, set),
  ...sameErrors(reading, set),
  ...overlaps(reading, set),
  ...intoOfficeHours(reading, set),
];
