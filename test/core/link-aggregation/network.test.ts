/** What is taken out of a network before it is computed must not change what comes out. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { analyse } from '../../../src/core/link-aggregation/analyse.ts';
import type { HopRule } from '../../../src/core/link-aggregation/choosers.ts';
import { drainTimes } from '../../../src/core/link-aggregation/drain.ts';
import { hasPaths } from '../../../src/core/link-aggregation/flows.ts';
import { efficiency } from '../../../src/core/link-aggregation/framing.ts';
import { loadOf } from '../../../src/core/link-aggregation/job-load.ts';
import { networkOf } from '../../../src/core/link-aggregation/network.ts';
import type { Network } from '../../../src/core/link-aggregation/network.ts';
import { outcomesOf } from '../../../src/core/link-aggregation/outcomes.ts';
import { presets } from '../../../src/core/link-aggregation/presets.ts';
import { maxMinShares } from '../../../src/core/link-aggregation/shares.ts';
import type { Sharing } from '../../../src/core/link-aggregation/shares.ts';
import type { Scenario } from '../../../src/core/link-aggregation/scenario.ts';
import { linkedScenario } from './linked-scenario.ts';
import { scenarios } from './scenarios.ts';

/** One way in which all hashes may fall: member of each key, hop by hop. */
interface Fall {
  readonly members: readonly (readonly number[])[];
  readonly chance: number;
}

function fallsOf(
  rule: HopRule,
): readonly { readonly members: readonly number[]; readonly chance: number }[] {
  let falls: readonly { readonly members: readonly number[]; readonly chance: number }[] = [
    { members: [], chance: 1 },
  ];
  if (rule.kind !== 'hashed') return falls;
  for (let key = 0; key < rule.keys; key += 1) {
    falls = falls.flatMap(({ members, chance }) =>
      rule.weights.map((weight, member) => ({
        members: [...members, member],
        chance: chance * weight,
      })),
    );
  }
  return falls;
}

const placements = ({ rules }: Network): number =>
  rules.reduce(
    (all, rule) => all * (rule.kind === 'hashed' ? rule.weights.length ** rule.keys : 1),
    1,
  );

function allFalls({ rules }: Network): readonly Fall[] {
  let falls: readonly Fall[] = [{ members: [], chance: 1 }];
  for (const rule of rules) {
    const own = fallsOf(rule);
    falls = falls.flatMap((before) =>
      own.map(({ members, chance }) => ({
        members: [...before.members, members],
        chance: before.chance * chance,
      })),
    );
  }
  return falls;
}

/** Every connection by itself, every card, member, pool and disk as a link: nothing is left out. */
function plainSharing(scenario: Scenario, network: Network, fall: Fall): Sharing {
  const capacities: number[] = [];
  const link = (capacity: number): number => capacities.push(capacity) - 1;
  const nics = new Map<number, number>();
  for (const { owner, nic } of network.flows) if (!nics.has(owner)) nics.set(owner, link(nic));
  const members = network.hops.map((hop) => hop.capacities.map(link));
  const pools = network.hops.map((hop) =>
    link(hop.capacities.reduce((sum, each) => sum + each, 0)),
  );
  const { disk } = scenario.caps;
  const disks = disk === undefined ? [] : [link((disk * 8) / efficiency(scenario.wire))];
  const paths = network.flows.map(({ owner }, flow) => [
    nics.get(owner) ?? 0,
    ...network.rules.map((rule, hop) => {
      if (rule.kind === 'pool') return pools[hop] ?? 0;
      const member =
        rule.kind === 'fixed' ? rule.memberOf[flow] : fall.members[hop]?.[rule.keyOf[flow] ?? 0];
      return members[hop]?.[member ?? 0] ?? 0;
    }),
    ...disks,
  ]);
  return { capacities, paths, caps: paths.map(() => Infinity), weights: paths.map(() => 1) };
}

