import type { Progress } from './protocol.ts';

/** Where each stage begins and ends on the way from 0 to 1; measured on logs of a million lines. */
export type Way = Readonly<Partial<Record<Progress['stage'], readonly [number, number]>>>;
export const openingWay: Way = { 'taking-in': [0, 0.05], reading: [0.05, 0.8], judging: [0.8, 1] };
/** A second log is linked with the first, line by line, which takes longer than to read it. */
export const besideWay: Way = { 'taking-in': [0, 0.05], reading: [0.05, 0.3], linking: [0.3, 1] };

/** Steps nearer to each other than this are one to the eye. */
const stepMilliseconds = 100;

export interface ProgressTeller {
  tell(stage: Progress['stage'], done: number, total: number): void;
}

function shareAt(way: Way, stage: Progress['stage'], share: number): number {
  const [begin, end] = way[stage] ?? [0, 0];
  return begin + (end - begin) * Math.min(1, Math.max(0, share));
}

/** Tells each stage as it begins, and then no more often than an eye can follow. */
export function progressTeller(
  way: Way,
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
      say({ stage, share: shareAt(way, stage, total === 0 ? 1 : done / total), done, total });
    },
  };
}
