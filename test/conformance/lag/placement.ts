/** Hash cases: which member each flow takes, from `src/core/link-aggregation/placement`. */
import {
  parseIp,
  parseMac,
  parsePort,
} from '../../../src/core/link-aggregation/placement/addresses.ts';
import {
  bucketsPerMember,
  fullAtLinks,
  hottestBucketShare,
} from '../../../src/core/link-aggregation/placement/cisco-buckets.ts';
import type { Endpoint, Flow } from '../../../src/core/link-aggregation/placement/flow.ts';
import { linuxPolicies } from '../../../src/core/link-aggregation/placement/linux-bonding.ts';
import { place } from '../../../src/core/link-aggregation/placement/place.ts';
import type { PlacementRule } from '../../../src/core/link-aggregation/placement/place.ts';
import type { Placement } from '../../../src/core/link-aggregation/placement/placement.ts';
import { expectedBusy, uniformWeights } from '../../../src/core/link-aggregation/distribution.ts';
import type { Result } from '../../../src/core/result.ts';
import { has, NotCovered, number, numbers, text, texts } from './case.ts';
import type { Figures, Inputs } from './case.ts';

function parsed<Value, Problem>(result: Result<Value, Problem>, what: string): Value {
  if (!result.ok) throw new NotCovered(`cannot read ${what}`);
  return result.value;
}

const ipOf = (value: string) => parsed(parseIp(value), `address ${value}`);
const macOf = (value: string) => parsed(parseMac(value), `MAC address ${value}`);

/** Cases that give last octets only are about them only: any network will do. */
const inSubnet = (octet: number): string => `192.168.10.${octet}`;
const lastByte = (value: string): string =>
  `00:00:00:00:00:${value.replace(/^0x/i, '').padStart(2, '0')}`;

const firstKey = (inputs: Inputs, keys: readonly string[]): string | undefined =>
  keys.find((key) => has(inputs, key));

function ipsOf(inputs: Inputs, keys: readonly string[], octetKey: string): readonly string[] {
  if (has(inputs, octetKey)) return numbers(inputs, octetKey).map(inSubnet);
  const key = firstKey(inputs, keys);
  return key ? texts(inputs, key) : [];
}

function macsOf(inputs: Inputs, keys: readonly string[], lastKey: string): readonly string[] {
  if (has(inputs, lastKey)) return texts(inputs, lastKey).map(lastByte);
  const key = firstKey(inputs, keys);
  return key ? texts(inputs, key) : [];
}

function portsOf(inputs: Inputs, keys: readonly string[]): readonly string[] {
  const key = firstKey(inputs, keys);
  return key ? numbers(inputs, key).map(String) : [];
}

interface End {
  readonly ips: readonly string[];
  readonly macs: readonly string[];
  readonly ports: readonly string[];
}

const sourceOf = (inputs: Inputs): End => ({
  ips: ipsOf(inputs, ['src_ip', 'src_ips', 'vmkernel_ip', 'clients'], 'clients_last_octet'),
  macs: macsOf(inputs, ['src_mac', 'src_macs'], 'src_mac_last'),
  ports: portsOf(inputs, ['src_port', 'src_ports']),
});

const destinationOf = (inputs: Inputs): End => ({
  ips: ipsOf(inputs, ['dst_ip', 'dst_ips', 'nfs_ips', 'filer'], 'agent_last_octet'),
  macs: macsOf(inputs, ['dst_mac', 'dst_macs'], 'dst_mac_last'),
  ports: portsOf(inputs, ['dst_port', 'dst_ports']),
});

/** One of a list, or the one that there is for all. */
const at = (list: readonly string[], index: number): string | undefined =>
  list.length === 1 ? list[0] : list[index];

function endpoint(end: End, index: number): Endpoint {
  const [ip, mac, port] = [at(end.ips, index), at(end.macs, index), at(end.ports, index)];
  return {
    ip: ip === undefined ? undefined : ipOf(ip),
    mac: mac === undefined ? undefined : macOf(mac),
    port: port === undefined ? undefined : parsed(parsePort(port), `port ${port}`),
  };
}

/** A case that names an ethertype and no address is about any address of that family. */
function withFamily(inputs: Inputs, end: End): End {
  if (!has(inputs, 'ethertype')) return end;
  const ethertype = number(inputs, 'ethertype');
  const ipv6 = ethertype === 0x86dd;
  if (!ipv6 && ethertype !== 0x0800) throw new NotCovered(`ethertype ${ethertype.toString(16)}`);
  if (end.ips.length === 0) return { ...end, ips: [ipv6 ? '2001:db8::1' : '192.0.2.1'] };
  if (end.ips.some((ip) => ip.includes(':') !== ipv6)) throw new NotCovered('another ethertype');
  return end;
}

function flowsOf(inputs: Inputs): readonly Flow[] {
  const source = withFamily(inputs, sourceOf(inputs));
  const destination = withFamily(inputs, destinationOf(inputs));
  const lists = [source, destination].flatMap(({ ips, macs, ports }) => [ips, macs, ports]);
  const count = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: count }, (_, index) => ({
    source: endpoint(source, index),
    destination: endpoint(destination, index),
    protocol: 'tcp',
  }));
}

