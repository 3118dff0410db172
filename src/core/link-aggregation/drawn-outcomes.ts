import { batchDistribution } from './batch-times.ts';
import { collect, meanOf } from './distribution.ts';
import type { Network } from './network.ts';
import { exactBounds, timeOf } from './outcome.ts';
import type { Bounds, Load, Outcomes } from './outcome.ts';
import { bestPlacement, drawPlacement, lineRateOf, worstPlacement } from './placements.ts';
import { randomFrom, standardSeed } from './random.ts';

/** How much work a simulation may do. */
export interface Effort {
  readonly draws: number;
  readonly seed: number;
}

/**
 * What every answer is computed with. It is part of what a link of version 1 promises: with another
 * number or seed, the rates that are drawn would change under links that people have kept.
 */
export const standardEffort: Effort = { draws: 20_000, seed: standardSeed };

// Many units even each other out, so fewer draws give the same accuracy; a reader waits for the rest.
// Both are part of version 1, like the effort.
const mostUnitDraws = 2_000_000;
const leastDraws = 500;

const within = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.floor(value)));

/** As many draws as `effort` asks for, or fewer where each of them is long. */
export function affordable(network: Network, effort: Effort): Effort {
  const units = network.units.length;
  return { ...effort, draws: within(mostUnitDraws / units, leastDraws, effort.draws) };
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

/** Everything else: rates are drawn from a fixed seed, and times too where they have no closed form. */
export function simulatedOutcomes(network: Network, load: Load, effort: Effort): Outcomes {
  const random = randomFrom(effort.seed);
  const exact = batchDistribution(network, load);
  const rates: (readonly [number, number])[] = [];
  const times: (readonly [number, number])[] = [];
  for (let draw = 0; draw < effort.draws; draw += 1) {
    const placed = drawPlacement(network, random);
    const rate = lineRateOf(network, placed);
    rates.push([rate, 1]);
    if (!exact) times.push([timeOf(network, load, placed, rate), 1]);
  }
  const line = collect(rates);
  const batch = exact ?? collect(times);
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
