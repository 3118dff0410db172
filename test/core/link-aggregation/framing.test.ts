import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  ackLoad,
  ackWireBytes,
  efficiency,
  framePayloadBytes,
  frameWireBytes,
  pduFraction,
} from '../../../src/core/link-aggregation/framing.ts';
import type { Wire } from '../../../src/core/link-aggregation/scenario.ts';

const wire = (edit: Partial<Wire> = {}): Wire => ({
  protocol: 'tcp',
  mtu: 1500,
  ip: 'ipv4',
  timestamps: true,
  vlan: false,
  ...edit,
});

describe('payload and wire bytes of a full frame', () => {
  // prettier-ignore
  const cases = [
    // edit,                                          payload, wire
    [{ timestamps: false },                              1460, 1538], // 1500 - 20 - 20; + 8 + 14 + 4 + 12
    [{},                                                 1448, 1538], // 12 bytes for timestamps
    [{ vlan: true },                                     1448, 1542], // 4 bytes for the tag
    [{ ip: 'ipv6' },                                     1428, 1538], // a header of 40
    [{ mtu: 9000 },                                      8948, 9038],
    [{ mtu: 9000, vlan: true, timestamps: false },       8960, 9042],
  ] as const;
  for (const [edit, payload, bytes] of cases) {
    test(`${JSON.stringify(edit)}: ${payload} of ${bytes}`, () => {
      assert.equal(framePayloadBytes(wire(edit)), payload);
      assert.equal(frameWireBytes(wire(edit)), bytes);
      assert.equal(efficiency(wire(edit)), payload / bytes);
    });
  }
});

test('iSCSI headers take 48 bytes of each PDU of 8192 bytes', () => {
  assert.equal(pduFraction(8192), 8192 / 8240);
  assert.equal(efficiency(wire({ protocol: 'iscsi' })), (1448 / 1538) * (8192 / 8240));
});

test('digests take 4 bytes for the header and 4 for the data', () => {
  assert.equal(pduFraction(8192, true), 8192 / 8248);
});

test('data of a PDU is padded to 4 bytes', () => {
  assert.equal(pduFraction(8190), 8190 / 8240);
});

test('NFS and SMB cost nothing that would show', () => {
  assert.equal(efficiency(wire({ protocol: 'nfs' })), efficiency(wire()));
  assert.equal(efficiency(wire({ protocol: 'smb' })), efficiency(wire()));
});

describe('acknowledgements on the other direction', () => {
  test('90 bytes on the wire: 14 + 20 + 32, and 24 around them', () => {
    assert.equal(ackWireBytes(wire()), 90);
  });
  test('84 bytes without timestamps, because a frame is padded to 60', () => {
    assert.equal(ackWireBytes(wire({ timestamps: false })), 84);
  });
  test('one for two segments is 90 / 3076 of the line', () => {
    assert.equal(ackLoad(wire()), 90 / 3076);
  });
});
