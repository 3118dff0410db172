/**
 * Catalyst EtherChannel: a hash gives one of eight values ("result bundle hash", RBH) and each
 * member accepts a set of them. Cisco document 12023-4 publishes how many values a member accepts,
 * not which flow gives which value: "You cannot control the port that a particular flow uses."
 */
import type { Chooser } from '../scenario.ts';
import { formatIp, lastOctet } from './addresses.ts';
import { addressesOf } from './flow-addresses.ts';
import { type Endpoint, type Flow, type Members, usableMembers } from './flow.ts';
import { type Placement, unknown } from './placement.ts';

const buckets = 8; // Cisco document 12023-4: the hash value is 0 to 7

/** Whether the members take unequal shares wherever 8 cannot be parted evenly among them. */
export const dealsBuckets = (chooser: Chooser): boolean =>
  chooser === 'eight-buckets' || chooser === 'eight-buckets-port';

/**
 * The member that takes a bucket. Bucket b to member b mod n gives Cisco's whole table (8; 4:4;
 * 3:3:2; 2:2:2:2; 2:2:2:1:1; 2:2:1:1:1:1; 2:1:1:1:1:1:1; 1 each) and the masks 55 and AA that a
 * two-member bundle prints.
 */
export const memberOfBucket = (bucket: number, members: number): number => bucket % members;

/** Buckets per member, index by member. Beyond eight members the rest takes none. */
export function bucketsPerMember(members: number): readonly number[] {
  const counts = Array.from({ length: members }, () => 0);
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const member = memberOfBucket(bucket, members);
    counts[member] = (counts[member] ?? 0) + 1;
  }
  return counts;
}

/** Share of evenly spread traffic that the busiest member carries, 0 to 1. */
export const hottestBucketShare = (members: number): number =>
  Math.max(...bucketsPerMember(members)) / buckets;

/** Evenly spread load, in links' worth, at which the busiest member is full. */
export const fullAtLinks = (members: number): number => 1 / hottestBucketShare(members);

const addressOr = (placeholder: string, end: Endpoint): string =>
  end.ip === undefined ? placeholder : formatIp(end.ip);

/** The command that makes a Catalyst name the member itself (Cisco document 116385). */
export function catalystTestCommand(flow: Flow): string {
  const source = addressOr('SOURCE', flow.source);
  const destination = addressOr('DESTINATION', flow.destination);
  return `test etherchannel load-balance interface port-channel 1 ip ${source} ${destination}`;
}

/** Always unknown: the ratios are published, the bucket of a flow is not. */
export const placeByCiscoBuckets = (flow: Flow): Placement =>
  unknown('function-not-published', catalystTestCommand(flow));

/**
 * TEACHING MODEL. Textbooks XOR the low three bits of the two addresses. A Catalyst 6500 printed
 * RBH 5 for 1.1.1.1 and 2.2.2.2 where this gives 3, so it must never stand as a device's answer.
 */
export function placeByTeachingXor(flow: Flow, members: Members): Placement {
  const addresses = addressesOf(flow);
  if (addresses.kind === 'unknown') return addresses;
  const bucket = (lastOctet(addresses.source) ^ lastOctet(addresses.destination)) % buckets;
  const usable = usableMembers(members);
  const member = usable[memberOfBucket(bucket, usable.length)] ?? 0;
  return { kind: 'teaching', bucket, member, testCommand: catalystTestCommand(flow) };
}
