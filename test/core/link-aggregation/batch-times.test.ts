import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { analyse } from '../../../src/core/link-aggregation/analyse.ts';
import { batchDistribution } from '../../../src/core/link-aggregation/batch-times.ts';
import { percentile } from '../../../src/core/link-aggregation/distribution.ts';
import { enumeratedOutcomes } from '../../../src/core/link-aggregation/exact-outcomes.ts';
import { loadOf } from '../../../src/core/link-aggregation/job-load.ts';
import { networkOf } from '../../../src/core/link-aggregation/network.ts';
import { linkedScenario } from './linked-scenario.ts';
import { scenarios } from './scenarios.ts';

describe('the time of a batch over several hashes in a row', () => {
  // A hop of four that 20 clients hash over holds no more than 10 on a link in 98.423 of 100 cases, so
  // three of them do in 0.98423^3 = 95.34: 10 of 20 clients' data over one link. The more hops, the later.
  // prettier-ignore
  const cases = [
    ['#v=1&hops=4x1~ip,4x1~ip',                      11.80172],
    ['#v=1&hops=4x1~ip,4x1~ip,4x1~ip',               11.80172],
    ['#v=1&hops=4x1~ip,4x1~ip,4x1~ip,4x1~ip',        12.98189],
    ['#v=1&hops=2x10~mac,4x1~ip,3x1~ip',             12.98189],
  ] as const;
  for (const [link, hours] of cases) {
    test(`${link}: ${hours} h in 95 of 100 cases`, () => {
      const { p95 } = analyse(linkedScenario(link)).window.batch;
      assert.ok(Math.abs(p95 / 3600 - hours) < 1e-4, String(p95 / 3600));
    });
  }

  test('is what counting every placement comes to', () => {
    let compared = 0;
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const network = networkOf(scenario);
        const load = loadOf(scenario, network);
        const exact = batchDistribution(network, load);
        const counted = enumeratedOutcomes(network, load)?.batch;
        if (!exact || !counted) return;
        compared += 1;
        for (const portion of [0.05, 0.2, 0.5, 0.8, 0.95]) {
          const [one, other] = [percentile(exact, portion), percentile(counted, portion)];
          assert.ok(Math.abs(one / other - 1) < 1e-6, `${one}, ${other}`);
        }
      }),
      { numRuns: 300, seed: 7 },
    );
    assert.ok(compared > 30, String(compared));
  });
});
