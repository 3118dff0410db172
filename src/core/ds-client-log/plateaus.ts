/** A time in which as many runs were going as ever in the log, each taking the place of one that ended. */
export interface Plateau {
  readonly from: number;
  readonly to: number;
  /** How long it was: not the times' difference in a night in which the clock was moved. */
  readonly seconds: number;
  /** How often a run began right after another had ended, so that the number stayed the same. */
  readonly handovers: number;
}

/** Our choice, because a DS-Client needs some seconds from one run to the next. */
const handoverSeconds = 60;
/** Our choice, because one run after the other by chance is ordinary. */
const handoversMin = 3;

/** Whether each run took the place of one that ended, as where runs wait for their turn. */
export const isHandedOn = ({ handovers }: Plateau): boolean => handovers >= handoversMin;

/** A time in which runs were handed on tells more than a longer one in which none was. */
const outranks = (one: Plateau, other: Plateau): boolean =>
  isHandedOn(one) === isHandedOn(other) ? one.seconds > other.seconds : isHandedOn(one);

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
      const left = { from, to: at, seconds: at - from, handovers };
      if (best === null || outranks(left, best)) best = left;
    },
    reach(at: number): void {
      if (at - leftAt <= handoverSeconds) handovers += 1;
      else [from, handovers] = [at, 0];
    },
    /** The longest, of those handed on where there is one. */
    longest: (): Plateau | null => best,
  };
}
