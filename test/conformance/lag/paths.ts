/** The inputs of a case as a scenario of the core. By the inputs that are there, never by the id. */
import { bucketWeights } from '../../../src/core/link-aggregation/distribution.ts';
import { defaultScenario } from '../../../src/core/link-aggregation/scenario.ts';
import type {
  Chooser,
  ClientGroup,
  Hop,
  Member,
  PathPolicy,
  Scenario,
  StorageTraffic,
} from '../../../src/core/link-aggregation/scenario.ts';
import { gigabits } from '../../../src/core/units.ts';
import { has, NotCovered, number, numberOr, numbers, text } from './case.ts';
import type { Inputs } from './case.ts';
import { receivingChooser, sendingChooser } from './choosers.ts';
import { wireOf } from './rates.ts';

function hopOf(speedsGbps: readonly number[], chooser: Chooser, down = 0): Hop {
  const members = speedsGbps.map((speed, index): Member => ({
    speed: gigabits(speed),
    up: index >= down,
  }));
  const [first, ...others] = members;
  if (!first) throw new NotCovered('a hop without members');
  return { members: [first, ...others], chooser, backChooser: chooser, team: 'unstated' };
}

const equal = (count: number, speed: number): readonly number[] =>
  Array.from({ length: count }, () => speed);

/** Cases that give no card speed mean flows that can fill any link. */
const anyCard = 1e6;

const groupOf = (count: number, nicGbps: number): ClientGroup => ({
  count,
  nic: gigabits(nicGbps),
});

function groupsOf(inputs: Inputs): readonly [ClientGroup, ...ClientGroup[]] {
  const listed = inputs['clients'];
  if (Array.isArray(listed)) {
    const [first, ...others] = listed.map((group: Inputs) =>
      groupOf(number(group, 'count'), number(group, 'nic_Gbps')),
    );
    if (!first) throw new NotCovered('no clients');
    return [first, ...others];
  }
  const count = has(inputs, 'clients') ? number(inputs, 'clients') : number(inputs, 'flows');
  const key = has(inputs, 'nic_Gbps') ? 'nic_Gbps' : 'flow_cap_Gbps';
  return [groupOf(count, numberOr(inputs, key, anyCard))];
}

/** What the device before a team of clients' traffic chooses by. */
function clientChooser(inputs: Inputs): Chooser {
  if (has(inputs, 'teaming')) return receivingChooser(text(inputs, 'teaming'));
  const said = text(inputs, has(inputs, 'switch_hash') ? 'switch_hash' : 'hash');
  if (said === '') return 'ip';
  const chooser = sendingChooser(said);
  if (chooser === 'eight-buckets') checkBuckets(said, number(inputs, 'links'));
  return chooser;
}

/** The weights that a case states must be those that the core derives. */
function checkBuckets(said: string, members: number): void {
  const stated = /\[([\d, ]+)\]/.exec(said)?.[1];
  const derived = bucketWeights(members).map((weight) => weight * 8);
  if (stated !== undefined && stated.replaceAll(' ', '') !== derived.join()) {
    throw new NotCovered(`buckets ${stated} are not those of ${members} members`);
  }
}

/** Many flows into one team: the front end, and every case with plain flows. */
function clientScenario(inputs: Inputs): Scenario {
  const down = numberOr(inputs, 'links_down', numberOr(inputs, 'members_down', 0));
  const links = equal(numberOr(inputs, 'links', 1), number(inputs, 'link_Gbps'));
  const team = hopOf(links, clientChooser(inputs), down);
  const uplinks = has(inputs, 'uplink_Gbps')
    ? [hopOf(equal(numberOr(inputs, 'uplinks', 1), number(inputs, 'uplink_Gbps')), 'ip')]
    : [];
  const [first, ...others] = [...uplinks, team];
  return {
    ...defaultScenario,
    hops: first ? [first, ...others] : [team],
    traffic: {
      side: 'clients',
      groups: groupsOf(inputs),
      connectionsPerClient: 1,
      routed: inputs['routed'] === true,
    },
    wire: wireOf(inputs),
  };
}

const oneShare: StorageTraffic = {
  side: 'storage',
  addresses: 1,
  connectionsPerAddress: 1,
  pathPolicy: 'round-robin',
};

function storageScenario(
  inputs: Inputs,
  hops: Scenario['hops'],
  traffic: Partial<StorageTraffic> = {},
  protocol: Scenario['wire']['protocol'] = 'tcp',
): Scenario {
  return {
    ...defaultScenario,
    hops,
    traffic: { ...oneShare, ...traffic },
    wire: { ...wireOf(inputs), protocol },
  };
}

const policies: Readonly<Record<string, PathPolicy>> = {
  rr: 'round-robin',
  lqd: 'least-queue',
  failover: 'failover',
  foo: 'failover',
};

/** iSCSI ports on either side, each with its own address. */
function mpioScenario(inputs: Inputs): Scenario {
  const pathPolicy = policies[text(inputs, 'path_policy')];
  if (!pathPolicy) throw new NotCovered(`path policy ${text(inputs, 'path_policy')}`);
  const side = (count: string, speed: string, down: string): Hop => {
    const speeds = inputs[speed];
    const listed = Array.isArray(speeds)
      ? numbers(inputs, speed)
      : equal(number(inputs, count), number(inputs, speed));
    return hopOf(listed, 'per-nic', numberOr(inputs, down, 0));
  };
  const host = side('host_nics', 'host_nic_Gbps', 'host_nics_down');
  const array = side('array_ports', 'array_port_Gbps', 'array_ports_down');
  const addresses = array.members.filter(({ up }) => up).length;
  return storageScenario(inputs, [host, array], { addresses, pathPolicy }, 'iscsi');
}

