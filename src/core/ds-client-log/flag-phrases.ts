import { groupThousands } from '../units.ts';
import type { Actor } from './catalogue.ts';
import { durationWords } from './explain-times.ts';
import type { Flag, FlagKind } from './flags.ts';
import { formatDay, wallTime } from './wall-time.ts';

/** A flag in words: what is seen, what to do, why it may be wrong, and who looks. */
export interface FlagWords {
  readonly says: string;
  readonly todo: string;
  /** Why this may be nothing. Never empty for a flag that judges. */
  readonly caveat: string;
  readonly who: Actor;
}

/** What the words of a flag are made of. */
interface Told {
  readonly flag: Flag;
  /** The set, or "This log". */
  readonly set: string;
  /** " on Mon 2 Mar 2026", or nothing. */
  readonly on: string;
}

/** Flags of some kinds, each in words. */
export type WordsOf<Kind extends FlagKind> = Readonly<Record<Kind, (told: Told) => FlagWords>>;

/** A count as it is written. */
export const times = (n: number): string => groupThousands(String(n));

/** "1 run", "12 runs" */
export const runs = (count: number): string => `${times(count)} ${count === 1 ? 'run' : 'runs'}`;

/** "2026-03-02" as "Mon 2 Mar 2026", the form of every date on the page: the weekday tells a weekend. */
export function dayWords(iso: string): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return formatDay(wallTime({ year, month, day }, 0));
}

/** Beyond ten minutes nobody counts seconds. */
const exactMax = 600;

/** A duration to compare with others: to the minute where it is a long one. */
export const inMinutes = (seconds: number): string =>
  durationWords(seconds < exactMax ? seconds : Math.round(seconds / 60) * 60);
