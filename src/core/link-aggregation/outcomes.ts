import type { Method } from './analysis.ts';
import {
  collect,
  expectedThrough,
  fullestDistribution,
  mapValues,
  meanOf,
  throughDistribution,
} from './distribution.ts';
import type { Distribution } from './distribution.ts';
import { enumerate, mostTable, occupancyTables } from './enumerate.ts';
import type { Network, Spread } from './network.ts';
import { bestPlacement, drawPlacement, lastEnd, lineRateOf, worstPlacement } from './placements.ts';
import type { PlacedUnits } from './placements.ts';
import { randomFrom, standardSeed } from './random.ts';
import { drainTimes, maxMinShares } from './shares.ts';

/** How much work a simulation may do. */
export interface Effort {
  readonly draws: number;
  readonly seed: number;
}

export const standardEffort: Effort = { draws: 20_000, seed: standardSeed };

/** What may come of a network. Rates in bit/s of line rate, times in seconds. */
export interface Outcomes {
  readonly line: Distribution;
  /** The mean line rate, from a closed form even where the distribution is simulated. */
  readonly mean: number;
  readonly worst: number;
  readonly best: number;
  /** Until the last job ends, if all start together. */
  readonly batch: Distribution;
  readonly shortest: number;
  readonly longest: number;
  readonly method: Method;
}

/** The bits that each unit has to move on the wire; `pooled` if one job uses all of them. */
export interface Load {
  readonly bits: number;
  readonly pooled: boolean;
}

// Above this many placements an enumeration costs more than 20,000 draws.
const mostPlacements = 4000;
// A drain shares out anew whenever a job ends, so it is drawn less often than a rate.
const mostDrains = 500;
// Many units even each other out, so fewer draws give the same accuracy; a reader waits for the rest.
const mostUnitDraws = 2_000_000;
const mostUnitDrains = 40_000;
const leastDraws = 500;
const leastDrains = 50;

const within = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.floor(value)));

/** As many draws as `effort` asks for, or fewer where each of them is long. */
function affordable(network: Network, effort: Effort): Effort {
  const units = network.units.length;
  return { ...effort, draws: within(mostUnitDraws / units, leastDraws, effort.draws) };
}

/** Volumes of the units: equal for each owner, and within an owner by connections. */
function volumesOf(network: Network, load: Load): readonly number[] {
  const connections = new Map<number, number>();
  for (const { owner, weight } of network.units) {
    connections.set(owner, (connections.get(owner) ?? 0) + weight);
  }
  const each = load.bits / connections.size;
  return network.units.map(({ owner, weight }) => (each * weight) / (connections.get(owner) ?? 1));
}

const timeOf = (network: Network, load: Load, placed: PlacedUnits, line: number): number =>
  load.pooled || network.equal
    ? load.bits / line
    : lastEnd(network, placed, volumesOf(network, load));

const certain = (value: number): Distribution => [{ value, probability: 1 }];

interface Bounds {
  readonly worst: number;
  readonly best: number;
  readonly shortest: number;
  readonly longest: number;
}

/** What the most uneven and the most even placement give. */
function placedBounds(network: Network, load: Load): Bounds {
  const uneven = worstPlacement(network);
  const even = bestPlacement(network);
  const worst = lineRateOf(network, uneven);
  const best = lineRateOf(network, even);
  const longest = timeOf(network, load, uneven, worst);
  return { worst, best, longest, shortest: timeOf(network, load, even, best) };
}

/** The bounds that the distribution itself has, where it is exact. */
const exactBounds = (line: Distribution, batch: Distribution): Bounds => ({
  worst: line[0]?.value ?? 0,
  best: line.at(-1)?.value ?? 0,
  shortest: batch[0]?.value ?? 0,
  longest: batch.at(-1)?.value ?? 0,
});

