/** What the cases say about a device's choice, in the core's terms. */
import type { Chooser } from '../../../src/core/link-aggregation/scenario.ts';
import { NotCovered } from './case.ts';

type Phrases = readonly (readonly [RegExp, Chooser])[];

/** What a host, a switch or a storage sends by. The first match counts. */
const sending: Phrases = [
  [/routing table|originating[- ]port|virtual port|hyper-v port/i, 'one-link'],
  [/(vmware|vsphere).*(source[- ]mac|nic[- ]load)|active.*standby/i, 'one-link'],
  [/bind|bound|pinned|routes?\b|one[- ]to[- ]one|(nic|interface) per|per nic/i, 'per-nic'],
  [/separate subnets?/i, 'per-nic'],
  [/broadcast|active-backup|one interface|no switch/i, 'one-link'],
  [/per[- ]packet|balance-rr|round.?robin|sequential/i, 'per-packet'],
  [/per[- ]destination|balance-tlb|balance-alb/i, 'per-destination'],
  [/layer3\+4|l3l4|port/i, 'ip-port'],
  [/layer2\+3|l2l3|src-dst-ip|dst-ip|src-ip|\bip\b|xor last octet|uniform|random/i, 'ip'],
  [/8-bucket/i, 'eight-buckets'],
  [/mac|layer2|xor-l2/i, 'mac'],
];

/** How a team takes in what the switch sends it, where the switch does not help. */
const receiving: Phrases = [
  [/transmit-only|without RLB/i, 'one-link'],
  [/balance-alb|RLB/i, 'per-client-arp'],
  [/balance-tlb|address hash|none|no switch/i, 'one-link'],
];

function chooserFrom(phrases: Phrases, said: string): Chooser {
  const found = phrases.find(([pattern]) => pattern.test(said));
  if (!found) throw new NotCovered(`no chooser for “${said}”`);
  return found[1];
}

/** `any` holds for every choice; the most generous one is the strictest test of that. */
export const sendingChooser = (said: string): Chooser =>
  /^any\b/i.test(said) ? 'per-packet' : chooserFrom(sending, said);

/** A group that the switch knows of: its hash decides, whatever the host does. */
export const isSwitchGroup = (said: string): boolean =>
  /lacp|802\.3ad|static (lag|group|team|etherchannel)|etherchannel/i.test(said);

export const receivingChooser = (said: string): Chooser => chooserFrom(receiving, said);
