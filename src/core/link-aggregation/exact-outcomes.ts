import type { Method } from './outcome.ts';
import { collect, mapValues, meanOf } from './distribution.ts';
import type { Distribution } from './distribution.ts';
import { jobForEach, lastEnd } from './drain.ts';
import { enumerate, mostTable, occupancyTables } from './enumerate.ts';
import { fullestDistribution } from './fullest.ts';
import type { Network, Spread } from './network.ts';
import { exactBounds, timerOf } from './outcome.ts';
import type { Load, Outcomes } from './outcome.ts';
import { bestPlacement, lineRateOf, worstPlacement } from './placements.ts';
import { maxMinShares } from './shares.ts';
import { throughDistribution } from './through.ts';

// Above this many placements an enumeration costs more than 20,000 draws.
const mostPlacements = 4000;
const certain = (value: number): Distribution => [{ value, probability: 1 }];

/** Nothing is left to chance. */
export function fixedOutcomes(network: Network, load: Load): Outcomes {
  const placed = worstPlacement(network);
  const line = lineRateOf(network, placed);
  const time = timerOf(network, load)(placed, line);
  return {
    line: certain(line),
    mean: line,
    worst: line,
    best: line,
    batch: certain(time),
    shortest: time,
    longest: time,
    method: { kind: 'arithmetic' },
  };
}

export interface OneHop {
  readonly spread: Spread & { readonly kind: 'hashed' };
  readonly capacity: number;
  /** Units by cap. */
  readonly groups: readonly { readonly count: number; readonly cap: number }[];
}

/** The network as one hashed hop with a key for each unit and equal members, or undefined. */
export function oneHop(network: Network): OneHop | undefined {
  const [spread, ...others] = network.spreads;
  if (spread?.kind !== 'hashed' || others.length > 0 || network.equal) return undefined;
  if (spread.keys !== network.units.length || new Set(spread.capacities).size > 1) return undefined;
  const capacity = spread.capacities[0] ?? 0;
  const counts = new Map<number, number>();
  for (const { cap } of network.units) {
    const useful = Math.min(cap, capacity);
    counts.set(useful, (counts.get(useful) ?? 0) + 1);
  }
  return { spread, capacity, groups: [...counts].map(([cap, count]) => ({ count, cap })) };
}

/** One hashed hop and flows that are alike: everything in closed form. */
export function closedOutcomes(network: Network, hop: OneHop, load: Load): Outcomes | undefined {
  const [group, ...others] = hop.groups;
  const { spread, capacity } = hop;
  if (!group || others.length > 0) return undefined;
  const through = throughDistribution(spread.weights, capacity, group.count, group.cap);
  const line = mapValues(through, (value) => Math.min(value, network.common));
  const each = load.bits / group.count;
  // Equal jobs: the fullest member ends last, unless a card or what all share is slower still.
  const least = Math.max(each / group.cap, load.bits / network.common);
  const batch = load.pooled
    ? mapValues(line, (value) => load.bits / value)
    : mapValues(fullestDistribution(spread.weights, group.count), (flows) =>
        Math.max(least, (flows * each) / capacity),
      );
  // A chance may be too small for a number, but all flows on one link remain possible.
  const worst = lineRateOf(network, worstPlacement(network));
  const best = lineRateOf(network, bestPlacement(network));
  const even = Math.ceil(group.count / spread.weights.filter((weight) => weight > 0).length);
  const ends = load.pooled
    ? { shortest: load.bits / best, longest: load.bits / worst }
    : {
        shortest: Math.max(least, (even * each) / capacity),
        longest: Math.max(least, load.bits / capacity),
      };
  return { line, mean: meanOf(line), worst, best, ...ends, batch, method: { kind: 'closed-form' } };
}

type Weighted = readonly (readonly [number, number])[];

function exactOutcomes(rates: Weighted, times: Weighted, placements: number): Outcomes {
  const line = collect(rates);
  const batch = collect(times);
  const method: Method = { kind: 'enumeration', placements };
  return { line, mean: meanOf(line), ...exactBounds(line, batch), batch, method };
}

/**
 * Every kind of placement with its probability; undefined where there are more than `mostPlacements`.
 */
export function enumeratedOutcomes(network: Network, load: Load): Outcomes | undefined {
  const placements = enumerate(network, mostPlacements);
  if (!placements) return undefined;
  const timeOf = timerOf(network, load);
  const rates: (readonly [number, number])[] = [];
  const times: (readonly [number, number])[] = [];
  for (const { placement, probability } of placements) {
    const rate = lineRateOf(network, placement);
    rates.push([rate, probability]);
    times.push([timeOf(placement, rate), probability]);
  }
  return exactOutcomes(rates, times, placements.length);
}

/** Two uniform hashes in a row and few flows that are alike: every table of who lies where. */
export function tableOutcomes(network: Network, load: Load): Outcomes | undefined {
  const [first, second, ...others] = network.spreads;
  if (first?.kind !== 'hashed' || second?.kind !== 'hashed' || others.length > 0) return undefined;
  const flows = network.units.length;
  const [unit] = network.units;
  const hashes = [first, second];
  const alike =
    hashes.every(({ keys, weights }) => keys === flows && new Set(weights).size === 1) &&
    network.units.every(({ cap, weight }) => cap === unit?.cap && weight === unit.weight);
  if (!unit || !alike || network.equal || flows > mostTable.flows) return undefined;
  if (first.weights.length > mostTable.rows || second.weights.length > mostTable.columns)
    return undefined;
  return weighTables(network, load, first, second);
}

function weighTables(network: Network, load: Load, first: Spread, second: Spread): Outcomes {
  const rows = first.capacities.length;
  const columns = second.capacities.length;
  const cap = network.units[0]?.cap ?? Infinity;
  const flows = network.units.length;
  const shared = network.common === Infinity ? [] : [rows + columns];
  const capacities = [
    ...first.capacities,
    ...second.capacities,
    ...shared.map(() => network.common),
  ];
  const rates: (readonly [number, number])[] = [];
  const times: (readonly [number, number])[] = [];
  const tables = occupancyTables(flows, rows, columns);
  for (const { placement, probability } of tables) {
    const used = placement.flatMap((count, cell) => (count > 0 ? [{ count, cell }] : []));
    const sharing = {
      capacities,
      paths: used.map(({ cell }) => [
        Math.floor(cell / columns),
        rows + (cell % columns),
        ...shared,
      ]),
      caps: used.map(({ count }) => count * cap),
      weights: used.map(({ count }) => count),
    };
    const rate = maxMinShares(sharing).reduce((sum, each) => sum + each, 0);
    rates.push([rate, probability]);
    const time = load.pooled
      ? load.bits / rate
      : lastEnd(sharing, jobForEach(used.map(({ count }) => (count * load.bits) / flows)));
    times.push([time, probability]);
  }
  return exactOutcomes(rates, times, tables.length);
}
