import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import {
  type Device,
  ruleOfDevice,
} from '../../../../src/core/link-aggregation/placement/devices.ts';
import { choosers } from '../../../../src/core/link-aggregation/fields.ts';
import { place } from '../../../../src/core/link-aggregation/placement/place.ts';
import { readDevice } from '../../../../src/core/link-aggregation/placement/read-device.ts';
import { flows } from './examples.ts';

const folder = join(import.meta.dirname, '../../../../content/devices');
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

const read = (file: string) => readDevice(parse(readFileSync(join(folder, file), 'utf8')));
const catalogue: ReadonlyMap<string, Device> = new Map(
  files.flatMap((file) => {
    const reading = read(file);
    return reading.ok ? [[file.replace('.yaml', ''), reading.value] as const] : [];
  }),
);
const device = (id: string): Device => {
  const found = catalogue.get(id);
  assert.ok(found, `content/devices/${id}.yaml`);
  return found;
};

/** A flow that tells everything a rule may ask for. */
const [whole] = flows(
  '10.1.1.20:40000@52:54:00:00:00:10 -> 10.1.1.31:3260@02:a0:98:00:00:01 vlan 100',
);

describe('the device catalogue', () => {
  for (const file of files) {
    it(`${file} can be read`, () => {
      const reading = read(file);
      assert.deepEqual(reading.ok ? [] : reading.problems, []);
      assert.match(file, /^[a-z0-9]+(?:-[a-z0-9]+)*\.yaml$/);
    });
  }

  it('has no two devices of one name', () => {
    const names = [...catalogue.values()].map(({ name }) => name);
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
  });

  it('holds every policy of Linux bonding, static and LACP', () => {
    const policies = [...catalogue.values()].flatMap(({ placement, otherEnd }) =>
      placement?.kind === 'linux' ? [`${otherEnd} ${placement.policy}`] : [],
    );
    assert.equal(new Set(policies).size, 12);
  });

  // prettier-ignore
  const families = [
    ['Linux bonding modes',       /^linux-(balance-(rr|tlb|alb)|active-backup|broadcast)$/,           5],
    ['Linux bonding policies',    /^linux-(8023ad|xor)-/,                                             12],
    ['Windows LBFO',              /^windows-lbfo-/,                                                    5],
    ['Windows SET',               /^windows-set-/,                                                     2],
    ['Intel ALB, both ways',      /^intel-alb(-rlb)?$/,                                                2],
    ['vSphere policies',          /^vsphere-(port-id|source-mac|ip-hash|nic-load|lacp)$/,              5],
    ['Cisco Catalyst',            /^cisco-catalyst/,                                                   3],
    ['Cisco Nexus',               /^cisco-nexus-/,                                                     3],
    ['Arista',                    /^arista-/,                                                          1],
    ['Juniper',                   /^juniper-/,                                                         2],
    ['Aruba',                     /^aruba-/,                                                           3],
    ['NetApp, before and since',  /^netapp-/,                                                          6],
    ['Data Domain',               /^data-domain-/,                                                     5],
    ['ports with addresses',      /^(iscsi-mpio|smb-multichannel|nfs-session-trunking)$/,              3],
  ] as const;
  for (const [family, ids, count] of families) {
    it(`holds ${family}: ${count}, each with a source and a command`, () => {
      const found = [...catalogue].filter(([id]) => ids.test(id));
      assert.equal(found.length, count);
      for (const [id, { sources, commands }] of found) {
        assert.ok(sources.length > 0 && commands.length > 0, id);
      }
    });
  }

  it('fills in every way of choosing but the one by ARP, which is a way of receiving', () => {
    const chosen = new Set([...catalogue.values()].map(({ chooser }) => chooser));
    const received = new Set([...catalogue.values()].map(({ receives }) => receives));
    assert.deepEqual(
      choosers.filter((one) => !chosen.has(one)),
      ['per-client-arp'],
    );
    assert.ok(received.has('per-client-arp'));
  });

  it('names a member only where the device is called exact, and never a teaching one', () => {
    assert.ok(whole);
    for (const [id, entry] of catalogue) {
      const rule = ruleOfDevice(entry);
      if (rule === undefined) continue;
      const placement = place(rule, whole, { count: 4 });
      if (placement.kind === 'exact') assert.equal(entry.confidence, 'exact', id);
      assert.notEqual(placement.kind, 'teaching', id);
    }
  });

  it('says in words what readers must not get wrong', () => {
    // The network guide of the article stands and falls with these.
    assert.equal(device('linux-balance-alb').receives, 'per-client-arp');
    assert.equal(device('linux-balance-tlb').receives, 'one-link');
    assert.equal(device('intel-alb-rlb').receives, 'per-client-arp');
    assert.equal(device('intel-alb-rlb').default, true);
    assert.equal(device('intel-alb').receives, 'one-link');
    assert.equal(device('vsphere-ip-hash').otherEnd, 'static');
    assert.equal(device('windows-lbfo-address-hash').receives, 'one-link');
    assert.equal(device('cisco-catalyst').chooser, 'eight-buckets');
    assert.equal(device('cisco-catalyst').confidence, 'inputs');
  });

  it('hands out the test command where the function is not published', () => {
    assert.ok(whole);
    const rule = ruleOfDevice(device('aruba-aos-s'));
    assert.ok(rule);
    const placement = place(rule, whole, { count: 4 });
    assert.ok(placement.kind === 'unknown');
    assert.match(placement.testCommand ?? '', /^show trunks load-balance/);
    assert.equal(ruleOfDevice(device('linux-balance-rr')), undefined);
  });
});

