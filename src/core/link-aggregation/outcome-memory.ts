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

// What a reader goes back and forth between, and the changes that are weighed for each.
const mostRemembered = 200;
// Values of all outcomes together, some 40 MB of them: a simulation may bring 20,000 rates and as many times.
const mostValues = 1_000_000;

/** All that the outcomes of a network depend on, the volume aside: which flows a unit is made of does not matter. */
export function outcomeName(network: Network, { pooled }: Load, effort: Effort): string {
  const { units, spreads, common, equal } = network;
  const loads = units.map(({ cap, weight, owner }) => [cap, weight, owner]);
  return JSON.stringify([loads, spreads, common, equal, pooled, effort]);
}

const valuesIn = ({ line, batch }: Outcomes): number => line.length + batch.length;

/** Keeps `outcomes` under `name` and forgets the oldest where there are many, or many values in them. */
export function remember(memory: OutcomeMemory, name: string, outcomes: Outcomes): void {
  memory.set(name, outcomes);
  let values = 0;
  for (const kept of memory.values()) values += valuesIn(kept);
  for (const [oldest, old] of memory) {
    if (memory.size <= mostRemembered && values <= mostValues) return;
    if (oldest === name) return;
    memory.delete(oldest);
    values -= valuesIn(old);
  }
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
