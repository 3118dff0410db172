/** What many placed flows come to: how full each member is, what is not known, and what a failure moves. */
import { bucketWeights, busyChances, expectedBusy, uniformWeights } from '../distribution.ts';
import type { Chooser } from '../scenario.ts';
import type { Choice } from './choices.ts';
import { dealsBuckets } from './cisco-buckets.ts';
import { formatEndpoint } from './endpoint-text.ts';
import type { FlowQuestion } from './flow-form.ts';
import { type Endpoint, type Flow, type Members, usableMembers } from './flow.ts';
import { place, type PlacementRule } from './place.ts';
import type { Placement, PlacementGap } from './placement.ts';
import {
  certainMember,
  type PlacedFlow,
  placedFlowsInSteps,
  placementsAtOnce,
} from './placement-table.ts';
import { finished, mappedInSteps, type Steps } from '../../steps.ts';

/** What a hash that spreads evenly would make of flows whose members nobody can name. */
export interface Spread {
  /** How many different things the device sees; flows that look the same share a member. */
  readonly keys: number;
  /** By member, those that are down included with 0; the weights add up to 1. */
  readonly weights: readonly number[];
  /** Members that carry anything, on average. */
  readonly busy: number;
  /** How likely 0, 1, 2 ... members are busy; undefined where the members are not alike. */
  readonly chances: readonly number[] | undefined;
}

/** Flows on each member, index by member. */
export type Counts = readonly number[];

export type FlowSummary =
  | { readonly kind: 'placed'; readonly counts: Counts; readonly teaching: boolean }
  /** The maker's two texts name different members for `differing` flows. */
  | {
      readonly kind: 'two-readings';
      readonly differing: number;
      readonly byDocumentation: Counts;
      readonly byBlog: Counts;
    }
  /** `untold` flows have no member that can be named, the first of them for this reason. */
  | {
      readonly kind: 'untold';
      readonly untold: number;
      readonly why: PlacementGap;
      readonly counts: Counts;
      /** What they come to if the missing ports are drawn at random; undefined where that says nothing. */
      readonly spread: Spread | undefined;
    }
  /** Nobody but the device can tell, though it does hash. */
  | { readonly kind: 'only-the-device'; readonly why: PlacementGap; readonly spread: Spread }
  | { readonly kind: 'no-hash'; readonly chooser: Chooser };

export interface PlacedQuestion {
  readonly summary: FlowSummary;
  /** Empty where the device does not hash. */
  readonly placed: readonly PlacedFlow[];
}

/** The member under one reading of the two, or the only one. */
function memberBy(by: 'last-octets' | 'whole-addresses', placement: Placement): number | undefined {
  if (placement.kind !== 'ambiguous') return certainMember(placement);
  return placement.readings.find((reading) => reading.by === by)?.member;
}

function countBy(
  placed: readonly PlacedFlow[],
  members: number,
  memberOf: (placement: Placement) => number | undefined,
): Counts {
  const counts = Array.from({ length: members }, () => 0);
  for (const { placement } of placed) {
    const member = memberOf(placement);
    if (member !== undefined) counts[member] = (counts[member] ?? 0) + 1;
  }
  return counts;
}

const address = ({ ip }: Endpoint): string => formatEndpoint({ ip });
const station = ({ ip, mac }: Endpoint): string =>
  formatEndpoint(mac === undefined ? { ip } : { mac });

/** What a device that chooses so sees of a flow. A port that is not told cannot make a difference. */
function keyOf({ chooser, sourceOnly }: Choice, { source, destination, protocol }: Flow): string {
  if (sourceOnly === true) return chooser === 'mac' ? station(source) : address(source);
  if (chooser === 'mac') return `${station(source)} ${station(destination)}`;
  if (chooser === 'ip' || chooser === 'eight-buckets') {
    return `${address(source)} ${address(destination)}`;
  }
  const [from, to] = [source, destination].map(({ ip, port }) => formatEndpoint({ ip, port }));
  return `${from} ${to} ${protocol}`;
}

/** How evenly hashed flows would lie, by the closed form. Catalyst deals 8 buckets to the members. */
export function spreadOf({ choice, members, flows }: FlowQuestion): Spread {
  const keys = new Set(flows.map((flow) => keyOf(choice, flow))).size;
  const usable = usableMembers(members);
  const buckets = dealsBuckets(choice.chooser);
  const shares = buckets ? bucketWeights(usable.length) : uniformWeights(usable.length);
  const weights = Array.from({ length: members.count }, (_, member) => {
    const position = usable.indexOf(member);
    return position < 0 ? 0 : (shares[position] ?? 0);
  });
  const alike = new Set(shares).size === 1;
  const chances = alike ? [...busyChances(usable.length, keys)] : undefined;
  return { keys, weights, busy: expectedBusy(shares, keys), chances };
}

