/** The text form of "which member does this flow take?": what the form holds and a link carries. */
import { failed, isNonEmpty, ok, type Result } from '../../result.ts';
import { hasHyphen, listedMembers } from '../listed-members.ts';
import type { AddressProblem } from './addresses.ts';
import type { Choice } from './choices.ts';
import { parseEndpoints, withCommas } from './endpoint-text.ts';
import { type FlowListProblem, flowListInSteps } from './flow-list.ts';
import type { Endpoint, Flow, Members } from './flow.ts';
import type { PickQuestion } from './pick-addresses.ts';
import { finished, type Steps } from '../../steps.ts';

/** The keys are the names of the inputs and of the link's parts. */
export interface FlowFields {
  /** The id of a `Choice`. */
  readonly device: string;
  /** `4` */
  readonly members: string;
  /** Numbers of the members that are down, from 1: `2` or `2, 4`. Empty: none. */
  readonly down: string;
  /** The grammar of `flow-list.ts`. */
  readonly flows: string;
  /** The hosts that the storage addresses are for: ends as in a flow list, or one on each line. */
  readonly hosts: string;
  /** The addresses to choose from, written as the hosts are. */
  readonly range: string;
  readonly wanted: string;
  /** `hosts` or `storage`: whose bundle it is. */
  readonly sender: string;
}

/** A media agent that restores to twenty clients, and a host in want of four storage addresses. */
export const defaultFlowFields: FlowFields = {
  device: 'linux-8023ad-layer34',
  members: '4',
  down: '',
  flows: '192.168.10.10:8400 -> 192.168.10.21-40:50000',
  hosts: '192.168.10.10:50000',
  range: '192.168.10.101-120:2049',
  wanted: '4',
  sender: 'hosts',
};

export const senders = ['hosts', 'storage'] as const;

/** The field that a problem stands beside, and what is wrong there. */
export type FlowFormProblem =
  | { readonly kind: 'no-such-choice'; readonly field: 'device' | 'sender'; readonly text: string }
  | { readonly kind: 'not-a-count'; readonly field: 'members' | 'wanted'; readonly text: string }
  | {
      readonly kind: 'no-such-member';
      readonly field: 'down';
      readonly text: string;
      readonly members: number;
    }
  | { readonly kind: 'list-or-range'; readonly field: 'down'; readonly text: string }
  | { readonly kind: 'all-down'; readonly field: 'down' }
  | { readonly kind: 'flow-list'; readonly field: 'flows'; readonly problem: FlowListProblem }
  | {
      readonly kind: 'address';
      readonly field: 'hosts' | 'range';
      readonly problem: AddressProblem;
    }
  | { readonly kind: 'too-many-pairs'; readonly field: 'range'; readonly pairs: number };

/** Members of a bundle and addresses wanted: 1 to this. */
export const mostMembers = 16; // IEEE 802.1AX groups of current switches and the calculator's limit

/** Hosts times addresses that the picker takes: what a browser computes in a moment. */
export const mostPairs = 65_536;

/** Who chooses among which members. */
export interface Bundle {
  readonly choice: Choice;
  readonly members: Members;
}

export interface FlowQuestion extends Bundle {
  readonly flows: readonly Flow[];
}

function readCount(
  field: 'members' | 'wanted',
  text: string,
): Result<number, Extract<FlowFormProblem, { kind: 'not-a-count' }>> {
  const trimmed = text.trim();
  const count = Number(trimmed);
  return /^\d{1,2}$/.test(trimmed) && count >= 1 && count <= mostMembers
    ? ok(count)
    : failed({ kind: 'not-a-count', field, text: trimmed });
}

function readDown(text: string, members: number): Result<readonly number[], FlowFormProblem> {
  const words = listedMembers(text);
  const hyphened = words.find(hasHyphen);
  if (hyphened !== undefined) {
    return failed({ kind: 'list-or-range', field: 'down', text: hyphened });
  }
  const wrong = words.find((word) => !/^\d{1,2}$/.test(word) || +word < 1 || +word > members);
  if (wrong !== undefined) {
    return failed({ kind: 'no-such-member', field: 'down', text: wrong, members });
  }
  const down = [...new Set(words.map((word) => Number(word) - 1))].toSorted((a, b) => a - b);
  return down.length === members ? failed({ kind: 'all-down', field: 'down' }) : ok(down);
}

