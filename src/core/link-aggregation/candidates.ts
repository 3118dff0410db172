import { gigabits } from '../units.ts';
import type { Analysis, Change } from './analysis.ts';
import { hopsNamedBy } from './bottleneck.ts';
import {
  withAddresses,
  withAllUp,
  withChooser,
  withConnections,
  withMemberCount,
  withSpeed,
} from './edits.ts';
import { limits } from './scenario.ts';
import type { Chooser, Scenario } from './scenario.ts';

/** A change with what it makes of the scenario. */
export interface Candidate {
  readonly changes: readonly Change[];
  readonly scenario: Scenario;
}

/** How far each kind of change is tried. Speeds are Ethernet's (IEEE 802.3bz, ae, by, ba, cd), in Gbit/s. */
export interface Steps {
  readonly connections: readonly number[];
  readonly memberFactors: readonly number[];
  readonly speeds: readonly number[];
}

/** One step of each kind, for advice beside a result. */
export const oneStep: Steps = { connections: [8], memberFactors: [2], speeds: [10, 25, 100] };

/** Every step, to find the smallest that does. */
export const everyStep: Steps = {
  connections: [2, 4, 8, 16],
  memberFactors: [1.5, 2, 3, 4],
  speeds: [2.5, 5, 10, 25, 40, 50, 100],
};

const hashes: ReadonlySet<Chooser> = new Set(['ip', 'ip-port', 'eight-buckets']);

/** The hops that a change of links would have to widen; none where no change of links helps. */
function hopsToWiden({
  bottleneck,
  hops,
}: Pick<Analysis, 'bottleneck' | 'hops'>): readonly number[] {
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
      return [];
    default:
      return bottleneck satisfies never;
  }
}

/** The hop whose members that are up can carry least. */
function narrowest(hops: Analysis['hops']): number {
  const capacities = hops.map(({ capacity }) => capacity);
  return capacities.findIndex((capacity) => capacity === Math.min(...capacities));
}

function repairs(scenario: Scenario): readonly Candidate[] {
  return scenario.hops.flatMap(({ members }, hop) =>
    members.every(({ up }) => up)
      ? []
      : [
          {
            changes: [{ kind: 'repair-members', hop }],
            scenario: withAllUp(scenario, hop),
          } as const,
        ],
  );
}

function policies(
  scenario: Scenario,
  analysis: Pick<Analysis, 'bottleneck'>,
): readonly Candidate[] {
  const { traffic } = scenario;
  if (traffic.side !== 'storage' || analysis.bottleneck.kind !== 'path-policy') return [];
  const better = (['round-robin', 'least-queue'] as const).filter(
    (to) => to !== traffic.pathPolicy,
  );
  return better.map((to) => ({
    changes: [{ kind: 'path-policy', to }],
    scenario: { ...scenario, traffic: { ...traffic, pathPolicy: to } },
  }));
}

/** Lets every group of links on the path hash by `to`, where it does not tell flows apart as well yet. */
function hashing(
  scenario: Scenario,
  analysis: Pick<Analysis, 'hops'>,
  to: 'ip' | 'ip-port',
): Candidate {
  let changed: Candidate = { changes: [], scenario };
  analysis.hops.forEach(({ chooser, members }, hop) => {
    const good = chooser === to || chooser === 'per-nic' || chooser === 'per-packet';
    if (members.length === 1 || good || (to === 'ip' && hashes.has(chooser))) return;
    const change: Change = { kind: 'change-chooser', hop, to };
    changed = {
      changes: [...changed.changes, change],
      scenario: withChooser(changed.scenario, hop, to),
    };
  });
  return changed;
}

const then = (before: Candidate, change: Change, scenario: Scenario): Candidate => ({
  changes: [...before.changes, change],
  scenario,
});

