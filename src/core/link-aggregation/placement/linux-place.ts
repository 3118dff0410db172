/** Which member of a Linux bond carries a flow, and what must be known to say it. */
import { type Flow, type Members } from './flow.ts';
import { type EthertypeAs, linuxHash, linuxMember, type LinuxPolicy } from './linux-bonding.ts';
import { frameOfFlow } from './linux-frame.ts';
import { type Placement, type PlacementGap, unknown } from './placement.ts';

export interface LinuxRule {
  readonly kind: 'linux';
  /** `xmit_hash_policy` of balance-xor or 802.3ad, or of tlb and alb with `tlb_dynamic_lb 0`. */
  readonly policy: LinuxPolicy;
  /** Whether the bond's own host opened the connections, or forwards them (bridge, router). */
  readonly traffic?: 'local' | 'forwarded' | undefined;
  /** `memory` for kernels before 5.15. */
  readonly ethertypeAs?: EthertypeAs | undefined;
}

/** Where a reader looks which links a Linux bond uses. The driver has no per-flow question. */
const countersCommand = 'ip -s link';

function missingMac(flow: Flow): PlacementGap | undefined {
  if (flow.source.mac === undefined) return 'needs-source-mac';
  return flow.destination.mac === undefined ? 'needs-destination-mac' : undefined;
}

function missingAddress(flow: Flow): PlacementGap | undefined {
  const { source, destination } = flow;
  if (source.ip === undefined || destination.ip === undefined) return 'needs-addresses';
  return source.ip.family === destination.ip.family ? undefined : 'address-families-differ';
}

function missingPort(flow: Flow): PlacementGap | undefined {
  const known = flow.source.port !== undefined && flow.destination.port !== undefined;
  return known ? undefined : 'needs-ports';
}

/** What a policy needs and the flow does not tell; undefined where nothing is missing. */
export function missingForLinux(policy: LinuxPolicy, flow: Flow): PlacementGap | undefined {
  switch (policy) {
    case 'vlan+srcmac':
      return flow.source.mac === undefined ? 'needs-source-mac' : undefined;
    case 'layer2':
      return missingMac(flow);
    case 'layer2+3':
    case 'encap2+3':
      return missingAddress(flow) ?? missingMac(flow);
    case 'layer3+4':
    case 'encap3+4':
      return missingAddress(flow) ?? missingPort(flow);
    default:
      return policy satisfies never;
  }
}

/**
 * Exact for every policy, with one exception: under encap3+4 the kernel uses a hash that TCP and
 * connected UDP sockets draw at random, and the flow label of local IPv6. Only forwarded traffic is
 * read from its headers.
 */
export function placeByLinux(rule: LinuxRule, flow: Flow, members: Members): Placement {
  const missing = missingForLinux(rule.policy, flow);
  if (missing !== undefined) return unknown(missing, countersCommand);
  if (rule.policy === 'encap3+4' && rule.traffic !== 'forwarded') {
    return unknown('random-per-socket', countersCommand);
  }
  const hash = linuxHash(rule.policy, frameOfFlow(flow), rule.ethertypeAs);
  const member = linuxMember(hash, members);
  return member === undefined ? unknown('no-member-up') : { kind: 'exact', member, hash };
}
