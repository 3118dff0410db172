import type { Concurrency } from './concurrency.ts';
import type { Flag } from './flags.ts';
import { flag } from './new-flag.ts';
import { isHandedOn } from './plateaus.ts';
import { formatIsoDate } from './wall-time.ts';

/** Our choice, because two at a time are ordinary for less than an hour. */
const waitingSecondsMin = 3600;

/**
 * As many runs at once as ever, for long, and each time one ended the next began: so it looks where runs
 * wait for their turn. A DS-Client runs only so many at once (MaxSessions).
 */
export function waitingFlags({ peak, plateau }: Concurrency): readonly Flag[] {
  const isFlat =
    peak > 1 && plateau !== null && plateau.seconds >= waitingSecondsMin && isHandedOn(plateau);
  if (!isFlat) return [];
  const startDate = formatIsoDate(plateau.from);
  return [flag('waiting-likely', { count: peak, startDate, plateau })];
}
