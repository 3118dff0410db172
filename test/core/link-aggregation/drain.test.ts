import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { drainTimes, jobForEach, lastEnd } from '../../../src/core/link-aggregation/drain.ts';
import type { Jobs } from '../../../src/core/link-aggregation/drain.ts';
import type { Sharing } from '../../../src/core/link-aggregation/shares.ts';
import { fluidEnds } from './fluid-simulation.ts';
import { networks } from './networks.ts';

const plain = (capacities: readonly number[], paths: readonly (readonly number[])[]): Sharing => ({
  capacities,
  paths,
  caps: paths.map(() => Infinity),
  weights: paths.map(() => 1),
});

const near = (actual: Iterable<number>, expected: readonly number[]) =>
  [...actual].forEach((value, index) =>
    assert.ok(Math.abs(value - (expected[index] ?? 0)) <= 1e-6 * Math.max(1, value), `${value}`),
  );

describe('draining', () => {
  test('jobs of 1, 0.5 and 0.5 on one link end at 2, 1.5 and 1.5', () => {
    near(drainTimes(plain([1], [[0], [0], [0]]), jobForEach([1, 0.5, 0.5])), [2, 1.5, 1.5]);
  });
  test('a job with nothing to move ends at once', () => {
    near(drainTimes(plain([1], [[0], [0]]), jobForEach([0, 1])), [0, 1]);
  });
  test('a job moves on to its free connection: 3 over half a link and a whole one take 2', () => {
    // Link 0: one connection of each job. Link 1: the other one of job 0. Job 1 has link 0 alone from
    // 2 on, with 1 of its 2 left.
    const jobs = { ofPath: [0, 0, 1], volumes: [3, 2] };
    near(drainTimes(plain([1, 1], [[0], [1], [0]]), jobs), [2, 3]);
  });
  test('a card holds back all connections of its job together', () => {
    const cards = { ...plain([2, 2, 1], [[0, 2], [1, 2], [0]]), own: new Set([2]) };
    // Job 0 moves 1 over its card, whatever the links have; job 1 has what is left of link 0: 1.5.
    near(drainTimes(cards, { ofPath: [0, 0, 1], volumes: [3, 3] }), [3, 2]);
  });
});

/** Jobs of which each has as much to move as it has connections, as all scenarios have. */
const jobsOver = (sharing: Sharing, count: number): Jobs => {
  const ofPath = sharing.paths.map((_, path) => path % Math.min(count, sharing.paths.length));
  const volumes = Array.from({ length: Math.max(...ofPath) + 1 }, () => 0);
  ofPath.forEach((job, path) => {
    volumes[job] = (volumes[job] ?? 0) + (sharing.weights[path] ?? 1);
  });
  return { ofPath, volumes };
};

const counts = fc.integer({ min: 1, max: 6 });

/** `sharing` with a link of each job's own for all of its paths. */
function withCards(sharing: Sharing, { ofPath, volumes }: Jobs, card: number): Sharing {
  const first = sharing.capacities.length;
  return {
    ...sharing,
    capacities: [...sharing.capacities, ...volumes.map(() => card)],
    paths: sharing.paths.map((path, index) => [...path, first + (ofPath[index] ?? 0)]),
    own: new Set(volumes.map((_, job) => first + job)),
  };
}

/** Every connection by itself, a cap as a link of its own. */
function fluid({ capacities, paths, caps, weights }: Sharing, { ofPath, volumes }: Jobs) {
  const links = [...capacities];
  const jobs = volumes.map((volume) => ({ volume, connections: [] as (readonly number[])[] }));
  paths.forEach((path, index) => {
    const cap = caps[index] ?? Infinity;
    const all = cap === Infinity ? path : [...path, links.push(cap) - 1];
    for (let one = 0; one < (weights[index] ?? 1); one += 1)
      jobs[ofPath[index] ?? 0]?.connections.push(all);
  });
  return { capacities: links, jobs };
}

describe('whatever the network', () => {
  test('jobs end when a plain simulation of every connection says so', () => {
    fc.assert(
      fc.property(networks, counts, (sharing, count) => {
        const jobs = jobsOver(sharing, count);
        near(drainTimes(sharing, jobs), fluidEnds(fluid(sharing, jobs)));
      }),
      { numRuns: 300 },
    );
  });

  test('the same with a card for each job', () => {
    const cards = fc.double({ min: 0.05, max: 50, noNaN: true });
    fc.assert(
      fc.property(networks, counts, cards, (sharing, count, card) => {
        const jobs = jobsOver(sharing, count);
        const carded = withCards(sharing, jobs, card);
        near(drainTimes(carded, jobs), fluidEnds(fluid(carded, jobs)));
      }),
      { numRuns: 300 },
    );
  });

  test('jobs that use all of their connections never end later than parts of their own would', () => {
    fc.assert(
      fc.property(networks, counts, (sharing, count) => {
        const pooled = lastEnd(sharing, jobsOver(sharing, count));
        assert.ok(pooled <= lastEnd(sharing, jobForEach(sharing.weights)) * (1 + 1e-6));
      }),
    );
  });

  test('a path in two halves of the same job changes nothing', () => {
    fc.assert(
      fc.property(networks, counts, (sharing, count) => {
        const jobs = jobsOver(sharing, count);
        const twice = <Item>(items: readonly Item[]) => items.flatMap((item) => [item, item]);
        const halves = (values: readonly number[]) => twice(values.map((value) => value / 2));
        const split = {
          capacities: sharing.capacities,
          paths: twice(sharing.paths),
          caps: halves(sharing.caps),
          weights: halves(sharing.weights),
        };
        const ends = drainTimes(split, { ...jobs, ofPath: twice(jobs.ofPath) });
        near(ends, [...drainTimes(sharing, jobs)]);
      }),
    );
  });

  test('the last of equal jobs ends when the link that holds most for its speed is done', () => {
    fc.assert(
      fc.property(networks, fc.integer({ min: 1, max: 9 }), (sharing, each) => {
        const jobs = jobForEach(sharing.weights.map((weight) => weight * each));
        const drained = Math.max(...drainTimes(sharing, jobs));
        assert.ok(Math.abs(lastEnd(sharing, jobs) / drained - 1) < 1e-6);
      }),
    );
  });

  test('the last of unlike jobs ends when all is drained', () => {
    fc.assert(
      fc.property(networks, (sharing) => {
        const jobs = jobForEach(sharing.paths.map((_, path) => 1 + (path % 3)));
        const drained = Math.max(...drainTimes(sharing, jobs));
        assert.ok(Math.abs(lastEnd(sharing, jobs) / drained - 1) < 1e-6);
      }),
    );
  });
});
