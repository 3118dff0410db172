/** Placement of many flows at once: as a table, and before and after a member fails. */
import type { Flow, Members } from './flow.ts';
import { place, type PlacementRule } from './place.ts';
import type { Placement } from './placement.ts';
import { mappedInSteps, type Steps } from '../../steps.ts';

export interface PlacedFlow {
  readonly flow: Flow;
  readonly placement: Placement;
}

/** Flows that are placed between two stops. */
export const placementsAtOnce = 64;

/** Each flow with its placement, in the order given. */
export const placedFlowsInSteps = (
  rule: PlacementRule,
  flows: readonly Flow[],
  members: Members,
): Steps<readonly PlacedFlow[]> =>
  mappedInSteps(flows, placementsAtOnce, (flow) => ({
    flow,
    placement: place(rule, flow, members),
  }));

/** The one member a placement names, from 0; undefined where it names none or several. */
export function certainMember(placement: Placement): number | undefined {
  switch (placement.kind) {
    case 'exact':
    case 'teaching':
      return placement.member;
    case 'ambiguous':
    case 'unknown':
      return undefined;
    default:
      return placement satisfies never;
  }
}

/**
 * How many of `flows` each member carries, index by member; undefined as soon as one of them has no
 * single certain member. A teaching model counts: the rule was asked for by that name.
 */
export function flowsPerMember(
  rule: PlacementRule,
  flows: readonly Flow[],
  members: Members,
): readonly number[] | undefined {
  const counts = Array.from({ length: members.count }, () => 0);
  for (const flow of flows) {
    const member = certainMember(place(rule, flow, members));
    if (member === undefined) return undefined;
    counts[member] = (counts[member] ?? 0) + 1;
  }
  return counts;
}

/** A flow that changes its member. */
export interface MovedFlow {
  readonly flow: Flow;
  readonly from: number;
  readonly to: number;
}

/**
 * The flows that change members when `failing` goes down as well, those of healthy members too;
 * undefined where the rule cannot say it for every flow, or where no member would be left.
 */
export function movedFlows(
  rule: PlacementRule,
  flows: readonly Flow[],
  members: Members,
  failing: number,
): readonly MovedFlow[] | undefined {
  const after: Members = { count: members.count, down: [...(members.down ?? []), failing] };
  const moved: MovedFlow[] = [];
  for (const flow of flows) {
    const from = certainMember(place(rule, flow, members));
    const to = certainMember(place(rule, flow, after));
    if (from === undefined || to === undefined) return undefined;
    if (from !== to) moved.push({ flow, from, to });
  }
  return moved;
}
