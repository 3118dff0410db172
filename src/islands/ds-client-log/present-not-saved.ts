import { savedNothing } from '../../core/ds-client-log/explain-completion.ts';
import { isBackupType } from '../../core/ds-client-log/outcomes.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { namesInARow, number, type Naming } from './present-words.ts';

/** Whether the figures of a run say that nothing was saved in it. */
const isNothingSaved = (reading: AcceptedReading, row: number): boolean =>
  savedNothing({
    files: reading.number(row, 'files'),
    transmitted: reading.number(row, 'transmitted'),
  });

const setsOf = (rows: readonly number[], { name }: Naming): readonly string[] => [
  ...new Set(rows.map(name)),
];

const ofSets = (sets: readonly string[]): string => (sets.length === 1 ? 'the set' : 'each set');

/**
 * What backups that were cut short did not save: nothing and a part are told apart. Nothing is said of
 * other activities; rows are of one kind.
 */
export function notSaved(
  reading: AcceptedReading,
  rows: readonly number[],
  naming: Naming,
): string {
  const [first] = rows;
  if (first === undefined || !isBackupType(reading.fieldText(first, 'type'))) return '';
  const runs = rows.length === 1 ? 'that run' : 'those runs';
  const nothing = rows.filter((row) => isNothingSaved(reading, row));
  if (nothing.length === rows.length) return ` Nothing was saved in ${runs}.`;
  const sets = setsOf(rows, naming);
  if (nothing.length === 0) return ` Part of ${ofSets(sets)} was not saved in ${runs}.`;
  const isNothing = new Set(nothing);
  const part = rows.filter((row) => !isNothing.has(row));
  const whose = sets.length === 1 ? '' : ` (${namesInARow(setsOf(nothing, naming))})`;
  return ` Nothing was saved in ${number(nothing.length)} of those ${number(rows.length)} runs${whose}; in the other${part.length === 1 ? '' : 's'}, part of ${ofSets(setsOf(part, naming))} was not saved.`;
}
