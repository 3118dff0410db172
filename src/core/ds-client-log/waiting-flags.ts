import type { Concurrency } from './concurrency.ts';
import type { Flag } from './flags.ts';
import { flag } from './new-flag.ts';
import { formatIsoDate } from './wall-time.ts';

/** Our choice, because two at a time are ordinary for an hour, and so is one after the other by chance. */
const waitingSecondsMin = 3600;
const handoversMin = 3;

/**
 * As many runs at once as ever, for long, and each time one ended the next began: so it looks where runs
 * wait for their turn. A DS-Client runs only so many at once (MaxSessions).
 */
export function waitingFlags({ peak, plateau }: Concurrency): readonly Flag[] {
  const isFlat =
    peak > 1 &&
    plateau !== null &&
    plateau.to - plateau.from >= waitingSecondsMin &&
    plateau.handovers >= handoversMin;
  if (!isFlat) return [];
  const startDate = formatIsoDate(plateau.from);
  return [flag('waiting-likely', { count: peak, startDate, plateau })];
}