const onlyTheDevice: ReadonlySet<PlacementGap> = new Set([
  'function-not-published',
  'random-per-socket',
]);

/**
 * How flows lie whose only gap is their ports, if those are drawn at random. Said of the Linux policies
 * that mix both addresses and both ports: a rule that looks at one port alone may see the same in each.
 */
function spreadOfPorts(question: FlowQuestion, placed: readonly PlacedFlow[]): Spread | undefined {
  const { rule } = question.choice;
  const mixes =
    rule?.kind === 'linux' &&
    (rule.policy === 'layer3+4' || (rule.policy === 'encap3+4' && rule.traffic === 'forwarded'));
  const untold = placed.filter(({ placement }) => placement.kind === 'unknown');
  const lackPorts = untold.every(
    ({ placement }) => placement.kind === 'unknown' && placement.why === 'needs-ports',
  );
  if (!mixes || !lackPorts) return undefined;
  const spread = spreadOf({ ...question, flows: untold.map(({ flow }) => flow) });
  return spread.keys > 1 ? spread : undefined;
}

function summarise(question: FlowQuestion, placed: readonly PlacedFlow[]): FlowSummary {
  const { count } = question.members;
  const gaps = placed.flatMap(({ placement }) =>
    placement.kind === 'unknown' ? [placement.why] : [],
  );
  const [why] = gaps;
  const counts = countBy(placed, count, certainMember);
  if (why !== undefined) {
    return onlyTheDevice.has(why)
      ? { kind: 'only-the-device', why, spread: spreadOf(question) }
      : {
          kind: 'untold',
          untold: gaps.length,
          why,
          counts,
          spread: spreadOfPorts(question, placed),
        };
  }
  const differing = placed.filter(({ placement }) => placement.kind === 'ambiguous').length;
  if (differing === 0) {
    const teaching = placed.some(({ placement }) => placement.kind === 'teaching');
    return { kind: 'placed', counts, teaching };
  }
  return {
    kind: 'two-readings',
    differing,
    byDocumentation: countBy(placed, count, (one) => memberBy('last-octets', one)),
    byBlog: countBy(placed, count, (one) => memberBy('whole-addresses', one)),
  };
}

/** Each flow's member as far as it can be named, and what that comes to. */
export function* placementInSteps(question: FlowQuestion): Steps<PlacedQuestion> {
  const { rule, chooser } = question.choice;
  if (rule === undefined) return { summary: { kind: 'no-hash', chooser }, placed: [] };
  const placed = yield* placedFlowsInSteps(rule, question.flows, question.members);
  yield;
  return { summary: summarise(question, placed), placed };
}

/** What `placementInSteps` comes to, without a pause. */
export const placeQuestion = (question: FlowQuestion): PlacedQuestion =>
  finished(placementInSteps(question));

/** What happens when one more member fails. */
export interface Failure {
  /** From 0. */
  readonly member: number;
  /** Flows that were on the member itself. */
  readonly own: number;
  /** Flows of healthy members that move as well. */
  readonly others: number;
}

/** What the failure of `member` moves; undefined where the rule does not say it for every flow. */
function* failureInSteps(
  rule: PlacementRule,
  { count, down = [] }: Members,
  placed: readonly PlacedFlow[],
  member: number,
): Steps<Failure | undefined> {
  const after = { count, down: [...down, member] };
  const targets = yield* mappedInSteps(placed, placementsAtOnce, ({ flow }) =>
    certainMember(place(rule, flow, after)),
  );
  const moves = { own: 0, others: 0 };
  for (const [index, { placement }] of placed.entries()) {
    const [from, to] = [certainMember(placement), targets[index]];
    if (from === undefined || to === undefined) return undefined;
    if (from === member) moves.own += 1;
    else if (from !== to) moves.others += 1;
  }
  return { member, ...moves };
}

/**
 * For each member that is up, what its failure moves; undefined where the rule does not say it for
 * every flow, and for the last member.
 */
export function* failuresInSteps(
  rule: PlacementRule,
  { members }: FlowQuestion,
  placed: readonly PlacedFlow[],
): Steps<readonly Failure[] | undefined> {
  const usable = usableMembers(members);
  if (usable.length < 2) return undefined;
  const failures: Failure[] = [];
  for (const member of usable) {
    const failure = yield* failureInSteps(rule, members, placed, member);
    if (failure === undefined) return undefined;
    failures.push(failure);
  }
  return failures;
}
