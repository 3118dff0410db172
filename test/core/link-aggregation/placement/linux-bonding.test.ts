import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reversed } from '../../../../src/core/link-aggregation/placement/flow.ts';
import {
  linuxHash,
  linuxMember,
} from '../../../../src/core/link-aggregation/placement/linux-bonding.ts';
import { frameOfFlow } from '../../../../src/core/link-aggregation/placement/linux-frame.ts';
import {
  place,
  type PlacementRule,
} from '../../../../src/core/link-aggregation/placement/place.ts';
import { flows, macFlow, membersOf } from './examples.ts';

const layer2: PlacementRule = { kind: 'linux', policy: 'layer2' };
const layer23: PlacementRule = { kind: 'linux', policy: 'layer2+3' };
const layer34: PlacementRule = { kind: 'linux', policy: 'layer3+4' };

describe('Linux bonding, published and worked examples', () => {
  it('gives the vector of kernel commit 49aefd131739 (H01)', () => {
    const hashes = ['a0', 'a1'].map((last) => {
      const [flow] = flows(
        `192.168.122.30@00:00:00:00:00:e3 -> 192.168.122.1@00:00:00:00:00:${last}`,
      );
      assert.ok(flow);
      return linuxHash('layer2+3', frameOfFlow(flow), 'memory'); // before August 2021: 0x0008
    });
    assert.deepEqual(hashes, [522133332, 522133333]);
    const members = hashes.map((hash) => linuxMember(hash, { count: 2 }));
    assert.deepEqual(members, [0, 1]);
    // What the commit cured: one bit less, and both peers shared a link.
    const shifted = hashes.map((hash) => linuxMember(hash >>> 1, { count: 2 }));
    assert.equal(shifted[0], shifted[1]);
  });

  it('takes one link a peer under layer2, whatever the addresses and ports (H02)', () => {
    const peers = ['10', '11', '12', '13'].map((last) =>
      macFlow('52:54:00:00:00:10', `00:50:56:aa:bb:${last}`),
    );
    assert.deepEqual(membersOf(layer2, peers, { count: 4 }), [0, 1, 2, 3]);
  });

  it('spreads even source ports under layer3+4, thanks to the last shift (H03)', () => {
    const connections = [40000, 40002, 40004, 40006].flatMap((port) =>
      flows(`192.168.10.11:${port} -> 192.168.10.50:3260`),
    );
    const hashes = connections.map((flow) => linuxHash('layer3+4', frameOfFlow(flow)));
    assert.deepEqual(hashes, [1120199850, 1120200107, 1120200360, 1120200617]);
    assert.deepEqual(membersOf(layer34, connections, { count: 2 }), [0, 1, 0, 1]);
    assert.deepEqual(membersOf(layer34, connections, { count: 4 }), [2, 3, 0, 1]);
  });

  it('spreads four nconnect connections (H04)', () => {
    const connections = [1001, 876, 734, 963].flatMap((port) =>
      flows(`10.20.0.5:${port} -> 10.20.0.80:2049`),
    );
    assert.deepEqual(membersOf(layer34, connections, { count: 2 }), [1, 1, 0, 0]);
    assert.deepEqual(membersOf(layer34, connections, { count: 4 }), [3, 1, 0, 2]);
  });

  it('uses all 32 bits where the member count is not a power of two (H05)', () => {
    const shares = flows('192.168.10.10@52:54:00:00:00:10 -> 192.168.10.50-53@02:a0:98:00:00:01');
    assert.deepEqual(membersOf(layer23, shares, { count: 2 }), [1, 0, 1, 0]);
    assert.deepEqual(membersOf(layer23, shares, { count: 3 }), [1, 0, 1, 0]);
    assert.deepEqual(membersOf(layer23, shares, { count: 4 }), [1, 0, 3, 2]);
  });
});

describe('Linux bonding, more members than were recorded, by a second implementation', () => {
  const ipv4 = flows('192.168.10.21-25:50000 -> 192.168.20.9:8400');
  const ipv6 = ['21', '22', '23', '24', '25'].flatMap((last) =>
    flows(`[2001:db8::${last}]:50000 -> [2001:db8:1::8]:8400`),
  );
  // prettier-ignore
  const cases = [
    // members, down,  IPv4,              IPv6
    [ 9, [],       [7, 4, 7, 7, 1],   [5, 5, 7, 2, 4]],
    [11, [],       [9, 6, 3, 5, 2],   [3, 8, 8, 6, 6]],
    [13, [5],      [4, 1, 1, 11, 11], [6, 9, 4, 12, 8]],
    [16, [],       [0, 1, 1, 6, 6],   [5, 4, 4, 7, 7]],
    [16, [0, 15],  [3, 6, 6, 11, 11], [4, 7, 3, 10, 6]], // modulo 14, then by their own numbers
  ] as const;
  for (const [count, down, four, six] of cases) {
    it(`layer3+4 over ${count} members${down.length > 0 ? `, ${down.join(' and ')} down` : ''}`, () => {
      assert.deepEqual(membersOf(layer34, ipv4, { count, down }), four);
      assert.deepEqual(membersOf(layer34, ipv6, { count, down }), six);
    });
  }
});