function ruleOf(inputs: Inputs): PlacementRule {
  const policy = text(inputs, 'policy');
  const linux = linuxPolicies.find((known) => known === policy);
  if (linux) {
    const raw = /raw|little-endian/.test(text(inputs, 'proto_as_used'));
    return { kind: 'linux', policy: linux, ethertypeAs: raw ? 'memory' : 'number' };
  }
  if (policy === 'vmware-ip-hash') return { kind: 'vmware-ip-hash' };
  if (policy === 'netapp-legacy-ip') return { kind: 'netapp-legacy', balance: 'ip' };
  if (policy === 'netapp-legacy-mac') return { kind: 'netapp-legacy', balance: 'mac' };
  if (policy === 'cisco-rbh-xor') return { kind: 'cisco-teaching-xor' };
  if (policy.startsWith('xor last octet')) return { kind: 'xor-last-octet' };
  throw new NotCovered(`policy ${policy}`);
}

function memberOf(placement: Placement): number | undefined {
  return placement.kind === 'exact' || placement.kind === 'teaching' ? placement.member : undefined;
}

/** The member of each storage address by XOR of last octets, from a host's last octet. */
export function membersByXor(
  host: number,
  storage: readonly number[],
  count: number,
): readonly number[] {
  const inputs = { clients_last_octet: [host], nfs_ips: storage.map(inSubnet) };
  const placed = flowsOf(inputs).map((flow) =>
    memberOf(place({ kind: 'xor-last-octet' }, flow, { count })),
  );
  return placed.map((member) => member ?? 0);
}

/** Whether the placements are what a text under `calculator_must` asks for. */
function keepsWord(word: string, placements: readonly Placement[]): boolean {
  if (/show both/.test(word)) return placements.every(({ kind }) => kind === 'ambiguous');
  if (/never present the textbook/.test(word)) {
    return placements.every(
      (placement) => placement.kind === 'teaching' && placement.testCommand !== '',
    );
  }
  throw new NotCovered(`calculator_must “${word}”`);
}

function countPerMember(
  members: readonly (number | undefined)[],
  count: number,
): readonly number[] {
  return Array.from(
    { length: count },
    (_, member) => members.filter((each) => each === member).length,
  );
}

/** Figures for one number of links. */
function figuresWith(rule: PlacementRule, flows: readonly Flow[], count: number): Figures {
  const placements = flows.map((flow) => place(rule, flow, { count }));
  const members = placements.map(memberOf);
  const hashes = placements.map((placement) =>
    placement.kind === 'exact' ? placement.hash : undefined,
  );
  const [first] = placements;
  const readings = first?.kind === 'ambiguous' ? first.readings : [];
  const reading = (by: string) => readings.find((each) => each.by === by)?.member;
  const bucket = first?.kind === 'teaching' ? first.bucket : undefined;
  // Before commit 49aefd131739 every IP policy shifted its hash right by one.
  const shifted = hashes.map((hash) => ((hash ?? 0) >>> 1) % count);
  return {
    hash: hashes,
    xor_hex: hashes.map((hash) => hash?.toString(16)),
    link_index: members,
    uplink_index: members,
    interface_index: members,
    member_index: members,
    distinct_uplinks: new Set(members).size,
    links_used: new Set(members).size,
    flows_per_link: countPerMember(members, count),
    random_expected_busy: expectedBusy(uniformWeights(count), flows.length),
    same_link_before_fix_right_shift: new Set(shifted).size === 1,
    last_octet_variant: reading('last-octets'),
    full_address_variant: reading('whole-addresses'),
    rbh: bucket,
    textbook_rbh: bucket,
  };
}

/** By the number of members where a case lists several, plain where it gives one. */
function bucketFigures(inputs: Inputs): Figures {
  const counts = numbers(inputs, 'members');
  const several = Array.isArray(inputs['members']);
  const of = (figure: (members: number) => unknown) =>
    several
      ? Object.fromEntries(counts.map((members) => [String(members), figure(members)]))
      : figure(counts[0] ?? 0);
  return {
    buckets: of(bucketsPerMember),
    hottest_share: of(hottestBucketShare),
    offered_load_when_hottest_saturates_in_links: of(fullAtLinks),
  };
}

/** The figures of a hash case. `expected` names the link counts and words that it asks about. */
export function placementFigures(inputs: Inputs, expected: Figures): Figures {
  if (text(inputs, 'policy') === 'cisco-rbh') return bucketFigures(inputs);
  const rule = ruleOf(inputs);
  const flows = flowsOf(inputs);
  const key = firstKey(inputs, ['links', 'uplinks', 'members']);
  // A case without members asks for the bucket only.
  const counts = key ? numbers(inputs, key) : [8];
  const figures: Record<string, unknown> = { ...figuresWith(rule, flows, counts[0] ?? 8) };
  for (const name of Object.keys(expected)) {
    const wanted = /^(link_index|flows_per_link)_(?:of|if)_(\d+)$/.exec(name);
    if (wanted) figures[name] = figuresWith(rule, flows, Number(wanted[2]))[wanted[1] ?? ''];
  }
  const word = expected['calculator_must'];
  if (typeof word === 'string') {
    const placements = flows.map((flow) => place(rule, flow, { count: counts[0] ?? 8 }));
    figures['calculator_must'] = keepsWord(word, placements) ? word : 'the calculator does not';
  }
  return figures;
}