describe('reading a device', () => {
  const entry = {
    name: 'A switch',
    vendor: 'Somebody',
    role: 'switch',
    chooser: 'ip',
    otherEnd: 'lacp',
    confidence: 'inputs',
    sources: [{ title: 'Manual', url: 'https://example.com/manual' }],
    commands: [{ run: 'show it', shows: 'It.' }],
    notes: [],
  };
  const problems = (change: object) => {
    const reading = readDevice({ ...entry, ...change });
    return reading.ok ? [] : reading.problems.map(({ kind, field }) => `${kind} ${field}`);
  };

  it('accepts a plain entry and sets what is left out', () => {
    const reading = readDevice(entry);
    assert.ok(reading.ok);
    assert.equal(reading.value.default, false);
    assert.equal(reading.value.receives, undefined);
  });

  it('names each thing that is wrong, with its path', () => {
    const rows = [
      [{ name: undefined }, ['missing name']],
      [{ name: '  ' }, ['not-text name']],
      [{ role: 'router' }, ['not-one-of role']],
      [{ default: 'yes' }, ['not-a-flag default']],
      [{ chooser: 'lacp' }, ['not-one-of chooser']], // LACP is no way of choosing
      [{ recieves: 'one-link' }, ['unknown-field recieves']],
      [{ sources: [{ title: 'M', url: 'manual' }] }, ['not-a-web-address sources.0.url']],
      [{ commands: 'show it' }, ['not-a-list commands']],
      [{ notes: [1] }, ['not-text notes.0']],
      [{ placement: { kind: 'linux', policy: 'layer4' } }, ['not-one-of placement.policy']],
      [{ placement: { kind: 'cisco-teaching-xor' } }, ['not-one-of placement.kind']],
    ] as const;
    for (const [change, expected] of rows) {
      assert.deepEqual(problems(change), expected, JSON.stringify(change));
    }
    assert.ok(!readDevice('text').ok);
    assert.ok(!readDevice(null).ok);
  });

  it('refuses what contradicts itself', () => {
    const linux = { kind: 'linux', policy: 'layer2+3' };
    const texts = (change: object) => {
      const reading = readDevice({ ...entry, ...change });
      return reading.ok ? [] : reading.problems.map(({ text }) => text);
    };
    assert.deepEqual(texts({ confidence: 'exact' }), ['exact-without-a-formula']);
    assert.deepEqual(texts({ placement: linux }), ['formula-not-called-exact']);
    assert.deepEqual(texts({ chooser: 'eight-buckets' }), ['buckets-without-their-rule']);
    assert.deepEqual(texts({ sources: [] }), ['no-source']);
    assert.deepEqual(texts({ sources: [], confidence: 'memory' }), []);
    assert.deepEqual(texts({ commands: [] }), ['no-command']);
    assert.deepEqual(texts({ placement: linux, confidence: 'exact' }), []);
  });
});