/** More connections, which only a device that hashes ports can part. */
function moreConnections(
  scenario: Scenario,
  analysis: Pick<Analysis, 'hops'>,
  steps: Steps,
): readonly Candidate[] {
  const { traffic } = scenario;
  const now =
    traffic.side === 'clients' ? traffic.connectionsPerClient : traffic.connectionsPerAddress;
  const ready = hashing(scenario, analysis, 'ip-port');
  return steps.connections
    .filter((to) => to > now)
    .map((to) =>
      then(ready, { kind: 'more-connections', to }, withConnections(ready.scenario, to)),
    );
}

/** More addresses in parallel, which devices that hash addresses can part. */
function moreAddresses(scenario: Scenario, analysis: Pick<Analysis, 'hops'>): readonly Candidate[] {
  const { traffic } = scenario;
  if (traffic.side !== 'storage') return [];
  const ready = hashing(scenario, analysis, 'ip');
  return [4, 8]
    .filter((to) => to > traffic.addresses)
    .map((to) => then(ready, { kind: 'more-addresses', to }, withAddresses(ready.scenario, to)));
}

/** No team at either end of the storage path: an address for each port. */
function portForEachPath(scenario: Scenario): readonly Candidate[] {
  const { traffic, hops } = scenario;
  if (traffic.side !== 'storage') return [];
  const last = hops.length - 1;
  const ends = withChooser(withChooser(scenario, 0, 'per-nic'), last, 'per-nic');
  const ports = Math.max(...[hops[0], hops[last]].map((hop) => hop?.members.length ?? 1));
  if (ports < 2) return [];
  const to = Math.min(limits.addresses.to, Math.max(ports, traffic.addresses));
  return [{ changes: [{ kind: 'port-for-each-path', to }], scenario: withAddresses(ends, to) }];
}

/** A change of every limiting hop at once: several are listed only where one alone would not help. */
function onLimiting(
  scenario: Scenario,
  hops: readonly number[],
  edit: (scenario: Scenario, hop: number) => readonly [Change, Scenario] | undefined,
): readonly Candidate[] {
  let changed: Candidate = { changes: [], scenario };
  for (const hop of hops) {
    const edited = edit(changed.scenario, hop);
    if (edited) changed = then(changed, ...edited);
  }
  return changed.changes.length > 0 ? [changed] : [];
}

function moreMembers(
  scenario: Scenario,
  hops: readonly number[],
  steps: Steps,
): readonly Candidate[] {
  return steps.memberFactors.flatMap((factor) =>
    onLimiting(scenario, hops, (now, hop) => {
      const count = scenario.hops[hop]?.members.length ?? 1;
      const to = Math.min(limits.members.to, Math.ceil(count * factor));
      return to > count
        ? [{ kind: 'more-members', hop, to }, withMemberCount(now, hop, to)]
        : undefined;
    }),
  );
}

function fasterLinks(
  scenario: Scenario,
  hops: readonly number[],
  steps: Steps,
): readonly Candidate[] {
  return steps.speeds.flatMap((_, step) =>
    onLimiting(scenario, hops, (now, hop) => {
      const speeds = scenario.hops[hop]?.members.map(({ speed }) => speed) ?? [];
      const sold = steps.speeds.filter((speed) => gigabits(speed) > Math.min(...speeds))[step];
      if (sold === undefined) return undefined;
      const to = gigabits(sold);
      return [{ kind: 'faster-links', hop, to }, withSpeed(now, hop, to)];
    }),
  );
}

/** Every change that might help, the least effort first. */
export function candidates(
  scenario: Scenario,
  analysis: Pick<Analysis, 'bottleneck' | 'hops'>,
  steps: Steps,
): readonly Candidate[] {
  const limiting = hopsToWiden(analysis);
  return [
    ...repairs(scenario),
    ...policies(scenario, analysis),
    hashing(scenario, analysis, 'ip'),
    hashing(scenario, analysis, 'ip-port'),
    ...moreConnections(scenario, analysis, steps),
    ...moreAddresses(scenario, analysis),
    ...portForEachPath(scenario),
    ...moreMembers(scenario, limiting, steps),
    ...fasterLinks(scenario, limiting, steps),
  ];
}
