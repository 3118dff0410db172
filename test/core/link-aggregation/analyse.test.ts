import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { analyse } from '../../../src/core/link-aggregation/analyse.ts';
import type { Analysis } from '../../../src/core/link-aggregation/analysis.ts';
import { withChooser, withMemberCount } from '../../../src/core/link-aggregation/edits.ts';
import { networkOf } from '../../../src/core/link-aggregation/network.ts';
import { outcomesOf } from '../../../src/core/link-aggregation/outcomes.ts';
import { simulatedOutcomes } from '../../../src/core/link-aggregation/drawn-outcomes.ts';
import { presets } from '../../../src/core/link-aggregation/presets.ts';
import { defaultScenario, hop } from '../../../src/core/link-aggregation/scenario.ts';
import type {
  Chooser,
  ClientTraffic,
  Scenario,
} from '../../../src/core/link-aggregation/scenario.ts';
import { gigabits, megabytesPerSecond } from '../../../src/core/units.ts';
import { scenarios } from './scenarios.ts';
import { presetScenario } from './preset-scenario.ts';
import { linkedScenario } from './linked-scenario.ts';

const lineOf = (analysis: Analysis): number => analysis.rate.mean.line / 1e9;

const clients = (chooser: Chooser, edit: Partial<ClientTraffic> = {}, count = 20): Scenario => ({
  ...defaultScenario,
  hops: [hop(4, 1, chooser)],
  traffic: {
    side: 'clients',
    groups: [{ count, nic: gigabits(1) }],
    connectionsPerClient: 1,
    routed: false,
    ...edit,
  },
});

describe('twenty 1GbE clients and four 1GbE links: line rate by what the switch chooses by', () => {
  // prettier-ignore
  const cases = [
    // chooser,          routed, line rate
    ['one-link',         false, 1],
    ['mac',              false, 3.987315],
    ['mac',              true,  1],         // every frame carries the router's address
    ['ip',               true,  3.987315],  // a router leaves IP addresses alone
    ['ip-port',          false, 3.987315],
    ['eight-buckets',    false, 3.987315],  // 8 buckets over 4 members are even
    ['per-destination',  false, 1],         // one agent is one destination
    ['per-client-arp',   false, 4],         // five clients a link, in turn
    ['per-client-arp',   true,  1],         // ARP sees the router only
    ['per-nic',          false, 4],
    ['per-packet',       false, 4],
  ] as const;
  for (const [chooser, routed, line] of cases) {
    test(`${chooser}${routed ? ', routed' : ''}: ${line} Gbit/s`, () => {
      assert.ok(Math.abs(lineOf(analyse(clients(chooser, { routed }))) - line) < 1e-6);
    });
  }
});

test('ARP steers IPv4 clients only', () => {
  const scenario = clients('per-client-arp');
  const ipv6 = { ...scenario, wire: { ...scenario.wire, ip: 'ipv6' as const } };
  assert.equal(lineOf(analyse(ipv6)), 1);
});

test('a restore is decided by the other end', () => {
  const scenario = presetScenario('clients-alb');
  assert.equal(lineOf(analyse(scenario)), 1);
  const restore = analyse({ ...scenario, direction: 'restore' });
  assert.equal(restore.hops[0].from.kind, 'agent');
  assert.equal(restore.hops[0].chooser, 'per-destination');
  assert.ok(Math.abs(lineOf(restore) - 3.987315) < 1e-6);
});

test('the storage side of the article, preset by preset', () => {
  // prettier-ignore
  const expected = [
    ['storage-one-share',          1],        // one pair of addresses, one link
    ['storage-alb-10g',            1],        // by destination, and there is one
    ['storage-round-robin',        4],        // a ceiling
    ['iscsi-mpio',                 4],
    ['storage-four-shares',        2.734375],
    ['storage-four-shares-lacp',   2.179932], // two hashes in a row
    ['storage-four-shares-routes', 4],
    ['nfs-nconnect',               2.849404],
    ['nfs-nconnect-ip',            1],
    ['smb-multichannel',           20],
    ['smb-multichannel-team',      18.75],
  ] as const;
  for (const [id, line] of expected) {
    assert.ok(Math.abs(lineOf(analyse(presetScenario(id))) - line) < 1e-6, id);
  }
});

test('two hops that hash alike cost no more than one', () => {
  const scenario: Scenario = { ...presetScenario('storage-four-shares-lacp'), hashes: 'same' };
  assert.ok(Math.abs(lineOf(analyse(scenario)) - 2.734375) < 1e-9);
});

