import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  endsOnOneLink,
  latestStart,
  timeFor,
  timeWithChange,
} from '../../../src/core/link-aggregation/window.ts';
import { gigabits, hours, seconds, terabytes } from '../../../src/core/units.ts';

describe('time for a volume', () => {
  test('1 TB at 1 Gbit/s of data takes 8000 s', () => {
    assert.equal(timeFor(terabytes(1), gigabits(1)), 8000);
  });
  test('4:1 reduction before the wire takes a quarter', () => {
    assert.equal(timeFor(terabytes(1), gigabits(1), 4), 2000);
  });
});

describe('a member fails during the run', () => {
  test('half at 4 Gbit/s, the rest at 2', () => {
    // 3.6 TB: 1.8 TB in the first hour, the other 1.8 TB at half the rate.
    const time = timeWithChange(terabytes(3.6), gigabits(4), hours(1), gigabits(2));
    assert.ok(Math.abs(time - 3 * 3600) < 1e-6);
  });
  test('a failure after the end changes nothing', () => {
    assert.equal(timeWithChange(terabytes(1), gigabits(1), hours(10), gigabits(0.1)), 8000);
  });
});

test('jobs of 1, 0.5 and 0.5 TB on one link end together with what they share', () => {
  const ends = endsOnOneLink([1, 0.5, 0.5].map(terabytes), gigabits(1));
  assert.deepEqual(ends.map(Math.round), [16000, 12000, 12000]);
});

describe('the latest start', () => {
  // prettier-ignore
  const cases = [
    // ends at, takes, starts at, days before
    [6,   2,  4, 0],
    [6,   6,  0, 0],
    [6,  12, 18, 1],
    [6,  30,  0, 1],
    [6,  31, 23, 2],
  ] as const;
  for (const [end, takes, start, days] of cases) {
    test(`${takes} h to end at ${end}:00: ${start}:00, ${days} days before`, () => {
      assert.deepEqual(latestStart(seconds(end * 3600), hours(takes)), {
        timeOfDay: start * 3600,
        daysBefore: days,
      });
    });
  }
});
