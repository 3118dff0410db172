import { writeMembers } from './listed-members.ts';
import type { Caps, Chooser, Hop, Job, Member, Scenario, Traffic, Wire } from './scenario.ts';
import { defaultScenario } from './scenario.ts';
import type { VolumeUnit } from './scenario.ts';
import { gibibytes, gigabits, gigabytes, tebibytes, terabytes } from '../units.ts';
import type { BitsPerSecond, Bytes } from '../units.ts';

/** A hop as text. `back`, `device` and `far` may be empty: the other end chooses alike, no device named. */
export interface HopFields {
  /** `4` */
  readonly members: string;
  /** In Gbit/s: `1`, or one for each member: `10-1`. */
  readonly speed: string;
  /** One of `choosers`. */
  readonly chooser: string;
  /** What the other end chooses by, for the other direction. Empty: the same. */
  readonly back: string;
  /** Numbers of the members that are down, from 1: `2` or `2, 4`. Empty: none. */
  readonly down: string;
  /** `lacp`, `static` or empty. */
  readonly team: string;
  /**
   * Id of the device whose choice is `chooser`. Before `far` was there it named the one device of the
   * hop, whichever end it stood at: where it can stand at the far end only and `far` is empty, it
   * still does (`placedDevices`).
   */
  readonly device: string;
  /** Id of the device at the other end, whose choice is `back`. */
  readonly far: string;
}

/** A group of clients as text. */
export interface GroupFields {
  readonly count: string;
  /** In Gbit/s. */
  readonly nic: string;
}

/**
 * A scenario as text: what the form holds, what a link carries and what an author writes. The keys
 * are the names of the inputs and of the link's parts. `readScenario` says what is wrong with it.
 */
export interface ScenarioFields {
  readonly side: string;
  readonly direction: string;
  readonly hops: readonly HopFields[];
  readonly clients: readonly GroupFields[];
  readonly routed: string;
  readonly connections: string;
  readonly addresses: string;
  readonly paths: string;
  readonly protocol: string;
  readonly mtu: string;
  readonly ip: string;
  readonly timestamps: string;
  readonly vlan: string;
  readonly volume: string;
  readonly unit: string;
  readonly start: string;
  /** Hours, or empty for no window. */
  readonly window: string;
  /** MB/s, or empty for no limit. */
  readonly disk: string;
  /** `4` for 4:1. */
  readonly reduction: string;
  readonly hashes: string;
}

/** Every chooser by its name: the hash policies and what stands in for one. */
export const choosers = [
  'one-link',
  'per-packet',
  'per-destination',
  'mac',
  'ip',
  'ip-port',
  'eight-buckets',
  'eight-buckets-port',
  'per-client-arp',
  'per-nic',
  'unknown',
] as const satisfies readonly Chooser[];

/** The values that a choice can take, as they stand in a form and in a link. */
export const choices = {
  side: ['clients', 'storage'],
  direction: ['backup', 'restore'],
  chooser: choosers,
  team: ['', 'lacp', 'static'],
  yesNo: ['yes', 'no'],
  paths: ['round-robin', 'least-queue', 'failover'],
  protocol: ['tcp', 'nfs', 'smb', 'iscsi'],
  ip: ['ipv4', 'ipv6'],
  unit: ['GB', 'GiB', 'TB', 'TiB'],
  start: ['together', 'queue'],
  hashes: ['independent', 'same'],
} as const;

/** How many bytes one of `unit` has. */
export function volumeOf(count: number, unit: VolumeUnit): Bytes {
  switch (unit) {
    case 'GB':
      return gigabytes(count);
    case 'GiB':
      return gibibytes(count);
    case 'TB':
      return terabytes(count);
    case 'TiB':
      return tebibytes(count);
    default:
      return unit satisfies never;
  }
}

// Twelve digits keep every number that a person types and drop the noise of a multiplication.
const plain = (value: number): string => String(Number(value.toPrecision(12)));
const inGigabits = (rate: BitsPerSecond): string => plain(rate / gigabits(1));
const yesNo = (value: boolean): string => (value ? 'yes' : 'no');

function writeSpeeds(members: readonly Member[]): string {
  const speeds = members.map((member) => inGigabits(member.speed));
  return new Set(speeds).size === 1 ? (speeds[0] ?? '') : speeds.join('-');
}

function writeHop(hop: Hop): HopFields {
  const down = hop.members.flatMap((member, index) => (member.up ? [] : [index + 1]));
  return {
    members: String(hop.members.length),
    speed: writeSpeeds(hop.members),
    chooser: hop.chooser,
    back: hop.backChooser === hop.chooser ? '' : hop.backChooser,
    down: writeMembers(down),
    team: hop.team === 'unstated' ? '' : hop.team,
    device: hop.device ?? '',
    far: hop.farDevice ?? '',
  };
}

type TrafficKeys = 'side' | 'clients' | 'routed' | 'connections' | 'addresses' | 'paths';

function writeTraffic(traffic: Traffic): Pick<ScenarioFields, TrafficKeys> {
  const unused = {
    clients: [{ count: '20', nic: '1' }],
    routed: 'no',
    addresses: '1',
    paths: 'round-robin',
  };
  switch (traffic.side) {
    case 'clients':
      return {
        ...unused,
        side: traffic.side,
        clients: traffic.groups.map(({ count, nic }) => ({
          count: String(count),
          nic: inGigabits(nic),
        })),
        routed: yesNo(traffic.routed),
        connections: String(traffic.connectionsPerClient),
      };
    case 'storage':
      return {
        ...unused,
        side: traffic.side,
        connections: String(traffic.connectionsPerAddress),
        addresses: String(traffic.addresses),
        paths: traffic.pathPolicy,
      };
    default:
      return traffic satisfies never;
  }
}

const writeWire = (wire: Wire) => ({
  protocol: wire.protocol,
  mtu: String(wire.mtu),
  ip: wire.ip,
  timestamps: yesNo(wire.timestamps),
  vlan: yesNo(wire.vlan),
});

const writeJob = (job: Job) => ({
  volume: plain(job.volume / volumeOf(1, job.unit)),
  unit: job.unit,
  start: job.start,
  window: job.window === undefined ? '' : plain(job.window / 3600),
});

const writeCaps = (caps: Caps) => ({
  disk: caps.disk === undefined ? '' : plain(caps.disk / 1e6),
  reduction: plain(caps.reduction),
});

/** The text form of a scenario. `readScenario` gives the scenario back. */
export function writeScenario(scenario: Scenario): ScenarioFields {
  return {
    ...writeTraffic(scenario.traffic),
    direction: scenario.direction,
    hops: scenario.hops.map(writeHop),
    ...writeWire(scenario.wire),
    ...writeJob(scenario.job),
    ...writeCaps(scenario.caps),
    hashes: scenario.hashes,
  };
}

/** The text form of the default scenario: what a link leaves out. */
export const defaultFields: ScenarioFields = writeScenario(defaultScenario);
