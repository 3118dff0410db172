import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assert as check, float64Array, property } from 'fast-check';
import { median } from '../../../src/core/ds-client-log/median.ts';

describe('the median', () => {
  const cases = [
    // values, median
    [[3], 3],
    [[1, 2], 1.5],
    [[5, 1, 3], 3],
    [[4, 4, 4, 4], 4],
    [[9, 1, 8, 2], 5], // between 2 and 8
    [[-1, -5, 0], -1],
  ] as const;
  for (const [values, expected] of cases) {
    it(`of ${values.join(', ')} is ${expected}`, () => {
      assert.equal(median(Float64Array.from(values)), expected);
    });
  }
  it('of nothing is no number', () => {
    assert.ok(Number.isNaN(median(new Float64Array(0))));
  });
  it('is that of the sorted list, whatever the list', () => {
    const values = float64Array({
      noNaN: true,
      noDefaultInfinity: true,
      max: 1e300,
      min: -1e300,
    });
    check(
      property(values, (list) => {
        const sorted = list.toSorted();
        const middle = sorted.length >> 1;
        const [a = Number.NaN, b = Number.NaN] = [sorted[middle - 1], sorted[middle]];
        const expected = sorted.length % 2 === 1 ? b : (a + b) / 2;
        return Object.is(median(list.slice()) + 0, expected + 0);
      }),
    );
  });
});
