/**
 * The rules that TCP and UDP frames never show. Each expectation is built from the driver's formula
 * by hand: `plain` and `inner` are ordinary packets whose hash the recorded frames judge.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  linuxHash,
  type LinuxPolicy,
} from '../../../../src/core/link-aggregation/placement/linux-bonding.ts';
import type {
  FrameTag,
  IpPacket,
  LinuxFrame,
  UpperLayer,
} from '../../../../src/core/link-aggregation/placement/linux-frame.ts';
import { ip, mac } from './examples.ts';

const [tcp, udp, icmp, icmpv6, gre, esp, ah, sctp, ipip] = [6, 17, 1, 58, 47, 50, 51, 132, 4];
const ports: UpperLayer = { kind: 'ports', source: 40000, destination: 3260 };

const packet = (protocol: number, upper: UpperLayer, more: Partial<IpPacket> = {}): IpPacket => ({
  source: ip('10.0.1.10'),
  destination: ip('10.0.1.200'),
  extensions: [],
  fragment: false,
  protocol,
  upper,
  ...more,
});
const tag = (where: FrameTag['where']): FrameTag => ({
  id: 100,
  priority: 0,
  dropEligible: 0,
  tpid: 0x8100,
  where,
});
const frame = (content: IpPacket | undefined, more: Partial<LinuxFrame> = {}): LinuxFrame => ({
  source: mac('52:54:00:00:10:01'),
  destination: mac('52:54:00:00:30:05'),
  tags: [],
  ethertype: 0x0800,
  packet: content,
  ...more,
});
const hash = (policy: LinuxPolicy, content: IpPacket | undefined, more?: Partial<LinuxFrame>) =>
  linuxHash(policy, frame(content, more));

const echo = (type: number, identifier: number) =>
  packet(icmp, { kind: 'icmp', type, code: 0, identifier });
const inGre = (readable: boolean, ethertype: number, content?: IpPacket) =>
  packet(gre, { kind: 'gre', readable, payload: { ethertype, packet: content } });

const other = { source: ip('172.16.0.7'), destination: ip('172.16.9.9') };
const plain = packet(tcp, ports);
const withoutPorts = packet(89, { kind: 'opaque' }); // OSPF: no ports to take
const inner = packet(tcp, ports, other);
const layer2 = 0x01 ^ 0x05 ^ 0x0800;

describe('Linux bonding beyond TCP and UDP', () => {
  it('takes the ports of SCTP like those of TCP, and the SPI of ESP and AH in their place', () => {
    const spi: UpperLayer = { kind: 'security-index', index: 40000 * 65536 + 3260 };
    for (const same of [
      packet(sctp, ports),
      packet(udp, ports),
      packet(esp, spi),
      packet(ah, spi),
    ]) {
      assert.equal(hash('layer3+4', same), hash('layer3+4', plain));
      assert.equal(hash('encap3+4', same), hash('encap3+4', plain));
    }
  });

  it('takes type, code and id of an echo; the id is a number and 0 counts as 1', () => {
    // By hand: 0a01000a ^ c801000a (addresses) ^ 00010008 (type 8, id 1) = c2010008,
    // ^ c201 = c201c209, ^ c201c2 = c2c3c3cb, >> 1 = 6161e1e5.
    assert.equal(hash('layer3+4', echo(8, 1)).toString(16), '6161e1e5');
    assert.equal(hash('layer3+4', echo(8, 0)), hash('layer3+4', echo(8, 1)));
    assert.notEqual(hash('layer3+4', echo(8, 2)), hash('layer3+4', echo(8, 1)));
    // A type without an id contributes nothing.
    assert.equal(hash('layer3+4', echo(9, 7)), hash('layer3+4', withoutPorts));
  });

  it('follows an ICMP error into the packet it quotes, but not under encap', () => {
    const error = packet(icmp, { kind: 'icmp', type: 3, code: 1, identifier: 0, quoted: inner });
    assert.equal(hash('layer3+4', error), hash('layer3+4', inner));
    assert.equal(hash('layer2+3', error), hash('layer2+3', inner));
    assert.equal(hash('encap3+4', error), hash('encap3+4', withoutPorts));
    assert.equal(hash('encap2+3', error), hash('encap2+3', withoutPorts));
  });

  it('counts ICMPv6 errors by their own type numbers', () => {
    const v6 = { source: ip('2001:db8::1'), destination: ip('2001:db8::2') };
    const quoted = packet(tcp, ports, {
      source: ip('2001:db8::77'),
      destination: ip('2001:db8::9'),
    });
    const error = (type: number) =>
      packet(icmpv6, { kind: 'icmp', type, code: 0, identifier: 0, quoted }, v6);
    const plainV6 = packet(89, { kind: 'opaque' }, v6);
    assert.equal(hash('layer3+4', error(1)), hash('layer3+4', quoted));
    assert.equal(hash('layer3+4', error(11)), hash('layer3+4', plainV6)); // an error in v4 only
  });

  it('gives any fragment, the first one too, no ports', () => {
    const fragment = packet(tcp, ports, { fragment: true });
    for (const policy of ['layer3+4', 'encap3+4'] as const) {
      assert.equal(hash(policy, fragment), hash(policy, withoutPorts));
    }
  });

  it('reads ports behind IPv6 extension headers under encap only', () => {
    const v6 = { source: ip('2001:db8::1'), destination: ip('2001:db8::2') };
    const direct = packet(tcp, ports, v6);
    const hidden = packet(89, { kind: 'opaque' }, v6);
    for (const extension of [0, 43, 60]) {
      const behind = packet(tcp, ports, { ...v6, extensions: [extension] });
      assert.equal(hash('layer3+4', behind), hash('layer3+4', hidden));
      assert.equal(hash('encap3+4', behind), hash('encap3+4', direct));
    }
    const fragmented = packet(tcp, ports, { ...v6, extensions: [44] });
    assert.equal(hash('encap3+4', fragmented), hash('encap3+4', hidden));
  });
});

describe('Linux bonding and tunnels', () => {
  it('descends through IP in IP and GRE to the innermost packet', () => {
    const tunnels = [
      packet(ipip, { kind: 'ip-in-ip', packet: inner }),
      inGre(true, 0x0800, inner),
      inGre(true, 0x0800, packet(ipip, { kind: 'ip-in-ip', packet: inner }, other)),
    ];
    for (const tunnel of tunnels) {
      assert.equal(hash('encap3+4', tunnel), hash('encap3+4', inner));
      assert.equal(hash('encap2+3', tunnel), hash('encap2+3', inner)); // MACs stay the outer ones
      assert.equal(hash('layer3+4', tunnel), hash('layer3+4', withoutPorts));
    }
  });

  it('stops at GRE it cannot read, keeping the outer addresses', () => {
    assert.equal(hash('encap3+4', inGre(false, 0x0800, inner)), hash('encap3+4', withoutPorts));
  });

  it('keeps the outer addresses where GRE carries ARP, and plain layer 2 for the unknown', () => {
    assert.equal(hash('encap3+4', inGre(true, 0x0806)), hash('encap3+4', withoutPorts));
    assert.equal(hash('encap3+4', inGre(true, 0x1234)), layer2);
  });

  it('stops at a fragment inside the tunnel', () => {
    const cut = packet(ipip, { kind: 'ip-in-ip', packet: { ...inner, fragment: true } });
    const innerWithoutPorts = packet(89, { kind: 'opaque' }, other);
    assert.equal(hash('encap3+4', cut), hash('encap3+4', innerWithoutPorts));
  });
});

describe('Linux bonding, frames that are not IP, and tags', () => {
  it('takes plain layer 2 for an unknown ethertype under every policy but one', () => {
    for (const policy of ['layer2', 'layer2+3', 'layer3+4', 'encap2+3', 'encap3+4'] as const) {
      assert.equal(hash(policy, undefined, { ethertype: 0x88cc }), 0x01 ^ 0x05 ^ 0x88cc); // LLDP
    }
  });

  it('sends ARP, MPLS and PTP over the first member under encap3+4', () => {
    for (const ethertype of [0x0806, 0x8035, 0x8847, 0x8848, 0x88f7, 0x8906]) {
      assert.equal(hash('encap3+4', undefined, { ethertype }), 0);
      const folded = 0x04 ^ ethertype ^ ((0x04 ^ ethertype) >>> 8);
      assert.equal(hash('encap2+3', undefined, { ethertype }), folded);
      assert.equal(hash('layer3+4', undefined, { ethertype }), 0x04 ^ ethertype);
    }
  });

  it('does not see an offloaded tag, and sees only the tag where it lies in the frame', () => {
    for (const policy of ['layer2', 'layer2+3', 'layer3+4', 'encap2+3', 'encap3+4'] as const) {
      assert.equal(hash(policy, plain, { tags: [tag('offloaded')] }), hash(policy, plain));
      assert.equal(hash(policy, plain, { tags: [tag('inline')] }), 0x04 ^ 0x8100);
    }
  });

  it('sees through a second tag under encap, as on a bridge', () => {
    const tags = [tag('offloaded'), tag('inline')];
    assert.equal(hash('encap3+4', plain, { tags }), hash('encap3+4', plain));
    assert.equal(hash('layer3+4', plain, { tags }), 0x04 ^ 0x8100);
  });

  it('sees an offloaded tag under vlan+srcmac, never an inline one', () => {
    const untagged = hash('vlan+srcmac', plain);
    assert.equal(untagged, 0x525400 ^ 0x001001);
    assert.equal(hash('vlan+srcmac', plain, { tags: [tag('offloaded')] }), untagged ^ 100);
    assert.equal(hash('vlan+srcmac', plain, { tags: [tag('inline')] }), untagged);
  });
});
