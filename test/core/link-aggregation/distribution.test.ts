import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import {
  binomialChances,
  bucketWeights,
  busyChances,
  expectedBusy,
  meanOf,
  percentile,
  uniformWeights,
} from '../../../src/core/link-aggregation/distribution.ts';
import {
  expectedThrough,
  throughDistribution,
} from '../../../src/core/link-aggregation/through.ts';
import { fullestDistribution } from '../../../src/core/link-aggregation/fullest.ts';

const close = (actual: number, expected: number, within = 5e-4) =>
  assert.ok(Math.abs(actual - expected) <= within, `${actual}, not ${expected}`);

describe('links busy, and how much longer one equal batch takes', () => {
  // prettier-ignore
  const cases = [
    // flows, links, busy, slow-down
    [   1,      4, 1.000, 4.00], // one flow never leaves its link
    [   2,      2, 1.500, 1.50], // half the time both flows land on the same link
    [   4,      4, 2.734, 2.12],
    [   8,      4, 3.600, 1.77],
    [  20,      4, 3.987, 1.48],
    [  20,      8, 7.446, 1.98],
    [ 100,      8, 8.000, 1.42], // busy is not even
  ] as const;
  for (const [flows, links, busy, slowdown] of cases) {
    test(`${flows} flows on ${links} links: ${busy} busy, ${slowdown} times as long`, () => {
      const weights = uniformWeights(links);
      close(expectedBusy(weights, flows), busy);
      close((meanOf(fullestDistribution(weights, flows)) * links) / flows, slowdown, 6e-3);
    });
  }
});

test('four flows fill four links in 3 cases of 32 only', () => {
  assert.ok(Math.abs((busyChances(4, 4)[4] ?? 0) - 3 / 32) < 1e-12);
});

test('all flows on one link: the number of links to the power of 1 - flows', () => {
  close(busyChances(4, 8)[1] ?? 0, 4 ** -7, 1e-12);
});

describe('buckets of a Catalyst', () => {
  // prettier-ignore
  const cases = [
    [2, '4:4'], [3, '3:3:2'], [4, '2:2:2:2'], [5, '2:2:2:1:1'], [6, '2:2:1:1:1:1'], [7, '2:1:1:1:1:1:1'],
  ] as const;
  for (const [members, parts] of cases) {
    test(`${members} members: ${parts}`, () => {
      assert.equal(
        bucketWeights(members)
          .map((weight) => weight * 8)
          .join(':'),
        parts,
      );
    });
  }
  test('six clients on three members: 354263 / 131072 links', () => {
    close(expectedBusy(bucketWeights(3), 6), 354263 / 131072, 1e-12);
  });
});

test('twenty 1GbE clients on two 10GbE links: 2390495 / 131072, not 20', () => {
  const groups = [{ count: 20, cap: 1 }];
  close(expectedThrough(uniformWeights(2), 10, groups), 2390495 / 131072, 1e-9);
  close(meanOf(throughDistribution(uniformWeights(2), 10, 20, 1)), 2390495 / 131072, 1e-9);
});

test('ten slow and two fast clients on two links: 1.75', () => {
  const groups = [
    { count: 10, cap: 0.1 },
    { count: 2, cap: 1 },
  ];
  close(expectedThrough(uniformWeights(2), 1, groups), 1.75, 1e-9);
});

test('percentiles are values that occur: 6, 7 and 10 flows on the fullest of four links', () => {
  const fullest = fullestDistribution(uniformWeights(4), 20);
  assert.deepEqual(
    [0.05, 0.5, 0.95].map((portion) => percentile(fullest, portion)),
    [6, 7, 10],
  );
});

/** Every placement of `keys` keys, one by one: slow, and right without any formula. */
function countedOut(
  weights: readonly number[],
  keys: number,
  of: (counts: readonly number[]) => number,
) {
  let mean = 0;
  const place = (counts: readonly number[], left: number, chance: number): void => {
    if (left === 0) {
      mean += chance * of(counts);
      return;
    }
    weights.forEach((weight, member) => {
      place(
        counts.map((count, index) => count + Number(index === member)),
        left - 1,
        chance * weight,
      );
    });
  };
  place(
    weights.map(() => 0),
    keys,
    1,
  );
  return mean;
}

describe('closed forms agree with counting out every placement', () => {
  const weightings = fc.oneof(
    fc.integer({ min: 1, max: 4 }).map(uniformWeights),
    fc.integer({ min: 2, max: 5 }).map(bucketWeights),
  );
  test('what a hop lets through', () => {
    fc.assert(
      fc.property(
        weightings,
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 12 }),
        (weights, keys, tenths) => {
          const cap = tenths / 10;
          const counted = countedOut(weights, keys, (counts) =>
            counts.reduce((sum, count) => sum + Math.min(1, count * cap), 0),
          );
          close(meanOf(throughDistribution(weights, 1, keys, Math.min(1, cap))), counted, 1e-9);
          close(expectedThrough(weights, 1, [{ count: keys, cap }]), counted, 1e-9);
        },
      ),
      { numRuns: 40 },
    );
  });
  test('the fullest member', () => {
    fc.assert(
      fc.property(
        weightings,
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 6 }),
        (weights, keys, most) => {
          const counted = countedOut(weights, keys, (counts) =>
            Number(Math.max(...counts) <= most),
          );
          const atMost = fullestDistribution(weights, keys)
            .filter(({ value }) => value <= most)
            .reduce((sum, { probability }) => sum + probability, 0);
          close(atMost, counted, 1e-9);
        },
      ),
      { numRuns: 40 },
    );
  });
});

test('chances add up to one, up to a thousand keys on sixteen members', () => {
  for (const keys of [1, 7, 200, 1000]) {
    close(
      busyChances(16, keys).reduce((sum, chance) => sum + chance, 0),
      1,
      1e-9,
    );
    close(
      binomialChances(keys, 1 / 16).reduce((sum, chance) => sum + chance, 0),
      1,
      1e-9,
    );
    const fullest = fullestDistribution(uniformWeights(16), keys);
    close(
      fullest.reduce((sum, { probability }) => sum + probability, 0),
      1,
      1e-9,
    );
  }
});

test('more links never let less through', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 15 }),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 20 }),
      (links, keys, tenths) => {
        const groups = [{ count: keys, cap: tenths / 10 }];
        const fewer = expectedThrough(uniformWeights(links), 1, groups);
        const more = expectedThrough(uniformWeights(links + 1), 1, groups);
        assert.ok(more >= fewer - 1e-9);
      },
    ),
  );
});
