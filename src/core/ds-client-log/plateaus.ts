/** A time in which as many runs were going as ever in the log, each taking the place of one that ended. */
export interface Plateau {
  readonly from: number;
  readonly to: number;
  /** How often a run began right after another had ended, so that the number stayed the same. */
  readonly handovers: number;
}

/** Our choice, because a DS-Client needs some seconds from one run to the next. */
const handoverSeconds = 60;

/**
 * Watches how long the number of runs stays at its highest. It is told when that number is exceeded,
 * left and reached again, in the order of time.
 */
export function plateaus() {
  let [from, leftAt, handovers] = [0, -Infinity, 0];
  let best: Plateau | null = null;
  return {
    /** More are going than ever before: what was seen so far was not the top. */
    restart(at: number): void {
      best = null;
      [from, handovers] = [at, 0];
    },
    leave(at: number): void {
      leftAt = at;
      if (best === null || at - from > best.to - best.from) best = { from, to: at, handovers };
    },
    reach(at: number): void {
      if (at - leftAt <= handoverSeconds) handovers += 1;
      else [from, handovers] = [at, 0];
    },
    longest: (): Plateau | null => best,
  };
}
