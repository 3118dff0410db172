import { isBackupType } from './outcomes.ts';
import type { AcceptedReading } from './reading.ts';
import { formatIsoDate } from './wall-time.ts';

/** The backups of one set, in the order of their starts. */
export interface BackupSet {
  readonly name: string;
  /** Rows of the reading, counted from 0. */
  readonly rows: readonly number[];
  /** Starts of those rows, in seconds of wall time. */
  readonly starts: readonly number[];
}

/** Sets by the text of Description, because how node and set are joined in it is not documented. */
export function backupSets(reading: AcceptedReading): readonly BackupSet[] {
  const types = reading.textCodes('type');
  const isBackup = types.texts.map(isBackupType);
  const names = reading.textCodes('description');
  const sets = new Map<string, { row: number; start: number }[]>();
  const byCode = names.texts.map((text) => {
    const name = text.slice(0, 400).trim();
    const runs = sets.get(name) ?? [];
    sets.set(name, runs);
    return runs;
  });
  for (let row = 0; row < reading.rowCount; row += 1) {
    const start = reading.number(row, 'start');
    if (!isBackup[types.codes[row] ?? 0] || start === null) continue;
    byCode[names.codes[row] ?? 0]?.push({ row, start });
  }
  return [...sets]
    .filter(([, runs]) => runs.length > 0)
    .map(([name, runs]) => {
      const ordered = runs.toSorted((a, b) => a.start - b.start);
      return { name, rows: ordered.map((r) => r.row), starts: ordered.map((r) => r.start) };
    });
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** Our choice, because a run that comes half a rhythm late has come; more is a run not seen. */
const gapFactor = 1.5;
/** Our choice, because four runs give three gaps, the fewest of which a median leaves one out. */
const runsMin = 4;

/**
 * Nights on which a set was expected by its usual rhythm and no run stands in the log, as dates.
 * `logEnd` is the last start in the whole log: a set that simply stopped shows as well.
 */
export function nightsWithoutRun(set: BackupSet, logEnd: number): readonly string[] {
  const { starts } = set;
  if (starts.length < runsMin) return [];
  const gaps = starts.slice(1).map((start, i) => start - (starts[i] ?? 0));
  const usual = median(gaps);
  if (!(usual > 0)) return [];
  const nights: string[] = [];
  const fill = (from: number, to: number): void => {
    if (to - from <= gapFactor * usual) return;
    // Half a gap before the next run is that run itself, come early or late.
    for (let due = from + usual; due < to - usual / 2; due += usual)
      nights.push(formatIsoDate(due));
  };
  starts.slice(1).forEach((start, i) => fill(starts[i] ?? start, start));
  fill(starts[starts.length - 1] ?? logEnd, logEnd + usual / 2);
  return nights;
}

const madFactor = 0.6745; // Iglewicz and Hoaglin, modified z score
const meanDeviationFactor = 1.253314; // the same, for a median absolute deviation of 0
const outlierMin = 3.5; // the cut that Iglewicz and Hoaglin (1993) give for it
/** Our choice, because less than twice or more than half the usual is an ordinary busy or quiet day. */
const ratioMin = 2;
/** Our choice, because seven runs are a week of nights. */
const sampleMin = 7;

/** How far one value lies from what is usual. */
export interface Outlier {
  readonly index: number;
  readonly value: number;
  readonly usual: number;
}

/**
 * Values at least twice or half the median whose modified z score on a logarithmic scale passes 3.5.
 * At least seven values; zeros have no logarithm and are left out. The classic z score cannot pass 3
 * for ten values or fewer.
 */
export function outliers(values: readonly (number | null)[]): readonly Outlier[] {
  const usable = values.flatMap((value, index) =>
    value !== null && value > 0 ? [{ index, value, log: Math.log10(value) }] : [],
  );
  if (usable.length < sampleMin) return [];
  const middle = median(usable.map((v) => v.log));
  const deviations = usable.map((v) => Math.abs(v.log - middle));
  const mad = median(deviations);
  const mean = deviations.reduce((a, b) => a + b, 0) / deviations.length;
  const scale = mad > 0 ? mad / madFactor : mean * meanDeviationFactor;
  if (scale === 0) return [];
  return usable
    .filter(({ log }) => {
      const off = Math.abs(log - middle);
      return off / scale > outlierMin && off >= Math.log10(ratioMin);
    })
    .map(({ index, value }) => ({ index, value, usual: 10 ** middle }));
}
