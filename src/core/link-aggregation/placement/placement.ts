/**
 * Which member of a bundle carries a flow, where that can be known. The vocabulary; the rules
 * themselves stand in the files named after the devices, and `place.ts` picks among them.
 */

/** Where a flow goes, or why nobody can say. Members are numbered from 0. */
export type Placement =
  /** The formula is published or read in source: this member carries the flow. */
  | { readonly kind: 'exact'; readonly member: number; readonly hash: number }
  /** The vendor's own texts contradict each other here; every reading is given. */
  | { readonly kind: 'ambiguous'; readonly readings: readonly Reading[] }
  /** A textbook's model, good for learning. It is not what a named device computes. */
  | {
      readonly kind: 'teaching';
      readonly bucket: number;
      readonly member: number;
      readonly testCommand: string;
    }
  | {
      readonly kind: 'unknown';
      readonly why: PlacementGap;
      /** What to type on the device to learn the answer there, where the device offers it. */
      readonly testCommand?: string | undefined;
    };

/** What one text of the vendor says. */
export interface Reading {
  readonly by: 'last-octets' | 'whole-addresses';
  readonly member: number;
  readonly hash: number;
}

/** Why a member cannot be named. */
export type PlacementGap =
  | 'needs-source-mac'
  | 'needs-destination-mac'
  | 'needs-addresses'
  | 'needs-ports'
  | 'address-families-differ'
  /** The vendor's text speaks of IPv4 only. */
  | 'ipv6-not-documented'
  /** The vendor documents which fields are hashed, or how many buckets there are, not the function. */
  | 'function-not-published'
  /** The vendor does not say where flows go once a member has failed. */
  | 'failure-not-documented'
  /** Linux encap3+4 takes a random number per socket for connections that start on the host itself. */
  | 'random-per-socket'
  | 'no-member-up';

/** `unknown` with its reason. */
export const unknown = (why: PlacementGap, testCommand?: string): Placement => ({
  kind: 'unknown',
  why,
  testCommand,
});
