import { formatByteRate, formatRate, significant } from '../units.ts';
import type { Analysis } from './analysis.ts';
import type { Finding } from './findings.ts';
import { slowCardsSentence, slowdownSentence } from './batch-words.ts';
import type { Counted, OneKeyReason } from './sees.ts';
import type { Assumption } from './trust.ts';
import {
  busyPhrase,
  capitalised,
  chooserPhrases,
  count,
  deviceName,
  listed,
  policyNames,
} from './words.ts';

function reasonSentence(because: OneKeyReason): string {
  switch (because) {
    case 'behind-router':
      return 'All clients come through a router, so every frame carries the same pair of MAC addresses.';
    case 'one-address-pair':
      return 'One host talks to one storage address, so every packet carries the same pair of IP addresses.';
    case 'one-mac-pair':
      return 'All frames go between the same two MAC addresses.';
    case 'one-destination':
      return 'Everything has the same destination.';
    case 'one-connection':
      return 'There is one connection.';
    case 'one-client':
      return 'There is one client.';
    case 'arp-needs-ipv4':
      return 'Sharing out clients by ARP works with IPv4 only.';
    default:
      return because satisfies never;
  }
}

function oneKeySentence(
  { supposed, chooser, because, members }: Extract<Finding, { readonly kind: 'one-key' }>,
  device: string,
): string {
  const chooses = `${device} ${chooserPhrases[chooser]}`;
  const known = supposed ? `Suppose ${chooses}` : capitalised(chooses);
  return `${known}. ${reasonSentence(because)} One of ${count(members, 'link')} carries everything.`;
}

/** What both likely ways of choosing come to, and which of them the other sentences are about. */
function unknownSentence(
  { ip, ipPort, told }: Extract<Finding, { readonly kind: 'unknown-chooser' }>,
  { hops }: Pick<Analysis, 'hops'>,
): string {
  const devices = hops
    .filter(({ chooser }) => chooser === 'unknown')
    .map(({ from }) => deviceName(from));
  const unknown = `What ${listed(devices)} ${devices.length === 1 ? 'chooses' : 'choose'} by is not known`;
  const [byIp, byPort] = [formatRate(ip), formatRate(ipPort)];
  const reasons = `The reasons told are those of ${told === 'ip' ? 'a hash of IP addresses' : 'a hash of addresses and ports'}`;
  return byIp === byPort
    ? `${unknown}: a hash of IP addresses and one of addresses and ports both give ${byIp} of line rate on average. ${reasons}.`
    : `${unknown}: a hash of IP addresses gives ${byIp}, one of addresses and ports ${byPort} of line rate on average. ${reasons}, the slower.`;
}

const countedNames: Readonly<Record<Counted, readonly [string, string]>> = {
  clients: ['client', 'clients'],
  addresses: ['address pair', 'address pairs'],
  connections: ['connection', 'connections'],
  destinations: ['destination', 'destinations'],
};

const countedPhrase = (value: number, of: Counted): string => count(value, ...countedNames[of]);

const otherLinks = (others: number, between: string): string =>
  others === 1
    ? `The other link ${between} carries nothing in this direction.`
    : `The other ${others} links ${between} carry nothing in this direction.`;

/** Which device decides: on each hop with several links the one that transmits. */
function senderSentence(
  { from }: Extract<Finding, { readonly kind: 'sender-decides' }>,
  { hops }: Pick<Analysis, 'hops'>,
): string {
  const deciding = hops.filter(({ members }) => members.length > 1);
  if (deciding.length < 2)
    return `The device that transmits picks the link: in this direction ${deviceName(deciding[0]?.from ?? from)}. What the other end is set to does not matter.`;
  const senders = listed(deciding.map((hop) => deviceName(hop.from)));
  return `On each hop the device that transmits picks the link: in this direction ${senders}. What the other end of a hop is set to does not matter.`;
}

