/** The one place that words what is wrong in the form of `flow-form.ts`, in whole sentences. */
import { longestRange } from './address-range.ts';
import type { AddressProblem } from './addresses.ts';
import { type FlowFormProblem, mostMembers, mostPairs } from './flow-form.ts';
import { flowLinkCharacters, mostFlowLinkCharacters } from './flow-link.ts';
import { type FlowListProblem, mostCharacters, mostFlows, mostLines } from './flow-list.ts';
import { hyphenCure } from '../member-words.ts';
import { asTyped } from '../../as-typed.ts';
import { groupThousands } from '../../units.ts';

const grouped = (count: number): string => groupThousands(String(count));

const quoted = (text: string): string => `“${asTyped(text, 40)}”`;

const longestText = `At most ${grouped(mostLines)} lines and ${grouped(mostCharacters)} characters can be read.`;

/** Why a piece of text was not put into a field: with it the whole would have been so long. */
export const refusedWords = (lines: number, characters: number): string =>
  `Not inserted: the field would hold ${grouped(lines)} ${lines === 1 ? 'line' : 'lines'} and ${grouped(characters)} characters. ${longestText}`;

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

/** What is wrong with a field and its cure, in whole sentences. */
export function flowFormProblemWords(problem: FlowFormProblem): string {
  switch (problem.kind) {
    case 'no-such-choice':
      return `${quoted(problem.text)} is not in the list. Choose one of it.`;
    case 'not-a-count':
      return problem.text === ''
        ? `Nothing is entered. Enter 1 to ${mostMembers}.`
        : `${quoted(problem.text)} is not possible. Enter 1 to ${mostMembers}, in digits.`;
    case 'list-or-range':
      return `${quoted(problem.text)} could be a list or a range. ${hyphenCure(problem.text)}`;
    case 'no-such-member':
      return `There is no member ${quoted(problem.text)}. Enter numbers from 1 to ${problem.members}, or leave it empty.`;
    case 'all-down':
      return 'All members are down, so nothing is sent. Leave at least one up.';
    case 'flow-list':
      return flowProblemWords(problem.problem);
    case 'address':
      return addressProblemWords(problem.problem);
    case 'too-many-pairs':
      return `Hosts times addresses make ${grouped(problem.pairs)}; at most ${grouped(mostPairs)} can be tried. Shorten the range.`;
    default:
      return problem satisfies never;
  }
}

/** Why a link is not handed out, and what shortens it. `addresses`: whether it would hold them. */
export function longLinkWords(fragment: string, addresses: boolean): string {
  const [characters, most] = [flowLinkCharacters(fragment), mostFlowLinkCharacters].map(grouped);
  const cure = addresses
    ? 'Ask about fewer flows, write ranges (10.0.0.21-40) instead of single lines, or leave the addresses out of it.'
    : 'Shorten what is entered.';
  return `This link would have ${characters} characters, and at most ${most} can be read. ${cure} Until then the address bar keeps the link it has.`;
}
