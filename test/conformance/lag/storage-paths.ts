/** Cases of one host and its storage. */
import { defaultScenario } from '../../../src/core/link-aggregation/scenario.ts';
import type {
  Chooser,
  Hop,
  PathPolicy,
  Scenario,
  StorageTraffic,
} from '../../../src/core/link-aggregation/scenario.ts';
import { has, NotCovered, number, numberOr, numbers, text } from './case.ts';
import type { Inputs } from './case.ts';
import { receivingChooser, sendingChooser } from './choosers.ts';
import { connectionsOf, equal, hopOf } from './path-parts.ts';
import { wireOf } from './rates.ts';

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
  'round-robin': 'round-robin',
  lqd: 'least-queue',
  'least-queue': 'least-queue',
  failover: 'failover',
  foo: 'failover',
};

/** iSCSI ports on either side, each with its own address. */
export function mpioScenario(inputs: Inputs): Scenario {
  const pathPolicy = policies[text(inputs, 'path_policy')];
  if (!pathPolicy) throw new NotCovered(`path policy ${text(inputs, 'path_policy')}`);
  const side = (count: string, speed: string, down: string): Hop => {
    const speeds = inputs[speed];
    const ports = number(inputs, count);
    const listed = Array.isArray(speeds)
      ? numbers(inputs, speed)
      : equal(ports, number(inputs, speed));
    if (listed.length !== ports) throw new NotCovered(`${ports} ports, ${listed.length} speeds`);
    return hopOf(listed, 'per-nic', numberOr(inputs, down, 0));
  };
  const host = side('host_nics', 'host_nic_Gbps', 'host_nics_down');
  const array = side('array_ports', 'array_port_Gbps', 'array_ports_down');
  const addresses = array.members.filter(({ up }) => up).length;
  return storageScenario(inputs, [host, array], { addresses, pathPolicy }, 'iscsi');
}

/** Ports that the protocol itself places connections on: SMB Multichannel, session trunking. */
export function portsScenario(inputs: Inputs): Scenario {
  const teaming = text(inputs, 'teaming');
  if (teaming !== '' && !/^(none|no team|unteamed)/i.test(teaming))
    throw new NotCovered(`ports of their own in a team “${teaming}”`);
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
export function twoHopScenario(inputs: Inputs): Scenario {
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
  const flows = numberOr(inputs, 'flows', addresses * connectionsOf(inputs, 1));
  const connectionsPerAddress = Math.max(1, Math.round(flows / addresses));
  return storageScenario(inputs, [host, far], { addresses, connectionsPerAddress }, 'nfs');
}

/** Flows that two devices in a row hash independently. */
export function twoHashScenario(inputs: Inputs): Scenario {
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
export function senderScenario(inputs: Inputs): Scenario {
  const links = has(inputs, 'uplinks') ? number(inputs, 'uplinks') : number(inputs, 'links');
  if (numberOr(inputs, 'vnics', 1) > 1) throw new NotCovered('virtual ports of several cards');
  const down = numberOr(inputs, 'links_down', numberOr(inputs, 'members_down', 0));
  const team = hopOf(equal(links, number(inputs, 'link_Gbps')), hostChooser(inputs), down);
  const connectionsPerAddress = numberOr(inputs, 'flows', connectionsOf(inputs, 1));
  return storageScenario(inputs, [team], { connectionsPerAddress });
}

/** Shares on ports of their own; one after another if the case says so. */
export function sharesScenario(inputs: Inputs): Scenario {
  const shares = number(inputs, 'shares');
  const hop = hopOf(equal(shares, number(inputs, 'link_Gbps')), 'per-nic');
  const serial = inputs['in_parallel'] === false;
  const addresses = serial ? 1 : Math.min(shares, numberOr(inputs, 'storage_ips', shares));
  return storageScenario(inputs, [hop, hop], { addresses }, 'nfs');
}