/** A finding as a whole sentence or two. */
export function findingSentence(finding: Finding, analysis: Pick<Analysis, 'hops'>): string {
  const at = (index: number) => analysis.hops[index] ?? analysis.hops[0];
  const between = (index: number) =>
    `between ${deviceName(at(index).from)} and ${deviceName(at(index).to)}`;
  switch (finding.kind) {
    case 'sender-decides':
      return senderSentence(finding, analysis);
    case 'one-key':
      return oneKeySentence(finding, deviceName(at(finding.hop).from));
    case 'one-link-only':
      return `${capitalised(deviceName(at(finding.hop).from))} sends over one link only. ${otherLinks(finding.members - 1, between(finding.hop))}`;
    case 'some-idle': {
      const keys = countedPhrase(finding.keys, finding.of);
      const members = count(finding.members, 'link');
      const busy = busyPhrase(finding.busy, finding.members);
      const chance =
        finding.keys > finding.members
          ? `${keys} land on ${members} by chance, so a link may be left with none.`
          : `${keys} land on ${members} by chance, so some may share a link.`;
      return `${chance} On average ${busy} ${between(finding.hop)} are busy.`;
    }
    case 'all-busy':
      return `Nearly always ${finding.members === 2 ? 'both links' : `all ${count(finding.members, 'link')}`} ${between(finding.hop)} are busy.`;
    case 'fullest-link':
      return `Busy does not mean even: the fullest link ${between(finding.hop)} holds ${significant(finding.flows)} of ${countedPhrase(finding.ofFlows, finding.of)} on average. ${slowdownSentence(finding, analysis)}`;
    case 'slow-cards-last':
      return slowCardsSentence(finding);
    case 'two-hashes':
      return `${capitalised(listed(finding.hops.map((hop) => deviceName(at(hop).from))))} hash independently and collide in different places: ${formatRate(finding.together)} together, where the narrower alone would give ${formatRate(finding.alone)}.`;
    case 'uneven-buckets':
      return `8 buckets over ${finding.weights.length} members part ${finding.weights.join(':')}, so the first members fill before the others.`;
    case 'per-packet-reorders':
      return `Packets in turn over several links arrive out of order. TCP slows down for that, so the real figure is lower and varies.`;
    case 'arp-in-turn':
      return `Each of ${count(finding.clients, 'client')} is given one of ${count(finding.members, 'port')} in turn. This holds for IPv4 clients on the same subnet, and not always after ARP entries are renewed.`;
    case 'port-for-each-address':
      return finding.used === 1
        ? `Each address has its own port, so nothing is left to a hash: one port of ${finding.members} ${between(finding.hop)} carries data.`
        : `Each address has its own port, so nothing is left to a hash: ${significant(finding.used)} ports of ${finding.members} ${between(finding.hop)} carry data.`;
    case 'slower-nics-idle':
      return finding.idle === 1
        ? `SMB uses only the interfaces of the best speed together: one slower port ${between(finding.hop)} stays idle.`
        : `SMB uses only the interfaces of the best speed together: ${finding.idle} slower ports ${between(finding.hop)} stay idle.`;
    case 'mpio-paths':
      return pathsSentence(finding);
    case 'slow-path-holds-round-robin':
      return `Round robin gives every path the same number of bytes, so the slowest port ${between(finding.hop)} sets the pace for all.`;
    case 'lacp-under-iscsi':
      return `A team ${between(finding.hop)} lies under iSCSI. Storage makers advise MPIO with an address for each port instead.`;
    case 'members-down':
      return finding.down === 1
        ? `One member ${between(finding.hop)} is down; flows are placed anew over the ${finding.up} left.`
        : `${finding.down} members ${between(finding.hop)} are down; flows are placed anew over the ${finding.up} left.`;
    case 'client-nics-limit':
      return `The clients’ own network cards together send ${formatRate(finding.offered)}; the links could carry more.`;
    case 'disk-limit':
      return `The disks move ${formatByteRate(finding.disk)}; the network could carry more.`;
    case 'single-connection':
      return `One connection alone never exceeds ${formatRate(finding.most)} of line rate on this path.`;
    case 'unknown-chooser':
      return unknownSentence(finding, analysis);
    default:
      return finding satisfies never;
  }
}

type Paths = Extract<Finding, { readonly kind: 'mpio-paths' }>;

/** Where so many paths come from: each port of the agent has a session to each address of the storage. */
function pathsSentence({ hostPorts, addresses, connections, policy }: Paths): string {
  const paths = hostPorts * addresses * connections;
  const each = connections === 1 ? 'one session' : `${connections} sessions`;
  const from = hostPorts === 1 ? 'one port' : `each of ${hostPorts} ports`;
  const to = addresses === 1 ? 'one storage address' : `each of ${addresses} storage addresses`;
  const used =
    policy === 'failover' && paths > 1
      ? 'one is used and the others wait'
      : `used by ${policyNames[policy]}`;
  return `Multipath software opens ${each} from ${from} of the media agent to ${to}: ${count(paths, 'path')}, ${used}. Paths are not bandwidth: the ports are.`;
}

/** Who works on which part of the data. */
function equalJobsSentence({ of }: Extract<Assumption, { readonly kind: 'equal-jobs' }>): string {
  switch (of) {
    case undefined:
      return 'The data is shared out equally.';
    case 'clients':
      return 'The data is shared out equally among the clients, and all connections of a client work on its part until it is done.';
    case 'addresses':
      return 'The data is shared out equally among the storage addresses, and all connections to one work on its part until it is done.';
    default:
      return of satisfies never;
  }
}

/** An assumption as a sentence. */
export function assumptionSentence(assumption: Assumption): string {
  switch (assumption.kind) {
    case 'uniform-hash':
      return 'A hash places each key on every link with equal chance. Addresses in a pattern can do better or worse.';
    case 'independent-hashes':
      return 'Two devices that hash do so independently of each other.';
    case 'same-hashes':
      return 'Devices that choose alike over as many links place alike.';
    case 'equal-jobs':
      return equalJobsSentence(assumption);
    case 'one-job':
      return 'All connections work on one job, and none waits while there is data left.';
    case 'fair-shares':
      return 'Connections on a full link share it equally.';
    case 'iscsi-headers':
      return `Every 8,192 bytes of iSCSI data take a header of 48 bytes, so ${((1 - assumption.data) * 100).toFixed(1)} % of what TCP carries is not data.`;
    case 'no-file-headers':
      return 'Headers of NFS and SMB count as nothing: they are under 0.05 % at 1 MiB an operation.';
    case 'equal-bytes-per-path':
      return 'Round robin moves the same number of bytes over every path.';
    case 'full-frames':
      return `Frames are full, with an MTU of ${assumption.mtu} on the whole path.`;
    case 'no-reordering-loss':
      return 'Nothing is lost to packets out of order, which is too kind to round robin.';
    case 'storage-shares-one-mac':
      return 'Storage addresses in one group share its MAC address.';
    case 'network-only':
      return 'Disks, processors and deduplication keep up with the network.';
    case 'reduction':
      return `Data shrinks ${significant(assumption.ratio)}:1 before it is sent.`;
    default:
      return assumption satisfies never;
  }
}
