/** One question for all rules: which member carries this flow? */
import { type AixHashMode, placeByAix } from './aix.ts';
import { type Flow, type Members, usableMembers } from './flow.ts';
import { placeByCiscoBuckets, placeByTeachingXor } from './cisco-buckets.ts';
import { type LinuxRule, placeByLinux } from './linux-place.ts';
import { placeByLegacyNetApp } from './netapp-legacy.ts';
import { type Placement, unknown } from './placement.ts';
import { placeByVmwareIpHash } from './vmware-ip-hash.ts';
import { placeByXorOfLastOctets } from './xor-last-octet.ts';

/** How the transmitting device picks, as far as that is known. */
export type PlacementRule =
  | LinuxRule
  /** vSphere "route based on IP hash", static EtherChannel. */
  | { readonly kind: 'vmware-ip-hash' }
  /** NetApp Data ONTAP before 7.3.2. */
  | { readonly kind: 'netapp-legacy'; readonly balance: 'ip' | 'mac' }
  /** IBM AIX EtherChannel, modes standard and 8023ad. */
  | { readonly kind: 'aix'; readonly hashMode: AixHashMode }
  /** Stated by hand: last octets XORed, modulo the members that are up. */
  | { readonly kind: 'xor-last-octet' }
  /** Catalyst with eight buckets: ratios are known, the bucket of a flow is not. */
  | { readonly kind: 'cisco-buckets' }
  /** Textbook model of the same: XOR of the low three bits. Teaching only. */
  | { readonly kind: 'cisco-teaching-xor' }
  /** Any device whose maker documents the fields only; `testCommand` is what it offers instead. */
  | { readonly kind: 'not-published'; readonly testCommand?: string | undefined };

/** The member that carries `flow` in its direction of travel. Never throws; never guesses. */
export function place(rule: PlacementRule, flow: Flow, members: Members): Placement {
  if (usableMembers(members).length === 0) return unknown('no-member-up');
  switch (rule.kind) {
    case 'linux':
      return placeByLinux(rule, flow, members);
    case 'vmware-ip-hash':
      return placeByVmwareIpHash(flow, members);
    case 'netapp-legacy':
      return placeByLegacyNetApp(rule.balance, flow, members);
    case 'aix':
      return placeByAix(rule.hashMode, flow, members);
    case 'xor-last-octet':
      return placeByXorOfLastOctets(flow, members);
    case 'cisco-buckets':
      return placeByCiscoBuckets(flow);
    case 'cisco-teaching-xor':
      return placeByTeachingXor(flow, members);
    case 'not-published':
      return unknown('function-not-published', rule.testCommand);
    default:
      return rule satisfies never;
  }
}
