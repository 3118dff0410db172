import type { ClockChange } from './clock-changes.ts';
import { clockFlags } from './clock-flags.ts';
import { backupSets, type BackupSet } from './history.ts';
import { isOddYear } from './log-end.ts';
import { logMetrics, type LogMetrics } from './metrics.ts';
import { flag, startDate } from './new-flag.ts';
import type { Plateau } from './plateaus.ts';
import type { AcceptedReading } from './reading.ts';
import { incompletePlace, runColumns, type RunColumns } from './run-columns.ts';
import { setFlags } from './set-flags.ts';
import { waitingFlags } from './waiting-flags.ts';
import { formatIsoDate } from './wall-time.ts';

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
  'waiting-likely',
  'clock-change-likely',
  'times-disagree',
  'skipped-hour',
  'hour-off',
  'date-order-assumed',
  'rows-left-out',
  'rows-excluded',
  'retention-bias',
  'odd-year',
  'secret-like',
] as const;
export type FlagKind = (typeof flagKinds)[number];

/** From what must be looked at to what is only good to know about the reading itself. */
export type FlagLevel = 'red' | 'amber' | 'blue' | 'grey';

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
  /** Dates of nights, for a run that was not seen: the first of them, where there are very many. */
  readonly nights: readonly string[];
  /** Of those nights, the ones after the last run of a set that is silent at the end of the log. */
  readonly silent: {
    readonly since: string;
    readonly nights: readonly string[];
    readonly count: number;
  } | null;
  /** How many: failures in a row, errors every night, nights without a run, rows left out. */
  readonly count: number;
  readonly outlier: { readonly value: number; readonly usual: number } | null;
  /** For runs in a row that did not finish: the date of the last, and of a completed run after them. */
  readonly streak: {
    readonly lastDate: string | null;
    readonly completedDate: string | null;
  } | null;
  /** For a flag about time: how long together. */
  readonly seconds: number | null;
  /** For a flag about runs that waited: when as many were going as ever. */
  readonly plateau: Plateau | null;
  /** For a flag about the clock: when and how it was moved. */
  readonly change: Omit<ClockChange, 'rows'> | null;
}

/** Runs of other kinds than backups that did not finish: they belong to no set's history. */
function otherFailures(
  reading: AcceptedReading,
  sets: readonly BackupSet[],
  columns: RunColumns,
): readonly Flag[] {
  const isOfSet = new Uint8Array(reading.rowCount);
  for (const { rows } of sets) for (const row of rows) isOfSet[row] = 1;
  const flags: Flag[] = [];
  for (let row = 0; row < reading.rowCount; row += 1) {
    if (isOfSet[row] === 1 || columns.outcomes[row] !== incompletePlace) continue;
    const set = reading.fieldText(row, 'description').slice(0, 400).trim();
    flags.push(flag('incomplete', { set, rows: [row], startDate: startDate(reading, row) }));
  }
  return flags;
}

/** Asigra's help: of each set the last ten activities are kept, however old they are. */
const runsAlwaysKept = 10;
/** Our choice, because a history of two weeks shows each weekday twice. */
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
    (set) => set.starts[0] === oldestFirst && set.rows.length <= runsAlwaysKept,
  );
  const isBiased =
    last - oldestFirst > historySeconds && newestFirst - oldestFirst > historySeconds / 2;
  return isBiased && isKeptTail ? [flag('retention-bias', { count: sets.length })] : [];
}

/** Dates that no DS-Client can have written. */
function oddYears(reading: AcceptedReading): readonly Flag[] {
  const times = reading.valuesOf(reading.kind === 'event-log' ? 'time' : 'start');
  const rows: number[] = [];
  for (let row = 0; row < times.length; row += 1) {
    if (isOddYear(times[row] ?? Number.NaN)) rows.push(row);
  }
  const [first] = rows;
  if (first === undefined) return [];
  return [flag('odd-year', { rows, startDate: formatIsoDate(times[first] ?? 0) })];
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
  flags.push(...oddYears(reading));
  const secrets = reading.diagnostics.find((d) => d.code === 'cell.secret-like');
  if (secrets) flags.push(flag('secret-like', { count: secrets.count }));
  return flags;
}

const rank: Readonly<Record<FlagLevel, number>> = { red: 0, amber: 1, blue: 2, grey: 3 };

/** Everything in an activity log that should be said, the gravest first. */
export function logFlags(
  reading: AcceptedReading,
  sets: readonly BackupSet[] = backupSets(reading),
  { concurrency }: Pick<LogMetrics, 'concurrency'> = logMetrics(reading),
): readonly Flag[] {
  if (reading.kind !== 'activity-log') return aboutReading(reading);
  const columns = runColumns(reading);
  return [
    ...sets.flatMap((set) => setFlags(reading, set, columns)),
    ...waitingFlags(concurrency),
    ...clockFlags(reading, columns),
    ...otherFailures(reading, sets, columns),
    ...retentionBias(sets),
    ...aboutReading(reading),
  ].toSorted((a, b) => rank[a.level] - rank[b.level]);
}
