import type { BitsPerSecond } from '../units.ts';
import type { Chooser, ClientTraffic, Hop, Scenario, StorageTraffic } from './scenario.ts';

/** A hop as it works in the scenario's direction. */
export interface ActiveHop {
  /** Index of the hop in the scenario. */
  readonly index: number;
  /** What the transmitting device chooses by. */
  readonly chooser: Chooser;
  /** Members that can carry data, as indices into the hop's members. Never empty. */
  readonly usable: readonly number[];
  /** The capacity of each usable member. */
  readonly capacities: readonly BitsPerSecond[];
}

/** One TCP connection (or iSCSI session) and what a device along the path can tell it by. */
export interface PlannedFlow {
  /** Client, or storage address, from 0. */
  readonly owner: number;
  /** Client group; 0 for storage. */
  readonly group: number;
  /** Connection of that owner, from 0. */
  readonly connection: number;
  /** What the owner's own network card carries, all its connections together. */
  readonly nic: number;
  /** Port at the near and at the far end, where each address has a port of its own; otherwise 0. */
  readonly nearPort: number;
  readonly farPort: number;
}

const usableMembers = (hop: Hop): readonly number[] =>
  hop.members.flatMap((member, index) => (member.up ? [index] : []));

/** SMB uses only interfaces of the best speed together; a slower one stays idle. */
function fastestOnly(hop: Hop, usable: readonly number[]): readonly number[] {
  const best = Math.max(...usable.map((index) => hop.members[index]?.speed ?? 0));
  return usable.filter((index) => hop.members[index]?.speed === best);
}

/** The hops as they work in the scenario's direction, in the order of the scenario. */
export function activeHops(scenario: Scenario): readonly ActiveHop[] {
  return scenario.hops.map((hop, index) => {
    const chooser = scenario.direction === 'backup' ? hop.chooser : hop.backChooser;
    const up = usableMembers(hop);
    const classed = scenario.wire.protocol === 'smb' && chooser === 'per-nic';
    const usable = classed ? fastestOnly(hop, up) : up;
    const capacities = usable.flatMap((member) => hop.members[member]?.speed ?? []);
    return { index, chooser, usable, capacities };
  });
}

/** Whether multipath software runs: iSCSI with a port for each address at one end of the path. */
export const hasPaths = (scenario: Scenario, hops: readonly ActiveHop[]): boolean =>
  scenario.traffic.side === 'storage' &&
  scenario.wire.protocol === 'iscsi' &&
  [hops.at(0), hops.at(-1)].some((hop) => hop?.chooser === 'per-nic');

const ports = (hop: ActiveHop | undefined): number =>
  hop?.chooser === 'per-nic' ? hop.usable.length : 1;

/** Ports of the agent that multipath software binds sessions to. */
export const hostPortsOf = (hops: readonly ActiveHop[]): number => ports(hops.at(0));

function clientFlows(traffic: ClientTraffic): readonly PlannedFlow[] {
  const owners = traffic.groups.flatMap(({ count, nic }, group) =>
    Array.from({ length: count }, () => ({ group, nic })),
  );
  return owners.flatMap(({ group, nic }, owner) =>
    Array.from({ length: traffic.connectionsPerClient }, (_, connection) => ({
      owner,
      group,
      connection,
      nic,
      nearPort: owner,
      farPort: owner,
    })),
  );
}

/**
 * Connections from the agent to the storage. Multipath software opens a session from each host port to
 * each address (bound ports x portals); everything else reaches address n through host port n.
 */
function storageFlows(
  scenario: Scenario,
  traffic: StorageTraffic,
  hops: readonly ActiveHop[],
): readonly PlannedFlow[] {
  const hostPorts = hostPortsOf(hops);
  const storagePorts = ports(hops.at(-1));
  const mesh = hasPaths(scenario, hops);
  const flows: PlannedFlow[] = [];
  for (let near = 0; near < (mesh ? hostPorts : 1); near += 1) {
    for (let address = 0; address < traffic.addresses; address += 1) {
      for (let connection = 0; connection < traffic.connectionsPerAddress; connection += 1) {
        const nearPort = mesh ? near : address % hostPorts;
        const farPort = address % storagePorts;
        const number = near * traffic.connectionsPerAddress + connection;
        flows.push({
          owner: address,
          group: 0,
          connection: number,
          nic: Infinity,
          nearPort,
          farPort,
        });
      }
    }
  }
  // One active path, the others wait (Windows FOO, dm-multipath `failover`).
  return mesh && traffic.pathPolicy === 'failover' ? flows.slice(0, 1) : flows;
}

/** Every connection of the scenario, in a stable order. */
export const flowsOf = (scenario: Scenario, hops: readonly ActiveHop[]): readonly PlannedFlow[] =>
  scenario.traffic.side === 'clients'
    ? clientFlows(scenario.traffic)
    : storageFlows(scenario, scenario.traffic, hops);
