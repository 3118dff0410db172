import { logEndOf } from './log-end.ts';
import { median } from './median.ts';
import { gapsOf, type Gap } from './missed-days.ts';
import { isBackupType } from './outcomes.ts';
import type { AcceptedReading } from './reading.ts';

/** The backups of one set, in the order of their starts. */
export interface BackupSet {
  readonly name: string;
  /** Rows of the reading, counted from 0. */
  readonly rows: readonly number[];
  /** Starts of those rows, in seconds of wall time. */
  readonly starts: readonly number[];
  /** Where runs were due by the rhythm of the set and none is in the log. */
  readonly gaps: readonly Gap[];
}

/** The rows in the order of their starts; equal ones keep the order of the file. */
export function byStart(rows: readonly number[], starts: Float64Array): readonly number[] {
  const startOf = (row: number | undefined): number => starts[row ?? -1] ?? 0;
  const isOrdered = rows.every((row, i) => i === 0 || startOf(rows[i - 1]) <= startOf(row));
  return isOrdered ? rows : rows.toSorted((a, b) => startOf(a) - startOf(b));
}

/** Sets by the text of Description, because how node and set are joined in it is not documented. */
export function backupSets(reading: AcceptedReading): readonly BackupSet[] {
  const types = reading.textCodes('type');
  const isBackup = types.texts.map(isBackupType);
  const names = reading.textCodes('description');
  const starts = reading.valuesOf('start');
  const sets = new Map<string, number[]>();
  const byCode = names.texts.map((text) => {
    const name = text.slice(0, 400).trim();
    const rows = sets.get(name) ?? [];
    sets.set(name, rows);
    return rows;
  });
  for (let row = 0; row < reading.rowCount; row += 1) {
    if (!isBackup[types.codes[row] ?? 0] || Number.isNaN(starts[row])) continue;
    byCode[names.codes[row] ?? 0]?.push(row);
  }
  const ordered = [...sets]
    .filter(([, rows]) => rows.length > 0)
    .map(([name, unordered]) => {
      const rows = byStart(unordered, starts);
      return { name, rows, starts: rows.map((row) => starts[row] ?? 0) };
    });
  const logEnd = logEndOf(reading);
  return ordered.map((set) => ({ ...set, gaps: gapsOf(set.starts, logEnd) }));
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

/** Whether there are enough values above 0 to say of one that it is far from the others. */
export const isJudged = (values: readonly (number | null)[]): boolean =>
  values.filter((value) => value !== null && value > 0).length >= sampleMin;

/**
 * Values at least twice or half the median whose modified z score on a logarithmic scale passes 3.5.
 * At least seven values; zeros have no logarithm and are left out. The classic z score cannot pass 3
 * for ten values or fewer.
 */
export function outliers(values: ArrayLike<number | null>): readonly Outlier[] {
  const { indexes, logs } = logarithms(values);
  if (logs.length < sampleMin) return [];
  const middle = median(logs.slice());
  const off = new Float64Array(logs.length);
  let sum = 0;
  for (let i = 0; i < off.length; i += 1) {
    const deviation = Math.abs((logs[i] ?? 0) - middle);
    off[i] = deviation;
    sum += deviation;
  }
  const mad = median(off.slice());
  const scale = mad > 0 ? mad / madFactor : (sum / off.length) * meanDeviationFactor;
  if (scale === 0) return [];
  const least = Math.log10(ratioMin);
  const found: Outlier[] = [];
  for (let i = 0; i < off.length; i += 1) {
    const deviation = off[i] ?? 0;
    if (deviation < least || deviation / scale <= outlierMin) continue;
    const index = indexes[i] ?? 0;
    found.push({ index, value: values[index] ?? 0, usual: 10 ** middle });
  }
  return found;
}

/** The logarithms of the values above 0, and where each of them stands. */
function logarithms(values: ArrayLike<number | null>) {
  const indexes = new Uint32Array(values.length);
  const logs = new Float64Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    if (!(value > 0)) continue; // NaN is none either
    indexes[count] = i;
    logs[count] = Math.log10(value);
    count += 1;
  }
  return { indexes: indexes.subarray(0, count), logs: logs.subarray(0, count) };
}
