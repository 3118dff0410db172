/** Who talks to whom, and over which members the answer may go. */
import type { IpAddress, MacAddress, Port } from './addresses.ts';

/** One end of a flow. What a rule does not look at may be left out. */
export interface Endpoint {
  readonly ip?: IpAddress | undefined;
  /** On the hop in question: behind a router it is the router's address, not the far host's. */
  readonly mac?: MacAddress | undefined;
  readonly port?: Port | undefined;
}

/** The 16 bits of an IEEE 802.1Q tag, in parts. */
export interface VlanTag {
  /** 0 to 4095. */
  readonly id: number;
  /** Priority code point, 0 to 7. */
  readonly priority: number;
  /** Drop eligible indicator, 0 or 1. */
  readonly dropEligible: number;
}

/** One connection, seen from the device that transmits: `source` is the sender of the frames. */
export interface Flow {
  readonly source: Endpoint;
  readonly destination: Endpoint;
  readonly protocol: 'tcp' | 'udp';
  readonly vlan?: VlanTag | undefined;
}

/** The same connection in the other direction, decided by the device at the other end. */
export const reversed = (flow: Flow): Flow => ({
  ...flow,
  source: flow.destination,
  destination: flow.source,
});

/** A bundle: members are numbered from 0 in the order in which they were added to it. */
export interface Members {
  readonly count: number;
  /** Numbers of the members that are down. */
  readonly down?: readonly number[] | undefined;
}

/** The members that are up, in order. */
export const usableMembers = (members: Members): readonly number[] =>
  Array.from({ length: members.count }, (_, member) => member).filter(
    (member) => members.down?.includes(member) !== true,
  );
