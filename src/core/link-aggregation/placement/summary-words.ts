/** The one place that words a summary of placed flows, in whole sentences. */
import { groupThousands, significant } from '../../units.ts';
import type { Chooser } from '../scenario.ts';
import type { Choice } from './choices.ts';
import type { Confidence } from './devices.ts';
import type { FlowQuestion } from './flow-form.ts';
import { type Members, usableMembers } from './flow.ts';
import type { PlacementGap } from './placement.ts';
import type { Counts, FlowSummary, Spread } from './summary.ts';

const numberWords = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** A small number as a word, others in digits. */
const inWords = (value: number): string => numberWords[value] ?? String(value);

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const flowsWords = (count: number): string =>
  count === 1 ? '1 flow' : `${groupThousands(String(count))} flows`;

/** `5, down, 4, 6`: flows by member, in the order of the device. */
function countsWords(counts: Counts, { down = [] }: Members): string {
  return counts.map((count, member) => (down.includes(member) ? 'down' : count)).join(', ');
}

/** `all 4 members`, `both members that are up`. */
function allWords(members: Members): string {
  const up = usableMembers(members).length;
  const all = up === 2 ? 'both members' : `all ${up} members`;
  return up === members.count ? all : `${all} that are up`;
}

/** `This flow`, `Both flows`, `All 20 flows`. */
function everyFlow(flows: number): string {
  if (flows === 1) return 'This flow';
  return flows === 2 ? 'Both flows' : `All ${flowsWords(flows)}`;
}

function placedWords(counts: Counts, members: Members, flows: number): string {
  const up = usableMembers(members).length;
  const busy = counts.filter((count) => count > 0).length;
  if (busy === 1) {
    const member = counts.findIndex((count) => count > 0) + 1;
    const taking = `${everyFlow(flows)} ${flows === 1 ? 'takes' : 'take'}`;
    if (up === 1) return `${taking} member ${member}, the only one that is up.`;
    return `${taking} member ${member}: ${inWords(up - 1)} idle.`;
  }
  if (busy === up) {
    return `${flowsWords(flows)} use ${allWords(members)}: ${countsWords(counts, members)}.`;
  }
  const idle = up - busy;
  return `${flowsWords(flows)} use ${busy} of ${up} members: ${countsWords(counts, members)}. ${capitalised(inWords(idle))} ${idle === 1 ? 'idles' : 'idle'}.`;
}

/** `3.99`, and `nearly 4` where rounding would make it certain. */
export function meanWords(mean: number): string {
  const text = significant(mean);
  const rounded = Number(text);
  return Number.isInteger(rounded) && mean < rounded ? `nearly ${text}` : text;
}

/** `3.99 of 4 members`. */
const busyWords = (busy: number, members: Members): string =>
  `${meanWords(busy)} of ${usableMembers(members).length} members`;

/** What the device sees of the flows: `20 different pairs of addresses`. */
function keysWords(keys: number, { chooser, sourceOnly }: Choice): string {
  const different = `${groupThousands(String(keys))} different`;
  if (sourceOnly === true) return `${different} senders`;
  if (chooser === 'ip' || chooser === 'eight-buckets') return `${different} pairs of IP addresses`;
  return chooser === 'mac' ? `${different} pairs of stations` : `${different} connections`;
}

function onlyTheDeviceWords(why: PlacementGap, spread: Spread, question: FlowQuestion): string {
  const { members, choice, flows } = question;
  if (spread.keys === 1 && flows.length > 1) {
    return `${everyFlow(flows.length)} look the same to this device, so one member carries them${flows.length === 2 ? '' : ' all'}. Which one, only the device can say.`;
  }
  if (flows.length === 1) {
    return why === 'random-per-socket'
      ? 'Nobody can say beforehand which member this flow takes.'
      : 'Only the device itself can say which member this flow takes.';
  }
  return `Only the device itself can say which member each flow takes. ${keysWords(spread.keys, choice)}, spread evenly, use ${busyWords(spread.busy, members)} on average.`;
}

function noHashWords(chooser: Chooser): string {
  switch (chooser) {
    case 'one-link':
      return 'IP addresses and ports do not choose a member here. The notes on this device say what does.';
    case 'per-packet':
      return 'Each packet takes the next member, so a flow has no member of its own.';
    case 'per-destination':
      return 'The device gives each receiver a member. The receiver’s address does not tell which.';
    case 'per-client-arp':
      return 'Each client is given a member by ARP, in turn. Its address does not tell which.';
    case 'per-nic':
      return 'Nothing is hashed here: each address belongs to a port of its own, and a flow uses that port.';
    case 'mac':
    case 'ip':
    case 'ip-port':
    case 'eight-buckets':
    case 'eight-buckets-port':
    case 'unknown':
      return 'Only the device itself can say which member a flow takes.';
    default:
      return chooser satisfies never;
  }
}

/** Why a member cannot be named, in few words; `gapWords` says what to do about it. */
export function gapPhrase(why: PlacementGap): string {
  switch (why) {
    case 'needs-source-mac':
      return 'the sender’s MAC address is missing';
    case 'needs-destination-mac':
      return 'the receiver’s MAC address is missing';
    case 'needs-addresses':
      return 'an IP address is missing';
    case 'needs-ports':
      return 'ports are missing';
    case 'address-families-differ':
      return 'one end is IPv4, the other IPv6';
    case 'ipv6-not-documented':
      return 'the rule is described for IPv4 only';
    case 'function-not-published':
      return 'only the device can say';
    case 'failure-not-documented':
      return 'where flows go after a failure is not documented';
    case 'random-per-socket':
      return 'the kernel draws it at random';
    case 'no-member-up':
      return 'no member is up';
    default:
      return why satisfies never;
  }
}

