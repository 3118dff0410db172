import { hasPaths } from './flows.ts';
import { efficiency } from './framing.ts';
import type { Network } from './network.ts';
import { hasPartedJobs } from './outcome.ts';
import type { Load } from './outcome.ts';
import type { Scenario } from './scenario.ts';

/**
 * Whether all flows work on one job: connections of one client or to one share, the channels of SMB, all
 * paths of multipath software. Several clients, and shares on addresses of their own, have a job each,
 * which all of their own connections work on.
 */
export const isPooled = (scenario: Scenario, network: Network): boolean =>
  new Set(network.flows.map(({ owner }) => owner)).size === 1 ||
  (scenario.traffic.side === 'storage' &&
    (scenario.wire.protocol === 'smb' || hasPaths(scenario, network.hops)));

/** Bits on the wire, framing included, that the scenario's job comes to. */
export const loadOf = (scenario: Scenario, network: Network): Load => ({
  bits: ((scenario.job.volume / scenario.caps.reduction) * 8) / efficiency(scenario.wire),
  pooled: isPooled(scenario, network),
});

/**
 * The same where only rates are asked for, which are those of all connections in one job: nothing has to
 * be drawn to tell when the last of several jobs ends.
 */
export function loadForRates(scenario: Scenario, network: Network): Load {
  const load = loadOf(scenario, network);
  return { ...load, pooled: load.pooled || hasPartedJobs(network, load) };
}
