import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  bucketsPerMember,
  fullAtLinks,
  hottestBucketShare,
} from '../../../../src/core/link-aggregation/placement/cisco-buckets.ts';
import {
  place,
  type PlacementRule,
} from '../../../../src/core/link-aggregation/placement/place.ts';
import { flowsPerMember } from '../../../../src/core/link-aggregation/placement/placement-table.ts';
import { vmwareReadings } from '../../../../src/core/link-aggregation/placement/vmware-ip-hash.ts';
import { flows, ip, macFlow, membersOf } from './examples.ts';

const first = (line: string) => {
  const [flow] = flows(line);
  assert.ok(flow);
  return flow;
};

describe('vSphere IP hash', () => {
  const rule: PlacementRule = { kind: 'vmware-ip-hash' };

  it('puts four datastores on two of four uplinks in the published example (H06)', () => {
    const datastores = flows(
      '192.168.100.101 -> 192.168.100.120, 192.168.100.130, 192.168.100.140, 192.168.100.150',
    );
    const uplinks = membersOf(rule, datastores, { count: 4 });
    assert.deepEqual(uplinks, [1, 3, 1, 3]);
    const xors = datastores.map((flow) => {
      const placement = place(rule, flow, { count: 4 });
      return placement.kind === 'exact' ? placement.hash.toString(16) : placement.kind;
    });
    assert.deepEqual(xors, ['1d', 'e7', 'e9', 'f3']);
  });

  it('shows both readings where they differ (H07)', () => {
    const placement = place(rule, first('10.1.1.20 -> 10.1.3.31'), { count: 3 });
    assert.deepEqual(placement, {
      kind: 'ambiguous',
      readings: [
        { by: 'last-octets', member: 2, hash: 11 },
        { by: 'whole-addresses', member: 1, hash: 0x20b },
      ],
    });
  });

  it('is certain where the readings agree: equal first octets, or 1, 2, 4, 8 uplinks', () => {
    const rows = [
      ['10.1.1.20', '10.1.1.31', 3],
      ['10.1.1.20', '10.1.3.31', 1],
      ['10.1.1.20', '10.1.3.31', 2],
      ['10.1.1.20', '10.1.3.31', 4],
      ['10.1.1.20', '192.168.3.31', 8],
    ] as const;
    for (const [source, destination, count] of rows) {
      const [octets, whole] = vmwareReadings(ip(source), ip(destination), count);
      assert.equal(octets.member, whole.member, `${source} ${destination} ${count}`);
    }
  });

  it('does not invent what is not documented', () => {
    const failure = place(rule, first('10.1.1.20 -> 10.1.1.31'), { count: 4, down: [2] });
    assert.equal(failure.kind === 'unknown' && failure.why, 'failure-not-documented');
    const ipv6 = place(rule, first('2001:db8::1 -> 2001:db8::2'), { count: 4 });
    assert.equal(ipv6.kind === 'unknown' && ipv6.why, 'ipv6-not-documented');
  });
});

describe('NetApp before Data ONTAP 7.3.2', () => {
  const rule: PlacementRule = { kind: 'netapp-legacy', balance: 'ip' };

  it('gives the documented example (H08)', () => {
    const list = [first('10.0.0.10 -> 172.26.15.224')];
    assert.deepEqual(membersOf(rule, list, { count: 8 }), [2]);
  });

  it('leaves one of three links idle for these four clients (H09)', () => {
    const clients = flows('10.128.60.1 -> 10.128.60.3-6');
    assert.deepEqual(membersOf(rule, clients, { count: 3 }), [2, 2, 1, 1]);
    assert.deepEqual(flowsPerMember(rule, clients, { count: 3 }), [0, 2, 2]);
  });

  it('moves the flows of a dead interface to the next one that is up, and no others', () => {
    const clients = flows('10.128.60.1 -> 10.128.60.3-6');
    assert.deepEqual(membersOf(rule, clients, { count: 3, down: [2] }), [0, 0, 1, 1]);
    assert.deepEqual(membersOf(rule, clients, { count: 3, down: [0] }), [2, 2, 1, 1]);
  });

  it('balances on the last byte of the MAC addresses, too', () => {
    const byMac: PlacementRule = { kind: 'netapp-legacy', balance: 'mac' };
    const flow = macFlow('00:a0:98:00:00:0a', '00:50:56:00:00:e0');
    assert.deepEqual(membersOf(byMac, [flow], { count: 8 }), [2]); // 0a XOR e0 = ea = 234
  });
});

