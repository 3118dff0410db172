import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import {
  formatIp,
  formatMac,
  type IpAddress,
  lastOctet,
  type MacAddress,
  parseIp,
  parseMac,
  type Port,
} from '../../../../src/core/link-aggregation/placement/addresses.ts';
import { parseRanges } from '../../../../src/core/link-aggregation/placement/address-range.ts';
import {
  formatFlowList,
  flowListInSteps,
} from '../../../../src/core/link-aggregation/placement/flow-list.ts';
import {
  type Flow,
  type Members,
  reversed,
  usableMembers,
} from '../../../../src/core/link-aggregation/placement/flow.ts';
import { linuxPolicies } from '../../../../src/core/link-aggregation/placement/linux-bonding.ts';
import { pickAddresses } from '../../../../src/core/link-aggregation/placement/pick-addresses.ts';
import {
  place,
  type PlacementRule,
} from '../../../../src/core/link-aggregation/placement/place.ts';
import { finished } from '../../../../src/core/steps.ts';
import { value } from './examples.ts';

const word = fc.integer({ min: 0, max: 0xffffffff });
const address = (family: 4 | 6): fc.Arbitrary<IpAddress> =>
  fc
    .array(word, { minLength: family === 4 ? 1 : 4, maxLength: family === 4 ? 1 : 4 })
    .map((words) => ({ family, words }));
const macAddress = fc.integer({ min: 0, max: 2 ** 48 - 1 }).map((bits) => bits as MacAddress);
const port = fc.integer({ min: 0, max: 65535 }).map((number) => number as Port);
const vlan = fc.record(
  {
    id: fc.integer({ min: 0, max: 4095 }),
    priority: fc.integer({ min: 0, max: 7 }),
    dropEligible: fc.constant(0),
  },
  { noNullPrototype: true },
);

// Flows made by the parser have the usual prototype; deepEqual would tell them apart.
const plain = { noNullPrototype: true } as const;

/** A flow that tells everything, or leaves out what its text may leave out. */
const flow = (complete: boolean): fc.Arbitrary<Flow> =>
  fc.constantFrom<4 | 6>(4, 6).chain((family) => {
    const left = { nil: undefined };
    const ends = {
      ip: address(family),
      mac: complete ? macAddress : fc.option(macAddress, left),
      port: complete ? port : fc.option(port, left),
    };
    const parts = {
      source: fc.record(ends, plain),
      destination: fc.record(ends, plain),
      protocol: fc.constantFrom<Flow['protocol']>('tcp', 'udp'),
      vlan: fc.option(vlan, { nil: undefined }),
    };
    return fc.record(parts, plain);
  });

const rule: fc.Arbitrary<PlacementRule> = fc.oneof(
  fc.record({
    kind: fc.constant('linux' as const),
    policy: fc.constantFrom(...linuxPolicies),
    traffic: fc.constantFrom('local' as const, 'forwarded' as const),
    ethertypeAs: fc.constantFrom('number' as const, 'memory' as const),
  }),
  fc.constantFrom<PlacementRule>(
    { kind: 'vmware-ip-hash' },
    { kind: 'netapp-legacy', balance: 'ip' },
    { kind: 'netapp-legacy', balance: 'mac' },
    { kind: 'xor-last-octet' },
    { kind: 'aix', hashMode: 'default' },
    { kind: 'aix', hashMode: 'src_dst_port' },
    { kind: 'cisco-buckets' },
    { kind: 'cisco-teaching-xor' },
    { kind: 'not-published' },
  ),
);

const members: fc.Arbitrary<Members> = fc.integer({ min: 1, max: 16 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    down: fc.subarray(Array.from({ length: count }, (_, member) => member)),
  }),
);

const placedOn = (placement: ReturnType<typeof place>): readonly number[] => {
  if (placement.kind === 'unknown') return [];
  return placement.kind === 'ambiguous'
    ? placement.readings.map((reading) => reading.member)
    : [placement.member];
};

/** XOR of all bytes. */
const xorOfBytes = (ip: IpAddress | undefined) =>
  (ip?.words ?? []).reduce((sum, w) => sum ^ (w >>> 24) ^ (w >>> 16) ^ (w >>> 8) ^ w, 0) & 255;

const storageEnds = (lastOctets: readonly number[]) =>
  lastOctets.map((octet) => ({ ip: value(parseIp(`10.0.0.${octet}`)) }));

