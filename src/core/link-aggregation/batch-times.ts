import { collect, mapValues } from './distribution.ts';
import type { Distribution } from './distribution.ts';
import { fullestDistribution } from './fullest.ts';
import type { Network, Spread } from './network.ts';
import { hasPartedJobs } from './outcome.ts';
import type { Load } from './outcome.ts';

/**
 * When the last job ends, in seconds, exactly, however many hashes lie in a row; undefined where one job
 * uses every connection, or where a link of a group differs from the others.
 *
 * If all jobs are alike the last one ends when the link that holds most for its speed is done
 * (`lastEnd` in `drain.ts`). So no job is late exactly where no hop has a link that holds too much, and
 * as hops hash independently the chances of that multiply.
 */
export function batchDistribution(network: Network, load: Load): Distribution | undefined {
  const volumes = alikeVolumes(network, load);
  if (!volumes) return undefined;
  let batch: Distribution = [{ value: leastTime(network, load, volumes), probability: 1 }];
  for (const spread of network.spreads) {
    const times = hopTimes(spread, volumes);
    if (!times) return undefined;
    batch = latest(batch, times);
  }
  return batch;
}

/** The bits of each unit, or undefined where owners or the connections of one are not alike. */
function alikeVolumes(network: Network, load: Load): readonly number[] | undefined {
  if (load.pooled || network.equal || hasPartedJobs(network, load)) return undefined;
  const connections = new Map<number, number>();
  for (const { owner, weight } of network.units)
    connections.set(owner, (connections.get(owner) ?? 0) + weight);
  if (new Set(connections.values()).size > 1) return undefined;
  const all = network.units.reduce((total, { weight }) => total + weight, 0);
  return network.units.map(({ weight }) => (load.bits * weight) / all);
}

/** What cards, and what all share, need whatever the hashes do. */
const leastTime = (network: Network, load: Load, volumes: readonly number[]): number =>
  Math.max(
    load.bits / network.common,
    ...network.units.map(({ cap }, unit) => (volumes[unit] ?? 0) / cap),
  );

/** Bits by the index that each unit has in `placeOf`: a link or a key. */
function summed(placeOf: readonly number[], count: number, volumes: readonly number[]) {
  const sums = new Float64Array(count);
  placeOf.forEach((place, unit) => {
    sums[place] = (sums[place] ?? 0) + (volumes[unit] ?? 0);
  });
  return sums;
}

/** How long the link of one hop that holds most needs. */
function hopTimes(spread: Spread, volumes: readonly number[]): Distribution | undefined {
  const { capacities } = spread;
  if (spread.kind === 'fixed') {
    const held = summed(spread.memberOf, capacities.length, volumes);
    const value = Math.max(...held.map((bits, link) => bits / (capacities[link] ?? Infinity)));
    return [{ value, probability: 1 }];
  }
  const [capacity = Infinity] = capacities;
  const ofKeys = summed(spread.keyOf, spread.keys, volumes);
  const [each = 0] = ofKeys;
  const alike = ofKeys.every((bits) => Math.abs(bits - each) <= 1e-9 * each);
  if (!alike || new Set(capacities).size > 1) return undefined;
  return mapValues(
    fullestDistribution(spread.weights, spread.keys),
    (keys) => (keys * each) / capacity,
  );
}

/** The later of two independent times. */
function latest(one: Distribution, other: Distribution): Distribution {
  const upTo = (chances: Distribution, time: number): number =>
    chances.reduce((sum, { value, probability }) => (value <= time ? sum + probability : sum), 0);
  const times = [...one, ...other].map(({ value }) => value).toSorted((a, b) => a - b);
  let before = 0;
  return collect(
    times.map((time) => {
      const now = upTo(one, time) * upTo(other, time);
      const chance = now - before;
      before = now;
      return [time, chance] as const;
    }),
  );
}
