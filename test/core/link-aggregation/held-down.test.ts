/** Jobs whose rate disks or clients' cards hold down: a batch may still wait for its fullest link. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { adviceNote, adviceSentence } from '../../../src/core/link-aggregation/advice-words.ts';
import { advise } from '../../../src/core/link-aggregation/advise.ts';
import { analyse } from '../../../src/core/link-aggregation/analyse.ts';
import { solutionSentence } from '../../../src/core/link-aggregation/need-words.ts';
import { solve } from '../../../src/core/link-aggregation/solve.ts';
import { formatDuration } from '../../../src/core/units.ts';
import { linkedScenario } from './linked-scenario.ts';

function saidOf(link: string) {
  const scenario = linkedScenario(link);
  const analysis = analyse(scenario);
  const { solution } = solve(scenario, analysis);
  const advised = advise(scenario, analysis);
  return { scenario, analysis, solution, advised, need: solutionSentence(solution, analysis) };
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
