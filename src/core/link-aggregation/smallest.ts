/** The smallest change of one kind, over as many hops as it takes. */
import { bitsPerSecond, gigabits } from '../units.ts';
import type { Change } from './changes.ts';
import type { Changes } from './candidates.ts';
import { limits } from './scenario.ts';
import type { Hop, Scenario } from './scenario.ts';

/** What one hop can be made of, in ascending steps; `now` and `reach` are compared between hops. */
interface HopSteps {
  readonly now: number;
  readonly steps: readonly { readonly reach: number; readonly change: Change }[];
}

/** Speeds of Ethernet, in Gbit/s (IEEE 802.3bz, ae, by, ba, cd). */
const sold = [2.5, 5, 10, 25, 40, 50, 100].map(gigabits);

/** More members of every hop; hops are compared by what their members carry together. */
export const memberSteps = ({ hops }: Scenario): readonly HopSteps[] =>
  hops.map(({ members }, hop) => {
    const now = members.reduce((total, { speed }) => total + speed, 0);
    const steps = Array.from({ length: limits.members.to - members.length }, (_, step) => {
      const reach = now + (step + 1) * members[0].speed;
      return {
        reach,
        change: { kind: 'more-members', hop, to: members.length + step + 1 },
      } as const;
    });
    return { now, steps };
  });

/** Faster links on every hop; hops are compared by their slowest member. */
export const speedSteps = ({ hops }: Scenario): readonly HopSteps[] =>
  hops.map(({ members }: Hop, hop) => {
    const speeds = members.map(({ speed }) => speed);
    const now = Math.min(...speeds);
    const steps = sold
      .filter((speed) => speed > now && speed >= Math.max(...speeds))
      .map((reach) => ({
        reach,
        change: { kind: 'faster-links', hop, to: bitsPerSecond(reach) } as const,
      }));
    return { now, steps };
  });

/** How many steps each hop takes. */
type Choice = readonly number[];

/** The smallest number of `from` to `to` for which `holds`, if it holds for all after that and for `to`. */
function lowest(from: number, to: number, holds: (value: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return high;
}

const changesOf = (hops: readonly HopSteps[], choice: Choice): Changes =>
  hops.flatMap(({ steps }, hop) => steps[(choice[hop] ?? 0) - 1]?.change ?? []);

/** Every hop that reaches less than `level` is widened until it does, or as far as it goes. */
const choiceAt = (hops: readonly HopSteps[], level: number): Choice =>
  hops.map(({ now, steps }) => {
    if (now >= level) return 0;
    const first = steps.findIndex(({ reach }) => reach >= level);
    return first < 0 ? steps.length : first + 1;
  });

/**
 * The fewest steps after which the job fits `window`, or which come to the time that all steps together
 * come to where nothing fits. `timeOf` is the planned time after some changes, undefined where it cannot
 * be computed.
 *
 * The limit is followed from hop to hop: all hops are raised to one level, the lowest that does, and
 * then each is put back as far as it may be, the widest first. So it costs about five times for each
 * hop, and the number of members is the smallest that does.
 */
export function smallestSteps(
  hops: readonly HopSteps[],
  timeOf: (changes: Changes) => number | undefined,
  window: number,
): Changes | undefined {
  const levels = [...new Set(hops.flatMap(({ steps }) => steps.map(({ reach }) => reach)))];
  levels.sort((a, b) => a - b);
  const top = levels.at(-1);
  const nearest = top && timeOf(changesOf(hops, choiceAt(hops, top)));
  if (nearest === undefined) return undefined;
  const most = Math.max(window, nearest * 1.001);
  const does = (choice: Choice): boolean => (timeOf(changesOf(hops, choice)) ?? Infinity) <= most;
  const raised = (level: number): Choice => choiceAt(hops, levels[level] ?? 0);
  let choice = raised(lowest(0, levels.length - 1, (level) => does(raised(level))));
  const widestFirst = hops.map((_, hop) => hop).toSorted((a, b) => nowOf(hops, b) - nowOf(hops, a));
  for (const hop of widestFirst) {
    const all = choice;
    const fewer = (steps: number): Choice => all.with(hop, steps);
    choice = fewer(lowest(0, all[hop] ?? 0, (steps) => does(fewer(steps))));
  }
  return changesOf(hops, choice);
}

const nowOf = (hops: readonly HopSteps[], hop: number): number => hops[hop]?.now ?? 0;
