/**
 * vSphere "Route based on IP hash". VMware's two texts differ: the product documentation (vSphere
 * 6.5 to 7.0, GUID-523FDFBD-EAEC-44A5-9451-F63EB792F156) takes the last octets, the support blog of
 * March 2013 ("Troubleshooting network teaming problems with IP hash") the whole addresses.
 */
import { type IpAddress, lastOctet } from './addresses.ts';
import { addressesOf } from './flow-addresses.ts';
import type { Flow, Members } from './flow.ts';
import { type Placement, type Reading, unknown } from './placement.ts';

/** Both readings for two IPv4 addresses over `uplinks` uplinks, all of them active. */
export function vmwareReadings(
  source: IpAddress,
  destination: IpAddress,
  uplinks: number,
): readonly [Reading, Reading] {
  const octets = lastOctet(source) ^ lastOctet(destination);
  const whole = ((source.words[0] ?? 0) ^ (destination.words[0] ?? 0)) >>> 0;
  return [
    { by: 'last-octets', member: octets % uplinks, hash: octets },
    { by: 'whole-addresses', member: whole % uplinks, hash: whole },
  ];
}

/**
 * Exact where both readings name the same uplink: always with 1, 2, 4 or 8 uplinks, and where the
 * first three octets are equal. Which uplinks take over after a failure is not documented.
 */
export function placeByVmwareIpHash(flow: Flow, members: Members): Placement {
  const addresses = addressesOf(flow);
  if (addresses.kind === 'unknown') return addresses;
  if (addresses.source.family === 6) return unknown('ipv6-not-documented');
  if (members.down !== undefined && members.down.length > 0) {
    return unknown('failure-not-documented');
  }
  const readings = vmwareReadings(addresses.source, addresses.destination, members.count);
  const [octets, whole] = readings;
  return octets.member === whole.member
    ? { kind: 'exact', member: whole.member, hash: whole.hash }
    : { kind: 'ambiguous', readings };
}
