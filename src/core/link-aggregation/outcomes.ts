import { affordable, simulatedOutcomes, standardEffort } from './drawn-outcomes.ts';
import type { Effort } from './drawn-outcomes.ts';
import {
  closedOutcomes,
  enumeratedOutcomes,
  fixedOutcomes,
  oneHop,
  tableOutcomes,
} from './exact-outcomes.ts';
import type { OneHop } from './exact-outcomes.ts';
import type { Network } from './network.ts';
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
