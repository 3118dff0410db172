import { bitsPerSecond } from '../units.ts';
import type { Analysis } from './analysis.ts';
import type { Finding } from './findings.ts';
import type { HopAnalysis } from './hop-loads.ts';
import { batchFindings } from './batch-findings.ts';
import type { Uneven } from './batch-findings.ts';
import { hopsNamedBy } from './bottleneck.ts';
import { dealsBuckets } from './placement/cisco-buckets.ts';
import { bucketWeights } from './distribution.ts';
import { hasPaths, hostPortsOf } from './flows.ts';
import type { Network } from './network.ts';
import { offeredRate } from './hop-analysis.ts';
import type { Scenario } from './scenario.ts';

type Known = Omit<Analysis, 'findings'>;

/** Why a hop that hashes gives what it gives. */
function hashFindings(hop: HopAnalysis, index: number, network: Network): readonly Finding[] {
  const rule = network.rules[index];
  if (rule?.kind !== 'hashed' || rule.sees.kind !== 'keys') return [];
  const { of } = rule.sees;
  const members = hop.membersUp;
  const found: Finding[] = [];
  if (members - hop.expectedBusy < 0.05) found.push({ kind: 'all-busy', hop: index, members });
  else
    found.push({
      kind: 'some-idle',
      hop: index,
      busy: hop.expectedBusy,
      members,
      keys: rule.keys,
      of,
    });
  if (dealsBuckets(hop.chooser) && 8 % members !== 0) {
    const weights = bucketWeights(members).map((weight) => weight * 8);
    found.push({ kind: 'uneven-buckets', hop: index, weights });
  }
  return found;
}

/** What holds on a hop without any hash. */
function choiceFindings(hop: HopAnalysis, index: number): readonly Finding[] {
  const members = hop.membersUp;
  if (members === 1) return [];
  if (hop.sees.kind === 'one-key') {
    return [
      { kind: 'one-key', hop: index, chooser: hop.chooser, because: hop.sees.because, members },
    ];
  }
  switch (hop.chooser) {
    case 'one-link':
      return [{ kind: 'one-link-only', hop: index, members }];
    case 'per-packet':
      return [{ kind: 'per-packet-reorders', hop: index }];
    case 'per-client-arp':
      return [
        {
          kind: 'arp-in-turn',
          hop: index,
          clients: hop.sees.kind === 'keys' ? hop.sees.count : 0,
          members,
        },
      ];
    case 'per-nic':
      return [{ kind: 'port-for-each-address', hop: index, used: hop.expectedBusy, members }];
    case 'per-destination':
    case 'mac':
    case 'ip':
    case 'ip-port':
    case 'eight-buckets':
    case 'eight-buckets-port':
    case 'unknown':
      return [];
    default:
      return hop.chooser satisfies never;
  }
}

function stateFindings(scenario: Scenario, hop: HopAnalysis, index: number): readonly Finding[] {
  const all = hop.members.length;
  const down = hop.members.filter(({ up }) => !up).length;
  const found: Finding[] = [];
  if (down > 0) found.push({ kind: 'members-down', hop: index, down, up: all - down });
  const idle = all - down - hop.membersUp;
  if (idle > 0) found.push({ kind: 'slower-nics-idle', hop: index, idle });
  const hashes = hop.chooser === 'mac' || hop.chooser === 'ip' || hop.chooser === 'ip-port';
  if (scenario.wire.protocol === 'iscsi' && hashes && all > 1)
    found.push({ kind: 'lacp-under-iscsi', hop: index });
  return found;
}

function pathFindings(scenario: Scenario, network: Network, known: Known): readonly Finding[] {
  if (scenario.traffic.side !== 'storage' || !hasPaths(scenario, network.hops)) return [];
  const { pathPolicy: policy, addresses, connectionsPerAddress: connections } = scenario.traffic;
  const hostPorts = hostPortsOf(network.hops);
  const found: Finding[] = [{ kind: 'mpio-paths', hostPorts, addresses, connections, policy }];
  const unequal = scenario.hops.findIndex(
    ({ members }) => new Set(members.map(({ speed }) => speed)).size > 1,
  );
  if (policy === 'round-robin' && known.bottleneck.kind === 'path-policy' && unequal >= 0) {
    found.push({ kind: 'slow-path-holds-round-robin', hop: unequal });
  }
  return found;
}

/** Two hashes in a row let less through than either of them. */
function rowFindings(network: Network, known: Known): readonly Finding[] {
  const hashed = network.spreads.flatMap(({ kind, hop }) => (kind === 'hashed' ? [hop] : []));
  if (hashed.length < 2) return [];
  const alone = Math.min(...hashed.map((hop) => known.hops[hop]?.expectedAlone ?? Infinity));
  const together = known.rate.mean.line;
  if (together > alone * 0.995) return [];
  return [{ kind: 'two-hashes', hops: hashed, together, alone: bitsPerSecond(alone) }];
}

function limitFindings(scenario: Scenario, network: Network, known: Known): readonly Finding[] {
  if (known.bottleneck.kind === 'client-nics') {
    return [{ kind: 'client-nics-limit', offered: bitsPerSecond(offeredRate(network.flows)) }];
  }
  const { disk } = scenario.caps;
  return known.bottleneck.kind === 'disk' && disk !== undefined
    ? [{ kind: 'disk-limit', disk }]
    : [];
}

/** The hop that the limit of a path is named by first; the first hop where none is. */
export const decisiveHop = ({ bottleneck }: Pick<Known, 'bottleneck'>): number =>
  hopsNamedBy(bottleneck)[0] ?? 0;

/**
 * The rules that apply to a result, the decisive ones first. `finding-words.ts` puts them into sentences.
 */
export function findingsOf(
  scenario: Scenario,
  network: Network,
  known: Known,
  uneven: Uneven,
): readonly Finding[] {
  const decisive = decisiveHop(known);
  const order = known.hops
    .map((_, index) => index)
    .toSorted((a, b) => Number(b === decisive) - Number(a === decisive));
  const perHop = order.flatMap((index) => {
    const hop = known.hops[index];
    if (!hop) return [];
    return [
      ...stateFindings(scenario, hop, index),
      ...choiceFindings(hop, index),
      ...hashFindings(hop, index, network),
    ];
  });
  const from = known.hops[decisive]?.from ?? { kind: 'agent' };
  const several = known.hops.some(({ members }) => members.length > 1);
  return [
    ...limitFindings(scenario, network, known),
    ...rowFindings(network, known),
    ...pathFindings(scenario, network, known),
    ...perHop,
    ...batchFindings(scenario, network, known, { ...uneven, hop: decisive }),
    ...(several ? [{ kind: 'sender-decides' as const, hop: decisive, from }] : []),
    ...(several ? [{ kind: 'single-connection' as const, most: known.singleStream.line }] : []),
  ];
}
