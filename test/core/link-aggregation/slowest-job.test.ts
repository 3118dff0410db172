import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { analyse } from '../../../src/core/link-aggregation/analyse.ts';
import { assume } from '../../../src/core/link-aggregation/edits.ts';
import { findingSentence } from '../../../src/core/link-aggregation/finding-words.ts';
import { loadOf } from '../../../src/core/link-aggregation/job-load.ts';
import { networkOf } from '../../../src/core/link-aggregation/network.ts';
import { slowestJob, timeAlone } from '../../../src/core/link-aggregation/slowest-job.ts';
import { linkedScenario } from './linked-scenario.ts';
import { scenarios } from './scenarios.ts';

function reasons(link: string): string {
  const analysis = analyse(linkedScenario(link));
  return analysis.findings.map((finding) => findingSentence(finding, analysis)).join(' ');
}

function hoursAlone(link: string): number | undefined {
  const scenario = linkedScenario(link);
  const network = networkOf(scenario);
  const slowest = slowestJob(scenario, network);
  return slowest && timeAlone(slowest, loadOf(scenario, network)) / 3600;
}

describe('how long the slowest job takes alone', () => {
  // 10 TB are 8e13 bits of data and, at 1448 of 1538 bytes, 8.497e13 on the wire: 23.6 h at 1 Gbit/s.
  // prettier-ignore
  const cases = [
    ['clients=20x1',                                 23.6 / 20], // its card is as fast as a link
    ['clients=2x10',                                 23.6 / 2 ], // one link, however fast its card is
    ['clients=2x10&connections=2',                   23.6 / 2 ], // addresses do not part two connections
    ['hops=4x1~ip-port&clients=2x10&connections=2',  23.6 / 4 ], // ports do: two links
    ['hops=4x1~ip-port&clients=2x10&connections=64', 23.6 / 8 ], // all four
    ['hops=4x1~per-packet&clients=2x10',             23.6 / 8 ],
    ['hops=1x1~one-link,4x1~ip&clients=2x10',        23.6 / 2 ],
    ['hops=2x10-1~per-nic&clients=2x10',            23.6 / 2 ], // the slower of two ports
    ['clients=2x10,20x0.1',                          236 / 22 ], // a tenth of the speed
    ['clients=20x1&disk=12.5',                       23.6 * 10 / 1.0622 / 20], // disks at 100 Mbit/s of data
    ['clients=1x10&connections=8',                   undefined], // one job has none beside it
  ] as const;
  for (const [link, hours] of cases) {
    test(link, () => {
      const alone = hoursAlone(`#v=1&${link}`);
      if (hours === undefined) assert.equal(alone, undefined);
      else assert.ok(alone !== undefined && Math.abs(alone - hours) < hours * 1e-3, String(alone));
    });
  }

  test('no batch ends before it', () => {
    fc.assert(
      fc.property(scenarios, (any) => {
        const scenario = assume(any, 'ip');
        const network = networkOf(scenario);
        const slowest = slowestJob(scenario, network);
        if (!slowest) return;
        const alone = timeAlone(slowest, loadOf(scenario, network));
        const { batch } = analyse(scenario, { draws: 20, seed: 3 }).window;
        assert.ok(batch.best >= alone * (1 - 1e-9), `${batch.best} < ${alone}`);
      }),
      { numRuns: 150 },
    );
  });
});

describe('what a batch loses is told against what an even spread could give', () => {
  test('two fast clients on four links: 1.25 times, as they share a link in one of four cases', () =>
    assert.match(
      reasons('#v=1&clients=2x10'),
      /holds 1\.25 of 2 clients on average\. A batch that starts together takes 1\.25 times as long/,
    ));

  test('where slow cards end last they are named, and no link is blamed for them', () => {
    // 5 TB in 22 parts are 1.931e12 bits on the wire: 5 h 22 min at 100 Mbit/s.
    const said = reasons('#v=1&clients=2x10,20x0.1&volume=5');
    assert.match(
      said,
      /In a batch the 20 clients with 100 Mbit\/s cards end last: alone on the path each needs 5 h 22 min for its part, whatever the links are\./,
    );
    assert.doesNotMatch(said, /times as long/);
    assert.match(
      reasons('#v=1&clients=2x1,1x0.1&volume=5'),
      /In a batch the client with a 100 Mbit\/s card ends last: alone on the path it needs 39 h 20 min/,
    );
  });

  test('cards that are all alike are not told of one by one', () =>
    assert.doesNotMatch(reasons('#v=1&clients=4x0.1'), /end last/));

  test('slow cards that the links keep waiting longer still do not end the batch alone', () =>
    assert.match(reasons('#v=1&clients=40x1,2x0.5'), /times as long as an even spread would/));
});