test('one connection never exceeds a link, unless packets go in turn', () => {
  assert.equal(analyse(clients('ip-port')).singleStream.line, gigabits(1));
  assert.equal(analyse(presetScenario('storage-round-robin')).singleStream.line, gigabits(4));
});

test('an unknown choice spans the address hash and the connection hash', () => {
  const scenario = {
    ...presetScenario('nfs-nconnect'),
    hops: [hop(4, 1, 'unknown'), hop(1, 10, 'one-link')] as const,
  };
  const { rate, findings } = analyse(scenario);
  assert.equal(rate.mean.line, gigabits(1)); // by addresses: one pair
  assert.equal(rate.best.line, gigabits(4)); // by ports: eight connections
  assert.equal(findings[0]?.kind, 'unknown-chooser');
});

describe('what limits', () => {
  // prettier-ignore
  const cases = [
    ['the choice of the switch',     clients('ip'),                                                  { kind: 'hop', hop: 0, why: 'choice' }],
    ['the links, all used',          clients('per-packet'),                                          { kind: 'hop', hop: 0, why: 'capacity' }],
    ['both hops alike',              presetScenario('storage-one-share'),                                    { kind: 'hops-alike', hops: [0, 1], why: 'choice' }],
    ['the uplink',                   presetScenario('clients-uplink'),                                       { kind: 'hop', hop: 0, why: 'capacity' }],
    ['the clients’ cards',           clients('ip', { groups: [{ count: 6, nic: gigabits(0.1) }] }),  { kind: 'client-nics' }],
    ['the disks',                    { ...clients('ip'), caps: { reduction: 1, disk: megabytesPerSecond(100) } }, { kind: 'disk' }],
    ['nothing on the path',          presetScenario('iscsi-mpio'),                                           { kind: 'none' }],
  ] as const;
  for (const [what, scenario, bottleneck] of cases) {
    test(what, () => assert.deepEqual(analyse(scenario).bottleneck, bottleneck));
  }
});

test('a disk limit holds data, not line rate', () => {
  const scenario = { ...clients('ip'), caps: { reduction: 1, disk: megabytesPerSecond(100) } };
  assert.ok(Math.abs(analyse(scenario).rate.best.perSecond - 100e6) < 1);
});

test('10 TB of twenty equal clients take 8:43 h in one batch and 5:55 h from a queue', () => {
  const { window } = analyse(defaultScenario);
  assert.ok(Math.abs(window.batch.mean / 3600 - 8.712649) < 1e-5);
  assert.ok(Math.abs(window.queue / 3600 - 5.919632) < 1e-5);
  assert.ok(Math.abs(window.naive / 3600 - 5.900859) < 1e-5);
  assert.equal(window.planned, window.batch.p95);
});

test('a member that is down carries nothing, and the others are hashed anew', () => {
  const [first] = defaultScenario.hops;
  const [one, two, ...others] = first.members;
  assert.ok(two);
  const members = [one, { ...two, up: false }, ...others] as const;
  const { hops, rate } = analyse({ ...defaultScenario, hops: [{ ...first, members }] });
  assert.equal(hops[0].members[1]?.load, 0);
  assert.equal(hops[0].membersUp, 3);
  assert.ok(Math.abs(rate.mean.line / 1e9 - 2.999098) < 1e-6);
});

describe('one more link fails: of unlike ones a fastest, for that leaves least', () => {
  const ports = (of: string, at: string) =>
    `#v=1&side=storage&hops=${of}~per-nic,2x10~per-nic&addresses=2&protocol=iscsi&paths=${at}`;
  // prettier-ignore
  const cases = [
    // what is left of it on average, Gbit/s on the line
    [ports('2x10-1', 'round-robin'),       1], // not 10, as if the 1GbE card had failed
    [ports('2x1-10', 'least-queue'),       1],
    [ports('3x2.5-2.5-1', 'least-queue'), 3.5],
    ['#v=1&hops=2x10-1~one-link&clients=20x1', 1],
    ['#v=1&hops=4x1~ip&clients=1x1',       1], // alike: any
  ] as const;
  for (const [link, left] of cases) {
    test(`${link}: ${left}`, () => {
      const line = analyse(linkedScenario(link)).afterFailure?.mean.line ?? 0;
      assert.ok(Math.abs(line / 1e9 - left) < 1e-6, String(line));
    });
  }
});

