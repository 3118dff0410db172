/**
 * Addresses for a storage system so that every host reaches each of them over another member. What
 * must hold is a table: one row a candidate, one column a host (two where a vendor's texts differ);
 * wanted are rows that differ from each other in every column.
 */
import { sameIp } from './addresses.ts';
import { type Endpoint, type Flow, type Members, reversed, usableMembers } from './flow.ts';
import { place, type PlacementRule } from './place.ts';
import type { Placement, PlacementGap } from './placement.ts';
import { finished, type Steps } from '../../steps.ts';

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

/** How far picking is. */
export type PickProgress =
  /** Placements worked out, of so many. */
  | { readonly kind: 'placing'; readonly done: number; readonly of: number }
  /** Steps of the search, of so many at the most. */
  | { readonly kind: 'searching'; readonly done: number; readonly of: number };

// Between two of these a picker hands over; on a slow machine either takes a few milliseconds.
const placementsAtOnce = 256;
const stepsAtOnce = 16;

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

/** A row of the table, or the gap that keeps it from being written. `before` counts those of other rows. */
function* rowFor(
  question: PickQuestion,
  address: Endpoint,
  before: number,
  of: number,
): Steps<Row | PlacementGap, PickProgress> {
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
    const done = before + placements.length;
    if (done % placementsAtOnce === 0) yield { kind: 'placing', done, of };
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
function* extend(
  search: Search,
  chosen: readonly Row[],
  open: readonly Row[],
): Steps<void, PickProgress> {
  if (chosen.length > search.best.length) search.best = chosen;
  for (const [index, row] of open.entries()) {
    search.steps += 1;
    if (search.steps % stepsAtOnce === 0)
      yield { kind: 'searching', done: search.steps, of: mostSteps };
    const hopeless = chosen.length + open.length - index <= search.best.length;
    if (search.best.length >= search.wanted || search.steps > mostSteps || hopeless) return;
    const rest = open.slice(index + 1).filter((other) => goTogether(row, other));
    yield* extend(search, [...chosen, row], rest);
  }
}

const withoutColumns = ({ address, placements }: Row): PickedAddress => ({ address, placements });

/** Addresses the hosts do not have themselves. */
const freeCandidates = ({ candidates, hosts }: PickQuestion): readonly Endpoint[] =>
  candidates.filter(
    ({ ip }) =>
      !hosts.some((host) => ip !== undefined && host.ip !== undefined && sameIp(ip, host.ip)),
  );

/** Every row of the table, in the order of the candidates. */
function* rowsFor(
  question: PickQuestion,
  candidates: readonly Endpoint[],
): Steps<readonly Row[] | PlacementGap, PickProgress> {
  const hosts = question.hosts.length;
  const rows: Row[] = [];
  for (const candidate of candidates) {
    const row = yield* rowFor(question, candidate, rows.length * hosts, candidates.length * hosts);
    if (typeof row === 'string') return row;
    rows.push(row);
  }
  return rows;
}

/**
 * The earliest addresses of the range that land on `wanted` different members for every host, or a
 * proof that the range holds none: the search is complete, apart from the step limit, which is
 * reported. A rule with two readings must be satisfied under both. It hands over in between and says how
 * far it is, so that whoever runs it can stop or let others work.
 */
export function* pickInSteps(question: PickQuestion): Steps<PickAnswer, PickProgress> {
  const candidates = freeCandidates(question);
  const { wanted } = question;
  if (question.hosts.length === 0 || candidates.length === 0 || wanted < 1) {
    return { kind: 'nothing-asked' };
  }
  const rows = yield* rowsFor(question, candidates);
  if (typeof rows === 'string') return { kind: 'unknown', why: rows };
  const usable = usableMembers(question.members).length;
  const search: Search = { wanted: Math.min(wanted, usable), steps: 0, best: [] };
  yield* extend(search, [], distinctRows(rows));
  const best = search.best.map(withoutColumns);
  if (best.length >= wanted) return { kind: 'found', picked: best };
  if (wanted > usable) return { kind: 'none', why: 'fewer-members-up', best };
  return search.steps > mostSteps
    ? { kind: 'undecided', best }
    : { kind: 'none', why: 'range-exhausted', best };
}

/** What `pickInSteps` comes to, without a pause. */
export const pickAddresses = (question: PickQuestion): PickAnswer =>
  finished(pickInSteps(question));
