import type { Progress } from './protocol.ts';

/** Where each stage begins on the way from 0 to 1; measured on a log of a million lines. */
const begins = { starting: 0, 'taking-in': 0, reading: 0.05, judging: 0.8 } as const;
const ends = { starting: 0, 'taking-in': 0.05, reading: 0.8, judging: 1 } as const;

/** Steps nearer to each other than this are one to the eye. */
const stepMilliseconds = 100;

export interface ProgressTeller {
  tell(stage: Progress['stage'], done: number, total: number): void;
}

/** The share of all work that is done, at `share` of a stage. */
export const shareAt = (stage: Progress['stage'], share: number): number =>
  begins[stage] + (ends[stage] - begins[stage]) * Math.min(1, Math.max(0, share));

/** Tells each stage as it begins, and then no more often than an eye can follow. */
export function progressTeller(
  say: (progress: Progress) => void,
  now: () => number = () => performance.now(),
): ProgressTeller {
  let last: Progress['stage'] | null = null;
  let saidAt = 0;
  return {
    tell(stage, done, total) {
      const at = now();
      if (stage === last && at - saidAt < stepMilliseconds) return;
      last = stage;
      saidAt = at;
      say({ stage, share: shareAt(stage, total === 0 ? 1 : done / total), done, total });
    },
  };
}