/** Mean rate and mean time of one batch, counted out over every placement and every connection. */
function countedOut(scenario: Scenario, network: Network) {
  const load = loadOf(scenario, network);
  const owners = [...new Set(network.flows.map(({ owner }) => owner))];
  const jobs = {
    ofPath: network.flows.map(({ owner }) => owners.indexOf(owner)),
    volumes: owners.map(() => load.bits / owners.length),
  };
  let rate = 0;
  let batch = 0;
  for (const fall of allFalls(network)) {
    const sharing = plainSharing(scenario, network, fall);
    const line = maxMinShares(sharing).reduce((sum, each) => sum + each, 0);
    const time = load.pooled ? load.bits / line : Math.max(...drainTimes(sharing, jobs));
    rate += fall.chance * line;
    batch += fall.chance * time;
  }
  return { rate, batch };
}

const known = (scenario: Scenario): boolean => {
  const choosers = scenario.hops.map((hop) =>
    scenario.direction === 'backup' ? hop.chooser : hop.backChooser,
  );
  return !choosers.includes('unknown');
};

/** Independent hashes and max-min shares only: the other models leave nothing out. */
function comparable(scenario: Scenario): boolean {
  if (!known(scenario) || scenario.hashes === 'same') return false;
  const network = networkOf(scenario);
  return !network.equal && placements(network) <= 1500 && network.flows.length <= 24;
}

function checkAgainstCounting(scenario: Scenario): void {
  const network = networkOf(scenario);
  const outcomes = outcomesOf(network, loadOf(scenario, network));
  if (outcomes.method.kind === 'simulation') return;
  const counted = countedOut(scenario, network);
  const batch = outcomes.batch.reduce(
    (sum, { value, probability }) => sum + value * probability,
    0,
  );
  assert.ok(
    Math.abs(outcomes.mean / counted.rate - 1) < 1e-6,
    `rate ${outcomes.mean}, counted ${counted.rate}`,
  );
  if (outcomes.method.kind === 'drawn-times') return;
  assert.ok(Math.abs(batch / counted.batch - 1) < 1e-6, `batch ${batch}, counted ${counted.batch}`);
}

describe('rates and times agree with counting out every placement of every connection', () => {
  test('presets that are small enough', () => {
    const small = presets.filter(({ scenario }) => comparable(scenario));
    assert.ok(small.length >= 10);
    for (const { scenario } of small) checkAgainstCounting(scenario);
  });

  test('any scenario that is small enough', () => {
    fc.assert(
      fc.property(scenarios.filter(comparable), (scenario) => checkAgainstCounting(scenario)),
      { numRuns: 600 },
    );
  });
});

test('multipath software has a session from each host port to each address', () => {
  const mpio = presets.find(({ id }) => id === 'iscsi-mpio');
  assert.ok(mpio);
  const network = networkOf(mpio.scenario);
  assert.ok(hasPaths(mpio.scenario, network.hops));
  assert.equal(network.flows.length, 16);
});

describe('two hashes in a row, as the exact fraction of all placements', () => {
  // prettier-ignore
  const cases = [
    // path, flows,                                                  mean, Gbit/s on the line
    ['side=storage&connections=4&hops=2x1~ip-port,2x1~ip-port',      97 / 64],
    ['side=storage&connections=8&hops=2x1~ip-port,2x1~ip-port',      30041 / 16384],
    ['side=storage&connections=3&hops=4x1~ip-port,2x1~ip-port',      25 / 16],
    ['side=storage&connections=4&hops=4x1~ip-port,2x2.5~ip-port',    1361 / 512], // unlike links
    ['clients=5x1&hops=2x1~ip,2x1~ip',                               13 / 8],
    ['clients=4x1&hops=2x2.5~ip,3x1~ip',                             257 / 108], // cards count too
    ['clients=4x1&hops=2x1~ip,2x1~ip&hashes=same',                   15 / 8], // no worse than one
  ] as const;
  for (const [path, mean] of cases) {
    test(path, () => {
      const { rate } = analyse(linkedScenario(`#v=1&${path}`));
      assert.ok(Math.abs(rate.mean.line / 1e9 - mean) < 1e-9, String(rate.mean.line));
    });
  }
});
