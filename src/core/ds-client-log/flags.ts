import { clockChangeSeconds } from './explain-times.ts';
import { backupSets, nightsWithoutRun, outliers, type BackupSet, type Outlier } from './history.ts';
import type { AcceptedReading } from './reading.ts';
import { dayOf, formatIsoDate } from './wall-time.ts';
import { isWeekday } from './zone.ts';

export const flagKinds = [
  'incomplete',
  'failed-repeatedly',
  'missed-run',
  'mass-change',
  'slow-run',
  'transmitted-jump',
  'files-jump',
  'reduction-collapse',
  'same-errors',
  'overlaps-itself',
  'office-hours',
  'clock-change-likely',
  'date-order-assumed',
  'rows-left-out',
  'rows-excluded',
  'retention-bias',
  'secret-like',
] as const;
export type FlagKind = (typeof flagKinds)[number];

/** From what must be looked at to what is only good to know about the reading itself. */
export type FlagLevel = 'red' | 'amber' | 'blue' | 'grey';

const levels: Readonly<Record<FlagKind, FlagLevel>> = {
  incomplete: 'red',
  'failed-repeatedly': 'red',
  'missed-run': 'amber',
  'mass-change': 'amber',
  'slow-run': 'amber',
  'transmitted-jump': 'amber',
  'files-jump': 'amber',
  'reduction-collapse': 'amber',
  'same-errors': 'amber',
  'overlaps-itself': 'blue',
  'office-hours': 'blue',
  'clock-change-likely': 'grey',
  'date-order-assumed': 'grey',
  'rows-left-out': 'grey',
  'rows-excluded': 'grey',
  'retention-bias': 'grey',
  'secret-like': 'grey',
};

/** Something in a log that a person should know. Words for it stand in `flag-words.ts`. */
export interface Flag {
  readonly kind: FlagKind;
  readonly level: FlagLevel;
  /** Backup set, or null when it is about the whole log. */
  readonly set: string | null;
  /** Rows of the reading, counted from 0. */
  readonly rows: readonly number[];
  /** Date on which the first of those rows began; null without one. */
  readonly startDate: string | null;
  /** Dates of nights, for a run that was not seen. */
  readonly nights: readonly string[];
  /** How many: failures in a row, errors every night, rows left out. */
  readonly count: number;
  readonly outlier: { readonly value: number; readonly usual: number } | null;
}

const flag = (kind: FlagKind, fields: Partial<Omit<Flag, 'kind' | 'level'>>): Flag => ({
  kind,
  level: levels[kind],
  set: null,
  rows: [],
  startDate: null,
  nights: [],
  count: fields.rows?.length ?? 0,
  outlier: null,
  ...fields,
});

const failuresInARow = 2;
const sameErrorsNights = 3;
const massFactor = 5;

function startDate(reading: AcceptedReading, row: number): string | null {
  const start = reading.number(row, 'start');
  return start === null ? null : formatIsoDate(start);
}

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

/** Eight in the morning: a run of the night that goes on past it slows people down. */
const officeOpens = 8 * 3600;
const secondsPerDay = 86_400;

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

/** Runs of other kinds than backups that did not finish: they belong to no set's history. */
function otherFailures(reading: AcceptedReading, sets: readonly BackupSet[]): readonly Flag[] {
  const ofSets = new Set(sets.flatMap((set) => set.rows));
  const flags: Flag[] = [];
  for (let row = 0; row < reading.rowCount; row += 1) {
    if (ofSets.has(row) || reading.outcome(row) !== 'incomplete') continue;
    const set = reading.fieldText(row, 'description').slice(0, 400).trim();
    flags.push(flag('incomplete', { set, rows: [row], startDate: startDate(reading, row) }));
  }
  return flags;
}

const tenRunsKept = 10;
const historySeconds = 14 * 86_400;

/** Old entries are removed except the last ten of each set, so idle sets reach back further. */
function retentionBias(sets: readonly BackupSet[]): readonly Flag[] {
  const firsts = sets.map((set) => set.starts[0] ?? 0);
  const lasts = sets.map((set) => set.starts[set.starts.length - 1] ?? 0);
  if (sets.length < 2) return [];
  const newestFirst = firsts.reduce((a, b) => Math.max(a, b));
  const oldestFirst = firsts.reduce((a, b) => Math.min(a, b));
  const last = lasts.reduce((a, b) => Math.max(a, b));
  const isKeptTail = sets.some(
    (set) => set.starts[0] === oldestFirst && set.rows.length <= tenRunsKept,
  );
  const isBiased =
    last - oldestFirst > historySeconds && newestFirst - oldestFirst > historySeconds / 2;
  return isBiased && isKeptTail ? [flag('retention-bias', { count: sets.length })] : [];
}

function aboutReading(reading: AcceptedReading): readonly Flag[] {
  const flags: Flag[] = [];
  if (reading.detection.dateOrderCertainty?.kind === 'assumed')
    flags.push(flag('date-order-assumed', {}));
  if (reading.setAside.length > 0) {
    flags.push(flag('rows-left-out', { count: reading.setAside.length }));
  }
  if (reading.excludedCount > 0)
    flags.push(flag('rows-excluded', { count: reading.excludedCount }));
  const secrets = reading.diagnostics.find((d) => d.code === 'cell.secret-like');
  if (secrets) flags.push(flag('secret-like', { count: secrets.count }));
  return flags;
}

const timesOf = (reading: AcceptedReading, row: number) => ({
  start: reading.number(row, 'start'),
  end: reading.number(row, 'end'),
  durationSeconds: reading.number(row, 'duration'),
});

const rank: Readonly<Record<FlagLevel, number>> = { red: 0, amber: 1, blue: 2, grey: 3 };

/** Everything in an activity log that should be said, the gravest first. */
export function logFlags(reading: AcceptedReading): readonly Flag[] {
  if (reading.kind !== 'activity-log') return aboutReading(reading);
  const sets = backupSets(reading);
  const logEnd = sets
    .flatMap((set) => set.starts.slice(-1))
    .reduce((a, b) => Math.max(a, b), -Infinity);
  const clockChanges: number[] = [];
  for (let row = 0; row < reading.rowCount; row += 1) {
    if (!reading.isExcluded(row) && clockChangeSeconds(timesOf(reading, row)) !== 0)
      clockChanges.push(row);
  }
  const flags = sets.flatMap((set) => {
    const nights = nightsWithoutRun(set, logEnd);
    return [
      ...failures(reading, set),
      ...(nights.length > 0
        ? [flag('missed-run', { set: set.name, nights, count: nights.length })]
        : []),
      ...unusual(reading, set),
      ...sameErrors(reading, set),
      ...overlaps(reading, set),
      ...intoOfficeHours(reading, set),
    ];
  });
  if (clockChanges.length > 0) {
    flags.push(
      flag('clock-change-likely', {
        rows: clockChanges,
        startDate: startDate(reading, clockChanges[0] ?? 0),
      }),
    );
  }
  return [
    ...flags,
    ...otherFailures(reading, sets),
    ...retentionBias(sets),
    ...aboutReading(reading),
  ].toSorted((a, b) => rank[a.level] - rank[b.level]);
}
