import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  formatIp,
  formatMac,
  lastOctet,
  parseIp,
  parseMac,
  parsePort,
} from '../../../../src/core/link-aggregation/placement/addresses.ts';
import { parseRanges } from '../../../../src/core/link-aggregation/placement/address-range.ts';
import { ip, mac, value } from './examples.ts';

const problemOf = (reading: {
  readonly ok: boolean;
  readonly problems?: readonly { kind: string }[];
}) => (reading.ok ? 'read' : reading.problems?.[0]?.kind);

describe('addresses', () => {
  it('reads IPv4 with the first octet as the highest byte', () => {
    assert.deepEqual(ip('192.168.122.30'), { family: 4, words: [0xc0a87a1e] });
    assert.deepEqual(ip('255.255.255.255').words, [0xffffffff]);
    assert.equal(lastOctet(ip('10.0.0.200')), 200);
  });

  it('reads every form of IPv6 and prints the canonical one', () => {
    const rows = [
      ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
      ['::', '::'],
      ['::1', '::1'],
      ['fe80::', 'fe80::'],
      ['::ffff:192.0.2.1', '::ffff:c000:201'],
      ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'], // one zero group is not shortened
      ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'], // the longer run
      ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'], // the first of equals
    ] as const;
    for (const [text, printed] of rows) assert.equal(formatIp(ip(text)), printed);
    assert.equal(lastOctet(ip('2001:db8::12ab')), 0xab);
  });

  it('names what is wrong with an address', () => {
    const rows = [
      ['', 'not-an-ip-address'],
      ['storage1', 'not-an-ip-address'],
      ['10.0.0', 'not-an-ip-address'],
      ['10.0.0.1.2', 'not-an-ip-address'],
      ['10.0.0.256', 'octet-too-large'],
      ['10.0.0.010', 'octet-with-leading-zero'], // some programs read octal here
      ['1::2::3', 'not-an-ipv6-address'],
      ['1:2:3:4:5:6:7', 'not-an-ipv6-address'],
      ['1:2:3:4:5:6:7:8:9', 'not-an-ipv6-address'],
      ['1:2:3:4:5:6:7::8', 'not-an-ipv6-address'], // "::" stands for at least one group
      ['::ffff:300.0.2.1', 'not-an-ipv6-address'],
      ['::12345', 'not-an-ipv6-address'],
    ] as const;
    for (const [text, problem] of rows) assert.equal(problemOf(parseIp(text)), problem, text);
  });

  it('reads the MAC forms of Linux, Windows and Cisco', () => {
    for (const text of [
      '00:50:56:aa:bb:10',
      '0:50:56:aa:bb:10',
      '00-50-56-AA-BB-10',
      '0050.56aa.bb10',
      '005056AABB10',
    ]) {
      assert.equal(formatMac(mac(text)), '00:50:56:aa:bb:10', text);
    }
    for (const text of ['', '00:50:56:aa:bb', '00:50:56:aa:bb:zz', '00:50:56:aa:bb:10:11']) {
      assert.equal(problemOf(parseMac(text)), 'not-a-mac-address', text);
    }
  });

  it('reads ports from 0 to 65535', () => {
    assert.equal(value(parsePort('65535')), 65535);
    for (const text of ['65536', '-1', '80a', '', '8.5']) {
      assert.equal(problemOf(parsePort(text)), 'not-a-port', text);
    }
  });
});

const texts = (text: string) => value(parseRanges(text)).map(formatIp);

describe('ranges', () => {
  it('counts over octets and groups', () => {
    const rows = [
      ['192.168.10.21-23', ['192.168.10.21', '192.168.10.22', '192.168.10.23']],
      ['10.0.0.254-10.0.1.1', ['10.0.0.254', '10.0.0.255', '10.0.1.0', '10.0.1.1']],
      ['10.0.0.0/30', ['10.0.0.1', '10.0.0.2']], // without network and broadcast address
      ['10.0.0.7/31', ['10.0.0.6', '10.0.0.7']], // RFC 3021: both are hosts
      ['10.0.0.7/32', ['10.0.0.7']],
      ['2001:db8::fe-101', ['2001:db8::fe', '2001:db8::ff', '2001:db8::100', '2001:db8::101']],
      ['2001:db8::/127', ['2001:db8::', '2001:db8::1']],
      ['10.0.0.9, 10.0.0.1-2', ['10.0.0.9', '10.0.0.1', '10.0.0.2']],
    ] as const;
    for (const [text, addresses] of rows) assert.deepEqual(texts(text), addresses, text);
  });

  it('names what is wrong with a range', () => {
    const rows = [
      ['192.168.10.40-21', 'range-backwards'],
      ['192.168.10.40-300', 'octet-too-large'],
      ['192.168.10.40-x', 'not-an-ip-address'],
      ['10.0.0.1-2001:db8::1', 'range-mixes-families'],
      ['10.0.0.0-10.1.0.0', 'range-too-long'],
      ['10.0.0.0/8', 'range-too-long'],
      ['2001:db8::/64', 'range-too-long'],
      ['10.0.0.0/33', 'not-a-prefix-length'],
      ['10.0.0.1,', 'not-an-ip-address'],
    ] as const;
    for (const [text, problem] of rows) assert.equal(problemOf(parseRanges(text)), problem, text);
  });
});
