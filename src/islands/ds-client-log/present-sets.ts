import { backupSets, type BackupSet } from '../../core/ds-client-log/history.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { momentWords, number, shortName } from './present-words.ts';
import { isCompleted, isOpenEnded, latest } from './present-runs.ts';
import type { SetRunView, SetStatus, SetStatuses } from './view.ts';

/** Sets that the page lists; the figure and the table below hold the others. */
const setsMax = 100;

const remark = (reading: AcceptedReading, row: number): string => {
  if (isOpenEnded(reading, row)) return 'no ending recorded';
  const files = reading.number(row, 'files');
  return files === 0 && isCompleted(reading, row) ? '0 files' : '';
};

function runView(reading: AcceptedReading, row: number): SetRunView {
  const start = reading.number(row, 'start');
  return {
    began: start === null ? '' : momentWords(start),
    outcome: reading.outcome(row),
    isOpen: isOpenEnded(reading, row),
    remark: remark(reading, row),
    row,
  };
}

function statusOf(reading: AcceptedReading, set: BackupSet): SetStatus {
  const done = latest(set, (row) => isCompleted(reading, row));
  return {
    name: shortName(set.name),
    lastCompleted: done === undefined ? null : runView(reading, done),
    latest: runView(reading, set.rows.at(-1) ?? 0),
  };
}

/** Sets without a completed backup first, then those whose latest run is not one, then by name. */
const rank = ({ lastCompleted, latest: run }: SetStatus): number => {
  if (lastCompleted === null) return 0;
  return lastCompleted.row === run.row ? 2 : 1;
};

/**
 * For each set of the log, its last completed backup and its latest run. Of backups only: a restore
 * or a synchronisation that went well saves nothing.
 */
export function presentSets(reading: AcceptedReading): SetStatuses {
  const all = backupSets(reading)
    .map((set) => statusOf(reading, set))
    .toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en', { numeric: true }));
  const rest = all.length - setsMax;
  return {
    sets: all.slice(0, setsMax),
    more: rest > 0 ? `${number(rest)} more sets are in the table below.` : '',
  };
}