describe('Linux bonding, rules', () => {
  const shares = flows('192.168.10.10@52:54:00:00:00:10 -> 192.168.10.50-53@02:a0:98:00:00:01');

  it('deals every flow anew over the members that are up', () => {
    // Hashes as in the four-member row of H05, now modulo three, then named by their own numbers.
    assert.deepEqual(membersOf(layer23, shares, { count: 4, down: [0] }), [2, 1, 2, 1]);
    assert.deepEqual(membersOf(layer23, shares, { count: 4, down: [1] }), [2, 0, 2, 0]);
  });

  it('has no member to name when all are down', () => {
    const [flow] = shares;
    assert.ok(flow);
    const placement = place(layer23, flow, { count: 2, down: [0, 1] });
    assert.deepEqual(placement, { kind: 'unknown', why: 'no-member-up', testCommand: undefined });
  });

  it('names what it needs instead of guessing', () => {
    const [bare] = flows('10.0.0.1 -> 10.0.0.2');
    assert.ok(bare);
    const rows = [
      ['layer2', 'needs-source-mac'],
      ['layer2+3', 'needs-source-mac'],
      ['layer3+4', 'needs-ports'],
      ['encap3+4', 'needs-ports'],
      ['vlan+srcmac', 'needs-source-mac'],
    ] as const;
    for (const [policy, why] of rows) {
      const placement = place({ kind: 'linux', policy }, bare, { count: 4 });
      assert.equal(placement.kind === 'unknown' && placement.why, why, policy);
    }
  });

  it('does not promise a member for local sockets under encap3+4', () => {
    const [flow] = flows('10.0.0.1:40000 -> 10.0.0.2:443');
    assert.ok(flow);
    const local = place({ kind: 'linux', policy: 'encap3+4' }, flow, { count: 4 });
    assert.equal(local.kind === 'unknown' && local.why, 'random-per-socket');
    const rule = { kind: 'linux', policy: 'encap3+4', traffic: 'forwarded' } as const;
    // Without a tunnel the innermost packet is the packet.
    assert.deepEqual(place(rule, flow, { count: 4 }), place(layer34, flow, { count: 4 }));
  });

  it('is the same in both directions under layer3+4 for 2, 4 and 8 members only', () => {
    const list = flows('10.0.1.10:40000-40040 -> 10.0.1.200:3260');
    const back = list.map(reversed);
    for (const count of [2, 4, 8]) {
      assert.deepEqual(membersOf(layer34, list, { count }), membersOf(layer34, back, { count }));
    }
    for (const count of [3, 5, 6, 7]) {
      assert.notDeepEqual(membersOf(layer34, list, { count }), membersOf(layer34, back, { count }));
    }
  });

  it('sends containers whose MAC follows their address over one link under layer2+3', () => {
    const containers = [3, 4, 5, 6, 7, 8].flatMap((last) =>
      flows(`172.17.0.200@02:42:ac:11:00:c8 -> 172.17.0.${last}@02:42:ac:11:00:0${last}`),
    );
    const used = new Set(membersOf(layer23, containers, { count: 4 }));
    assert.equal(used.size, 1);
  });

  it('takes priority and VLAN id as 16 bits under vlan+srcmac', () => {
    const rule: PlacementRule = { kind: 'linux', policy: 'vlan+srcmac' };
    const source = '10.0.0.1@00:00:00:00:00:00 -> 10.0.0.2';
    const [plain, tagged, urgent] = flows(
      source,
      `${source} vlan 100`,
      `${source} vlan 100 priority 5`,
    );
    assert.ok(plain && tagged && urgent);
    assert.equal(linuxHash('vlan+srcmac', frameOfFlow(plain)), 0);
    assert.equal(linuxHash('vlan+srcmac', frameOfFlow(tagged)), 100);
    assert.equal(linuxHash('vlan+srcmac', frameOfFlow(urgent)), 5 * 8192 + 100);
    // 100 mod 3 = 1 and 41060 mod 3 = 2: the priority moves the flow.
    assert.deepEqual(membersOf(rule, [plain, tagged, urgent], { count: 3 }), [0, 1, 2]);
  });
});
