/** Where the bars and marks of the distribution stand. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../../src/core/link-aggregation/analyse.ts';
import { presets } from '../../../src/core/link-aggregation/presets.ts';
import { distributionLayout } from '../../../src/figures/link-aggregation/distribution-layout.ts';

const widths = [320, 640] as const;

describe('the distribution', () => {
  for (const { id, scenario } of presets) {
    test(`${id} stays inside its frame and its words do not run into each other`, () => {
      const analysis = analyse(scenario);
      for (const width of widths) {
        const { bars, marks, axis } = distributionLayout(analysis, width);
        for (const { x, width: bar, height } of bars) {
          assert.ok(x >= 0 && x + bar <= width, `bar at ${x}`);
          assert.ok(height >= 1 && height <= axis);
        }
        for (const one of marks) {
          for (const other of marks) {
            if (one === other || one.row !== other.row) continue;
            const room = ((one.text.length + other.text.length) / 2) * 6;
            assert.ok(Math.abs(one.textX - other.textX) > room, `${one.text} | ${other.text}`);
          }
        }
      }
    });
  }

  test('figures that are the same share a mark', () => {
    const preset = presets.find(({ id }) => id === 'clients-alb');
    assert.ok(preset);
    const { marks } = distributionLayout(analyse(preset.scenario), 320);
    assert.deepEqual(
      marks.map(({ text }) => text),
      ['worst, p5, typical, mean, p95, best 1'],
    );
  });
});