/** What flows without ports come to, under a condition that is said. */
const portsWords = ({ keys, busy }: Spread, members: Members): string =>
  ` If the missing ports are drawn at random, as clients draw them, ${flowsWords(keys)} use ${busyWords(busy, members)} on average.`;

/** The answer, in a sentence or two. */
export function answerWords(summary: FlowSummary, question: FlowQuestion): string {
  const { members } = question;
  const flows = question.flows.length;
  switch (summary.kind) {
    case 'placed': {
      const words = placedWords(summary.counts, members, flows);
      return summary.teaching ? `In the textbook model only: ${words}` : words;
    }
    case 'two-readings':
      return `The maker’s two texts differ for ${flowsWords(summary.differing)}: ${countsWords(summary.byDocumentation, members)} by the product documentation, ${countsWords(summary.byBlog, members)} by the support blog.`;
    case 'untold': {
      const spread = summary.spread ? portsWords(summary.spread, members) : '';
      return summary.untold === flows
        ? `No member can be named: ${gapPhrase(summary.why)}.${spread}`
        : `${summary.untold} of ${flowsWords(flows)} cannot be placed: ${gapPhrase(summary.why)}.${spread}`;
    }
    case 'only-the-device':
      return onlyTheDeviceWords(summary.why, summary.spread, question);
    case 'no-hash':
      return noHashWords(summary.chooser);
    default:
      return summary satisfies never;
  }
}

function fullestWords(counts: Counts, members: Members, flows: number): string {
  const most = Math.max(...counts);
  const fullest = counts.filter((count) => count === most).length;
  if (fullest === usableMembers(members).length && fullest > 1) {
    return `Each carries ${flowsWords(most)}.`;
  }
  const first = counts.indexOf(most) + 1;
  if (most === flows) return `Member ${first} carries everything.`;
  return fullest > 1
    ? `${capitalised(inWords(fullest))} members are the fullest, with ${most} of ${flowsWords(flows)} each.`
    : `Member ${first} is the fullest, with ${most} of ${flowsWords(flows)}.`;
}

/** What the figure of the members shows, as its caption. */
export function figureWords(summary: FlowSummary, { members, flows }: FlowQuestion): string {
  switch (summary.kind) {
    case 'placed':
      return fullestWords(summary.counts, members, flows.length);
    case 'two-readings':
      return 'Of two numbers the first follows the product documentation, the second the support blog.';
    case 'untold':
      return summary.spread && summary.untold === flows.length
        ? 'What each would carry on average if the missing ports are drawn at random; not where a flow is.'
        : 'What cannot be named is not drawn.';
    case 'only-the-device':
      return summary.spread.keys === 1
        ? 'One of these carries everything.'
        : 'What each would carry on average if the hash spreads evenly; not where a flow is.';
    case 'no-hash':
      return 'What each carries, the addresses do not tell.';
    default:
      return summary satisfies never;
  }
}

/** Where the addresses that a rule needs are found; undefined where nothing more can be looked up. */
export function findingHint(why: PlacementGap): string | undefined {
  switch (why) {
    case 'needs-source-mac':
    case 'needs-destination-mac':
      return 'Linux shows its own MAC address with “ip link show bond0” and its neighbours’ with “ip neigh”; Windows with “getmac” and “arp -a”.';
    case 'needs-ports':
      return '“ss -tn” on Linux and “netstat -n” on Windows list the ports of open connections. A client takes another port for each new connection.';
    case 'random-per-socket':
      return 'Traffic that the host forwards can be placed: choose “Linux, encap3+4, forwarded traffic” among the formulas.';
    case 'needs-addresses':
    case 'address-families-differ':
    case 'ipv6-not-documented':
    case 'function-not-published':
    case 'failure-not-documented':
    case 'no-member-up':
      return undefined;
    default:
      return why satisfies never;
  }
}

/** What a confidence mark means, in a sentence. */
const confidenceWords: Readonly<Record<Confidence, string>> = {
  exact: 'Exact: the rule is published, or read in the source code.',
  inputs: 'Documented inputs: the maker says which fields count, not how they become a member.',
  secondary: 'Second hand: from a text that is not the maker’s.',
  memory: 'Common knowledge: no text was found for it.',
};

/** How sure this answer is: as sure as its device, except where what is known does not agree. */
export function certaintyWords(
  { choice }: Pick<FlowQuestion, 'choice'>,
  summary: FlowSummary,
): string {
  if (summary.kind === 'two-readings') {
    return 'Not settled: the maker has published two rules that differ here. Both are shown.';
  }
  if (choice.rule?.kind === 'cisco-teaching-xor') {
    return 'A textbook model and no device: a Catalyst 6500 was seen to choose otherwise. What the switch itself does is in the sources.';
  }
  if (summary.kind === 'untold') {
    // A rule that places some flows and not others is a published one (`read-device.ts`).
    return `The rule is exact: published, or read in the source code. ${
      summary.spread
        ? 'The average is not: it holds only if the missing ports are drawn at random.'
        : 'It names no member where what it needs is missing or not documented.'
    }`;
  }
  // Without a hash there are no fields that count.
  if (summary.kind === 'no-hash' && choice.confidence === 'inputs') {
    return summary.chooser === 'per-nic'
      ? 'Documented: each address has its own port. Which one is up to your set-up.'
      : 'Documented: the maker says what decides.';
  }
  return confidenceWords[choice.confidence];
}
