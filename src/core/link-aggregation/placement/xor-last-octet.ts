/** The rule of thumb that several devices share: last octets XORed, modulo the number of members. */
import { lastOctet } from './addresses.ts';
import { addressesOf } from './flow-addresses.ts';
import { type Flow, type Members, usableMembers } from './flow.ts';
import type { Placement } from './placement.ts';

/** Last octet of the source XOR last octet of the destination, modulo the members that are up. */
export function placeByXorOfLastOctets(flow: Flow, members: Members): Placement {
  const addresses = addressesOf(flow);
  if (addresses.kind === 'unknown') return addresses;
  const hash = lastOctet(addresses.source) ^ lastOctet(addresses.destination);
  const usable = usableMembers(members);
  return { kind: 'exact', member: usable[hash % usable.length] ?? 0, hash };
}
