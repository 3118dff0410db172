import type { Wire } from './scenario.ts';

// IEEE 802.3: what one Ethernet frame takes on the wire besides its payload.
const preambleBytes = 8;
const macHeaderBytes = 14;
const checksumBytes = 4;
const gapBytes = 12;
const tagBytes = 4; // IEEE 802.1Q
const leastFrameBytes = 60; // without the checksum; shorter ones are padded

// RFC 791, RFC 8200, RFC 9293, RFC 7323 (10 bytes, padded to 12).
const ipHeaderBytes = { ipv4: 20, ipv6: 40 } as const;
const tcpHeaderBytes = 20;
const timestampBytes = 12;

// RFC 7143: a basic header segment before the data of each PDU, a CRC32C digest after either.
const pduHeaderBytes = 48;
const digestBytes = 4;
/** Linux `include/linux/qed/iscsi_common.h`, default maximum PDU (0x2000). */
export const defaultPduBytes = 8192;

type Headers = Pick<Wire, 'ip' | 'timestamps' | 'vlan'>;

const tcpIpBytes = ({ ip, timestamps }: Headers): number =>
  ipHeaderBytes[ip] + tcpHeaderBytes + (timestamps ? timestampBytes : 0);

const outsideBytes = ({ vlan }: Headers): number =>
  preambleBytes + macHeaderBytes + checksumBytes + gapBytes + (vlan ? tagBytes : 0);

/** Bytes that one full frame takes on the wire: 1538 for an MTU of 1500 without a tag. */
export const frameWireBytes = (wire: Wire): number => wire.mtu + outsideBytes(wire);

/** Bytes of TCP payload in one full frame: 1448 for an MTU of 1500, IPv4 with timestamps. */
export const framePayloadBytes = (wire: Wire): number => wire.mtu - tcpIpBytes(wire);

/**
 * The part of iSCSI's bytes that is data: `pduFraction(8192) = 8192/8240`. Data is padded to 4 bytes.
 * NFS and SMB headers are under 0.05 % at 1 MiB an operation and are taken as zero.
 */
export function pduFraction(pduBytes = defaultPduBytes, digests = false): number {
  const padded = Math.ceil(pduBytes / 4) * 4;
  return pduBytes / (padded + pduHeaderBytes + (digests ? 2 * digestBytes : 0));
}

/** The part of the line rate that is application data: 1448/1538 by default. */
export function efficiency(wire: Wire): number {
  const tcp = framePayloadBytes(wire) / frameWireBytes(wire);
  return wire.protocol === 'iscsi' ? tcp * pduFraction() : tcp;
}

/** Bytes that one pure acknowledgement takes on the wire: 90 for IPv4 with timestamps. */
export function ackWireBytes(headers: Headers): number {
  const frame = macHeaderBytes + (headers.vlan ? tagBytes : 0) + tcpIpBytes(headers);
  return Math.max(frame, leastFrameBytes) + checksumBytes + preambleBytes + gapBytes;
}

/**
 * The load that acknowledgements put on the other direction while this one is full, as a fraction of
 * the line rate. Receivers usually acknowledge every second segment (RFC 9293, 3.8.6.3). No result
 * shows it: the recorded truths about framing hold it, and articles rest on it.
 */
export const ackLoad = (wire: Wire, segmentsPerAck = 2): number =>
  ackWireBytes(wire) / (segmentsPerAck * frameWireBytes(wire));
