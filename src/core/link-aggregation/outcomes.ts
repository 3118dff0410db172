import { affordable, simulatedOutcomes, standardEffort, withDrawnTimes } from './drawn-outcomes.ts';
import type { Effort } from './drawn-outcomes.ts';
import { countedVolume, outcomeName, remember, withVolume } from './outcome-memory.ts';
import type { OutcomeMemory } from './outcome-memory.ts';
import {
  closedOutcomes,
  enumeratedOutcomes,
  fixedOutcomes,
  oneHop,
  tableOutcomes,
} from './exact-outcomes.ts';
import type { OneHop } from './exact-outcomes.ts';
import type { Network } from './network.ts';
import { hasPartedJobs } from './outcome.ts';
import type { Load, Outcomes } from './outcome.ts';
import { expectedThrough } from './through.ts';

/** The mean of one hashed hop with unlike flows, exact although the distribution is drawn. */
function exactMean(network: Network, hop: OneHop): number | undefined {
  const offered = hop.groups.reduce((sum, { count, cap }) => sum + count * cap, 0);
  const capacity = hop.capacity * hop.spread.weights.length;
  // A limit that all share bends each outcome, so the mean of the outcomes is no longer linear.
  if (network.common < Math.min(offered, capacity)) return undefined;
  return expectedThrough(hop.spread.weights, hop.capacity, hop.groups);
}

const isFixed = (network: Network): boolean =>
  network.spreads.every(({ kind }) => kind === 'fixed');

/** What takes a count of placements or draws. */
function countedOutcomes(network: Network, load: Load, effort: Effort): Outcomes {
  const found = enumeratedOutcomes(network, load) ?? tableOutcomes(network, load);
  if (found) return found;
  const drawn = simulatedOutcomes(network, load, affordable(network, effort));
  const hop = oneHop(network);
  const mean = hop && exactMean(network, hop);
  return mean === undefined ? drawn : { ...drawn, mean };
}

/** Jobs that chance can part: their times are counted, or drawn for rates that may be exact. */
const partedOutcomes = (
  network: Network,
  load: Load,
  effort: Effort,
  memory?: OutcomeMemory,
): Outcomes =>
  enumeratedOutcomes(network, load) ??
  withDrawnTimes(
    // Rates are those of the same connections in one job.
    unscaledOutcomes(network, { ...load, pooled: true }, effort, memory),
    network,
    load,
    effort,
  );

/**
 * What may come of a network, by the most exact way that is feasible: arithmetic where nothing is left
 * to chance, closed forms for one hashed hop, enumeration of few placements, draws otherwise. For
 * `countedVolume` whatever the load is, so that figures do not depend on what has been remembered:
 * `withVolume` makes those of a load of them. What had to be counted or drawn is kept in `memory`.
 */
export function unscaledOutcomes(
  network: Network,
  { pooled }: Load,
  effort: Effort = standardEffort,
  memory?: OutcomeMemory,
): Outcomes {
  const load = { pooled, bits: countedVolume };
  if (isFixed(network)) return fixedOutcomes(network, load);
  const isParted = hasPartedJobs(network, load);
  const hop = isParted ? undefined : oneHop(network);
  const closed = hop && closedOutcomes(network, hop, load);
  if (closed) return closed;
  const name = memory && outcomeName(network, load, effort);
  const known = name && memory.get(name);
  if (known) return known;
  const counted = isParted
    ? partedOutcomes(network, load, effort, memory)
    : countedOutcomes(network, load, effort);
  if (name) remember(memory, name, counted);
  return counted;
}

/** What may come of a network under a load. */
export const outcomesOf = (
  network: Network,
  load: Load,
  effort?: Effort,
  memory?: OutcomeMemory,
): Outcomes => withVolume(unscaledOutcomes(network, load, effort, memory), load.bits);

// Closed forms for so many flows take about as long as drawing the answer does.
const mostFlowsAtOnce = 100;

/** Whether `outcomesOf` takes no longer than a key press may: arithmetic, a closed form, or remembered. */
export function areAtHand(network: Network, load: Load, memory: OutcomeMemory): boolean {
  if (network.flows.length > mostFlowsAtOnce) return false;
  if (isFixed(network)) return true;
  if (!hasPartedJobs(network, load) && oneHop(network)?.groups.length === 1) return true;
  return memory.has(outcomeName(network, load, standardEffort));
}
