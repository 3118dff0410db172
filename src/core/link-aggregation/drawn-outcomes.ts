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

export const standardEffort: Effort = { draws: 20_000, seed: standardSeed };

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