test('the same scenario gives the same analysis, simulated or not', () => {
  const scenario = clients('ip-port', { connectionsPerClient: 3 });
  const effort = { draws: 300, seed: 1 };
  assert.deepEqual(analyse(scenario, effort), analyse(scenario, effort));
});

test('a simulation of what has a closed form agrees with it', () => {
  for (const scenario of [
    clients('ip'),
    clients('eight-buckets', {}, 6),
    presetScenario('storage-four-shares-lacp'),
  ]) {
    const network = networkOf(scenario);
    const load = { bits: 1e12, pooled: false };
    const exact = outcomesOf(network, load);
    const drawn = simulatedOutcomes(network, load, { draws: 20_000, seed: 2011 });
    assert.ok(Math.abs(drawn.mean / exact.mean - 1) < 0.01);
    assert.equal(drawn.worst, exact.worst);
    assert.equal(drawn.best, exact.best);
  }
});

describe('whatever the scenario', () => {
  const effort = { draws: 40, seed: 7 };
  test('worst to best are in order, and no link or flow carries more than it can', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const { rate, hops, flows, capacity } = analyse(scenario, effort);
        const line = (value: { readonly line: number }) => value.line * (1 + 1e-9);
        assert.ok(rate.worst.line <= line(rate.p5) && rate.p5.line <= line(rate.median));
        assert.ok(rate.median.line <= line(rate.p95) && rate.p95.line <= line(rate.best));
        assert.ok(rate.best.line <= line(capacity));
        assert.ok(rate.worst.line > 0);
        for (const { members } of hops) {
          for (const member of members) assert.ok(member.load <= member.speed * (1 + 1e-6));
          for (const member of members) assert.ok(member.up || member.load === 0);
        }
        assert.ok(flows.every(({ load }) => load > 0));
      }),
      { numRuns: 150 },
    );
  });

  test('the loads of a hop add up to those of the flows', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const { hops, flows } = analyse(scenario, effort);
        const all = flows.reduce((sum, { load }) => sum + load, 0);
        for (const { members } of hops) {
          const hopLoad = members.reduce((sum, { load }) => sum + load, 0);
          assert.ok(Math.abs(hopLoad - all) <= 1e-6 * all);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('every result is a finite number', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const text = JSON.stringify(analyse(scenario, effort), (_, value: unknown) =>
          typeof value === 'number' && !Number.isFinite(value) ? 'NOT FINITE' : value,
        );
        assert.ok(!text.includes('NOT FINITE'), text.slice(0, 2000));
      }),
      { numRuns: 100 },
    );
  });

  test('the order of client groups changes nothing', () => {
    const groups = fc.array(
      fc.record({
        count: fc.integer({ min: 1, max: 8 }),
        nic: fc.constantFrom(0.1, 1, 10).map(gigabits),
      }),
      { minLength: 2, maxLength: 3 },
    );
    fc.assert(
      fc.property(groups, (list) => {
        const [first, ...others] = list;
        const [last, ...before] = list.toReversed();
        assert.ok(first && last);
        const one = analyse(clients('ip', { groups: [first, ...others] }), effort);
        const two = analyse(clients('ip', { groups: [last, ...before] }), effort);
        assert.ok(Math.abs(one.rate.mean.line / two.rate.mean.line - 1) < 1e-9);
        assert.equal(one.rate.worst.line, two.rate.worst.line);
      }),
      { numRuns: 50 },
    );
  });

  test('more members never let less through on average, where nothing is simulated', () => {
    const exact = fc.constantFrom(...presets).filter(({ scenario }) => scenario.hops.length === 1);
    fc.assert(
      fc.property(exact, fc.integer({ min: 1, max: 15 }), ({ scenario }, count) => {
        const fewer = analyse(withMemberCount(scenario, 0, count)).rate.mean.line;
        const more = analyse(withMemberCount(scenario, 0, count + 1)).rate.mean.line;
        assert.ok(more >= fewer * (1 - 1e-9));
      }),
      { numRuns: 60 },
    );
  });

  test('a finer choice never gives less: addresses and ports against addresses', () => {
    for (const { scenario } of presets.filter(({ scenario: { hops } }) => hops.length === 1)) {
      const ip = analyse(withChooser(scenario, 0, 'ip')).rate.mean.line;
      const port = analyse(withChooser(scenario, 0, 'ip-port')).rate.mean.line;
      assert.ok(port >= ip * (1 - 1e-9));
    }
  });
});
