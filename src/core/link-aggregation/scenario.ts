import type { BitsPerSecond, Bytes, BytesPerSecond, Seconds } from '../units.ts';
import { gigabits, hours, terabytes } from '../units.ts';

/**
 * What a transmitting device looks at when it picks the member that carries a frame: its hash policy, or
 * what stands in for one.
 *
 * - `one-link`: no aggregation, active-backup, one MAC address learned on one port
 * - `per-packet`: frames in turn over all members (Linux balance-rr)
 * - `per-destination`: by peer (Linux balance-tlb, Intel ALB on transmit)
 * - `mac`, `ip`, `ip-port`: a hash of those fields, uniform over the members
 * - `eight-buckets`: a hash of the addresses into 8 buckets that are dealt to the members (Catalyst)
 * - `eight-buckets-port`: a hash of addresses and ports into the same 8 buckets: the value is 0 to 7 by
 *   whatever method a Catalyst is set to (Cisco document 116385)
 * - `per-client-arp`: each local IPv4 client is given a member's MAC address in turn (Intel ALB with
 *   receive balancing, Linux balance-alb)
 * - `per-nic`: no team; each address has its own port (MPIO, SMB Multichannel, session trunking,
 *   routes or source binding)
 * - `unknown`: the address hash and the connection hash are both computed and both shown
 */
export type Chooser =
  | 'one-link'
  | 'per-packet'
  | 'per-destination'
  | 'mac'
  | 'ip'
  | 'ip-port'
  | 'eight-buckets'
  | 'eight-buckets-port'
  | 'per-client-arp'
  | 'per-nic'
  | 'unknown';

/** The choosers that hash header fields: with one of them a flow has a lasting member. */
export const hashPolicies: ReadonlySet<Chooser> = new Set([
  'mac',
  'ip',
  'ip-port',
  'eight-buckets',
  'eight-buckets-port',
]);

/** One physical link of a hop. */
export interface Member {
  readonly speed: BitsPerSecond;
  readonly up: boolean;
}

/** How the two ends of a hop agreed on the group, where the reader said so. */
export type Team = 'lacp' | 'static' | 'unstated';

/** One step of the path, a single link or a group of links between two devices. */
export interface Hop {
  readonly members: readonly [Member, ...Member[]];
  /** How the device nearer to the data's origin in a backup picks a member. It decides in a backup. */
  readonly chooser: Chooser;
  /** How the device at the other end picks a member. It decides in a restore. */
  readonly backChooser: Chooser;
  readonly team: Team;
  /** The id of the nearer device in the device catalogue, only used for its name and its commands. */
  readonly device?: string;
  /** The same of the device at the other end. */
  readonly farDevice?: string;
}

export type Direction = 'backup' | 'restore';

/** Clients that are alike. */
export interface ClientGroup {
  readonly count: number;
  readonly nic: BitsPerSecond;
}

/** Many clients and one media agent. The path runs from the clients' switch to the agent. */
export interface ClientTraffic {
  readonly side: 'clients';
  readonly groups: readonly [ClientGroup, ...ClientGroup[]];
  readonly connectionsPerClient: number;
  /** Whether the clients reach the agent through a router: then all carry the router's MAC address. */
  readonly routed: boolean;
}

/** How multipath software spreads one load over its paths. */
export type PathPolicy = 'round-robin' | 'least-queue' | 'failover';

/** One media agent and its IP storage. The path runs from the agent to the storage. */
export interface StorageTraffic {
  readonly side: 'storage';
  /** Storage addresses that carry data at the same time: shares or portals used in parallel. */
  readonly addresses: number;
  readonly connectionsPerAddress: number;
  /** Only iSCSI with a port for each path (`per-nic` at an end of the path) has a policy to follow. */
  readonly pathPolicy: PathPolicy;
}

export type Traffic = ClientTraffic | StorageTraffic;

export type Protocol = 'tcp' | 'nfs' | 'smb' | 'iscsi';

/** How data is cut into frames. */
export interface Wire {
  readonly protocol: Protocol;
  readonly mtu: number;
  readonly ip: 'ipv4' | 'ipv6';
  readonly timestamps: boolean;
  readonly vlan: boolean;
}

export type VolumeUnit = 'GB' | 'GiB' | 'TB' | 'TiB';

/** What has to be moved, and by when. */
export interface Job {
  readonly volume: Bytes;
  /** The unit the reader thinks in; results are printed in it first. */
  readonly unit: VolumeUnit;
  /** `together`: every client starts at once and nothing follows. `queue`: a finished job is followed by another. */
  readonly start: 'together' | 'queue';
  /** Undefined where there is none to compare with. */
  readonly window: Seconds | undefined;
}

/** Limits outside the network. */
export interface Caps {
  /** What the disks at the slower end read or write of the data that crosses the wire. */
  readonly disk?: BytesPerSecond;
  /** How many bytes become one before the wire: 4 for 4:1 deduplication and compression, 1 for none. */
  readonly reduction: number;
}

/** A path, what crosses it and in which direction. It cannot be wrong: `readScenario` made it. */
export interface Scenario {
  readonly direction: Direction;
  /** In the order of a backup, from the origin of the data to where it is kept. */
  readonly hops: readonly [Hop, ...Hop[]];
  readonly traffic: Traffic;
  readonly wire: Wire;
  readonly job: Job;
  readonly caps: Caps;
  /**
   * Whether devices that hash alike also place alike. Two devices with the same hash, the same
   * fields and the same number of members put colliding flows together on both hops.
   */
  readonly hashes: 'independent' | 'same';
}

/** The bounds of what can be entered. They keep every result computable while a reader types. */
export const limits = {
  hops: { from: 1, to: 6 },
  members: { from: 1, to: 16 },
  speedGbps: { from: 1, to: 100 },
  groups: { from: 1, to: 3 },
  clients: { from: 1, to: 1000 },
  nicGbps: { from: 0.01, to: 100 },
  connections: { from: 1, to: 64 },
  addresses: { from: 1, to: 64 },
  /** Clients x connections, or addresses x connections. */
  flows: { from: 1, to: 4096 },
  mtu: { from: 576, to: 9216 },
  /** 1 GB to 100 PB, in bytes. */
  volume: { from: 1e9, to: 1e17 },
  windowHours: { from: 0.1, to: 720 },
  diskMBps: { from: 1, to: 100000 },
  reduction: { from: 1, to: 100 },
} as const;

/** The hop of `count` equal members that are all up, chosen alike at both ends unless said otherwise. */
export function hop(
  count: number,
  speedGbps: number,
  chooser: Chooser,
  backChooser: Chooser = chooser,
): Hop {
  const member: Member = { speed: gigabits(speedGbps), up: true };
  const others = Array.from({ length: count - 1 }, () => member);
  return { members: [member, ...others], chooser, backChooser, team: 'unstated' };
}

/**
 * Twenty clients with 1GbE, one media agent with four 1GbE ports in an LACP group, and a switch that
 * hashes addresses: the recommendation of the article this calculator accompanies.
 */
export const defaultScenario: Scenario = {
  direction: 'backup',
  hops: [hop(4, 1, 'ip')],
  traffic: {
    side: 'clients',
    groups: [{ count: 20, nic: gigabits(1) }],
    connectionsPerClient: 1,
    routed: false,
  },
  wire: { protocol: 'tcp', mtu: 1500, ip: 'ipv4', timestamps: true, vlan: false },
  job: { volume: terabytes(10), unit: 'TB', start: 'together', window: hours(8) },
  caps: { reduction: 1 },
  hashes: 'independent',
};