/** The device and its members, or every problem that they have. */
export function readBundle(
  fields: FlowFields,
  choices: readonly Choice[],
): Result<Bundle, FlowFormProblem> {
  const choice = choices.find(({ id }) => id === fields.device);
  const count = readCount('members', fields.members);
  // With no count to hold it against, any member that a bundle can have may be down.
  const down = readDown(fields.down, count.ok ? count.value : mostMembers);
  const problems: readonly FlowFormProblem[] = [
    ...(choice ? [] : [{ kind: 'no-such-choice', field: 'device', text: fields.device } as const]),
    ...(count.ok ? [] : count.problems),
    ...(down.ok ? [] : down.problems),
  ];
  if (isNonEmpty(problems)) return failed(...problems);
  if (!choice || !count.ok || !down.ok) throw new Error('a problem was not listed');
  return ok({ choice, members: { count: count.value, down: down.value } });
}

/** The whole question, or every problem of the device, the members and the flow list. */
export function* flowQuestionInSteps(
  fields: FlowFields,
  choices: readonly Choice[],
): Steps<Result<FlowQuestion, FlowFormProblem>> {
  const bundle = readBundle(fields, choices);
  const flows = yield* flowListInSteps(fields.flows);
  const problems: readonly FlowFormProblem[] = [
    ...(bundle.ok ? [] : bundle.problems),
    ...(flows.ok
      ? []
      : flows.problems.map((problem): FlowFormProblem => ({
          kind: 'flow-list',
          field: 'flows',
          problem,
        }))),
  ];
  if (isNonEmpty(problems)) return failed(...problems);
  if (!bundle.ok || !flows.ok) throw new Error('a problem was not listed');
  return ok({ ...bundle.value, flows: flows.value });
}

/** What `flowQuestionInSteps` comes to, without a pause. */
export const readFlowQuestion = (
  fields: FlowFields,
  choices: readonly Choice[],
): Result<FlowQuestion, FlowFormProblem> => finished(flowQuestionInSteps(fields, choices));

function readEnds(
  field: 'hosts' | 'range',
  text: string,
): Result<readonly Endpoint[], FlowFormProblem> {
  const ends = parseEndpoints(withCommas(text));
  if (ends.ok) return ends;
  const [first, ...rest] = ends.problems.map((problem): FlowFormProblem => ({
    kind: 'address',
    field,
    problem,
  }));
  if (first === undefined) throw new Error('a failure without a problem');
  return failed(first, ...rest);
}

/** What is asked of the address picker; undefined rule means that the device does not hash. */
export type PickForm = Omit<PickQuestion, 'rule'> & { readonly choice: Choice };

/** The picker's question, or every problem of its own fields and of the bundle. */
export function readPickForm(
  fields: FlowFields,
  choices: readonly Choice[],
): Result<PickForm, FlowFormProblem> {
  const bundle = readBundle(fields, choices);
  const hosts = readEnds('hosts', fields.hosts);
  const range = readEnds('range', fields.range);
  const wanted = readCount('wanted', fields.wanted);
  const sender = senders.find((known) => known === fields.sender);
  const pairs = hosts.ok && range.ok ? hosts.value.length * range.value.length : 0;
  const problems: readonly FlowFormProblem[] = [
    ...[bundle, hosts, range, wanted].flatMap((part) => (part.ok ? [] : part.problems)),
    ...(sender ? [] : [{ kind: 'no-such-choice', field: 'sender', text: fields.sender } as const]),
    ...(pairs > mostPairs ? [{ kind: 'too-many-pairs', field: 'range', pairs } as const] : []),
  ];
  if (isNonEmpty(problems)) return failed(...problems);
  if (!bundle.ok || !hosts.ok || !range.ok || !wanted.ok) throw new Error('a problem not listed');
  const { choice, members } = bundle.value;
  return ok({
    choice,
    members,
    hosts: hosts.value,
    candidates: range.value,
    wanted: wanted.value,
    sender,
  });
}
