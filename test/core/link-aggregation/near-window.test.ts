/** What is said to fit a window fits it when the change is opened, however few draws found it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { advise } from '../../../src/core/link-aggregation/advise.ts';
import { analyse } from '../../../src/core/link-aggregation/analyse.ts';
import { solve } from '../../../src/core/link-aggregation/solve.ts';
import { formatDuration } from '../../../src/core/units.ts';
import { linkedScenario } from './linked-scenario.ts';

// 60 TB over a share with eight connections, and a window of 4 h 31 min.
const share =
  '#v=1&side=storage&hops=4x10~ip-port,2x25~ip-port&connections=8&protocol=nfs&volume=60&window=4.52';

/** All that is said of a link's changes. */
function suggestedFor(link: string) {
  const scenario = linkedScenario(link);
  const analysis = analyse(scenario);
  const { solution } = solve(scenario, analysis);
  const ways = solution.kind === 'changes' ? solution.ways : [];
  return { listed: advise(scenario, analysis).listed, ways };
}

describe('a time near the window', () => {
  test('is that of the answer: eight members miss 4 h 31 min by less than a minute', () => {
    const members = suggestedFor(share).listed.find(
      ({ changes }) => changes.length === 1 && changes[0].kind === 'more-members',
    );
    assert.ok(members);
    assert.equal(formatDuration(members.planned), '4 h 32 min');
    assert.equal(members.fits, false);
    const { rate, window } = analyse(members.scenario);
    assert.equal(members.planned, window.planned);
    assert.equal(members.mean.line, rate.mean.line);
  });

  for (const link of [
    share,
    '#v=1&hops=4x1~ip-port,2x2.5~ip-port&clients=6x1&connections=4&start=queue&window=6.2',
  ])
    test(`fits or not as the opened change does: ${link}`, () => {
      const { listed, ways } = suggestedFor(link);
      assert.ok(listed.length + ways.length > 0);
      for (const { changes, scenario, fits } of [...listed, ...ways])
        assert.equal(fits, analyse(scenario).window.fits, JSON.stringify(changes));
    });
});
