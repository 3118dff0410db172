/**
 * A frame as the Linux bonding driver meets it: only what one of its hash policies can look at.
 * Numbers are those of the headers (IP protocol numbers, ethertypes), read in network order.
 */
import type { IpAddress, MacAddress } from './addresses.ts';
import type { Flow, VlanTag } from './flow.ts';

/** An 802.1Q tag and where the driver finds it. */
export interface FrameTag extends VlanTag {
  /** Tag protocol: 0x8100 (802.1Q) or 0x88a8 (802.1ad). */
  readonly tpid: number;
  /** Beside the frame (the usual case), or among its bytes (raw sockets, VLAN upon VLAN). */
  readonly where: 'offloaded' | 'inline';
}

/** What an ethertype announces. `packet` is there for IPv4 and IPv6 only. */
export interface EtherPayload {
  readonly ethertype: number;
  readonly packet?: IpPacket | undefined;
}

export interface LinuxFrame extends EtherPayload {
  readonly source: MacAddress;
  readonly destination: MacAddress;
  /** Outermost first. `ethertype` is the one behind the last tag. */
  readonly tags: readonly FrameTag[];
}

export interface IpPacket {
  readonly source: IpAddress;
  readonly destination: IpAddress;
  /** IPv6 extension headers in order, by protocol number; empty for IPv4. */
  readonly extensions: readonly number[];
  /** Any fragment, the first one too. */
  readonly fragment: boolean;
  /** Protocol number of `upper`. */
  readonly protocol: number;
  readonly upper: UpperLayer;
}

export type UpperLayer =
  | { readonly kind: 'ports'; readonly source: number; readonly destination: number }
  /** ESP and AH: the security parameters index. */
  | { readonly kind: 'security-index'; readonly index: number }
  | {
      readonly kind: 'icmp';
      readonly type: number;
      readonly code: number;
      readonly identifier: number;
      /** The packet that an error quotes. */
      readonly quoted?: IpPacket | undefined;
    }
  | { readonly kind: 'ip-in-ip'; readonly packet: IpPacket }
  | {
      readonly kind: 'gre';
      /** Version 0 without routing, or PPTP: the flow dissector reads on. */
      readonly readable: boolean;
      readonly payload: EtherPayload;
    }
  | { readonly kind: 'opaque' };

export const ethertypes = { ipv4: 0x0800, ipv6: 0x86dd } as const; // IEEE 802 numbers

const protocolNumbers = { tcp: 6, udp: 17 } as const; // IANA protocol numbers

/** The ethertype of a packet with such an address. */
export const ethertypeOf = (family: 4 | 6): number =>
  family === 6 ? ethertypes.ipv6 : ethertypes.ipv4;

function packetOf(flow: Flow): IpPacket | undefined {
  const { source, destination, protocol } = flow;
  if (source.ip === undefined || destination.ip === undefined) return undefined;
  const upper: UpperLayer =
    source.port === undefined || destination.port === undefined
      ? { kind: 'opaque' }
      : { kind: 'ports', source: source.port, destination: destination.port };
  return {
    source: source.ip,
    destination: destination.ip,
    extensions: [],
    fragment: false,
    protocol: protocolNumbers[protocol],
    upper,
  };
}

/**
 * The frame of an ordinary flow, its tag offloaded as it is on a VLAN interface. A MAC address the
 * flow does not tell stands as zero: ask `missingForLinux` first. Without addresses it is IPv4.
 */
export function frameOfFlow(flow: Flow): LinuxFrame {
  const zero = 0 as MacAddress;
  return {
    source: flow.source.mac ?? zero,
    destination: flow.destination.mac ?? zero,
    tags: flow.vlan === undefined ? [] : [{ ...flow.vlan, tpid: 0x8100, where: 'offloaded' }],
    ethertype: ethertypeOf(flow.source.ip?.family ?? 4),
    packet: packetOf(flow),
  };
}
