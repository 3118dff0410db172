/**
 * What the Linux bonding driver reads from a packet: the address word and the layer 4 word of its
 * hash. Two readers exist in the driver. The policies layer2+3 and layer3+4 read the first IP header
 * (and follow an ICMP error into the packet it quotes); the encap policies use the kernel's flow
 * dissector, which descends into tunnels. Source: drivers/net/bonding/bond_main.c and
 * net/core/flow_dissector.c of kernel 6.1, judged by frames recorded from that driver.
 */
import type { IpAddress } from './addresses.ts';
import type { EtherPayload, IpPacket, UpperLayer } from './linux-frame.ts';

/** Both words as a little-endian machine holds them, unsigned. */
export interface HashWords {
  readonly addresses: number;
  readonly layer4: number;
}

/** The four bytes of a word the other way round, unsigned: memory order of a little-endian CPU. */
export const swap32 = (word: number): number =>
  ((word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24)) >>> 0;

const xorOfWords = (address: IpAddress): number =>
  address.words.reduce((sum, word) => (sum ^ word) >>> 0, 0);

/** XOR of both addresses; IPv6 addresses XOR their own four words first. */
const addressWord = (packet: IpPacket): number =>
  swap32((xorOfWords(packet.source) ^ xorOfWords(packet.destination)) >>> 0);

// IANA protocol numbers whose first word, or second for AH, the kernel takes as "ports"
// (proto_ports_offset): TCP, UDP, DCCP, ESP, AH, SCTP, UDP-Lite.
const protocolsWithPorts: ReadonlySet<number> = new Set([6, 17, 33, 50, 51, 132, 136]);
const icmp = 1;
const icmpv6 = 58;
const icmpTypesWithIdentifier: ReadonlySet<number> = new Set([0, 8, 13, 14, 128, 129]); // icmp_has_id
const icmpErrors: ReadonlySet<number> = new Set([3, 4, 5, 11, 12]); // icmp_is_err
const icmpv6Errors: ReadonlySet<number> = new Set([1, 2, 3, 4]); // icmpv6_is_err

/** The word at the place of the ports, or 0 where the protocol has none. */
function portWord(protocol: number, upper: UpperLayer): number {
  if (!protocolsWithPorts.has(protocol)) return 0;
  if (upper.kind === 'security-index') return swap32(upper.index);
  return upper.kind === 'ports' ? swap32(upper.source * 65536 + upper.destination) : 0;
}

/** Type, code and identifier; the identifier is a number (not swapped) and 0 counts as 1. */
function icmpWord(upper: UpperLayer): number {
  if (upper.kind !== 'icmp' || !icmpTypesWithIdentifier.has(upper.type)) return 0;
  return (upper.type | (upper.code << 8) | ((upper.identifier || 1) << 16)) >>> 0;
}

const layer4Word = (packet: IpPacket): number =>
  packet.protocol === icmp || packet.protocol === icmpv6
    ? icmpWord(packet.upper)
    : portWord(packet.protocol, packet.upper);

function isIcmpError(packet: IpPacket): boolean {
  const { protocol, upper } = packet;
  if (upper.kind !== 'icmp') return false;
  return protocol === icmpv6 ? icmpv6Errors.has(upper.type) : icmpErrors.has(upper.type);
}

/**
 * Words for layer2+3 and layer3+4; undefined where the driver falls back to plain layer 2. A
 * fragment or an IPv6 extension header hides the transport header.
 */
export function wordsOfFirstHeader(payload: EtherPayload): HashWords | undefined {
  const { packet } = payload;
  if (packet === undefined) return undefined;
  if (packet.fragment || packet.extensions.length > 0) {
    return { addresses: addressWord(packet), layer4: 0 };
  }
  if (!isIcmpError(packet)) return { addresses: addressWord(packet), layer4: layer4Word(packet) };
  const quoted = packet.upper.kind === 'icmp' ? packet.upper.quoted : undefined;
  if (quoted === undefined) return undefined;
  const hidden = quoted.fragment || quoted.extensions.length > 0;
  return {
    addresses: addressWord(quoted),
    layer4: hidden ? 0 : portWord(quoted.protocol, quoted.upper),
  };
}

// ARP, RARP, MPLS unicast and multicast, PTP, FCoE: dissected, but without an address.
const dissectedWithoutAddress: ReadonlySet<number> = new Set([
  0x0806, 0x8035, 0x8847, 0x8848, 0x88f7, 0x8906,
]);
// Hop-by-hop, routing, destination options: the dissector reads on behind them.
const extensionsReadThrough: ReadonlySet<number> = new Set([0, 43, 60]);

function innermostOfPacket(packet: IpPacket): HashWords | undefined {
  const addresses = addressWord(packet);
  const hidden = packet.extensions.some((header) => !extensionsReadThrough.has(header));
  if (packet.fragment || hidden) return { addresses, layer4: 0 };
  switch (packet.upper.kind) {
    case 'ip-in-ip':
      return innermostOfPacket(packet.upper.packet);
    case 'gre':
      return packet.upper.readable
        ? wordsOfInnermost(packet.upper.payload, addresses)
        : { addresses, layer4: 0 };
    case 'ports':
    case 'security-index':
    case 'icmp':
    case 'opaque':
      return { addresses, layer4: layer4Word(packet) };
    default:
      return packet.upper satisfies never;
  }
}

/**
 * Words for encap2+3 and encap3+4; undefined where the dissector gives up and plain layer 2 counts.
 * `outer` is the address word read so far: it stays where the inner payload has no address.
 */
export function wordsOfInnermost(payload: EtherPayload, outer = 0): HashWords | undefined {
  if (payload.packet !== undefined) return innermostOfPacket(payload.packet);
  return dissectedWithoutAddress.has(payload.ethertype)
    ? { addresses: outer, layer4: 0 }
    : undefined;
}
