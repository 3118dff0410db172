/** The runner itself: which shapes it reads, that it can fail, and that it says what it cannot judge. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { run } from './lag.ts';

const tcp = { mtu: 1500, tcp_timestamps: true, ip: 'IPv4' };

interface Case {
  readonly inputs: object;
  readonly expected: object;
  readonly kind?: string;
}

/** What becomes of each case, as `npm run conformance -- lag FILE` prints it. */
async function outcomes(...cases: readonly Case[]): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lag-'));
  try {
    const filled = cases.map((one, number) => ({
      id: `case ${number + 1}`,
      group: 'own',
      kind: 'exact',
      tolerance_abs: 0.0001,
      ...one,
    }));
    writeFileSync(join(folder, 'cases.json'), JSON.stringify({ cases: filled }));
    const { cases: judged } = await run(folder);
    return judged.map(({ outcome, detail }) => (detail ? `${outcome}: ${detail}` : outcome));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the runner of recorded throughput cases', () => {
  it('passes a right figure and fails a wrong one', async () => {
    const inputs = { flows: 2, links: 2, link_Gbps: 1, hash: 'uniform', ...tcp };
    assert.deepEqual(
      await outcomes(
        { inputs, expected: { expected_line_Gbps: 1.5 } },
        { inputs, expected: { expected_line_Gbps: 1.6 } },
      ),
      ['passed', 'failed: expected_line_Gbps: expected 1.6, got 1.5'],
    );
  });

  it('does not cover a case that expects nothing, or one of a kind that it does not know', async () => {
    const inputs = { flows: 2, links: 2, link_Gbps: 1, hash: 'uniform', ...tcp };
    assert.deepEqual(
      await outcomes(
        { inputs, expected: {} },
        { inputs, expected: { expected_line_Gbps: 1.5 }, kind: 'maybe' },
      ),
      ['not covered: nothing is expected', 'not covered: kind maybe'],
    );
  });

  const hash = 'switch -> media agent: hash on the switch';
  const mesh = { host_nic_Gbps: 1, array_port_Gbps: 1, path_policy: 'rr', ...tcp };
  const shares = { shares: 4, storage_ips: 4, host_links: 4, storage_ports: 4, link_Gbps: 1 };
  const layer2 = { policy: 'layer2', src_mac: '52:54:00:00:00:10', links: 3 };
  // prettier-ignore
  const read: readonly (readonly [string, Case])[] = [
    ['one client keeps one of four links busy', {
      inputs: { flows: 1, links: 4, link_Gbps: 1, hash: 'uniform', ...tcp },
      expected: { expected_busy_links: 1, p_one_link_only: 1, p_all_links_busy: 0, bottleneck: hash },
    }],
    ['all flows lie on the one link that is left', {
      inputs: { flows: 20, links: 1, link_Gbps: 10, ...tcp },
      expected: { expected_line_Gbps: 10, expected_flows_on_fullest_link: 20, bottleneck: hash },
    }],
    ['a hash modulo the active links knows no buckets: 6 (1 - (5/6)^12)', {
      inputs: { flows: 12, links: 6, link_Gbps: 1, hash: 'src-dst-ip mod active links', ...tcp },
      expected: { expected_line_Gbps: 5.327061 },
    }],
    ['two connections a client part on a hash of ports: 4 (1 - (3/4)^4)', {
      inputs: { clients: 2, streams_per_client: 2, links: 4, link_Gbps: 1, hash: 'layer3+4', ...tcp },
      expected: { expected_line_Gbps: 2.734375 },
    }],
    ['routes with an interface for each address are no routing table that knows one', {
      inputs: { ...shares, host_policy: 'one interface per storage IP (static routes)', ...tcp },
      expected: { line_Gbps: 4, bottleneck: 'none: both sides full' },
    }],
    ['with a port down, the sessions that are left', {
      inputs: { host_nics: 4, host_nics_down: 1, array_ports: 4, sessions: 12, ...mesh },
      expected: { sessions: 12, line_Gbps: 3, per_path_line_Gbps: 0.25, bottleneck: 'host NICs' },
    }],
    ['with a port down, the sessions as configured', {
      inputs: { host_nics: 4, host_nics_down: 1, array_ports: 4, sessions: 16, ...mesh },
      expected: { sessions: 16, line_Gbps: 3 },
    }],
    ['one session for each pair of ports carries what its ports do', {
      inputs: { host_nics: 4, array_ports: 4, sessions: 4, ...mesh },
      expected: { sessions: 4, line_Gbps: 4, per_path_line_Gbps: 1 },
    }],
    ['an ethertype without addresses: (0x10 ^ 0x21 ^ 0x86dd) mod 3', {
      inputs: { ...layer2, dst_macs: ['00:50:56:aa:bb:21'], ethertype: '0x86dd' },
      expected: { link_index: [1] },
    }],
    ['the buckets of one member count', {
      inputs: { policy: 'cisco-rbh', members: 6 },
      expected: { buckets: [2, 2, 1, 1, 1, 1], hottest_share: 0.25 },
    }],
    ['a PDU with both digests: 1448/1538 x 8192/8248', {
      inputs: { words: 'iSCSI with 8192-byte PDUs and digests', link_Gbps: 1, ...tcp },
      expected: { efficiency: 0.93509 },
    }],
    ['a time of day before ten', {
      inputs: { data_TB: 1, equal_clients: 8, links: 2, link_Gbps: 10, end: '06:00', ...tcp },
      expected: { start: '05:47:36' },
    }],
  ];
  for (const [title, one] of read) {
    it(`reads: ${title}`, async () => assert.deepEqual(await outcomes(one), ['passed']));
  }

  const flows = { flows: 1, links: 2, link_Gbps: 1, ...tcp };
  const onePort = { uplinks: 4, link_Gbps: 10, host_policy: 'vmware-originating-port', ...tcp };
  // prettier-ignore
  const refused: readonly (readonly [string, Case])[] = [
    ['nothing looks at input paused', { inputs: { ...flows, paused: true }, expected: { expected_line_Gbps: 1 } }],
    ['nothing looks at input clients.streams', {
      inputs: { clients: [{ count: 5, nic_Gbps: 0.1, streams: 4 }], link_Gbps: 1 },
      expected: { link_Gbps: 0.5 },
    }],
    ['no figure for jitter', { inputs: flows, expected: { jitter: 0 } }],
    ['no chooser for “by moonlight”', { inputs: { ...flows, hash: 'by moonlight' }, expected: {} }],
    ['ethertype 806', { inputs: { ...layer2, dst_macs: ['00:50:56:aa:bb:21'], ethertype: '0x0806' }, expected: { link_index: [1] } }],
    ['virtual ports of several cards', { inputs: { ...onePort, vnics: 4 }, expected: { line_Gbps: 10 } }],
    ['5 sessions are no even mesh', {
      inputs: { host_nics: 4, array_ports: 4, sessions: 5, ...mesh },
      expected: { line_Gbps: 4 },
    }],
    ['policy ontap-9', { inputs: { policy: 'ontap-9', src_ip: '10.0.0.1', dst_ip: '10.0.0.2', links: 2 }, expected: { link_index: 0 } }],
  ];
  for (const [why, one] of refused) {
    it(`does not judge what it cannot read: ${why}`, async () =>
      assert.deepEqual(await outcomes(one), [`not covered: ${why}`]));
  }
});
