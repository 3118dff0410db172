import {
  formatByteRate,
  formatDecimal,
  formatBinary,
  formatDuration,
  formatRate,
  significant,
} from '../units.ts';
import type { BitsPerSecond, Seconds } from '../units.ts';
import type {
  Analysis,
  Bottleneck,
  Change,
  Counted,
  Device,
  OneKeyReason,
  Rate,
} from './analysis.ts';
import type { Advice, Assumption, Finding, Method } from './analysis.ts';
import type { Chooser, PathPolicy, Scenario } from './scenario.ts';

/** What a device is called in a sentence: `the switch`, `switch 2`, `the media agent`. */
export function deviceName(device: Device): string {
  switch (device.kind) {
    case 'clients':
      return 'the clients';
    case 'agent':
      return 'the media agent';
    case 'storage':
      return 'the storage';
    case 'switch':
      return device.of === 1 ? 'the switch' : `switch ${device.number}`;
    default:
      return device satisfies never;
  }
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `Switch to media agent`, for a heading or a table. */
export const hopName = ({ from, to }: Pick<Analysis['hops'][number], 'from' | 'to'>): string =>
  capitalised(`${bare(from)} to ${bare(to)}`);

const bare = (device: Device): string => deviceName(device).replace(/^the /, '');

/** What a choice is called in a menu. */
export const chooserNames: Readonly<Record<Chooser, string>> = {
  'one-link': 'One link only',
  'per-packet': 'Each packet in turn',
  'per-destination': 'Destination',
  mac: 'MAC addresses',
  ip: 'IP addresses',
  'ip-port': 'IP addresses and ports',
  'eight-buckets': 'IP addresses in 8 buckets (Catalyst)',
  'per-client-arp': 'Client, by ARP',
  'per-nic': 'Address: each port has its own (MPIO, Multichannel)',
  unknown: 'I do not know',
};

/** What a device chooses by, in a sentence: `the switch chooses by a hash of IP addresses`. */
export const chooserPhrases: Readonly<Record<Chooser, string>> = {
  'one-link': 'uses one link only',
  'per-packet': 'sends each packet over the next link',
  'per-destination': 'chooses by destination',
  mac: 'chooses by a hash of MAC addresses',
  ip: 'chooses by a hash of IP addresses',
  'ip-port': 'chooses by a hash of IP addresses and ports',
  'eight-buckets': 'chooses by one of 8 buckets that IP addresses fall into',
  'per-client-arp': 'reaches each client’s traffic through the port that ARP gave that client',
  'per-nic': 'uses the port that belongs to each address',
  unknown: 'chooses by something unknown',
};

const policyNames: Readonly<Record<PathPolicy, string>> = {
  'round-robin': 'round robin',
  'least-queue': 'least queue depth',
  failover: 'failover only',
};

const count = (value: number, one: string, many = `${one}s`): string =>
  `${significant(value)} ${value === 1 ? one : many}`;

/** `3.99 of 4 links`, for labels. */
export const busyPhrase = (busy: number, members: number): string =>
  `${significant(busy)} of ${count(members, 'link')}`;

const hourly = (rate: Rate): string => `${formatDecimal(rate.perHour)}/h`;

function limitPhrase(bottleneck: Bottleneck, analysis: Pick<Analysis, 'hops'>): string {
  const at = (index: number) => analysis.hops[index] ?? analysis.hops[0];
  switch (bottleneck.kind) {
    case 'hop': {
      const { from, to, membersUp } = at(bottleneck.hop);
      if (bottleneck.why === 'choice') {
        return `the limit is how ${deviceName(from)} chooses links towards ${deviceName(to)}`;
      }
      return `the limit is the ${membersUp === 1 ? 'link' : 'links'} from ${deviceName(from)} to ${deviceName(to)}`;
    }
    case 'hops-alike': {
      const senders = bottleneck.hops.map((hop) => deviceName(at(hop).from));
      return `the limit is how ${senders.join(' and ')} choose links`;
    }
    case 'client-nics':
      return 'the limit is the clients’ own network cards';
    case 'disk':
      return 'the limit is the disks, not the network';
    case 'path-policy':
      return `the limit is the path policy, ${policyNames[bottleneck.policy]}`;
    case 'none':
      return 'every hop is used in full';
    default:
      return bottleneck satisfies never;
  }
}

/** What limits the result, as a sentence. */
export const bottleneckSentence = (analysis: Pick<Analysis, 'hops' | 'bottleneck'>): string =>
  `${capitalised(limitPhrase(analysis.bottleneck, analysis))}.`;

// Two figures that read alike at the precision shown are one figure.
function span(low: BitsPerSecond, high: BitsPerSecond): string {
  const [from, to] = [formatRate(low, 2), formatRate(high, 2)];
  if (from === to) return from;
  const [lowNumber, lowUnit] = from.split(' ');
  return lowUnit === to.split(' ')[1] ? `${lowNumber} to ${to}` : `${from} to ${to}`;
}

/**
 * The verdict: `Expect 3.8 Gbit/s of data (1.69 TB/h). The limit is how the switch chooses links
 * towards the media agent.` A range where chance has a say.
 */
export function verdictSentence(analysis: Analysis): string {
  const { p5, typical, p95 } = analysis.rate;
  const low = Math.min(p5.goodput, typical.goodput) as BitsPerSecond;
  const high = Math.max(p95.goodput, typical.goodput) as BitsPerSecond;
  const range = span(low, high);
  const lead = analysis.certainty === 'upper-bound' ? 'Expect at most' : 'Expect';
  const single = !range.includes(' to ');
  const middle = single ? '' : `, ${formatRate(typical.goodput)} on average`;
  return `${lead} ${range} of data${middle} (${hourly(typical)}). ${bottleneckSentence(analysis)}`;
}

function clock(duration: Seconds): string {
  return formatDuration(duration);
}

/** Whether the job fits its window, as a sentence. */
export function windowSentence(scenario: Scenario, analysis: Analysis): string {
  const { planned, window, fits, spare } = analysis.window;
  const volume =
    scenario.job.unit === 'TiB' || scenario.job.unit === 'GiB'
      ? formatBinary(scenario.job.volume)
      : formatDecimal(scenario.job.volume);
  const basis =
    scenario.job.start === 'queue'
      ? 'with a queue that never empties'
      : 'until the last one ends, in 95 of 100 cases';
  const verdict = fits
    ? `That fits the window of ${clock(window)} with ${clock(spare)} to spare.`
    : `That is ${clock(-spare as Seconds)} longer than the window of ${clock(window)}.`;
  return `${volume} take ${clock(planned)} ${basis}. ${verdict}`;
}

function reasonPhrase(because: OneKeyReason): string {
  switch (because) {
    case 'behind-router':
      return 'all clients come through a router, so every frame carries the same pair of MAC addresses';
    case 'one-address-pair':
      return 'one host talks to one storage address, so every packet carries the same pair of IP addresses';
    case 'one-mac-pair':
      return 'all frames go between the same two MAC addresses';
    case 'one-destination':
      return 'everything has the same destination';
    case 'one-connection':
      return 'there is one connection';
    case 'one-client':
      return 'there is one client';
    case 'arp-needs-ipv4':
      return 'sharing out clients by ARP works with IPv4 only';
    default:
      return because satisfies never;
  }
}

const countedNames: Readonly<Record<Counted, readonly [string, string]>> = {
  clients: ['client', 'clients'],
  addresses: ['address pair', 'address pairs'],
  connections: ['connection', 'connections'],
  destinations: ['destination', 'destinations'],
};

const countedPhrase = (value: number, of: Counted): string => count(value, ...countedNames[of]);

/** A finding as a whole sentence or two. */
export function findingSentence(finding: Finding, analysis: Pick<Analysis, 'hops'>): string {
  const at = (index: number) => analysis.hops[index] ?? analysis.hops[0];
  const between = (index: number) =>
    `between ${deviceName(at(index).from)} and ${deviceName(at(index).to)}`;
  switch (finding.kind) {
    case 'sender-decides':
      return `The device that transmits picks the link. On this hop that is ${deviceName(finding.from)}; what the other end is set to does not matter in this direction.`;
    case 'one-key':
      return `${capitalised(deviceName(at(finding.hop).from))} ${chooserPhrases[finding.chooser]}, and ${reasonPhrase(finding.because)}. One of ${count(finding.members, 'link')} carries everything.`;
    case 'one-link-only':
      return `${capitalised(deviceName(at(finding.hop).from))} sends over one link only. The other ${count(finding.members - 1, 'link')} ${between(finding.hop)} carry nothing in this direction.`;
    case 'some-idle':
      return `${countedPhrase(finding.keys, finding.of)} land on ${count(finding.members, 'link')} by chance, so some share a link: ${busyPhrase(finding.busy, finding.members)} ${between(finding.hop)} are busy on average.`;
    case 'all-busy':
      return `Nearly always all ${count(finding.members, 'link')} ${between(finding.hop)} are busy.`;
    case 'fullest-link':
      return `Busy is not even: the fullest link ${between(finding.hop)} holds ${significant(finding.flows)} of ${countedPhrase(finding.ofFlows, finding.of)} on average. A batch that starts together takes ${significant(finding.slowdown)} times as long as an even spread would.`;
    case 'two-hashes':
      return `${capitalised(finding.hops.map((hop) => deviceName(at(hop).from)).join(' and '))} hash independently and collide in different places: ${formatRate(finding.together)} together, where the narrower alone would give ${formatRate(finding.alone)}.`;
    case 'uneven-buckets':
      return `8 buckets over ${finding.weights.length} members part ${finding.weights.join(':')}, so the first members fill before the others.`;
    case 'per-packet-reorders':
      return `Packets in turn over several links arrive out of order. TCP slows down for that, so the real figure is lower and varies.`;
    case 'arp-in-turn':
      return `Each of ${count(finding.clients, 'client')} is given one of ${count(finding.members, 'port')} in turn. This holds for IPv4 clients on the same subnet, and not always after ARP entries are renewed.`;
    case 'port-for-each-address':
      return `Each address has its own port, so nothing is left to a hash: ${count(finding.used, 'port')} of ${finding.members} ${between(finding.hop)} ${finding.used === 1 ? 'carries' : 'carry'} data.`;
    case 'slower-nics-idle':
      return `SMB uses only the interfaces of the best speed together: ${count(finding.idle, 'slower port')} ${between(finding.hop)} ${finding.idle === 1 ? 'stays' : 'stay'} idle.`;
    case 'mpio-paths':
      return `Multipath software has ${count(finding.paths, 'active path')}, used by ${policyNames[finding.policy]}. Paths are not bandwidth: the ports are.`;
    case 'slow-path-holds-round-robin':
      return `Round robin gives every path the same number of bytes, so the slowest port ${between(finding.hop)} sets the pace for all.`;
    case 'lacp-under-iscsi':
      return `A team ${between(finding.hop)} lies under iSCSI. Storage makers advise MPIO with an address for each port instead.`;
    case 'members-down':
      return `${count(finding.down, 'member')} ${between(finding.hop)} ${finding.down === 1 ? 'is' : 'are'} down; flows are placed anew over the ${finding.up} left.`;
    case 'client-nics-limit':
      return `The clients’ own network cards together send ${formatRate(finding.offered)}; the links could carry more.`;
    case 'disk-limit':
      return `The disks move ${formatByteRate(finding.disk)}; the network could carry more.`;
    case 'single-connection':
      return `One connection alone never exceeds ${formatRate(finding.most)} of line rate on this path.`;
    case 'unknown-chooser':
      return `What ${deviceName(at(finding.hop).from)} chooses by is not known: a hash of IP addresses gives ${formatRate(finding.ip)}, one of addresses and ports ${formatRate(finding.ipPort)} of line rate on average.`;
    default:
      return finding satisfies never;
  }
}

/** A change in the imperative; `hops` are those that it is made on. */
function changeSentence(
  change: Change,
  hops: readonly number[],
  analysis: Pick<Analysis, 'hops'>,
): string {
  const at = (index: number) => analysis.hops[index] ?? analysis.hops[0];
  const between = hops
    .map((hop) => `between ${deviceName(at(hop).from)} and ${deviceName(at(hop).to)}`)
    .join(' and ');
  const senders = hops.map((hop) => deviceName(at(hop).from)).join(' and ');
  switch (change.kind) {
    case 'change-chooser':
      return `Let ${senders} hash ${chooserNames[change.to]} over a link group (LACP or static) ${between}.`;
    case 'more-connections':
      return `Use ${count(change.to, 'connection')} at the same time for each client or address.`;
    case 'more-addresses':
      return `Spread the data over ${count(change.to, 'storage address', 'storage addresses')}, used in parallel.`;
    case 'port-for-each-path':
      return `Unteam the ports and use ${count(change.to, 'address', 'addresses')} in parallel, one for each port: MPIO for iSCSI, Multichannel for SMB, session trunking or one route each for NFS.`;
    case 'path-policy':
      return `Set the path policy to ${policyNames[change.to]}.`;
    case 'repair-members':
      return `Repair the members that are down ${between}.`;
    case 'more-members':
      return `Use ${count(change.to, 'member')} ${between}.`;
    case 'faster-links':
      return `Use ${formatRate(change.to)} links ${between}.`;
    default:
      return change satisfies never;
  }
}

const hopOf = (change: Change): readonly number[] => ('hop' in change ? [change.hop] : []);
const sameButHop = (change: Change): string => JSON.stringify({ ...change, hop: 0 });

/** What to do, in the imperative. The same change on several hops is one sentence. */
export function changesSentence(
  changes: readonly Change[],
  analysis: Pick<Analysis, 'hops'>,
): string {
  const groups = new Map<string, readonly Change[]>();
  for (const change of changes) {
    groups.set(sameButHop(change), [...(groups.get(sameButHop(change)) ?? []), change]);
  }
  return [...groups.values()]
    .flatMap(([first, ...others]) =>
      first ? [changeSentence(first, [first, ...others].flatMap(hopOf), analysis)] : [],
    )
    .join(' ');
}

/** Advice with its recomputed figure. */
export const adviceSentence = (advice: Advice, analysis: Pick<Analysis, 'hops'>): string =>
  `${changesSentence(advice.changes, analysis)} That gives ${formatRate(advice.typical.goodput)} of data on average, ${significant(advice.gain, 2)} times as much.`;

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
      return 'The data is shared out equally.';
    case 'fair-shares':
      return 'Connections on a full link share it equally.';
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

/** How the figures were computed, as a sentence. */
export function methodSentence(method: Method): string {
  switch (method.kind) {
    case 'arithmetic':
      return 'Computed directly; nothing is left to chance.';
    case 'closed-form':
      return 'Computed exactly, by closed form.';
    case 'enumeration':
      return `Computed exactly, over all ${significant(method.placements, 6)} kinds of placement.`;
    case 'simulation':
      return `Simulated with ${significant(method.draws, 6)} draws from seed ${method.seed}; the same scenario always gives the same figures.`;
    default:
      return method satisfies never;
  }
}

/** How far the figures can be trusted, as a sentence. Exact arithmetic is not yet an exact answer. */
export function certaintySentence(analysis: Pick<Analysis, 'certainty' | 'hops'>): string {
  const hashed = analysis.hops.some(({ sees }) => sees.kind === 'keys' && sees.byChance);
  switch (analysis.certainty) {
    case 'upper-bound':
      return 'This is a ceiling: real devices stay below it.';
    case 'model':
      return 'This is a model: it holds as far as its assumptions do.';
    case 'exact':
      return hashed
        ? 'This is exact for hashes that spread evenly; with few addresses a real one may do better or worse.'
        : 'This is exact: nothing is left to chance.';
    default:
      return analysis.certainty satisfies never;
  }
}
