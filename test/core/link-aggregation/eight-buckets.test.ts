import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { advise } from '../../../src/core/link-aggregation/advise.ts';
import { analyse } from '../../../src/core/link-aggregation/analyse.ts';
import { findingSentence } from '../../../src/core/link-aggregation/finding-words.ts';
import { solve } from '../../../src/core/link-aggregation/solve.ts';
import { linkedScenario } from './linked-scenario.ts';

const lineOf = (link: string): number => analyse(linkedScenario(link)).rate.mean.line / 1e9;

describe('a Catalyst deals 8 buckets whether it hashes addresses or ports', () => {
  // prettier-ignore
  const cases = [
    // Two connections on shares of 3, 3 and 2 eighths: 2 (1 - (5/8)^2) + 1 - (6/8)^2 = 106/64.
    ['hops=3x1~eight-buckets-port&clients=1x10&connections=2', 106 / 64],
    // A hash that spreads evenly: 3 (1 - (2/3)^2) = 15/9.
    ['hops=3x1~ip-port&clients=1x10&connections=2',            15 / 9],
    // 8 buckets over two members are even: 2 (1 - 1/4).
    ['hops=2x1~eight-buckets-port&clients=1x10&connections=2', 1.5],
    // Addresses do not part the connections of one client, ports do.
    ['hops=3x1~eight-buckets&clients=1x10&connections=2',      1],
  ] as const;
  for (const [link, line] of cases) {
    test(`${link}: ${line} Gbit/s`, () =>
      assert.ok(Math.abs(lineOf(`#v=1&${link}`) - line) < 1e-9));
  }

  test('and the reasons name the shares', () => {
    const analysis = analyse(linkedScenario('#v=1&hops=7x1~eight-buckets-port&connections=4'));
    const said = analysis.findings.map((finding) => findingSentence(finding, analysis));
    assert.ok(said.some((sentence) => sentence.includes('2:1:1:1:1:1:1')));
  });
});

describe('advice for a Catalyst keeps its buckets', () => {
  const scenario = linkedScenario('#v=1&hops=7x1~eight-buckets~device.cisco-catalyst&window=4.5');
  const analysis = analyse(scenario);
  const solution = solve(scenario, analysis).solution;
  const ways = solution.kind === 'changes' ? solution.ways : [];

  test('it hashes ports in buckets, never evenly', () => {
    const all = [...advise(scenario, analysis).listed, ...ways].flatMap(({ changes }) => changes);
    const choosers = all.flatMap((change) => (change.kind === 'change-chooser' ? [change.to] : []));
    assert.deepEqual([...new Set(choosers)], ['eight-buckets-port']);
  });

  test('what it promises is what opens, to one minute in a hundred', () => {
    // Spread evenly the same four connections would end after 3 h 47 min.
    const [way] = ways.filter(({ changes }) =>
      changes.some(({ kind }) => kind === 'more-connections'),
    );
    assert.ok(way);
    const opened = analyse(way.scenario).window.planned;
    assert.ok(opened > 4 * 3600 && Math.abs(way.planned / opened - 1) < 0.01);
  });
});
