import { hasPaths } from './flows.ts';
import { efficiency } from './framing.ts';
import type { Network } from './network.ts';
import type { Load } from './outcome.ts';
import type { Scenario } from './scenario.ts';

/**
 * Whether all flows work on one job: connections to one share, the channels of SMB, all paths of
 * multipath software. Clients, and shares on addresses of their own, have a job each.
 */
export const isPooled = (scenario: Scenario, network: Network): boolean =>
  scenario.traffic.side === 'storage' &&
  (scenario.traffic.addresses === 1 ||
    scenario.wire.protocol === 'smb' ||
    hasPaths(scenario, network.hops));

/** Bits on the wire, framing included, that the scenario's job comes to. */
export const loadOf = (scenario: Scenario, network: Network): Load => ({
  bits: ((scenario.job.volume / scenario.caps.reduction) * 8) / efficiency(scenario.wire),
  pooled: isPooled(scenario, network),
});
