import { batchDistribution } from './batch-times.ts';
import { collect, meanOf } from './distribution.ts';
import type { Network } from './network.ts';
import { exactBounds, timerOf } from './outcome.ts';
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

// A time is drawn by sharing out the rates once for each job, which costs about as much as some paths
// and as much again for each path. Many jobs even each other out more than many units do.
const mostShares = 10_000_000;
const sharesAnyway = 100;
const leastTimes = 25;

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
  const timeOf = timerOf(network, load);
  return { worst, best, longest: timeOf(uneven, worst), shortest: timeOf(even, best) };
}

/** Everything else: rates are drawn from a fixed seed, and times too where they have no closed form. */
export function simulatedOutcomes(network: Network, load: Load, effort: Effort): Outcomes {
  const random = randomFrom(effort.seed);
  const exact = batchDistribution(network, load);
  const timeOf = timerOf(network, load);
  const rates: (readonly [number, number])[] = [];
  const times: (readonly [number, number])[] = [];
  for (let draw = 0; draw < effort.draws; draw += 1) {
    const placed = drawPlacement(network, random);
    const rate = lineRateOf(network, placed);
    rates.push([rate, 1]);
    if (!exact) times.push([timeOf(placed, rate), 1]);
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

/** As many times as `effort` asks for, or fewer where each of them is long: rates are shared anew for every job. */
function affordableTimes({ units }: Network, { draws, seed }: Effort): Effort {
  const jobs = new Set(units.map(({ owner }) => owner)).size;
  const most = within(mostShares / (jobs * (units.length + sharesAnyway)), leastTimes, draws);
  return { draws: most, seed };
}

/**
 * The same rates with times that are drawn, for jobs whose connections chance can part: no closed form
 * tells when the last of them ends.
 */
export function withDrawnTimes(
  rates: Outcomes,
  network: Network,
  load: Load,
  effort: Effort,
): Outcomes {
  const { draws, seed } = affordableTimes(network, effort);
  const random = randomFrom(seed);
  const timeOf = timerOf(network, load);
  const batch = collect(
    Array.from({ length: draws }, () => [timeOf(drawPlacement(network, random), NaN), 1]),
  );
  const most = placedBounds(network, load);
  const drawn = exactBounds(rates.line, batch);
  return {
    ...rates,
    batch,
    shortest: Math.min(most.shortest, drawn.shortest),
    longest: Math.max(most.longest, drawn.longest),
    method: {
      kind: 'drawn-times',
      draws,
      seed,
      rates: rates.method.kind === 'simulation' ? rates.method.draws : 'exact',
    },
  };
}
