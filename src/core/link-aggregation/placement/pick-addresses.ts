/**
 * Addresses for a storage system so that every host reaches each of them over another member. What
 * must hold is a table: one row a candidate, one column a host (two where a vendor's texts differ);
 * wanted are rows that differ from each other in every column.
 */
import { sameIp } from './addresses.ts';
import { type Endpoint, type Flow, type Members, reversed, usableMembers } from './flow.ts';
import { place, type PlacementRule } from './place.ts';
import type { Placement, PlacementGap } from './placement.ts';

export interface PickQuestion {
  readonly rule: PlacementRule;
  readonly members: Members;
  readonly hosts: readonly Endpoint[];
  /** The addresses that may be given to the storage, in the order in which they are preferred. */
  readonly candidates: readonly Endpoint[];
  readonly wanted: number;
  readonly protocol?: Flow['protocol'] | undefined;
  /** Whose bundle it is: `hosts` for writing to the storage, `storage` for reading from it. */
  readonly sender?: 'hosts' | 'storage' | undefined;
}

/** One proposed address and how each host reaches it, in the order of the hosts. */
export interface PickedAddress {
  readonly address: Endpoint;
  readonly placements: readonly Placement[];
}

export type PickAnswer =
  | { readonly kind: 'found'; readonly picked: readonly PickedAddress[] }
  /** Proved. After `range-exhausted` no set of the range is larger than `best`. */
  | {
      readonly kind: 'none';
      readonly why: 'fewer-members-up' | 'range-exhausted';
      readonly best: readonly PickedAddress[];
    }
  /** The search was cut off; `best` is the largest set met until then. */
  | { readonly kind: 'undecided'; readonly best: readonly PickedAddress[] }
  | { readonly kind: 'unknown'; readonly why: PlacementGap }
  | { readonly kind: 'nothing-asked' };

/** Steps of the search after which it gives up: under a second, and far above real questions. */
const mostSteps = 500_000;

interface Row extends PickedAddress {
  /** The member of each host, under the first reading and under the second. */
  readonly members: readonly number[];
}

/** The member under both readings of the rule: the same one twice where the rule is certain. */
function membersUnderReadings(placement: Placement): readonly number[] | PlacementGap {
  switch (placement.kind) {
    case 'exact':
    case 'teaching':
      return [placement.member, placement.member];
    case 'ambiguous':
      return placement.readings.map((reading) => reading.member);
    case 'unknown':
      return placement.why;
    default:
      return placement satisfies never;
  }
}

/** A row of the table, or the gap that keeps it from being written. */
function rowFor(question: PickQuestion, address: Endpoint): Row | PlacementGap {
  const { protocol = 'tcp', sender = 'hosts', rule } = question;
  const placements: Placement[] = [];
  const members: number[] = [];
  for (const host of question.hosts) {
    const written: Flow = { source: host, destination: address, protocol };
    const flow = sender === 'hosts' ? written : reversed(written);
    const placement = place(rule, flow, question.members);
    const used = membersUnderReadings(placement);
    if (typeof used === 'string') return used;
    placements.push(placement);
    members.push(...used);
  }
  return { address, placements, members };
}

const goTogether = (left: Row, right: Row): boolean =>
  left.members.every((member, column) => member !== right.members[column]);

/** Of rows with the same members only the first counts: no other can do what it cannot. */
function distinctRows(rows: readonly Row[]): readonly Row[] {
  const firsts = new Map(rows.toReversed().map((row) => [row.members.join(), row]));
  return rows.filter((row) => firsts.get(row.members.join()) === row);
}

interface Search {
  readonly wanted: number;
  steps: number;
  best: readonly Row[];
}

/** Depth first, candidates in order: the first set found is the earliest one in the range. */
function extend(search: Search, chosen: readonly Row[], open: readonly Row[]): void {
  if (chosen.length > search.best.length) search.best = chosen;
  for (const [index, row] of open.entries()) {
    search.steps += 1;
    const hopeless = chosen.length + open.length - index <= search.best.length;
    if (search.best.length >= search.wanted || search.steps > mostSteps || hopeless) return;
    const rest = open.slice(index + 1).filter((other) => goTogether(row, other));
    extend(search, [...chosen, row], rest);
  }
}

const withoutColumns = ({ address, placements }: Row): PickedAddress => ({ address, placements });

/** Addresses the hosts do not have themselves. */
const freeCandidates = ({ candidates, hosts }: PickQuestion): readonly Endpoint[] =>
  candidates.filter(
    ({ ip }) =>
      !hosts.some((host) => ip !== undefined && host.ip !== undefined && sameIp(ip, host.ip)),
  );

/**
 * The earliest addresses of the range that land on `wanted` different members for every host, or a
 * proof that the range holds none: the search is complete, apart from the step limit, which is
 * reported. A rule with two readings must be satisfied under both.
 */
export function pickAddresses(question: PickQuestion): PickAnswer {
  const candidates = freeCandidates(question);
  const { wanted } = question;
  if (question.hosts.length === 0 || candidates.length === 0 || wanted < 1) {
    return { kind: 'nothing-asked' };
  }
  const rows: Row[] = [];
  for (const candidate of candidates) {
    const row = rowFor(question, candidate);
    if (typeof row === 'string') return { kind: 'unknown', why: row };
    rows.push(row);
  }
  const usable = usableMembers(question.members).length;
  const search: Search = { wanted: Math.min(wanted, usable), steps: 0, best: [] };
  extend(search, [], distinctRows(rows));
  const best = search.best.map(withoutColumns);
  if (best.length >= wanted) return { kind: 'found', picked: best };
  if (wanted > usable) return { kind: 'none', why: 'fewer-members-up', best };
  return search.steps > mostSteps
    ? { kind: 'undecided', best }
    : { kind: 'none', why: 'range-exhausted', best };
}