/** Nothing is left to chance. */
function fixedOutcomes(network: Network, load: Load): Outcomes {
  const placed = worstPlacement(network);
  const line = lineRateOf(network, placed);
  const time = timeOf(network, load, placed, line);
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

interface OneHop {
  readonly spread: Spread & { readonly kind: 'hashed' };
  readonly capacity: number;
  /** Units by cap. */
  readonly groups: readonly { readonly count: number; readonly cap: number }[];
}

/** The network as one hashed hop with a key for each unit and equal members, or undefined. */
function oneHop(network: Network): OneHop | undefined {
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
function closedOutcomes(network: Network, hop: OneHop, load: Load): Outcomes | undefined {
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

function enumeratedOutcomes(network: Network, load: Load): Outcomes | undefined {
  const placements = enumerate(network, mostPlacements);
  if (!placements) return undefined;
  const rates: (readonly [number, number])[] = [];
  const times: (readonly [number, number])[] = [];
  for (const { placement, probability } of placements) {
    const rate = lineRateOf(network, placement);
    rates.push([rate, probability]);
    times.push([timeOf(network, load, placement, rate), probability]);
  }
  return exactOutcomes(rates, times, placements.length);
}

/** Two uniform hashes in a row and few flows that are alike: every table of who lies where. */
function tableOutcomes(network: Network, load: Load): Outcomes | undefined {
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
      : Math.max(
          ...drainTimes(
            sharing,
            used.map(({ count }) => (count * load.bits) / flows),
          ),
        );
    times.push([time, probability]);
  }
  return exactOutcomes(rates, times, tables.length);
}

/** Everything else: draws from a fixed seed. */
export function simulatedOutcomes(network: Network, load: Load, effort: Effort): Outcomes {
  const random = randomFrom(effort.seed);
  const drains = within(mostUnitDrains / network.units.length, leastDrains, mostDrains);
  const rates: (readonly [number, number])[] = [];
  const times: (readonly [number, number])[] = [];
  for (let draw = 0; draw < effort.draws; draw += 1) {
    const placed = drawPlacement(network, random);
    const rate = lineRateOf(network, placed);
    rates.push([rate, 1]);
    if (load.pooled || draw < drains) times.push([timeOf(network, load, placed, rate), 1]);
  }
  const line = collect(rates);
  const batch = collect(times);
  const most = placedBounds(network, load);
  const drawn = exactBounds(line, batch);
  return {
    line,
    mean: meanOf(line),
    worst: Math.min(most.worst, drawn.worst),
    best: Math.max(most.best, drawn.best),
    batch,
    shortest: Math.min(most.shortest, drawn.shortest),
    longest: Math.max(most.longest, drawn.longest),
    method: { kind: 'simulation', ...effort },
  };
}

/** The mean of one hashed hop with unlike flows, exact although the distribution is drawn. */
function exactMean(network: Network, hop: OneHop): number | undefined {
  const offered = hop.groups.reduce((sum, { count, cap }) => sum + count * cap, 0);
  const capacity = hop.capacity * hop.spread.weights.length;
  // A limit that all share bends each outcome, so the mean of the outcomes is no longer linear.
  if (network.common < Math.min(offered, capacity)) return undefined;
  return expectedThrough(hop.spread.weights, hop.capacity, hop.groups);
}

/**
 * What may come of a network, by the most exact way that is feasible: arithmetic where nothing is left
 * to chance, closed forms for one hashed hop, enumeration of few placements, draws otherwise.
 */
export function outcomesOf(
  network: Network,
  load: Load,
  effort: Effort = standardEffort,
): Outcomes {
  if (network.spreads.every(({ kind }) => kind === 'fixed')) return fixedOutcomes(network, load);
  const hop = oneHop(network);
  const found =
    (hop && closedOutcomes(network, hop, load)) ??
    enumeratedOutcomes(network, load) ??
    tableOutcomes(network, load);
  if (found) return found;
  const drawn = simulatedOutcomes(network, load, affordable(network, effort));
  const mean = hop && exactMean(network, hop);
  return mean === undefined ? drawn : { ...drawn, mean };
}
