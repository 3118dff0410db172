/** The one place that words the form of `flow-form.ts`: labels, and what is wrong beside a field. */
import { type FlowFields, type FlowFormProblem, mostMembers, mostPairs } from './flow-form.ts';
import { flowLinkCharacters, mostFlowLinkCharacters } from './flow-link.ts';
import { addressProblemWords, flowProblemWords } from './placement-words.ts';
import { groupThousands } from '../../units.ts';

export const flowFieldLabels: Readonly<Record<keyof FlowFields, string>> = {
  device: 'Device that sends',
  members: 'Members',
  down: 'Members down',
  flows: 'Flows',
  hosts: 'Hosts',
  range: 'Addresses to choose from',
  wanted: 'How many',
  sender: 'Who sends',
};

// A pasted page must not become a page of error text.
const quoted = (text: string): string =>
  text.length > 40 ? `“${text.slice(0, 40)}…”` : `“${text}”`;

/** What is wrong with a field and its cure, in whole sentences. */
export function flowFormProblemWords(problem: FlowFormProblem): string {
  switch (problem.kind) {
    case 'no-such-choice':
      return `${quoted(problem.text)} is not in the list. Choose one of it.`;
    case 'not-a-count':
      return problem.text === ''
        ? `Nothing is entered. Enter 1 to ${mostMembers}.`
        : `${quoted(problem.text)} is not possible. Enter 1 to ${mostMembers}, in digits.`;
    case 'no-such-member':
      return `There is no member ${quoted(problem.text)}. Enter numbers from 1 to ${problem.members}, or leave it empty.`;
    case 'all-down':
      return 'All members are down, so nothing is sent. Leave at least one up.';
    case 'flow-list':
      return flowProblemWords(problem.problem);
    case 'address':
      return addressProblemWords(problem.problem);
    case 'too-many-pairs':
      return `Hosts times addresses make ${groupThousands(String(problem.pairs))}; at most ${groupThousands(String(mostPairs))} can be tried. Shorten the range.`;
    default:
      return problem satisfies never;
  }
}

/** Why a link is not handed out, and what shortens it. `addresses`: whether it would hold them. */
export function longLinkWords(fragment: string, addresses: boolean): string {
  const [characters, most] = [flowLinkCharacters(fragment), mostFlowLinkCharacters].map((count) =>
    groupThousands(String(count)),
  );
  const cure = addresses
    ? 'Ask about fewer flows, write ranges (10.0.0.21-40) instead of single lines, or leave the addresses out of it.'
    : 'Shorten what is entered.';
  return `This link would have ${characters} characters, and at most ${most} can be read. ${cure} Until then the address bar keeps the link it has.`;
}
