/** The runner itself: that it can fail, that it says what it cannot judge, and which shapes it reads. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { run } from './bonding.ts';

const ethernet = { srcMac: '52:54:00:00:10:01', dstMac: '52:54:00:00:30:05' };
const ip = { ethertype: 0x0800, srcIp: '10.0.1.10', dstIp: '10.0.1.200' };
const tcp = { ...ethernet, ...ip, proto: 6, srcPort: 40000, dstPort: 3260 };
const opaqueInner = { srcIp: '10.0.1.10', dstIp: '10.0.1.200', proto: 89 };
const vector = (frame: object, more: object = {}) => ({
  id: 1,
  policy: 'layer3+4',
  mode: 'balance-xor',
  slaves: 4,
  slave: 1,
  frame,
  ...more,
});

/** The outcome of each vector, with its detail, as `npm run conformance -- bonding FILE` prints it. */
function outcomes(...vectors: readonly object[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'bonding-'));
  try {
    writeFileSync(join(folder, 'v.jsonl'), vectors.map((v) => JSON.stringify(v)).join('\n'));
    return run(folder).cases.map(({ outcome, detail }) =>
      detail ? `${outcome}: ${detail}` : outcome,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the bonding runner', () => {
  it('passes the right slave and fails each wrong one', () => {
    const all = [0, 1, 2, 3].map((slave) => vector(tcp, { slave }));
    const results = outcomes(...all);
    assert.equal(results.filter((result) => result === 'passed').length, 1);
    assert.equal(results.filter((result) => result.startsWith('failed: slave')).length, 3);
  });

  it('does not cover a vector with a field beside the frame that nothing looks at', () => {
    assert.deepEqual(outcomes(vector(tcp, { slave: 0, surprise: 1, note: 'for people' })), [
      'not covered: vector field not understood: surprise',
    ]);
  });

  it('reads ICMP, SPI, fragments, extensions, tunnels and tags under several names', () => {
    // One hash each, worked by hand or equal to another frame's; the slave is that hash modulo 4.
    const icmp = { ...ethernet, ...ip, proto: 1 };
    const echo = { type: 8, code: 0, id: 1 }; // hash 6161e1e5
    const opaque = { ...ethernet, ...ip, proto: 89 }; // hash 61616161: c2000000 folded, one bit less
    const results = outcomes(
      vector({ ...icmp, icmp: echo }, { slave: 0xe5 % 4 }),
      vector({ ...icmp, icmpType: 8, icmpCode: 0, icmpId: 0 }, { slave: 0xe5 % 4 }),
      vector(opaque, { slave: 0x61 % 4 }),
      vector({ ...tcp, frag: 'first' }, { slave: 0x61 % 4 }),
      vector({ ...tcp, fragment: { offset: 0, more: true } }, { slave: 0x61 % 4 }),
      vector(
        { ...icmp, icmp: { type: 3, code: 1, id: 0, inner: opaqueInner } },
        { slave: 0x61 % 4 },
      ),
      vector(
        { ...ethernet, ...ip, proto: 'gre', inner: opaqueInner },
        { slave: 0x61 % 4, policy: 'encap3+4' },
      ),
      vector(
        { ...ethernet, ...ip, proto: 4, inner: opaqueInner },
        { slave: 0x61 % 4, policy: 'encap3+4' },
      ),
      vector({ ...ethernet, ethertype: '0x0806' }, { slave: 0, policy: 'encap3+4' }),
      vector({ ...tcp, vlan: [{ id: 5, where: 'inline' }] }, { slave: (0x04 ^ 0x8100) % 4 }),
    );
    assert.deepEqual([...new Set(results)], ['passed']);
  });

  it('accepts a frame that the driver dropped because all slaves were down', () => {
    assert.deepEqual(outcomes(vector(tcp, { slaves: 2, down: [0, 1], slave: null })), ['passed']);
  });

  it('says what it does not cover instead of guessing', () => {
    const group = { ...tcp, dstMac: '01:00:5e:00:00:01' };
    assert.deepEqual(
      outcomes(
        vector({ ...tcp, mystery: 1 }),
        vector({ ...tcp, proto: 'quic' }),
        vector({ ...tcp, srcPort: undefined }),
        vector(tcp, { mode: 'balance-rr' }),
        vector(tcp, { policy: 'layer5' }),
        vector(tcp, { down: [9] }),
        vector(group, { mode: 'balance-tlb' }),
      ),
      [
        'not covered: frame field not understood: mystery',
        'not covered: protocol "quic"',
        'not covered: frame has no usable srcPort',
        'not covered: mode balance-rr does not hash',
        'not covered: policy layer5',
        'not covered: down [9] of 4 slaves',
        'not covered: mode balance-tlb sends this frame over the active slave',
      ],
    );
  });
});
