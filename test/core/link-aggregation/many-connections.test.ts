/** Advice for many connections: worked out as far as that takes no longer than a reader waits. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { adviceNote } from '../../../src/core/link-aggregation/advice-words.ts';
import { advise } from '../../../src/core/link-aggregation/advise.ts';
import { analyse } from '../../../src/core/link-aggregation/analyse.ts';
import { standardSeed } from '../../../src/core/link-aggregation/random.ts';
import { solutionSentence } from '../../../src/core/link-aggregation/need-words.ts';
import { limits } from '../../../src/core/link-aggregation/scenario.ts';
import type { Scenario } from '../../../src/core/link-aggregation/scenario.ts';
import { solve } from '../../../src/core/link-aggregation/solve.ts';
import { linkedScenario } from './linked-scenario.ts';

const few = { draws: 100, seed: standardSeed };

function advisedFor(link: string) {
  const scenario = linkedScenario(link);
  const analysis = analyse(scenario, few);
  const { solution } = solve(scenario, analysis);
  return { analysis, solution, advised: advise(scenario, analysis) };
}

const flowsOf = ({ traffic }: Scenario): number =>
  traffic.side === 'clients'
    ? traffic.groups.reduce((sum, { count }) => sum + count, 0) * traffic.connectionsPerClient
    : traffic.addresses * traffic.connectionsPerAddress;

describe('many connections', () => {
  // With so many clients all links are busy: twice the members carry twice as much.
  for (const clients of [200, 201, 500, 1000])
    test(`${clients} clients on four links: eight give twice as much, 10 Gbit/s ten times`, () => {
      const { listed } = advisedFor(`#v=1&clients=${clients}x1`).advised;
      assert.deepEqual(
        listed.map(({ changes, gain }) => [changes[0].kind, Number(gain.toPrecision(2))]),
        [
          ['more-members', 2],
          ['faster-links', 10],
        ],
      );
    });

  test('50 clients with five connections each: eight links end 20 TB in 6 h instead of 12 h', () => {
    const { advised, solution } = advisedFor(
      '#v=1&hops=4x1~ip-port&clients=50x1&connections=5&volume=20',
    );
    // 20 TB are 170 Tbit on the wire: 5.9 h over eight links that are full all the time.
    const [first] = advised.listed;
    assert.deepEqual(first?.changes, [{ kind: 'more-members', hop: 0, to: 8 }]);
    assert.ok(Math.abs((first?.planned ?? 0) / 3600 - 6.05) < 0.15);
    assert.equal(solution.kind, 'changes');
    assert.equal(advised.untried, false);
  });

  test('too many to work out is said, not taken for changes that do not help', () => {
    const { advised, solution, analysis } = advisedFor(
      '#v=1&hops=4x1~ip-port&clients=1000x1&connections=4&volume=20',
    );
    assert.deepEqual(advised, { listed: [], untried: true });
    assert.match(adviceNote(advised) ?? '', /^With so many connections it takes too long/);
    assert.match(solutionSentence(solution, analysis), /^With so many connections it takes too/);
  });

  test('where only some changes are too many, the list says that they are left out', () => {
    const { advised, solution, analysis } = advisedFor(
      '#v=1&hops=4x1~ip-port&clients=240x1&connections=4&volume=20',
    );
    assert.ok(advised.listed.length > 0 && advised.untried);
    assert.match(adviceNote(advised) ?? '', /left out\.$/);
    assert.match(solutionSentence(solution, analysis), /first\. .* left out\.$/);
  });

  test('no more connections are advised than can be entered', () => {
    const { advised, solution } = advisedFor('#v=1&clients=1000x10&volume=40');
    const ways = solution.kind === 'changes' ? solution.ways : [];
    assert.ok(ways.length > 0);
    for (const { scenario } of [...advised.listed, ...ways])
      assert.ok(flowsOf(scenario) <= limits.flows.to);
  });
});
