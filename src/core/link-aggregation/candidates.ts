import { gigabits } from '../units.ts';
import type { Analysis } from './analysis.ts';
import type { Change } from './changes.ts';
import { hopsNamedBy, near } from './bottleneck.ts';
import { dealsBuckets } from './placement/cisco-buckets.ts';
import { withChanges } from './edits.ts';
import { limits } from './scenario.ts';
import type { Chooser, Job, Scenario } from './scenario.ts';

/** Changes that are made together, in the order in which `withChanges` applies them. */
export type Changes = readonly Change[];

const hashes: ReadonlySet<Chooser> = new Set([
  'ip',
  'ip-port',
  'eight-buckets',
  'eight-buckets-port',
]);

/** What a device can hash by that hashes by `now`: one that deals buckets deals them whatever it hashes. */
const inItsWay = (to: 'ip' | 'ip-port', now: Chooser): Chooser =>
  to === 'ip-port' && dealsBuckets(now) ? 'eight-buckets-port' : to;

/**
 * The hops that a change of links would have to widen; none where no change of links helps. A batch may
 * wait for its fullest link although disks or cards hold the rate down.
 */
function hopsToWiden(
  { bottleneck, hops }: Pick<Analysis, 'bottleneck' | 'hops'>,
  start: Job['start'],
): readonly number[] {
  switch (bottleneck.kind) {
    case 'hop':
    case 'hops-alike':
      return hopsNamedBy(bottleneck);
    case 'none':
      return hops.map((_, index) => index);
    case 'path-policy':
      return [narrowest(hops)];
    case 'client-nics':
    case 'disk':
      return start === 'together' ? leastAlone(hops) : [];
    default:
      return bottleneck satisfies never;
  }
}

/** The hops that let least through by themselves. */
function leastAlone(hops: Analysis['hops']): readonly number[] {
  const least = Math.min(...hops.map(({ expectedAlone }) => expectedAlone));
  return hops.flatMap(({ expectedAlone }, hop) => (near(expectedAlone, least) ? [hop] : []));
}

/** The hop whose members that are up can carry least. */
function narrowest(hops: Analysis['hops']): number {
  const capacities = hops.map(({ capacity }) => capacity);
  return capacities.findIndex((capacity) => capacity === Math.min(...capacities));
}

/** The repair of every hop with a member down. It costs least, so every other change comes after it. */
export const repairOf = ({ hops }: Scenario): Changes =>
  hops.flatMap(({ members }, hop) =>
    members.every(({ up }) => up) ? [] : [{ kind: 'repair-members', hop } as const],
  );

function policies({ traffic }: Scenario): readonly Changes[] {
  if (traffic.side !== 'storage') return [];
  const better = (['round-robin', 'least-queue'] as const).filter(
    (to) => to !== traffic.pathPolicy,
  );
  return better.map((to) => [{ kind: 'path-policy', to }]);
}

/** Lets every group of links on the path hash by `to`, where it does not tell flows apart as well yet. */
function hashing(scenario: Scenario, to: 'ip' | 'ip-port'): Changes {
  return scenario.hops.flatMap(({ members, ...ends }, hop) => {
    const chooser = scenario.direction === 'backup' ? ends.chooser : ends.backChooser;
    const wanted = inItsWay(to, chooser);
    const good = chooser === wanted || chooser === 'per-nic' || chooser === 'per-packet';
    if (members.length === 1 || good || (to === 'ip' && hashes.has(chooser))) return [];
    return [{ kind: 'change-chooser', hop, to: wanted } as const];
  });
}

/** More connections, which only a device that hashes ports can part. */
function moreConnections(scenario: Scenario, steps: readonly number[]): readonly Changes[] {
  const { traffic } = scenario;
  const now =
    traffic.side === 'clients' ? traffic.connectionsPerClient : traffic.connectionsPerAddress;
  const owners =
    traffic.side === 'clients'
      ? traffic.groups.reduce((sum, group) => sum + group.count, 0)
      : traffic.addresses;
  const ready = hashing(scenario, 'ip-port');
  return steps
    .filter((to) => to > now && to * owners <= limits.flows.to)
    .map((to) => [...ready, { kind: 'more-connections', to } as const]);
}

/** More addresses in parallel, which devices that hash addresses can part. */
function moreAddresses(scenario: Scenario): readonly Changes[] {
  const { traffic } = scenario;
  if (traffic.side !== 'storage') return [];
  const ready = hashing(scenario, 'ip');
  return [4, 8]
    .filter((to) => to > traffic.addresses)
    .map((to) => [...ready, { kind: 'more-addresses', to } as const]);
}

/** No team at either end of the storage path: an address for each port. */
function portForEachPath({ traffic, hops }: Scenario): readonly Changes[] {
  if (traffic.side !== 'storage') return [];
  const ports = Math.max(...[hops[0], hops.at(-1)].map((hop) => hop?.members.length ?? 1));
  if (ports < 2) return [];
  const to = Math.min(limits.addresses.to, Math.max(ports, traffic.addresses));
  return [[{ kind: 'port-for-each-path', to }]];
}

/**
 * What can be done without a new link, the least effort first; each family is one kind of change, its
 * smallest step first. `connections` are the steps to try.
 */
export const settings = (
  scenario: Scenario,
  connections: readonly number[],
): readonly (readonly Changes[])[] => [
  policies(scenario),
  [hashing(scenario, 'ip'), hashing(scenario, 'ip-port')],
  moreConnections(scenario, connections),
  moreAddresses(scenario),
  portForEachPath(scenario),
];

/**
 * The settings that more links may need to be of use: a hash that parts the flows, also on hops that are
 * a single link as yet, and more connections or addresses for it to part.
 */
export function settingsForMore(scenario: Scenario): readonly (readonly Changes[])[] {
  const all = scenario.hops.map((_, hop): Change => ({
    kind: 'more-members',
    hop,
    to: limits.members.to,
  }));
  const wide = withChanges(scenario, all);
  const hashed = [hashing(wide, 'ip'), hashing(wide, 'ip-port')];
  return [
    hashed.filter(({ length }) => length > 0),
    moreConnections(wide, [8, 16]),
    moreAddresses(wide),
  ];
}

/** Faster network cards in the clients whose cards are slower than one of `sold`, in Gbit/s. */
export function fasterCards({ traffic }: Scenario, sold: readonly number[]): readonly Changes[] {
  if (traffic.side !== 'clients') return [];
  const slowest = Math.min(...traffic.groups.map(({ nic }) => nic));
  return sold
    .map(gigabits)
    .filter((speed) => speed > slowest)
    .map((to) => [{ kind: 'faster-cards', to }]);
}

/** Twice as many members where the path is limited, and links of a faster kind that is often at hand. */
export function wider(
  { hops, job }: Scenario,
  analysis: Pick<Analysis, 'bottleneck' | 'hops'>,
): readonly Changes[] {
  const limiting = hopsToWiden(analysis, job.start);
  const members = limiting.flatMap((hop): Changes => {
    const count = hops[hop]?.members.length ?? 1;
    const to = Math.min(limits.members.to, 2 * count);
    return to > count ? [{ kind: 'more-members', hop, to }] : [];
  });
  const faster = limiting.flatMap((hop): Changes => {
    const now = Math.min(...(hops[hop]?.members.map(({ speed }) => speed) ?? []));
    const sold = [10, 25, 100].map(gigabits).find((speed) => speed > now);
    return sold === undefined ? [] : [{ kind: 'faster-links', hop, to: sold }];
  });
  return [members, faster];
}