describe('Cisco buckets', () => {
  it('reproduces the published table (H10)', () => {
    const rows = [
      // members, buckets, hottest share, full at
      [2, [4, 4], 0.5, 2],
      [3, [3, 3, 2], 0.375, 8 / 3],
      [4, [2, 2, 2, 2], 0.25, 4],
      [5, [2, 2, 2, 1, 1], 0.25, 4],
      [6, [2, 2, 1, 1, 1, 1], 0.25, 4],
      [7, [2, 1, 1, 1, 1, 1, 1], 0.25, 4], // seven links, worth four
      [8, [1, 1, 1, 1, 1, 1, 1, 1], 0.125, 8],
    ] as const;
    for (const [members, buckets, hottest, full] of rows) {
      assert.deepEqual(bucketsPerMember(members), buckets);
      assert.equal(hottestBucketShare(members), hottest);
      assert.ok(Math.abs(fullAtLinks(members) - full) < 1e-9);
    }
    assert.deepEqual(bucketsPerMember(1), [8]);
  });

  const teaching: PlacementRule = { kind: 'cisco-teaching-xor' };

  it('teaches with the textbook XOR, under its own name (H11)', () => {
    const placement = place(teaching, first('192.168.1.1 -> 192.168.1.2'), { count: 2 });
    assert.equal(placement.kind, 'teaching');
    assert.ok(placement.kind === 'teaching');
    assert.equal(placement.bucket, 3);
    assert.equal(placement.member, 1);
  });

  it('refuses to answer for a Catalyst and prints its test command (H12)', () => {
    const flow = first('1.1.1.1 -> 2.2.2.2');
    // A Catalyst 6500 printed "Computed RBH: 0x5" here.
    const textbook = place(teaching, flow, { count: 2 });
    assert.equal(textbook.kind === 'teaching' && textbook.bucket, 3);
    const answer = place({ kind: 'cisco-buckets' }, flow, { count: 2 });
    assert.deepEqual(answer, {
      kind: 'unknown',
      why: 'function-not-published',
      testCommand: 'test etherchannel load-balance interface port-channel 1 ip 1.1.1.1 2.2.2.2',
    });
  });

  it('hits each bucket once with eight consecutive addresses: 3:3:2 (H16)', () => {
    const list = flows('10.0.0.21-28 -> 10.0.0.10');
    assert.deepEqual(flowsPerMember(teaching, list, { count: 3 }), [3, 3, 2]);
  });
});

/** Eight clients from .20 on, `step` apart, to one agent. */
const every = (step: number) =>
  flows(...Array.from({ length: 8 }, (_, index) => `10.0.0.${20 + index * step} -> 10.0.0.10`));

describe('XOR of last octets', () => {
  const rule: PlacementRule = { kind: 'xor-last-octet' };
  it('spreads eight consecutive addresses evenly (H13)', () => {
    const list = flows('10.0.0.21-28 -> 10.0.0.10');
    assert.deepEqual(flowsPerMember(rule, list, { count: 4 }), [2, 2, 2, 2]);
  });

  it('leaves half the links idle for even addresses (H14)', () => {
    assert.deepEqual(flowsPerMember(rule, every(2), { count: 4 }), [4, 0, 4, 0]);
    assert.deepEqual(flowsPerMember(rule, every(2), { count: 2 }), [8, 0]);
  });

  it('sends addresses four apart over one link (H15)', () => {
    assert.deepEqual(flowsPerMember(rule, every(4), { count: 4 }), [0, 0, 8, 0]);
  });

  it('puts four consecutive storage addresses on four links, four apart on one (N03, N04)', () => {
    const good = flows('10.0.0.10 -> 10.0.0.50-53');
    assert.deepEqual(membersOf(rule, good, { count: 4 }), [0, 1, 2, 3]);
    const bad = flows('10.0.0.10 -> 10.0.0.50, 10.0.0.54, 10.0.0.58, 10.0.0.62');
    assert.deepEqual(membersOf(rule, bad, { count: 4 }), [0, 0, 0, 0]);
  });
});

it('a device whose function is not published stays unknown, with its own command', () => {
  const rule: PlacementRule = { kind: 'not-published', testCommand: 'show trunks load-balance' };
  const placement = place(rule, first('10.0.0.1 -> 10.0.0.2'), { count: 4 });
  assert.deepEqual(placement, {
    kind: 'unknown',
    why: 'function-not-published',
    testCommand: 'show trunks load-balance',
  });
  assert.equal(flowsPerMember(rule, flows('10.0.0.1 -> 10.0.0.2'), { count: 4 }), undefined);
});

describe('IBM AIX EtherChannel', () => {
  it('takes the last byte of the destination address by default, whoever sends', () => {
    const rule: PlacementRule = { kind: 'aix', hashMode: 'default' };
    const list = flows('10.0.0.1 -> 10.0.0.50-53', '10.0.0.77 -> 10.0.0.50');
    assert.deepEqual(membersOf(rule, list, { count: 4 }), [2, 3, 0, 1, 2]); // 50 mod 4 = 2
    assert.deepEqual(membersOf(rule, list, { count: 4, down: [0] }), Array(5).fill('unknown'));
  });

  it('adds both ports, halves the sum and takes its last byte under src_dst_port', () => {
    const rule: PlacementRule = { kind: 'aix', hashMode: 'src_dst_port' };
    const list = flows('10.0.0.1:40000-40002 -> 10.0.0.50:3260');
    // 43260 / 2 = 21630 = 84 * 256 + 126; 126 mod 4 = 2; then 21630 again, then 21631.
    assert.deepEqual(membersOf(rule, list, { count: 4 }), [2, 2, 3]);
  });

  it('takes one port under src_port and dst_port', () => {
    const list = flows('10.0.0.1:40000-40001 -> 10.0.0.50:3260');
    // 40000 = 156 * 256 + 64; 3260 = 12 * 256 + 188
    assert.deepEqual(membersOf({ kind: 'aix', hashMode: 'src_port' }, list, { count: 3 }), [1, 2]);
    assert.deepEqual(membersOf({ kind: 'aix', hashMode: 'dst_port' }, list, { count: 3 }), [2, 2]);
  });
});
