import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../../src/core/link-aggregation/analyse.ts';
import { formatRate } from '../../../src/core/units.ts';
import { rateFigures } from '../../../src/mdx/rate-figures.ts';
import type { RateFigure } from '../../../src/mdx/rate-figures.ts';
import { linkedScenario } from './linked-scenario.ts';

// Four clients on four links: the median and the mean differ by more than the framing does.
const analysis = analyse(linkedScenario('#v=1&clients=4x1'));

describe('a figure that an article names is that statistic', () => {
  // prettier-ignore
  const cases: readonly (readonly [RateFigure, string])[] = [
    ['typical',  '2.82 Gbit/s'],
    ['mean',     '2.57 Gbit/s'],
    ['meanLine', '2.73 Gbit/s'],
    ['worst',    '941 Mbit/s'],
    ['best',     '3.77 Gbit/s'],
    ['capacity', '4 Gbit/s'],
    ['goodput',  '94.1 %'],
    ['busy',     '2.73 of 4 links'],
    ['queue',    '8 h 38 min'],
    ['hours',    '17 h 42 min'],
  ];
  for (const [name, text] of cases)
    test(name, () => assert.equal(rateFigures[name](analysis), text));

  test('no name but meanLine and capacity is of the line', () => {
    const { rate } = analysis;
    const lines = Object.values(rate).map(({ line }) => formatRate(line));
    const named = Object.entries(rateFigures).filter(([, figure]) =>
      lines.includes(figure(analysis)),
    );
    assert.deepEqual(named.map(([name]) => name).toSorted(), ['capacity', 'meanLine']);
  });
});