describe('placement', () => {
  it('never names a member that is not there or is down', () => {
    fc.assert(
      fc.property(rule, flow(false), members, (chosen, sent, bundle) => {
        const usable = usableMembers(bundle);
        return placedOn(place(chosen, sent, bundle)).every((member) => usable.includes(member));
      }),
    );
  });

  it('is exact for every Linux policy when all is known and traffic is forwarded', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...linuxPolicies),
        flow(true),
        fc.integer({ min: 1, max: 16 }),
        (policy, sent, count) => {
          const placement = place({ kind: 'linux', policy, traffic: 'forwarded' }, sent, { count });
          return placement.kind === 'exact' && placement.hash >= 0 && placement.hash < 2 ** 32;
        },
      ),
    );
  });

  it('is the same for the reply wherever only an XOR of both ends counts', () => {
    const symmetric: readonly PlacementRule[] = [
      { kind: 'linux', policy: 'layer2' },
      { kind: 'linux', policy: 'layer2+3' },
      { kind: 'vmware-ip-hash' },
      { kind: 'netapp-legacy', balance: 'ip' },
      { kind: 'xor-last-octet' },
    ];
    fc.assert(
      fc.property(fc.constantFrom(...symmetric), flow(true), members, (chosen, sent, bundle) => {
        const [there, back] = [place(chosen, sent, bundle), place(chosen, reversed(sent), bundle)];
        assert.deepEqual(placedOn(there), placedOn(back));
      }),
    );
  });

  it('is the same for the reply under layer3+4 with 2, 4 or 8 members', () => {
    const layer34: PlacementRule = { kind: 'linux', policy: 'layer3+4' };
    fc.assert(
      fc.property(flow(true), fc.constantFrom(2, 4, 8), (sent, count) => {
        assert.deepEqual(
          placedOn(place(layer34, sent, { count })),
          placedOn(place(layer34, reversed(sent), { count })),
        );
      }),
    );
  });

  it('needs only the low byte of everything under layer2+3 with 2, 4 or 8 members', () => {
    const layer23: PlacementRule = { kind: 'linux', policy: 'layer2+3' };
    fc.assert(
      fc.property(flow(true), fc.constantFrom(2, 4, 8), (sent, count) => {
        const ethertype = sent.source.ip?.family === 6 ? 0x86 ^ 0xdd : 0x08;
        const macs = (Number(sent.source.mac) % 256) ^ (Number(sent.destination.mac) % 256);
        const low = macs ^ ethertype ^ xorOfBytes(sent.source.ip) ^ xorOfBytes(sent.destination.ip);
        assert.deepEqual(placedOn(place(layer23, sent, { count })), [low % count]);
      }),
    );
  });

  it('of legacy NetApp moves no flow of a healthy member', () => {
    const chosen: PlacementRule = { kind: 'netapp-legacy', balance: 'ip' };
    fc.assert(
      fc.property(flow(true), members, (sent, bundle) => {
        const [before] = placedOn(place(chosen, sent, { count: bundle.count }));
        const [after] = placedOn(place(chosen, sent, bundle));
        if (before !== undefined && after !== undefined && bundle.down?.includes(before) !== true) {
          assert.equal(after, before);
        }
      }),
    );
  });
});

describe('picked addresses', () => {
  it('land on different members for every host, and no fewer than a greedy hand would find', () => {
    const question = fc.record({
      members: fc.record({ count: fc.integer({ min: 2, max: 6 }) }),
      hosts: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 }),
      candidates: fc.uniqueArray(fc.integer({ min: 50, max: 250 }), {
        minLength: 1,
        maxLength: 30,
      }),
      wanted: fc.integer({ min: 1, max: 6 }),
    });
    const chosen: PlacementRule = { kind: 'xor-last-octet' };
    fc.assert(
      fc.property(question, ({ members: bundle, hosts, candidates, wanted }) => {
        const asked = {
          rule: chosen,
          members: bundle,
          hosts: storageEnds(hosts),
          candidates: storageEnds(candidates),
          wanted,
        };
        const answer = pickAddresses(asked);
        assert.ok(answer.kind === 'found' || answer.kind === 'none');
        const set = answer.kind === 'found' ? answer.picked : answer.best;
        const octets = set.map(({ address: { ip } }) => (ip === undefined ? 0 : lastOctet(ip)));
        for (const host of hosts) {
          const used = new Set(octets.map((octet) => (octet ^ host) % bundle.count));
          assert.equal(used.size, set.length);
        }
        assert.equal(set.length >= wanted, answer.kind === 'found');
        assert.ok(set.length >= Math.min(1, wanted));
        if (hosts.length === 1) {
          // With one host the largest set is one address for each member that any candidate reaches.
          const reached = new Set(
            candidates.map((octet) => (octet ^ (hosts[0] ?? 0)) % bundle.count),
          );
          assert.equal(set.length, Math.min(wanted, reached.size));
        }
      }),
    );
  });
});

describe('text', () => {
  it('of an address reads back as the same address', () => {
    fc.assert(
      fc.property(fc.oneof(address(4), address(6)), (ip) => {
        assert.deepEqual(value(parseIp(formatIp(ip))), ip);
      }),
    );
    fc.assert(
      fc.property(macAddress, (mac) => {
        assert.equal(value(parseMac(formatMac(mac))), mac);
      }),
    );
  });

  it('of a list of flows reads back as the same flows', () => {
    fc.assert(
      fc.property(fc.array(flow(false), { minLength: 1, maxLength: 8 }), (list) => {
        assert.deepEqual(value(finished(flowListInSteps(formatFlowList(list)))), list);
      }),
    );
  });

  it('whatever it holds never makes a parser throw', () => {
    const pieces = fc.constantFrom(
      '10.0.0.1', '-', '->', ':', '@', '/', ',', '[', ']', '::', '2001:db8::1', 'vlan ', ' udp', '\n',
      '00:11:22:33:44:55', '99999999999999999999', 'f', '#', ' ', '4095', '0x10', '\u{1f4a9}',
    ); // prettier-ignore
    const text = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 12 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(text, members, rule, (anything, bundle, chosen) => {
        for (const parse of [parseIp, parseMac, parseRanges]) parse(anything);
        const reading = finished(flowListInSteps(anything));
        if (reading.ok) for (const sent of reading.value.slice(0, 50)) place(chosen, sent, bundle);
      }),
      { numRuns: 500 },
    );
  });
});
