import { isNonEmpty } from '../result.ts';
import { bitsPerSecond } from '../units.ts';
import type { BitsPerSecond } from '../units.ts';
import type { Change } from './changes.ts';
import type { Chooser, Hop, Member, Scenario } from './scenario.ts';

/**
 * The scenario with one more member of a hop down, or undefined where only one is left. Of unlike
 * members it is a fastest one: what is left must not look better than the worst that may come.
 */
export function withMemberDown(scenario: Scenario, index: number): Scenario | undefined {
  const hop = scenario.hops[index];
  const left = hop?.members.filter(({ up }) => up) ?? [];
  if (!hop || left.length < 2) return undefined;
  const fastest = Math.max(...left.map(({ speed }) => speed));
  const failing = hop.members.findLastIndex(({ up, speed }) => up && speed === fastest);
  const members = hop.members.map((member, number) =>
    number === failing ? { ...member, up: false } : member,
  );
  return isNonEmpty(members) ? withHop(scenario, index, { ...hop, members }) : undefined;
}

/** The scenario with one of its hops replaced. */
export function withHop(scenario: Scenario, index: number, hop: Hop): Scenario {
  const hops = scenario.hops.map((before, number) => (number === index ? hop : before));
  return isNonEmpty(hops) ? { ...scenario, hops } : scenario;
}

/** Replaces `unknown` by a chooser, at both ends. */
export function assume(scenario: Scenario, chooser: Chooser): Scenario {
  const known = (of: Chooser): Chooser => (of === 'unknown' ? chooser : of);
  const hops = scenario.hops.map((hop) => ({
    ...hop,
    chooser: known(hop.chooser),
    backChooser: known(hop.backChooser),
  }));
  return isNonEmpty(hops) ? { ...scenario, hops } : scenario;
}

/** The scenario with another choice at the end of a hop that decides in its direction. */
export function withChooser(scenario: Scenario, index: number, chooser: Chooser): Scenario {
  const hop = scenario.hops[index];
  if (!hop) return scenario;
  const end = scenario.direction === 'backup' ? { chooser } : { backChooser: chooser };
  return withHop(scenario, index, { ...hop, ...end });
}

function withMembers(scenario: Scenario, index: number, members: readonly Member[]): Scenario {
  const hop = scenario.hops[index];
  return hop && isNonEmpty(members) ? withHop(scenario, index, { ...hop, members }) : scenario;
}

/** The scenario with all members of a hop up. */
export function withAllUp(scenario: Scenario, index: number): Scenario {
  const members = scenario.hops[index]?.members ?? [];
  return withMembers(
    scenario,
    index,
    members.map((member) => ({ ...member, up: true })),
  );
}

/** The scenario with a hop of `count` members as its first one is; those there are stay as they are. */
export function withMemberCount(scenario: Scenario, index: number, count: number): Scenario {
  const members = scenario.hops[index]?.members ?? [];
  const [first] = members;
  if (!first) return scenario;
  const all = Array.from(
    { length: count },
    (_, member) => members[member] ?? { ...first, up: true },
  );
  return withMembers(scenario, index, all);
}

/** The scenario with every member of a hop at one speed. */
export function withSpeed(scenario: Scenario, index: number, speed: BitsPerSecond): Scenario {
  const members = scenario.hops[index]?.members ?? [];
  return withMembers(
    scenario,
    index,
    members.map(({ up }) => ({ speed: bitsPerSecond(speed), up })),
  );
}

/** The scenario with more connections for each client or storage address. */
export function withConnections(scenario: Scenario, count: number): Scenario {
  const { traffic } = scenario;
  return traffic.side === 'clients'
    ? { ...scenario, traffic: { ...traffic, connectionsPerClient: count } }
    : { ...scenario, traffic: { ...traffic, connectionsPerAddress: count } };
}

/** The scenario with more storage addresses used in parallel. */
export function withAddresses(scenario: Scenario, count: number): Scenario {
  const { traffic } = scenario;
  return traffic.side === 'storage'
    ? { ...scenario, traffic: { ...traffic, addresses: count } }
    : scenario;
}

/** The scenario with network cards of at least this speed in every client. */
function withCards(scenario: Scenario, speed: BitsPerSecond): Scenario {
  const { traffic } = scenario;
  if (traffic.side !== 'clients') return scenario;
  const groups = traffic.groups.map((group) =>
    group.nic < speed ? { ...group, nic: speed } : group,
  );
  return isNonEmpty(groups) ? { ...scenario, traffic: { ...traffic, groups } } : scenario;
}

function withChange(scenario: Scenario, change: Change): Scenario {
  switch (change.kind) {
    case 'change-chooser':
      return withChooser(scenario, change.hop, change.to);
    case 'more-connections':
      return withConnections(scenario, change.to);
    case 'more-addresses':
      return withAddresses(scenario, change.to);
    case 'port-for-each-path': {
      const last = scenario.hops.length - 1;
      const ends = withChooser(withChooser(scenario, 0, 'per-nic'), last, 'per-nic');
      return withAddresses(ends, change.to);
    }
    case 'faster-cards':
      return withCards(scenario, change.to);
    case 'path-policy': {
      const { traffic } = scenario;
      return traffic.side === 'storage'
        ? { ...scenario, traffic: { ...traffic, pathPolicy: change.to } }
        : scenario;
    }
    case 'repair-members':
      return withAllUp(scenario, change.hop);
    case 'more-members':
      return withMemberCount(scenario, change.hop, change.to);
    case 'faster-links':
      return withSpeed(scenario, change.hop, change.to);
    default:
      return change satisfies never;
  }
}

/** The scenario after these changes, made one after the other. */
export const withChanges = (scenario: Scenario, changes: readonly Change[]): Scenario =>
  changes.reduce(withChange, scenario);
