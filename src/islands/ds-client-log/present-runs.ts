import { backupSets, type BackupSet } from '../../core/ds-client-log/history.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';

/** Rows that a page or a text may name; a log in which nothing ended is one finding. */
const rowsMax = 2000;

/** Runs that the log says were cut short, in the order of the file. */
export function unfinishedRows(reading: AcceptedReading): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < reading.rowCount; row += 1) {
    if (reading.outcome(row) === 'incomplete') rows.push(row);
  }
  return rows;
}

/** A run without an end, a duration and a completion: still going when the log was saved, or cut off. */
export const isOpenEnded = (reading: AcceptedReading, row: number): boolean =>
  reading.outcome(row) === 'running_or_unknown' &&
  reading.number(row, 'start') !== null &&
  (['end', 'duration', 'completion'] as const).every(
    (field) => reading.fieldText(row, field).trim() === '',
  );

/** Runs with no ending recorded. A log that has no column for an ending says nothing of them. */
export function openRows(reading: AcceptedReading): readonly number[] {
  if (reading.columnOf('end') < 0 && reading.columnOf('completion') < 0) return [];
  const rows: number[] = [];
  for (let row = 0; row < reading.rowCount && rows.length < rowsMax; row += 1) {
    if (isOpenEnded(reading, row)) rows.push(row);
  }
  return rows;
}

/** Whether a run went on to its end, errors and warnings aside. */
export const isCompleted = (reading: AcceptedReading, row: number): boolean =>
  reading.outcome(row).startsWith('completed');

/** For a backup, the backup of the same set after it; null after the last and for other types. */
export function nextRuns(reading: AcceptedReading): (row: number) => number | null {
  const next = new Map<number, number>();
  for (const { rows } of backupSets(reading)) {
    rows.forEach((row, i) => {
      const after = rows[i + 1];
      if (after !== undefined) next.set(row, after);
    });
  }
  return (row) => next.get(row) ?? null;
}

/** The latest row of a set that `accepts` takes; undefined when there is none. */
export const latest = (
  { rows }: BackupSet,
  accepts: (row: number) => boolean,
): number | undefined => rows.findLast(accepts);
