/**
 * The transmit hash of the Linux bonding driver, all six policies, as kernel 6.1 computes it on a
 * little-endian CPU (x86-64, arm64). `Documentation/networking/bonding.rst` leaves out the byte
 * order and the last shift; this follows the driver and is judged by frames recorded from it.
 * A big-endian host maps differently where the member count is not a power of two.
 */
import { type Members, usableMembers } from './flow.ts';
import { type HashWords, wordsOfFirstHeader, wordsOfInnermost } from './linux-dissect.ts';
import type { FrameTag, LinuxFrame } from './linux-frame.ts';

export const linuxPolicies = [
  'layer2',
  'layer2+3',
  'layer3+4',
  'encap2+3',
  'encap3+4',
  'vlan+srcmac',
] as const;

export type LinuxPolicy = (typeof linuxPolicies)[number];

/**
 * How the ethertype enters the hash. Kernels before 5.15 (the XDP series of August 2021) took it as
 * it lies in memory, 0x0008 for IPv4; the member changes for 3, 5, 6 or 7 members only.
 */
export type EthertypeAs = 'number' | 'memory';

const swap16 = (value: number): number => ((value << 8) & 0xff00) | (value >>> 8);

/** XOR of both halves, then of the low two bytes, on an unsigned 32-bit value. */
function fold(value: number): number {
  const halves = (value ^ (value >>> 16)) >>> 0;
  return (halves ^ (halves >>> 8)) >>> 0;
}

/** The ethertype field of the Ethernet header: that of the first tag that lies in the frame. */
function headerEthertype(frame: LinuxFrame): number {
  return frame.tags.find((tag) => tag.where === 'inline')?.tpid ?? frame.ethertype;
}

function layer2Hash(frame: LinuxFrame, ethertypeAs: EthertypeAs): number {
  const ethertype = headerEthertype(frame);
  const entering = ethertypeAs === 'memory' ? swap16(ethertype) : ethertype;
  return (frame.source % 256) ^ (frame.destination % 256) ^ entering;
}

const tagControl = (tag: FrameTag): number =>
  (tag.priority << 13) | (tag.dropEligible << 12) | tag.id;

/** The whole 16-bit tag, if it is offloaded, and both halves of the source MAC address. */
function vlanSourceMacHash(frame: LinuxFrame): number {
  const tag = frame.tags[0];
  const control = tag?.where === 'offloaded' ? tagControl(tag) : 0;
  const vendor = Math.floor(frame.source / 2 ** 24);
  return (control ^ vendor ^ (frame.source % 2 ** 24)) >>> 0;
}

/** Tags in the frame hide what is behind them, except a second one from the encap policies. */
function readWords(policy: LinuxPolicy, frame: LinuxFrame): HashWords | undefined {
  if (frame.tags[0]?.where === 'inline') return undefined;
  if (policy === 'encap2+3' || policy === 'encap3+4') return wordsOfInnermost(frame);
  return frame.tags.some((tag) => tag.where === 'inline') ? undefined : wordsOfFirstHeader(frame);
}

/** The unsigned 32-bit hash of a frame under a policy. */
export function linuxHash(
  policy: LinuxPolicy,
  frame: LinuxFrame,
  ethertypeAs: EthertypeAs = 'number',
): number {
  if (policy === 'vlan+srcmac') return vlanSourceMacHash(frame);
  const layer2 = layer2Hash(frame, ethertypeAs);
  const words = policy === 'layer2' ? undefined : readWords(policy, frame);
  if (words === undefined) return layer2;
  const portsDecide = policy === 'layer3+4' || policy === 'encap3+4';
  const folded = fold(((portsDecide ? words.layer4 : layer2) ^ words.addresses) >>> 0);
  // The driver drops the lowest bit "to deal with the common even ports pattern".
  return portsDecide ? folded >>> 1 : folded;
}

/**
 * The member, numbered from 0 in the order in which members were added, also where some are down:
 * the hash is taken modulo the members that are up. Undefined where none is.
 */
export function linuxMember(hash: number, members: Members): number | undefined {
  const usable = usableMembers(members);
  return usable[hash % usable.length];
}
