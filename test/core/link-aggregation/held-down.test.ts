/** Jobs whose rate disks or clients' cards hold down: a batch may still wait for its fullest link. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { adviceNote, adviceSentence } from '../../../src/core/link-aggregation/advice-words.ts';
import { advise } from '../../../src/core/link-aggregation/advise.ts';
import { analyse } from '../../../src/core/link-aggregation/analyse.ts';
import { withChanges } from '../../../src/core/link-aggregation/edits.ts';
import {
  requirementSentence,
  solutionSentence,
  waySentence,
} from '../../../src/core/link-aggregation/need-words.ts';
import { solve } from '../../../src/core/link-aggregation/solve.ts';
import { formatDuration, gigabits } from '../../../src/core/units.ts';
import { linkedScenario } from './linked-scenario.ts';

function saidOf(link: string) {
  const scenario = linkedScenario(link);
  const analysis = analyse(scenario);
  const { solution } = solve(scenario, analysis);
  const advised = advise(scenario, analysis);
  const need = solutionSentence(solution, analysis);
  return { scenario, analysis, solution, advised, need };
}

describe('disks slower than the links', () => {
  // 10 TB through disks of 350 MB/s take 7 h 56 min, but 10 of 20 clients on one link take 11 h 48 min.
  test('advice ends a batch sooner that waits for its fullest link, at the same rate', () => {
    const { advised, analysis } = saidOf('#v=1&disk=350');
    const [first] = advised.listed;
    assert.ok(first);
    assert.equal(formatDuration(first.planned), '7 h 56 min');
    assert.equal(
      adviceSentence(first, analysis),
      'Let the switch hash IP addresses and ports over a link group (LACP or static) between the switch and the media agent. Use 8 connections at the same time for each client or address. That carries 2.8 Gbit/s of data on average as before, but ends the batch sooner.',
    );
  });

  // Disks of 300 MB/s need 9 h 16 min.
  test('where they alone take longer than the window, the nearest change is named', () => {
    const { solution, need } = saidOf('#v=1&disk=300&window=7');
    assert.equal(solution.kind, 'nothing-does');
    assert.match(need, /^No change that was tried does it\. The nearest: .* takes 9 h 16 min\.$/);
  });

  test('where no change of links shortens the job, none is named', () => {
    for (const link of ['#v=1&disk=50', '#v=1&disk=300&window=7&start=queue']) {
      const { solution, advised } = saidOf(link);
      assert.equal(solution.kind, 'not-the-links', link);
      assert.deepEqual(advised.listed, [], link);
      assert.match(adviceNote(advised) ?? '', /^No change/, link);
    }
  });
});

test('what the disks must take is said where they are entered: 10 TB in 8 h are 347 MB/s', () => {
  const scenario = linkedScenario('#v=1&start=queue&disk=300');
  assert.match(
    requirementSentence(scenario, solve(scenario, analyse(scenario))),
    / The disks must take 347 MB\/s\.$/,
  );
});

describe('clients with slow network cards', () => {
  // Two clients with 1GbE end 10 TB in 11 h 48 min; 5 Gbit/s each end it in a fifth of that.
  const link = '#v=1&hops=1x25~one-link&clients=2x1&disk=2000&window=4';

  test('faster ones are the change, the slowest that do for a window', () => {
    const { solution, analysis } = saidOf(link);
    assert.equal(solution.kind, 'changes');
    assert.deepEqual(
      solution.kind === 'changes' && solution.ways.map((way) => waySentence(way, analysis)),
      ['Use network cards of at least 5 Gbit/s in all clients. The job then takes 2 h 22 min.'],
    );
  });

  test('and advice names a kind that is often at hand', () => {
    const { advised, analysis } = saidOf(link);
    assert.deepEqual(
      advised.listed.map((one) => adviceSentence(one, analysis)),
      [
        'Use network cards of at least 10 Gbit/s in all clients. That gives 16 Gbit/s of data on average, 8.5 times as much.',
      ],
    );
  });

  test('those that are fast enough stay as they are', () => {
    const mixed = linkedScenario('#v=1&clients=2x10,20x0.1');
    const { traffic } = withChanges(mixed, [{ kind: 'faster-cards', to: gigabits(1) }]);
    assert.deepEqual(
      traffic.side === 'clients' && traffic.groups.map(({ nic }) => nic),
      [1e10, 1e9],
    );
  });
});

// A client with 100 Mbit/s needs 5 h 22 min for its part of 5 TB, whatever the links.
test('links that end a batch no sooner are no advice, though they carry more at the start', () => {
  const link = '#v=1&hops=4x1~ip&clients=2x10,20x0.1&volume=5&window=5';
  assert.deepEqual(saidOf(link).advised.listed, []);
  const queue = linkedScenario(`${link}&start=queue`);
  assert.ok(advise(queue, analyse(queue)).listed.length > 0);
});
