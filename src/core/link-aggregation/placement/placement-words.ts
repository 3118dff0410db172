/** The one place that words gaps and problems of a flow list, in whole sentences. */
import { longestRange } from './address-range.ts';
import type { AddressProblem } from './addresses.ts';
import { type FlowListProblem, mostCharacters, mostFlows, mostLines } from './flow-list.ts';
import type { PickAnswer } from './pick-addresses.ts';
import type { PlacementGap } from './placement.ts';
import { groupThousands } from '../../units.ts';

/** What counts and is missing, without what to do about it; undefined where it is nothing to type. */
export function countsHere(why: PlacementGap): string | undefined {
  switch (why) {
    case 'needs-source-mac':
      return 'The sender’s MAC address counts here.';
    case 'needs-destination-mac':
      return 'The receiver’s MAC address counts here; behind a router it is the router’s.';
    case 'needs-ports':
      return 'Ports count here.';
    default:
      return undefined;
  }
}

/** Why a member cannot be named, and what to do about it. */
export function gapWords(why: PlacementGap): string {
  switch (why) {
    case 'needs-source-mac':
      return `${countsHere(why)} Add it: 10.0.0.1@52:54:00:00:00:10.`;
    case 'needs-destination-mac':
      return `${countsHere(why)} Add it: 10.0.0.2@02:a0:98:00:00:01.`;
    case 'needs-addresses':
      return 'Both IP addresses count here. Add them.';
    case 'needs-ports':
      return `${countsHere(why)} Add one at each end: 10.0.0.1:40000 -> 10.0.0.2:8400.`;
    case 'address-families-differ':
      return 'One end is IPv4 and the other IPv6. Use the same at both ends.';
    case 'ipv6-not-documented':
      return 'The maker describes this for IPv4 only.';
    case 'function-not-published':
      return 'The maker says which fields count, but not how they are combined. Only the device itself can name the member.';
    case 'failure-not-documented':
      return 'The maker does not say where flows go once a member has failed.';
    case 'random-per-socket':
      return 'Linux draws a random number for each connection that starts on the host itself, so addresses and ports do not tell the member.';
    case 'no-member-up':
      return 'No member is up, so nothing is sent.';
    default:
      return why satisfies never;
  }
}

const grouped = (count: number): string => groupThousands(String(count));

const longestText = `At most ${grouped(mostLines)} lines and ${grouped(mostCharacters)} characters can be read.`;

/** Why a piece of text was not put into a field: with it the whole would have been so long. */
export const refusedWords = (lines: number, characters: number): string =>
  `Not inserted: the field would hold ${grouped(lines)} ${lines === 1 ? 'line' : 'lines'} and ${grouped(characters)} characters. ${longestText}`;

// A pasted page must not become a page of error text.
const quoted = (text: string): string =>
  text.length > 40 ? `“${text.slice(0, 40)}…”` : `“${text}”`;

function problemSentence({ kind, text }: FlowListProblem): string {
  switch (kind) {
    case 'not-an-ip-address':
      return `${quoted(text)} is not an IP address. Write it like 192.168.10.21.`;
    case 'not-an-ipv6-address':
      return `${quoted(text)} is not an IPv6 address. Write it like 2001:db8::1, and in brackets before a port.`;
    case 'octet-too-large':
      return `${quoted(text)} holds a part over 255. Correct it.`;
    case 'octet-with-leading-zero':
      return `${quoted(text)} has a leading zero, which some programs read as octal. Leave it out.`;
    case 'not-a-mac-address':
      return `${quoted(text)} is not a MAC address. Write it like 52:54:00:00:00:10, after a single @.`;
    case 'not-a-port':
      return `${quoted(text)} is not a port. Ports run from 0 to 65535.`;
    case 'range-backwards':
      return `${quoted(text)} runs backwards. Put the lower end first.`;
    case 'range-mixes-families':
      return `${quoted(text)} begins with IPv4 and ends with IPv6, or the reverse. Use one of them.`;
    case 'range-too-long':
      return `${quoted(text)} holds more than ${longestRange} entries. Shorten it.`;
    case 'not-a-prefix-length':
      return `${quoted(text)} has no usable length after the slash. Write it like 192.168.10.0/28.`;
    case 'no-flows':
      return 'There is no flow yet. Enter one, such as 192.168.10.21-40 -> 192.168.10.10:8400.';
    case 'no-arrow':
      return `${quoted(text)} has no arrow. Put -> between the sender and the receiver.`;
    case 'more-than-one-arrow':
      return `${quoted(text)} has more than one arrow. Use a line for each pair.`;
    case 'not-an-option':
      return `${quoted(text)} is not understood after the receiver. Only udp, vlan 100 and priority 5 may stand there.`;
    case 'families-differ':
      return `${quoted(text)} joins IPv4 with IPv6. Use the same at both ends.`;
    case 'too-many-flows':
      return `That makes more than ${mostFlows} flows. Use shorter ranges.`;
    case 'too-long':
      return `${longestText} Ask about fewer flows, or write ranges.`;
    default:
      return kind satisfies never;
  }
}

/** What is wrong with an address, a port or a range by itself, and its cure. */
export const addressProblemWords = (problem: AddressProblem): string =>
  problemSentence({ ...problem, line: 1 });

/** What is wrong in a line of a flow list, and its cure. */
export const flowProblemWords = (problem: FlowListProblem): string =>
  problem.kind === 'no-flows' || problem.kind === 'too-long'
    ? problemSentence(problem)
    : `Line ${problem.line}: ${problemSentence(problem)}`;

const addressesWords = (count: number): string =>
  count === 1 ? '1 address' : `${count} addresses`;

/** What came of looking for `wanted` addresses. */
export function pickWords(answer: PickAnswer, wanted: number): string {
  switch (answer.kind) {
    case 'found':
      return `These ${addressesWords(wanted)} land on ${wanted} different members for every host.`;
    case 'none':
      return answer.why === 'fewer-members-up'
        ? `${addressesWords(wanted)} cannot use ${wanted} different members: fewer are up. The most that differ are shown.`
        : `No ${addressesWords(wanted)} of the range do it: every combination was tried. At most ${answer.best.length} can differ.`;
    case 'undecided':
      return `The search was stopped before it was complete. ${addressesWords(answer.best.length)} that differ were found; a shorter range or fewer hosts may settle it.`;
    case 'unknown':
      return gapWords(answer.why);
    case 'nothing-asked':
      return 'Enter at least one host, a range of addresses and how many are wanted.';
    default:
      return answer satisfies never;
  }
}
