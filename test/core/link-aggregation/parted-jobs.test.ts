/** The time of a batch where each of several jobs has several connections, on links of their own. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { analyse } from '../../../src/core/link-aggregation/analyse.ts';
import { loadOf } from '../../../src/core/link-aggregation/job-load.ts';
import { networkOf } from '../../../src/core/link-aggregation/network.ts';
import { hasPartedJobs, timerOf } from '../../../src/core/link-aggregation/outcome.ts';
import { drawPlacement, sharingOf } from '../../../src/core/link-aggregation/placements.ts';
import { randomFrom } from '../../../src/core/link-aggregation/random.ts';
import type { Scenario } from '../../../src/core/link-aggregation/scenario.ts';
import { fluidEnds } from './fluid-simulation.ts';
import { linkedScenario } from './linked-scenario.ts';
import { scenarios } from './scenarios.ts';

const effort = { draws: 60, seed: 7 };

const hours = (link: string) => {
  const { batch } = analyse(linkedScenario(`#v=1&${link}`)).window;
  return { mean: batch.mean / 3600, p95: batch.p95 / 3600 };
};

const isAbout = (value: number, expected: number, by: number) =>
  assert.ok(Math.abs(value / expected - 1) < by, `${value}, not ${expected}`);

describe('10 TB over four 1GbE links by addresses and ports, at best 5 h 54 min', () => {
  const path = 'side=storage&hops=4x1~ip-port&connections=8';
  // The mean and the 95th of 100, from the fluid simulation beside this test, 2,000 draws of each.
  // prettier-ignore
  const cases = [
    ['one share, eight connections',          path,                                      6.75, 7.87],
    ['four shares, eight connections each',   `${path}&addresses=4`,                     6.00, 6.32],
    ['eight shares, eight connections each',  `${path}&addresses=8`,                     5.94, 6.04],
    ['twenty clients, two connections each',  'hops=4x1~ip-port&connections=2',          6.72, 7.78],
    ['four clients, eight connections each',  'hops=4x1~ip-port&connections=8&clients=4x1', 6.39, 7.29],
    ['one client behind 10GbE, eight',        'hops=4x1~ip-port&connections=8&clients=1x10', 6.75, 7.87],
  ] as const;
  for (const [what, link, mean, p95] of cases) {
    test(what, () => {
      const found = hours(link);
      isAbout(found.mean, mean, 0.006);
      isAbout(found.p95, p95, 0.012);
    });
  }

  test('more shares of the same data never take longer', () => {
    const times = [1, 2, 4, 8].map((addresses) => hours(`${path}&addresses=${addresses}`).p95);
    times.slice(1).forEach((time, index) => assert.ok(time <= (times[index] ?? 0), times.join()));
  });

  test('connections that a hash of addresses keeps together change nothing', () => {
    const of = (connections: number) => hours(`hops=4x1~ip&connections=${connections}`);
    assert.deepEqual(of(8), of(1));
  });

  test('few connections are counted out: two shares of two', () => {
    const { method } = analyse(linkedScenario(`#v=1&${path.replace('8', '2')}&addresses=2`));
    assert.equal(method.kind, 'enumeration');
  });
});

/** Scenarios in which chance parts the connections of several jobs. */
const isParted = (scenario: Scenario): boolean => {
  const choosers = scenario.hops.flatMap(({ chooser, backChooser }) => [chooser, backChooser]);
  if (choosers.includes('unknown')) return false;
  const network = networkOf(scenario);
  return network.flows.length <= 40 && hasPartedJobs(network, loadOf(scenario, network));
};

const parted = scenarios.filter(isParted);

describe('whatever the scenario', () => {
  test('no batch ends sooner than its links, disks and cards let it', () => {
    fc.assert(
      fc.property(parted, (scenario) => {
        const { window, rate, capacity } = analyse(scenario, effort);
        const { bits } = loadOf(scenario, networkOf(scenario));
        assert.ok(window.batch.best >= (bits / capacity.line) * (1 - 1e-6));
        assert.ok(rate.best.line <= capacity.line * (1 + 1e-6));
        const { best, p5, median, p95, worst } = window.batch;
        const order = [best, p5, median, p95, worst];
        order.slice(1).forEach((time, index) => assert.ok(time >= (order[index] ?? 0) - 1e-6));
      }),
      { numRuns: 60 },
    );
  });

  test('each draw ends when a plain simulation of its connections says so', () => {
    fc.assert(
      fc.property(parted, fc.integer({ min: 1, max: 1000 }), (scenario, seed) => {
        const network = networkOf(scenario);
        const load = loadOf(scenario, network);
        const placed = drawPlacement(network, randomFrom(seed));
        const { capacities, paths } = sharingOf(network, placed);
        const owners = [...new Set(network.units.map(({ owner }) => owner))];
        const links = [...capacities];
        const jobs = owners.map((owner) => ({
          volume: load.bits / owners.length,
          connections: network.units.flatMap((unit, index) => {
            if (unit.owner !== owner) return [];
            const path = paths[index] ?? [];
            const all = unit.cap === Infinity ? path : [...path, links.push(unit.cap) - 1];
            return Array.from({ length: unit.weight }, () => all);
          }),
        }));
        const plain = Math.max(...fluidEnds({ capacities: links, jobs }));
        isAbout(timerOf(network, load)(placed, NaN), plain, 1e-6);
      }),
      { numRuns: 150 },
    );
  });

  test('what is drawn is called a model, and is the same each time', () => {
    const scenario = linkedScenario('#v=1&hops=4x1~ip-port,4x1~ip-port&connections=4&clients=6x1');
    const one = analyse(scenario);
    assert.deepEqual(analyse(scenario), one);
    assert.equal(one.method.kind, 'drawn-times');
    assert.equal(one.certainty, 'model');
  });
});