/** Ports that the protocol itself places connections on: SMB Multichannel, session trunking. */
function portsScenario(inputs: Inputs): Scenario {
  const nics = inputs['nics'];
  const speeds = Array.isArray(nics)
    ? numbers(inputs, 'nics')
    : equal(number(inputs, 'nics'), number(inputs, 'link_Gbps'));
  const hop = hopOf(speeds, 'per-nic');
  const trunking = has(inputs, 'storage_ips');
  const addresses = numberOr(inputs, 'storage_ips', speeds.length);
  const connectionsPerAddress = numberOr(inputs, 'connections_per_nic', 1);
  const traffic = { addresses, connectionsPerAddress };
  return storageScenario(inputs, [hop, hop], traffic, trunking ? 'nfs' : 'smb');
}

/** What the host sends by, as a case says it. A team without a word about it hashes addresses. */
function hostChooser(inputs: Inputs): Chooser {
  const key = ['host_hash', 'host_policy'].find((name) => has(inputs, name));
  return key ? sendingChooser(text(inputs, key)) : 'ip';
}

/** What the switch sends to the storage by. Separate ports have an address each. */
function switchChooser(inputs: Inputs): Chooser {
  if (has(inputs, 'storage_ports')) return 'per-nic';
  if (has(inputs, 'storage_teaming')) return receivingChooser(text(inputs, 'storage_teaming'));
  if (!has(inputs, 'switch_hash')) return 'ip';
  const said = text(inputs, 'switch_hash');
  // A hash of whatever fields keeps one connection on one link: the finest one is the strictest test.
  return /^any\b/i.test(said) ? 'ip-port' : sendingChooser(said);
}

/** One host and its storage behind a switch. */
function twoHopScenario(inputs: Inputs): Scenario {
  const speed = (key: string): number =>
    has(inputs, key) ? number(inputs, key) : number(inputs, 'link_Gbps');
  const hostDown = numberOr(inputs, 'host_links_down', 0);
  const storageDown = numberOr(inputs, 'storage_links_down', 0);
  const storage = has(inputs, 'storage_ports') ? 'storage_ports' : 'storage_links';
  const host = hopOf(
    equal(number(inputs, 'host_links'), speed('host_link_Gbps')),
    hostChooser(inputs),
    hostDown,
  );
  const links = equal(number(inputs, storage), speed('storage_link_Gbps'));
  const far = hopOf(links, switchChooser(inputs), storageDown);
  const serial = inputs['in_parallel'] === false;
  // Addresses carry data only as far as there are shares to use them.
  const shares = numberOr(inputs, 'shares', numberOr(inputs, 'storage_ips', 1));
  const addresses = serial ? 1 : Math.min(shares, numberOr(inputs, 'storage_ips', shares));
  const connectionsPerAddress = Math.max(
    1,
    Math.round(numberOr(inputs, 'flows', addresses) / addresses),
  );
  return storageScenario(inputs, [host, far], { addresses, connectionsPerAddress }, 'nfs');
}

/** Flows that two devices in a row hash independently. */
function twoHashScenario(inputs: Inputs): Scenario {
  const hop = (key: string): Hop =>
    hopOf(equal(number(inputs, key), number(inputs, 'link_Gbps')), 'ip-port');
  const connectionsPerAddress = number(inputs, 'flows');
  return storageScenario(
    inputs,
    [hop('hop1_links'), hop('hop2_links')],
    { connectionsPerAddress },
    'nfs',
  );
}

/** One sending host with a team and nothing said of the other hop. */
function senderScenario(inputs: Inputs): Scenario {
  const links = has(inputs, 'uplinks') ? number(inputs, 'uplinks') : number(inputs, 'links');
  const team = hopOf(equal(links, number(inputs, 'link_Gbps')), hostChooser(inputs));
  return storageScenario(inputs, [team]);
}

/** Shares on ports of their own; one after another if the case says so. */
function sharesScenario(inputs: Inputs): Scenario {
  const shares = number(inputs, 'shares');
  const hop = hopOf(equal(shares, number(inputs, 'link_Gbps')), 'per-nic');
  const addresses = inputs['in_parallel'] === false ? 1 : shares;
  return storageScenario(inputs, [hop, hop], { addresses }, 'nfs');
}

/** The scenario that the inputs describe, or `NotCovered` with the reason. */
export function scenarioOf(inputs: Inputs): Scenario {
  if (has(inputs, 'array_ports')) return mpioScenario(inputs);
  if (has(inputs, 'hop1_links', 'hop2_links')) return twoHashScenario(inputs);
  if (has(inputs, 'nics')) return portsScenario(inputs);
  if (has(inputs, 'host_links')) return twoHopScenario(inputs);
  if (has(inputs, 'host_policy')) return senderScenario(inputs);
  if (has(inputs, 'shares')) return sharesScenario(inputs);
  if (has(inputs, 'clients') || has(inputs, 'flows')) return clientScenario(inputs);
  throw new NotCovered(`no path for inputs ${Object.keys(inputs).join(', ')}`);
}
