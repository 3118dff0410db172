import type { BackupSet } from '../../core/ds-client-log/history.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import {
  incompletePlace,
  isCompletedPlace,
  outcomePlaces,
} from '../../core/ds-client-log/run-columns.ts';
import { latest } from './present-runs.ts';
import { shortName } from './present-words.ts';

/** A set with what decides its place among the others. */
export interface OrderedSet {
  readonly set: BackupSet;
  /** As it is shown. */
  readonly name: string;
  /** Row of its last completed backup; null without one. */
  readonly lastCompleted: number | null;
  readonly latest: number;
  /** From 0, what has to be seen first. */
  readonly rank: number;
}

/** `places` are the outcomes of all rows: of a long log each is asked for. */
function ordered(places: Uint8Array, set: BackupSet): OrderedSet {
  const lastCompleted = latest(set, (row) => isCompletedPlace[places[row] ?? 0] === true) ?? null;
  const last = set.rows.at(-1) ?? 0;
  const rank = (): number => {
    if (lastCompleted === null) return 0;
    if (lastCompleted !== last) return 1;
    if (set.gaps.length > 0) return 2;
    return set.rows.some((row) => places[row] === incompletePlace) ? 3 : 4;
  };
  return { set, name: shortName(set.name), lastCompleted, latest: last, rank: rank() };
}

/**
 * Sets in the order in which they are looked at: those without a completed backup first, then those whose
 * latest run is not one, those with a day without a run that was due, those with a run that was cut
 * short, and by name. The list of sets and the grid of days have it in common, and where there is no room
 * for all, the quiet ones are left out.
 */
export function inOrder(
  reading: AcceptedReading,
  sets: readonly BackupSet[],
): readonly OrderedSet[] {
  const places = outcomePlaces(reading);
  const { compare } = new Intl.Collator('en', { numeric: true });
  return sets
    .map((set) => ordered(places, set))
    .toSorted((a, b) => a.rank - b.rank || compare(a.name, b.name));
}
