/** The chart of a set: what is asked when choices overlap, and what a night is called. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ChartNight } from '../../src/figures/ds-client-log/set-chart.ts';
import { nightWords } from '../../src/islands/ds-client-log/night-words.ts';
import { useChart } from '../../src/islands/ds-client-log/use-chart.ts';
import type { ChartChoice, ChartView } from '../../src/islands/ds-client-log/set-view.ts';
import { runningHook, turn } from './running-hook.ts';

const drawing = {
  nights: [],
  lines: [],
  xTicks: [],
  yTicks: [],
  usual: null,
  finding: '',
  caption: '',
};
const chart = (choice: ChartChoice): ChartView => ({ ...choice, sets: [], measures: [], drawing });
const first = chart({ set: 0, measure: 'duration' });

/** A chart that answers when it is told to. */
async function running() {
  const asked: ChartChoice[] = [];
  const replies: PromiseWithResolvers<ChartView | null>[] = [];
  const hook = await runningHook(useChart, {
    first,
    onChart: (choice: ChartChoice) => {
      asked.push(choice);
      const reply = Promise.withResolvers<ChartView | null>();
      replies.push(reply);
      return reply.promise;
    },
  });
  const shown = () => {
    const { view, asked: chosen } = hook.now();
    return [view.set, view.measure, chosen.set, chosen.measure];
  };
  return { hook, asked, replies, shown };
}

describe('a chart that is asked for', () => {
  test('keeps the set that was chosen before the reply when the figure is chosen next', async () => {
    const { hook, asked, replies, shown } = await running();
    const { change } = hook.now();
    const both = [change({ set: 2 }), change({ measure: 'online' })];
    assert.deepEqual(asked, [
      { set: 2, measure: 'duration' },
      { set: 2, measure: 'online' },
    ]);
    await turn();
    assert.deepEqual(shown(), [0, 'duration', 2, 'online']);
    // The older reply comes last and is not shown.
    replies[1]?.resolve(chart({ set: 2, measure: 'online' }));
    replies[0]?.resolve(chart({ set: 2, measure: 'duration' }));
    await Promise.all(both);
    await turn();
    assert.deepEqual(shown(), [2, 'online', 2, 'online']);
    hook.end();
  });
  test('goes back to what is shown when no reply comes', async () => {
    const { hook, replies, shown } = await running();
    const change = hook.now().change({ set: 2 });
    replies[0]?.resolve(null);
    await change;
    await turn();
    assert.deepEqual(shown(), [0, 'duration', 0, 'duration']);
    hook.end();
  });
});

describe('a night in words', () => {
  const night: ChartNight = {
    day: 'Tue 3 Mar 2026',
    value: '1 h',
    outcome: 'completed',
    remark: '',
    isOutlier: false,
    x: 0,
    y: null,
    row: 0,
  };
  const cases: readonly (readonly [string, Partial<ChartNight>, string])[] = [
    ['a figure', {}, '1 h'],
    ['a remark', { remark: '2 runs added up' }, '1 h, 2 runs added up'],
    ['no figure', { value: '', outcome: 'incomplete', remark: 'no figure' }, 'no figure'],
    [
      'no run',
      { value: '', outcome: null, remark: 'a run was due', row: null },
      'no run, a run was due',
    ],
  ];
  for (const [what, change, words] of cases) {
    test(`of ${what}`, () =>
      assert.equal(nightWords({ ...night, ...change }), `Tue 3 Mar 2026: ${words}`));
  }
});
