import { backupSets, type BackupSet } from '../../core/ds-client-log/history.ts';
import { nightlySeries } from '../../core/ds-client-log/nightly-series.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { measureWords, sparkOf } from '../../figures/ds-client-log/set-chart-layout.ts';
import { momentWords, number } from './present-words.ts';
import { isCompleted, isOpenEnded } from './present-runs.ts';
import { inOrder } from './set-order.ts';
import type { SetRunView, SetStatus, SetStatuses } from './set-view.ts';

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

/** The usual duration of a set with its course: what the chart of the set shows at large. */
function usualOf(reading: AcceptedReading, set: BackupSet): SetStatus['usual'] {
  const { nights, usual } = nightlySeries(reading, set, 'duration');
  if (usual === null) return null;
  // A card on a phone breaks its lines anywhere: not between a number and its unit.
  const text = measureWords('duration', usual).replaceAll(' ', '\u00A0');
  return { text, spark: sparkOf(nights) };
}

/**
 * For each set of the log, its last completed backup and its latest run. Of backups only: a restore
 * or a synchronisation that went well saves nothing.
 */
export function presentSets(
  reading: AcceptedReading,
  sets: readonly BackupSet[] = backupSets(reading),
): SetStatuses {
  const all = inOrder(reading, sets);
  const rest = all.length - setsMax;
  return {
    sets: all.slice(0, setsMax).map((set) => ({
      name: set.name,
      lastCompleted: set.lastCompleted === null ? null : runView(reading, set.lastCompleted),
      latest: runView(reading, set.latest),
      usual: usualOf(reading, set.set),
    })),
    more: rest > 0 ? `${number(rest)} more sets are in the table below.` : '',
  };
}
