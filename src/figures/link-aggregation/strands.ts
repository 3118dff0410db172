import type { Analysis } from '../../core/link-aggregation/analysis.ts';

/** Flows that are drawn as one curve: one flow while there are few, else all that go the same way. */
export interface Strand {
  /** Indices into `Analysis.flows`. */
  readonly flows: readonly number[];
  /** Which of the six flow colours, from 1. */
  readonly tone: number;
  /** The member it takes, by hop; -1 where its frames go over all members. */
  readonly members: readonly number[];
}

/** So many numbers stand side by side in the narrow figure. */
const mostNumbered = 12;
/** So many curves can be followed one by one. */
const mostAlone = 24;
/** Beyond this the curves are a smear, and the weight of the links says more. */
const mostStrands = 64;

const isClientSide = ({ origin, destination }: Analysis): boolean =>
  origin.kind === 'clients' || destination.kind === 'clients';

/** Client groups have a colour each; on the storage side each address has one. */
function toneOf(analysis: Analysis, flow: Analysis['flows'][number]): number {
  return ((isClientSide(analysis) ? flow.group : flow.owner) % 6) + 1;
}

/** The curves of the placement that is drawn, in the order in which they leave the origin. */
export function strandsOf(analysis: Analysis): readonly Strand[] {
  const alone = analysis.flows.map((flow, index): Strand => ({
    flows: [index],
    tone: toneOf(analysis, flow),
    members: flow.members,
  }));
  if (alone.length <= mostAlone) return alone;
  const merged = Map.groupBy(alone, ({ tone, members }) => `${tone}:${members.join('-')}`);
  const strands = [...merged.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, flows: [first, ...others].flatMap(({ flows }) => flows) }] : [],
  );
  if (strands.length > mostStrands) return [];
  return strands.toSorted((a, b) => compareMembers(a.members, b.members) || a.tone - b.tone);
}

function compareMembers(a: readonly number[], b: readonly number[]): number {
  const hop = a.findIndex((member, index) => member !== b[index]);
  return hop < 0 ? 0 : (a[hop] ?? 0) - (b[hop] ?? 0);
}

/** Whether each curve is one flow and there is room for the flow's number. */
export const isNumbered = (strands: readonly Strand[]): boolean =>
  strands.length <= mostNumbered && strands.every(({ flows }) => flows.length === 1);
