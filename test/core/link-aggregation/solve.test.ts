/** The search for changes that make a job fit: the smallest, over as many hops as it takes. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { analyse } from '../../../src/core/link-aggregation/analyse.ts';
import { withMemberDown } from '../../../src/core/link-aggregation/edits.ts';
import { solutionSentence, waySentence } from '../../../src/core/link-aggregation/need-words.ts';
import { standardSeed } from '../../../src/core/link-aggregation/random.ts';
import type { Scenario } from '../../../src/core/link-aggregation/scenario.ts';
import { solve } from '../../../src/core/link-aggregation/solve.ts';
import type { Solution } from '../../../src/core/link-aggregation/solve.ts';
import { formatDuration, seconds } from '../../../src/core/units.ts';
import { linkedScenario } from './linked-scenario.ts';
import { scenarios } from './scenarios.ts';

/** As many draws as the search itself makes, so that both see the same figures. */
const effort = { draws: 400, seed: standardSeed };

const solutionOf = (scenario: Scenario): Solution =>
  solve(scenario, analyse(scenario, effort)).solution;

/** `[kind, ...]` of what is made on each hop, in short: `more-members 1 to 10`. */
function shortly(solution: Solution): readonly string[] {
  if (solution.kind !== 'changes') return [solution.kind];
  return solution.ways.map(({ changes, planned }) => {
    const each = changes.map((change) => {
      const to = 'to' in change ? ` ${change.to}` : '';
      return `${change.kind}${'hop' in change ? ` ${change.hop + 1}` : ''}${to}`;
    });
    return `${each.join(', ')}: ${formatDuration(planned)}`;
  });
}

describe('the smallest changes that fit', () => {
  // prettier-ignore
  const cases = [
    ['#v=1', [
      'change-chooser 1 ip-port, more-connections 2: 7 h 44 min',
      'more-members 1 9: 7 h 5 min',
      'faster-links 1 2500000000: 4 h 43 min',
    ]],
    ['#v=1&hops=4x1~ip~down.2', [
      'repair-members 1, change-chooser 1 ip-port, more-connections 2: 7 h 44 min',
      'repair-members 1, more-members 1 9: 7 h 5 min',
      'repair-members 1, faster-links 1 2500000000: 4 h 43 min',
    ]],
    // The last hop is the limit, and the one before it as soon as the last is wider. Three links need
    // 7 h 52 min at least.
    ['#v=1&hops=2x10~mac,4x1~ip,3x1~ip', [
      'change-chooser 2 ip-port, change-chooser 3 ip-port, more-connections 8: 7 h 56 min',
      'more-members 2 10, more-members 3 10: 7 h 5 min',
      'faster-links 2 2500000000, faster-links 3 2500000000: 5 h 12 min',
    ]],
    ['#v=1&hops=2x10~mac,4x1~unknown,3x1~ip', [
      'change-chooser 2 ip-port, change-chooser 3 ip-port, more-connections 8: 7 h 56 min',
      'more-members 2 10, more-members 3 10: 7 h 5 min',
      'faster-links 2 2500000000, faster-links 3 2500000000: 5 h 12 min',
    ]],
    ['#v=1&hops=2x10~mac,4x1~unknown~down.2,3x1~ip', [
      'repair-members 2, change-chooser 2 ip-port, change-chooser 3 ip-port, more-connections 8: 7 h 56 min',
      'repair-members 2, more-members 2 10, more-members 3 10: 7 h 5 min',
      'repair-members 2, faster-links 2 2500000000, faster-links 3 2500000000: 5 h 12 min',
    ]],
    ['#v=1&hops=4x1~ip~down.2&window=12', ['repair-members 1: 11 h 48 min']],
    ['#v=1&hops=4x1~one-link,4x1~ip&start=queue', [
      'change-chooser 1 ip: 6 h 42 min',
      'faster-links 1 5000000000: 5 h 55 min',
    ]],
  ] as const;
  for (const [link, ways] of cases)
    test(link, () =>
      assert.deepEqual(shortly(solutionOf(linkedScenario(link))).slice(0, ways.length), ways),
    );
});

