import type { ClockChange } from './clock-changes.ts';
import { formatTimeOfDay } from './wall-time.ts';

const clock = (wall: number): string => formatTimeOfDay(wall).slice(0, 5);

/** "put back from 03:00 to 02:00" */
export const movedWords = ({ at, seconds }: Pick<ClockChange, 'at' | 'seconds'>): string =>
  `put ${seconds < 0 ? 'back' : 'forward'} from ${clock(at)} to ${clock(at + seconds)}`;

/** Why the hour of a change may be another one; empty where the runs leave no other. */
export const openHourWords = ({ at, isSure }: Pick<ClockChange, 'at' | 'isSure'>): string =>
  isSure ? '' : `The log leaves open at which hour: ${clock(at)} is a usual one.`;

/** "between 02:00 and 03:00", the hour that the clock passed over. */
export const passedOverWords = ({ at, seconds }: Pick<ClockChange, 'at' | 'seconds'>): string =>
  `between ${clock(at)} and ${clock(at + seconds)}`;
