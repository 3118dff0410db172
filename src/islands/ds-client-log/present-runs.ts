import type { BackupSet } from '../../core/ds-client-log/history.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import {
  incompletePlace,
  outcomePlaces,
  unknownPlace,
} from '../../core/ds-client-log/run-columns.ts';

/** Runs that the log says were cut short, in the order of the file. */
export function unfinishedRows(reading: AcceptedReading): readonly number[] {
  const rows: number[] = [];
  outcomePlaces(reading).forEach((place, row) => {
    if (place === incompletePlace) rows.push(row);
  });
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
  const places = outcomePlaces(reading);
  const rows: number[] = [];
  for (let row = 0; row < reading.rowCount; row += 1) {
    if (places[row] === unknownPlace && isOpenEnded(reading, row)) rows.push(row);
  }
  return rows;
}

/** Whether a run went on to its end, errors and warnings aside. */
export const isCompleted = (reading: AcceptedReading, row: number): boolean =>
  reading.outcome(row).startsWith('completed');

/** For a backup, the backup of the same set after it; null after the last and for other types. */
export function nextRuns(
  reading: AcceptedReading,
  sets: readonly BackupSet[],
): (row: number) => number | null {
  // Counted from 1, so that 0 says that there is none.
  const next = new Uint32Array(reading.rowCount);
  for (const { rows } of sets) rows.forEach((row, i) => (next[row] = (rows[i + 1] ?? -1) + 1));
  return (row) => (next[row] || null) && (next[row] ?? 0) - 1;
}

/** The latest row of a set that `accepts` takes; undefined when there is none. */
export const latest = (
  { rows }: BackupSet,
  accepts: (row: number) => boolean,
): number | undefined => rows.findLast(accepts);
