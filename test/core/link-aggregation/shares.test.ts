import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { equalShares, maxMinShares } from '../../../src/core/link-aggregation/shares.ts';
import type { Sharing } from '../../../src/core/link-aggregation/shares.ts';
import { networks } from './networks.ts';

const shared = (
  capacities: readonly number[],
  paths: readonly (readonly number[])[],
  caps: readonly number[] = paths.map(() => Infinity),
): Sharing => ({ capacities, paths, caps, weights: paths.map(() => 1) });

const near = (actual: Iterable<number>, expected: readonly number[]) =>
  [...actual].forEach((value, index) =>
    assert.ok(Math.abs(value - (expected[index] ?? 0)) < 1e-9, `${value}`),
  );

describe('max-min shares', () => {
  test('two flows on one link have half of it each', () => {
    near(maxMinShares(shared([1], [[0], [0]])), [0.5, 0.5]);
  });
  test('a slow card leaves its rest to the others: 5 x 0.1 and 1 x 0.5 of 1', () => {
    const paths = Array.from({ length: 6 }, () => [0]);
    near(
      maxMinShares(shared([1], paths, [0.1, 0.1, 0.1, 0.1, 0.1, 1])),
      [0.1, 0.1, 0.1, 0.1, 0.1, 0.5],
    );
  });
  test('a flow held back on one hop leaves room on the other', () => {
    // Link 0 carries flows 0, 1, 2; link 1 carries flows 2, 3. Flow 3 takes what flow 2 cannot.
    near(maxMinShares(shared([1, 1], [[0], [0], [0, 1], [1]])), [1 / 3, 1 / 3, 1 / 3, 2 / 3]);
  });
  test('a path of two connections takes twice the share of one', () => {
    near(
      maxMinShares({ capacities: [3], paths: [[0], [0]], caps: [9, 9], weights: [2, 1] }),
      [2, 1],
    );
  });
  test('equal bytes per path: the slowest port holds all of them', () => {
    // 10G and 1G ports, two array ports: four paths at 0.5.
    near(
      equalShares(
        shared(
          [10, 1, 10, 10],
          [
            [0, 2],
            [0, 3],
            [1, 2],
            [1, 3],
          ],
        ),
      ),
      [0.5, 0.5, 0.5, 0.5],
    );
  });
  test('the same ports by max-min give 11', () => {
    const rates = maxMinShares(
      shared(
        [10, 1, 10, 10],
        [
          [0, 2],
          [0, 3],
          [1, 2],
          [1, 3],
        ],
      ),
    );
    near(rates, [5, 5, 0.5, 0.5]);
  });
});

const loadOn = (sharing: Sharing, rates: Float64Array, link: number): number =>
  sharing.paths.reduce(
    (sum, path, index) => sum + (path.includes(link) ? (rates[index] ?? 0) : 0),
    0,
  );

describe('whatever the network', () => {
  test('no link carries more than it can', () => {
    fc.assert(
      fc.property(networks, (sharing) => {
        const rates = maxMinShares(sharing);
        sharing.capacities.forEach((capacity, link) => {
          assert.ok(loadOn(sharing, rates, link) <= capacity * (1 + 1e-6));
        });
      }),
    );
  });

  test('every path is at its cap, or on a full link where no connection has more: max-min', () => {
    fc.assert(
      fc.property(networks, (sharing) => {
        const rates = maxMinShares(sharing);
        const level = (path: number) => (rates[path] ?? 0) / (sharing.weights[path] ?? 1);
        sharing.paths.forEach((path, index) => {
          const capped = (rates[index] ?? 0) >= (sharing.caps[index] ?? Infinity) * (1 - 1e-6);
          const held = path.some((link) => {
            const full =
              loadOn(sharing, rates, link) >= (sharing.capacities[link] ?? 0) * (1 - 1e-6);
            const others = sharing.paths.flatMap((other, number) =>
              other.includes(link) ? [level(number)] : [],
            );
            return full && level(index) >= Math.max(...others) * (1 - 1e-6);
          });
          assert.ok(capped || held);
        });
      }),
    );
  });

  test('the order of paths changes nothing', () => {
    fc.assert(
      fc.property(networks, (sharing) => {
        const turned = {
          ...sharing,
          paths: sharing.paths.toReversed(),
          caps: sharing.caps.toReversed(),
          weights: sharing.weights.toReversed(),
        };
        const rates = [...maxMinShares(turned)].toReversed();
        maxMinShares(sharing).forEach((rate, index) => {
          assert.ok(Math.abs(rate - (rates[index] ?? 0)) <= 1e-6 * Math.max(1, rate));
        });
      }),
    );
  });
});
