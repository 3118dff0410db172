/**
 * NetApp Data ONTAP before 7.3.2: `(source XOR destination) mod links` on the last byte of the IP
 * address or of the MAC address; a dead interface's flows go to the next one that is up. Source:
 * Data ONTAP Network Management Guide, "IP address and MAC address load balancing". From 7.3.2 on
 * the function is different and not published.
 */
import { lastOctet } from './addresses.ts';
import { addressesOf } from './flow-addresses.ts';
import type { Flow, Members } from './flow.ts';
import { type Placement, unknown } from './placement.ts';

/** The first member from `start` on, counting round, that is up. */
function nextUp(start: number, members: Members): number {
  for (let step = 0; step < members.count; step += 1) {
    const member = (start + step) % members.count;
    if (members.down?.includes(member) !== true) return member;
  }
  return start;
}

/** The interface of a legacy vif, by the last byte of the IP or the MAC address. */
export function placeByLegacyNetApp(
  balance: 'ip' | 'mac',
  flow: Flow,
  members: Members,
): Placement {
  if (balance === 'ip') {
    const addresses = addressesOf(flow);
    if (addresses.kind === 'unknown') return addresses;
    if (addresses.source.family === 6) return unknown('ipv6-not-documented');
    const hash = lastOctet(addresses.source) ^ lastOctet(addresses.destination);
    return { kind: 'exact', member: nextUp(hash % members.count, members), hash };
  }
  if (flow.source.mac === undefined) return unknown('needs-source-mac');
  if (flow.destination.mac === undefined) return unknown('needs-destination-mac');
  const hash = (flow.source.mac % 256) ^ (flow.destination.mac % 256);
  return { kind: 'exact', member: nextUp(hash % members.count, members), hash };
}
