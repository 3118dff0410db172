import type { Network, Spread } from './network.ts';
import { equalShares, maxMinShares } from './shares.ts';
import type { Sharing } from './shares.ts';

/** The member of each unit on each spread: `members[spread][unit]`. */
export type PlacedUnits = readonly (readonly number[])[];

/** The network with its units placed, ready to be shared out. The last link is what all share. */
export function sharingOf(network: Network, placed: PlacedUnits): Sharing {
  const capacities: number[] = [];
  const own = new Set<number>();
  const offsets = network.spreads.map(({ kind, hop, capacities: links }) => {
    const offset = capacities.length;
    capacities.push(...links);
    if (kind === 'fixed' && hop === network.hops.length)
      links.forEach((_, link) => own.add(offset + link));
    return offset;
  });
  const all = network.common === Infinity ? [] : [capacities.push(network.common) - 1];
  const paths = network.units.map((_, unit) => [
    ...placed.map((members, spread) => (offsets[spread] ?? 0) + (members[unit] ?? 0)),
    ...all,
  ]);
  return {
    capacities,
    paths,
    caps: network.units.map(({ cap }) => cap),
    weights: network.units.map(({ weight }) => weight),
    own,
  };
}

const total = (rates: Float64Array): number => rates.reduce((sum, rate) => sum + rate, 0);

/** The rate of each unit when they are placed so. */
export const ratesOf = (network: Network, placed: PlacedUnits): Float64Array =>
  network.equal
    ? equalShares(sharingOf(network, placed))
    : maxMinShares(sharingOf(network, placed));

/** Line rate of everything together when the units are placed so, in bit/s. */
export function lineRateOf(network: Network, placed: PlacedUnits): number {
  const [spread] = network.spreads;
  if (network.equal || !spread || network.spreads.length > 1)
    return total(ratesOf(network, placed));
  // One parting hop: what its members let through can be summed without sharing anything out.
  const offered = new Float64Array(spread.capacities.length);
  network.units.forEach(({ cap }, unit) => {
    const member = placed[0]?.[unit] ?? 0;
    offered[member] = (offered[member] ?? 0) + cap;
  });
  let line = 0;
  for (let member = 0; member < offered.length; member += 1) {
    line += Math.min(offered[member] ?? 0, spread.capacities[member] ?? 0);
  }
  return Math.min(line, network.common);
}

/** The members of a spread's units when key k lies on member `memberOfKey[k]`. */
export const placeKeys = (spread: Spread, memberOfKey: readonly number[]): readonly number[] =>
  spread.kind === 'fixed' ? spread.memberOf : spread.keyOf.map((key) => memberOfKey[key] ?? 0);

/** A draw: every key lands on a member by the weights. */
export function drawPlacement(network: Network, random: () => number): PlacedUnits {
  return network.spreads.map((spread) => {
    if (spread.kind === 'fixed') return spread.memberOf;
    const members = Array.from({ length: spread.keys }, () => pick(spread.weights, random()));
    return placeKeys(spread, members);
  });
}

function pick(weights: readonly number[], chance: number): number {
  let rest = chance;
  for (let member = 0; member < weights.length; member += 1) {
    rest -= weights[member] ?? 0;
    if (rest < 0) return member;
  }
  return weights.findLastIndex((weight) => weight > 0);
}

/** All keys of each hop on one member, the least that chance can give. */
export const worstPlacement = (network: Network): PlacedUnits =>
  network.spreads.map((spread) => placeKeys(spread, []));

/**
 * Keys dealt out as evenly as they go, heaviest first, the same order on every hop: the most that
 * chance can give. Even dealing is best because a member's throughput is concave in its load.
 */
export function bestPlacement(network: Network): PlacedUnits {
  return network.spreads.map((spread) => {
    if (spread.kind === 'fixed') return spread.memberOf;
    const loads = Array.from({ length: spread.keys }, () => 0);
    spread.keyOf.forEach((key, unit) => {
      loads[key] = (loads[key] ?? 0) + Math.min(network.units[unit]?.cap ?? 0, 1e15);
    });
    const order = loads
      .map((_, key) => key)
      .toSorted((a, b) => (loads[b] ?? 0) - (loads[a] ?? 0) || a - b);
    const open = spread.weights.flatMap((weight, member) => (weight > 0 ? [member] : []));
    const held = open.map(() => ({ load: 0, keys: 0 }));
    const memberOfKey: number[] = [];
    for (const key of order) {
      let least = 0;
      held.forEach((one, index) => {
        const other = held[least];
        if (other && (one.load < other.load || (one.load === other.load && one.keys < other.keys)))
          least = index;
      });
      const target = held[least];
      if (target) {
        target.load += loads[key] ?? 0;
        target.keys += 1;
      }
      memberOfKey[key] = open[least] ?? 0;
    }
    return placeKeys(spread, memberOfKey);
  });
}
