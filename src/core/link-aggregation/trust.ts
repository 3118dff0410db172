import type { HopAnalysis } from './hop-loads.ts';
import { near } from './bottleneck.ts';
import { hasPaths } from './flows.ts';
import { pduFraction } from './framing.ts';
import { isPooled } from './job-load.ts';
import type { Network } from './network.ts';
import type { Outcomes } from './outcome.ts';
import type { Scenario } from './scenario.ts';

/** How far a figure can be trusted. */
export type Certainty = 'exact' | 'model' | 'upper-bound';

/** What was taken for granted. `finding-words.ts` says it in a sentence. */
export type Assumption =
  | { readonly kind: 'uniform-hash' }
  | { readonly kind: 'independent-hashes' }
  | { readonly kind: 'same-hashes' }
  /** Each has a job; `of` says who, where a job has several connections to work with. */
  | { readonly kind: 'equal-jobs'; readonly of?: 'clients' | 'addresses' }
  | { readonly kind: 'one-job' }
  | { readonly kind: 'fair-shares' }
  | { readonly kind: 'equal-bytes-per-path' }
  /** The part of the protocol's bytes that is data. */
  | { readonly kind: 'iscsi-headers'; readonly data: number }
  | { readonly kind: 'no-file-headers' }
  | { readonly kind: 'full-frames'; readonly mtu: number }
  | { readonly kind: 'no-reordering-loss' }
  | { readonly kind: 'storage-shares-one-mac' }
  | { readonly kind: 'network-only' }
  | { readonly kind: 'reduction'; readonly ratio: number };

/**
 * A ceiling is a figure that real devices do not reach: packets in turn, ARP answers that do not last.
 * Where another hop is narrower, it is not what the result rests on.
 */
export function certaintyOf(
  scenario: Scenario,
  network: Network,
  hops: readonly HopAnalysis[],
  outcomes: Outcomes,
): Certainty {
  const least = Math.min(...hops.map(({ expectedAlone }) => expectedAlone));
  const ceiling = hops.some(({ chooser, sees, membersUp, expectedAlone }) => {
    const byArp = chooser === 'per-client-arp' && sees.kind === 'keys';
    return membersUp > 1 && (byArp || chooser === 'per-packet') && near(expectedAlone, least);
  });
  if (ceiling) return 'upper-bound';
  const { kind } = outcomes.method;
  const modelled =
    kind === 'simulation' || kind === 'drawn-times' || hasPaths(scenario, network.hops);
  return modelled ? 'model' : 'exact';
}

const connectionsOf = (traffic: Scenario['traffic']): number =>
  traffic.side === 'storage' ? traffic.connectionsPerAddress : traffic.connectionsPerClient;

const ownersOf = ({ side }: Scenario['traffic']) => (side === 'storage' ? 'addresses' : 'clients');

/** What the figures take for granted, what shapes them most first; `finding-words.ts` says each. */
export function assumptionsOf(scenario: Scenario, network: Network): readonly Assumption[] {
  const hashed = network.rules.filter(({ kind }) => kind === 'hashed').length;
  const some = (when: boolean, assumption: Assumption): readonly Assumption[] =>
    when ? [assumption] : [];
  const same = scenario.hashes === 'same';
  const { traffic, wire, caps } = scenario;
  const pooled = isPooled(scenario, network);
  return [
    ...some(hashed > 0, { kind: 'uniform-hash' }),
    ...some(hashed > 1, { kind: same ? 'same-hashes' : 'independent-hashes' }),
    ...some(traffic.side === 'storage', { kind: 'storage-shares-one-mac' }),
    ...some(
      network.rules.some(({ kind }) => kind === 'pool'),
      { kind: 'no-reordering-loss' },
    ),
    ...some(network.equal, { kind: 'equal-bytes-per-path' }),
    ...some(!network.equal, { kind: 'fair-shares' }),
    ...some(network.flows.length > 1 && pooled, { kind: 'one-job' }),
    ...some(network.flows.length > 1 && !pooled, {
      kind: 'equal-jobs',
      ...(connectionsOf(traffic) > 1 ? { of: ownersOf(traffic) } : {}),
    }),
    { kind: 'full-frames', mtu: wire.mtu },
    ...some(wire.protocol === 'iscsi', { kind: 'iscsi-headers', data: pduFraction() }),
    ...some(wire.protocol === 'nfs' || wire.protocol === 'smb', { kind: 'no-file-headers' }),
    ...some(caps.reduction > 1, { kind: 'reduction', ratio: caps.reduction }),
    ...some(caps.disk === undefined, { kind: 'network-only' }),
  ];
}