describe('where neither settings nor links do it, both together', () => {
  // prettier-ignore
  const cases = [
    // Five links with 18 connections over them; three links need 7 h 52 min at least.
    ['#v=1&hops=3x1~ip&clients=6x1&connections=3', [
      'change-chooser 1 ip-port, more-members 1 5: 7 h 15 min',
      'change-chooser 1 ip-port, more-connections 8, more-members 1 4: 6 h 29 min',
      'faster-links 1 2500000000: 7 h 52 min',
    ]],
    // 12 perfect links.
    ['#v=1&volume=40', [
      'change-chooser 1 ip-port, more-connections 8, more-members 1 14: 7 h 39 min',
      'faster-links 1 10000000000: 4 h 43 min',
    ]],
    // A single link becomes a group, which needs a hash.
    ['#v=1&hops=1x1~one-link&clients=20x1', [
      'change-chooser 1 ip, more-members 1 9: 7 h 5 min',
      'change-chooser 1 ip-port, more-connections 8, more-members 1 3: 7 h 56 min',
      'faster-links 1 5000000000: 4 h 43 min',
    ]],
  ] as const;
  for (const [link, ways] of cases)
    test(link, () => assert.deepEqual(shortly(solutionOf(linkedScenario(link))), ways));
});

test('with a link fewer on any hop the job no longer fits', () => {
  for (const link of [
    '#v=1',
    '#v=1&hops=4x1~ip,4x1~ip,4x1~ip',
    '#v=1&hops=2x10~mac,4x1~ip,3x1~ip',
  ]) {
    const scenario = linkedScenario(link);
    const solution = solutionOf(scenario);
    assert.equal(solution.kind, 'changes');
    const ways = solution.kind === 'changes' ? solution.ways : [];
    const way = ways.find(({ changes }) => changes.every(({ kind }) => kind === 'more-members'));
    assert.ok(way, link);
    for (const change of way.changes) {
      const fewer = 'hop' in change && withMemberDown(way.scenario, change.hop);
      assert.ok(fewer && analyse(fewer, effort).window.fits === false, link);
    }
  }
});

test('what fits with a member down has an answer with all of them up', () => {
  let compared = 0;
  fc.assert(
    fc.property(scenarios, fc.nat(2), (scenario, at) => {
      const hops = scenario.hops.map((hop) => ({
        ...hop,
        members: hop.members.map((member) => ({ ...member, up: true })),
      })) as unknown as Scenario['hops'];
      const broken = withMemberDown({ ...scenario, hops }, at % hops.length);
      if (!broken) return;
      // Two thirds of the time that it takes now: a window that asks for a change.
      const window = seconds(analyse(broken, effort).window.planned / 1.5);
      const job = { ...scenario.job, window };
      const [healthy, damaged] = [
        { ...scenario, hops, job },
        { ...broken, job },
      ];
      if (solutionOf(damaged).kind !== 'changes') return;
      compared += 1;
      assert.match(solutionOf(healthy).kind, /^(changes|fits-already)$/);
    }),
    { numRuns: 12, seed: 11 }, // each searches twice, for seconds
  );
  assert.ok(compared > 3, String(compared));
});

test('a repair that is not enough is said with its figure', () => {
  const scenario = linkedScenario('#v=1&hops=4x1~ip~down.2');
  const analysis = analyse(scenario);
  const { solution } = solve(scenario, analysis);
  assert.equal(
    solutionSentence(solution, analysis),
    'Repair the member that is down between the switch and the media agent. The job then takes 11 h 48 min. That is not enough yet. Each of these does it, the least effort first.',
  );
  assert.equal(solution.kind, 'changes');
  for (const way of solution.kind === 'changes' ? solution.ways : [])
    assert.doesNotMatch(waySentence(way, analysis), /stays down/);
});

test('where nothing fits, the nearest is no larger than its time needs', () => {
  const solution = solutionOf(linkedScenario('#v=1&hops=2x10~mac,4x1~ip&window=1'));
  assert.equal(solution.kind, 'nothing-does');
  const best = solution.kind === 'nothing-does' ? solution.best : undefined;
  // One client's card takes 1 h 11 min. 10 Gbit/s do for ten of them on a link of four, 25 for as many as
  // may meet on one of two.
  assert.deepEqual(
    best?.changes.map((change) => ['hop' in change && change.hop, 'to' in change && change.to]),
    [
      [0, 25e9],
      [1, 10e9],
    ],
  );
});
