/** Arbitrary networks of links and paths, small enough to be shared out many times. */
import * as fc from 'fast-check';
import type { Sharing } from '../../../src/core/link-aggregation/shares.ts';

export const networks = fc
  .record({
    capacities: fc.array(fc.double({ min: 0.1, max: 100, noNaN: true }), {
      minLength: 1,
      maxLength: 6,
    }),
    seeds: fc.array(
      fc.record({
        links: fc.array(fc.nat(5), { minLength: 1, maxLength: 3 }),
        cap: fc.option(fc.double({ min: 0.05, max: 50, noNaN: true }), { nil: Infinity }),
        weight: fc.integer({ min: 1, max: 4 }),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  })
  .map(({ capacities, seeds }): Sharing => ({
    capacities,
    paths: seeds.map(({ links }) => [...new Set(links.map((link) => link % capacities.length))]),
    caps: seeds.map(({ cap }) => cap),
    weights: seeds.map(({ weight }) => weight),
  }));
