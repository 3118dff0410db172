/** The short words on the path figure. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { flowNumbers } from '../../../src/figures/link-aggregation/labels.ts';

describe('flow numbers', () => {
  const cases = [
    // indices from 0, what is written
    [[], ''],
    [[4], '5'],
    [[0, 1], '1, 2'],
    [[0, 1, 2], '1–3'],
    [[6, 0, 2, 1], '1–3, 7'], // in any order
    [[0, 2, 4, 5, 6, 9], '1, 3, 5–7, 10'],
  ] as const;
  for (const [flows, text] of cases) {
    test(`${JSON.stringify(flows)} is written ${text || 'as nothing'}`, () => {
      assert.equal(flowNumbers(flows), text);
    });
  }
});
