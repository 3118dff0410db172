/**
 * Reads a packet of a recorded vector: the frame's own, one inside a tunnel, or one quoted by an
 * ICMP error. Recordings name the same thing in several ways, so every name has its alternatives.
 */
import { parseIp } from '../../src/core/link-aggregation/placement/addresses.ts';
import {
  type EtherPayload,
  ethertypeOf,
  type IpPacket,
  type UpperLayer,
} from '../../src/core/link-aggregation/placement/linux-frame.ts';
import { isFields, Reader, ShapeNotCovered } from './bonding-fields.ts';

const protocolNames: Readonly<Record<string, number>> = {
  'hop-by-hop': 0,
  hopopt: 0,
  hbh: 0,
  icmp: 1,
  igmp: 2,
  ipip: 4,
  tcp: 6,
  udp: 17,
  dccp: 33,
  ipv6: 41,
  '6in4': 41,
  routing: 43,
  fragment: 44,
  frag: 44,
  gre: 47,
  esp: 50,
  ah: 51,
  icmpv6: 58,
  icmp6: 58,
  dstopts: 60,
  'destination-options': 60,
  sctp: 132,
  udplite: 136,
  'udp-lite': 136,
};
const protocolsWithPorts = new Set([6, 17, 33, 132, 136]);
const fragmentHeader = 44;
export const ipEthertypes = new Set([0x0800, 0x86dd]);

export const addressAliases = {
  source: ['srcIp', 'src', 'saddr', 'srcIP'],
  destination: ['dstIp', 'dst', 'daddr', 'dstIP'],
} as const;
const innerAliases = [
  'inner',
  'quoted',
  'original',
  'packet',
  'encap',
  'tunnel',
  'payload',
] as const;

// Parts of a packet that no policy looks at.
const irrelevant = [
  'ttl', 'hopLimit', 'tos', 'dscp', 'ecn', 'ipId', 'df', 'length', 'len', 'size', 'bytes',
  'tcpFlags', 'flags', 'seq', 'ack', 'flowLabel', 'trafficClass', 'note', 'name', 'label',
]; // prettier-ignore

function protocolNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  const named = typeof value === 'string' ? protocolNames[value.toLowerCase()] : undefined;
  if (named === undefined) throw new ShapeNotCovered(`protocol ${JSON.stringify(value)}`);
  return named;
}

function address(reader: Reader, names: readonly string[]) {
  const reading = parseIp(reader.text(names));
  if (!reading.ok) throw new ShapeNotCovered(`address ${reading.problems[0].text}`);
  return reading.value;
}

function isFragment(reader: Reader): boolean {
  const value = reader.take('fragment', 'frag', 'fragmented');
  const parts = isFields(value) ? Object.values(value) : [value];
  parts.push(reader.take('mf', 'moreFragments'), reader.take('fragOffset', 'fragmentOffset'));
  return parts.some((part) => part !== undefined && part !== null && part !== false && part !== 0);
}

function icmpUpper(reader: Reader): UpperLayer {
  const nested = reader.take('icmp', 'icmpv6', 'icmp6');
  const part = isFields(nested) ? new Reader(nested, 'icmp') : reader;
  const quoted = part.take(...innerAliases) ?? reader.take(...innerAliases);
  const upper: UpperLayer = {
    kind: 'icmp',
    type: part.number(['type', 'icmpType']),
    code: part.number(['code', 'icmpCode'], 0),
    identifier: part.number(['id', 'identifier', 'icmpId'], 0),
    quoted: isFields(quoted) ? readPacket(new Reader(quoted, 'quoted packet')) : undefined,
  };
  if (part !== reader) part.finish(irrelevant);
  return upper;
}

function greUpper(reader: Reader): UpperLayer {
  const nested = reader.take('gre');
  const part = isFields(nested) ? new Reader(nested, 'gre') : reader;
  const version = part.number(['version', 'greVersion'], 0);
  const routing = part.take('routing', 'greRouting') === true;
  part.take('key', 'greKey');
  part.take('checksum', 'csum', 'greChecksum');
  part.take('sequence', 'greSequence');
  const named = part.take('protocol', 'ethertype', 'greProto', 'greProtocol');
  const inner = part.take(...innerAliases) ?? reader.take(...innerAliases);
  const payload = isFields(inner)
    ? readPayload(new Reader(inner, 'gre payload'))
    : { ethertype: typeof named === 'number' ? named : 0 };
  if (part !== reader) part.finish([...irrelevant, 'type']);
  return { kind: 'gre', readable: version === 0 && !routing, payload };
}

function tunnelUpper(reader: Reader): UpperLayer {
  const inner = reader.take(...innerAliases);
  if (!isFields(inner)) throw new ShapeNotCovered('a tunnel without its inner packet');
  return { kind: 'ip-in-ip', packet: readPacket(new Reader(inner, 'inner packet')) };
}

function securityUpper(reader: Reader): UpperLayer {
  const nested = reader.take('esp', 'ah');
  const part = isFields(nested) ? new Reader(nested, 'spi') : reader;
  return { kind: 'security-index', index: part.number(['spi', 'securityIndex']) };
}

function readUpper(protocol: number, reader: Reader): UpperLayer {
  if (protocolsWithPorts.has(protocol)) {
    const upper: UpperLayer = {
      kind: 'ports',
      source: reader.number(['srcPort', 'sport']),
      destination: reader.number(['dstPort', 'dport']),
    };
    // The kernel does not look into UDP tunnels, so what VXLAN or Geneve carry is not needed.
    if (protocol === protocolNames['udp']) reader.take(...innerAliases, 'vxlan', 'geneve', 'vni');
    return upper;
  }
  if (protocol === 50 || protocol === 51) return securityUpper(reader);
  if (protocol === 1 || protocol === 58) return icmpUpper(reader);
  if (protocol === 47) return greUpper(reader);
  if (protocol === 4 || protocol === 41) return tunnelUpper(reader);
  return { kind: 'opaque' };
}

function readExtensions(reader: Reader): readonly number[] {
  const value = reader.take('extensions', 'ext', 'extHeaders', 'extensionHeaders', 'exthdrs');
  if (value === undefined || value === null) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((entry) =>
    protocolNumber(isFields(entry) ? (entry['type'] ?? entry['proto']) : entry),
  );
}

/** What a fragment carries is hidden from every policy, so it need not be understood. */
function readPacket(reader: Reader): IpPacket {
  const extensions = readExtensions(reader);
  const fragment = isFragment(reader) || extensions.includes(fragmentHeader);
  const protocol = protocolNumber(reader.take('proto', 'protocol', 'ipProto', 'nextHeader'));
  reader.take('ethertype', 'version', 'family');
  const packet: IpPacket = {
    source: address(reader, addressAliases.source),
    destination: address(reader, addressAliases.destination),
    extensions,
    fragment,
    protocol,
    upper: fragment ? { kind: 'opaque' } : readUpper(protocol, reader),
  };
  if (!fragment) reader.finish(irrelevant);
  return packet;
}

/** A packet, or an ethertype that carries none. Ethernet in GRE brings its MACs and tags along. */
export function readPayload(reader: Reader): EtherPayload {
  for (const ofEthernet of ['srcMac', 'dstMac', 'vlan']) reader.take(ofEthernet);
  if (reader.has(addressAliases.source)) {
    const packet = readPacket(reader);
    return { ethertype: ethertypeOf(packet.source.family), packet };
  }
  const ethertype = reader.number(['ethertype', 'etherType', 'type']);
  if (ipEthertypes.has(ethertype)) throw new ShapeNotCovered('an IP packet without addresses');
  return { ethertype };
}
