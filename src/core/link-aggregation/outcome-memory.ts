import { mapValues } from './distribution.ts';
import type { Effort } from './drawn-outcomes.ts';
import type { Network } from './network.ts';
import type { Load, Outcomes } from './outcome.ts';

/**
 * Outcomes that took a count of placements or draws, by what they follow from, so that another volume
 * or window does not count them again. It belongs to the caller; the core keeps nothing.
 */
export type OutcomeMemory = Map<string, Outcomes>;

/** The bits that outcomes are counted for: 1.25 TB. Times are in proportion to the volume. */
export const countedVolume = 1e13;

// More than a reader goes back and forth between.
const mostRemembered = 50;

/** All that the outcomes of a network depend on, the volume aside: which flows a unit is made of does not matter. */
export function outcomeName(network: Network, { pooled }: Load, effort: Effort): string {
  const { units, spreads, common, equal } = network;
  const loads = units.map(({ cap, weight, owner }) => [cap, weight, owner]);
  return JSON.stringify([loads, spreads, common, equal, pooled, effort]);
}

/** Keeps `outcomes` under `name` and forgets the oldest where there are many. */
export function remember(memory: OutcomeMemory, name: string, outcomes: Outcomes): void {
  memory.set(name, outcomes);
  if (memory.size <= mostRemembered) return;
  const [oldest] = memory.keys();
  if (oldest !== undefined) memory.delete(oldest);
}

/** Outcomes of `countedVolume` as those of `bits`: rates are the same, times in proportion. */
export function withVolume(outcomes: Outcomes, bits: number): Outcomes {
  const scale = bits / countedVolume;
  return {
    ...outcomes,
    batch: mapValues(outcomes.batch, (time) => time * scale),
    shortest: outcomes.shortest * scale,
    longest: outcomes.longest * scale,
  };
}
