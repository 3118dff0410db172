import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { Night } from '../../../src/core/ds-client-log/nightly-series.ts';
import { dayOf } from '../../../src/core/ds-client-log/wall-time.ts';
import {
  layOutChart,
  scaleOf,
  sparkOf,
  stepOf,
} from '../../../src/figures/ds-client-log/set-chart-layout.ts';

const hour = 3600;
const mib = 1024 ** 2;

const night = (day: number, value: number | null, change: Partial<Night> = {}): Night => ({
  day,
  rows: [day],
  outcome: 'completed',
  value,
  isOutlier: false,
  farFrom: null,
  ...change,
});
const gap = (day: number): Night => night(day, null, { rows: [], outcome: null });

describe('an axis from zero', () => {
  const cases = [
    // measure, largest value, step
    ['duration', 40, 10], // seconds
    ['duration', 75 * 60, 30 * 60],
    ['duration', 7 * hour, 2 * hour],
    ['duration', 30 * hour, 12 * hour],
    ['online', 900, 256],
    ['online', 750 * mib, 200 * mib],
    ['online', 30 * 1024 * mib, 10 * 1024 * mib],
    ['transmitted', 5 * mib, 2 * mib],
  ] as const;
  for (const [measure, max, step] of cases) {
    it(`of ${measure} up to ${max} counts in steps of ${step}`, () =>
      assert.equal(stepOf(measure, max), step));
  }
  it('holds every value, and its lines are five at most', () => {
    const measure = fc.constantFrom('duration', 'online', 'transmitted');
    fc.assert(
      fc.property(measure, fc.double({ min: 1, max: 1e16, noNaN: true }), (kind, max) => {
        const { top, ticks, yOf } = scaleOf(kind, max);
        assert.ok(top >= max * (1 - 1e-9));
        assert.ok(ticks.length <= 5, `${ticks.length} lines`);
        assert.equal(yOf(0), 100);
        assert.ok(yOf(max) >= -1e-6);
      }),
    );
  });
  it('is named in units that a person counts in', () => {
    assert.deepEqual(
      scaleOf('duration', 75 * 60).ticks.map(({ text }) => text),
      ['0', '30 min', '1 h', '1 h 30 min'],
    );
    assert.deepEqual(
      scaleOf('online', 5 * mib).ticks.map(({ text }) => text),
      ['0', '2 MiB', '4 MiB', '6 MiB'],
    );
    assert.deepEqual(
      scaleOf('online', 1000 * mib).ticks.map(({ text }) => text),
      ['0', '256 MiB', '512 MiB', '768 MiB', '1 GiB'],
    );
    assert.deepEqual(
      scaleOf('online', 1400 * mib).ticks.map(({ text }) => text),
      ['0', '512 MiB', '1 GiB', '1.5 GiB'],
    );
    assert.deepEqual(
      scaleOf('online', 2).ticks.map(({ text }) => text),
      ['0', '1 byte', '2 bytes'],
    );
  });
});

describe('the chart of a set', () => {
  it('stands in the order of its days, each inside the plot', () => {
    const days = fc.uniqueArray(fc.nat(91), { minLength: 1 });
    fc.assert(
      fc.property(days, fc.nat(1e9), (list, most) => {
        const nights = list.toSorted((a, b) => a - b).map((day) => night(day, (day / 91) * most));
        const { places } = layOutChart(nights, null, 'online');
        for (const [i, { x, y }] of places.entries()) {
          assert.ok(x > 0 && x < 100 && y !== null && y >= -1e-6 && y <= 100);
          assert.ok(i === 0 || x > (places[i - 1]?.x ?? 0));
        }
      }),
    );
  });
  it('joins completed days and breaks where a run is missing, not at one cut short', () => {
    const cut = night(3, 10, { outcome: 'incomplete' });
    const { lines } = layOutChart(
      [night(1, 60), night(2, 60), cut, night(4, 60), gap(5), night(6, 60)],
      60,
      'duration',
    );
    assert.equal(lines.length, 2); // 1 to 2, and 2 to 4
  });
  it('names at most eight days, four in little room, two on a phone', () => {
    const first = dayOf(Date.UTC(2026, 1, 2) / 1000);
    const nights = Array.from({ length: 30 }, (_, i) => night(first + i, 60));
    const { xTicks } = layOutChart(nights, 60, 'duration');
    assert.deepEqual(
      xTicks.map(({ text, rank }) => `${rank} ${text}`),
      ['0 2 Feb', '2 6 Feb', '1 10 Feb', '2 14 Feb', '0 18 Feb', '2 22 Feb', '1 26 Feb', '2 2 Mar'],
    );
  });
  it('draws nothing but zero of a set that moved nothing', () => {
    const { places, yTicks } = layOutChart([night(1, 0), night(2, 0)], 0, 'transmitted');
    assert.deepEqual(
      places.map(({ y }) => y),
      [100, 100],
    );
    assert.equal(yTicks[0]?.text, '0');
  });
});

describe('the small chart', () => {
  it('has a stroke for each completed day, a cross for a cut run, a ring for a far one', () => {
    const { course, crosses, rings } = sparkOf([
      night(1, 60),
      night(2, 60),
      gap(3),
      night(4, 600, { isOutlier: true }),
      night(5, 5, { outcome: 'incomplete' }),
    ]);
    assert.equal(course.replace(/[\d ]+/g, ''), 'MLM');
    assert.equal(crosses.match(/M/g)?.length, 1);
    assert.equal(rings.match(/M/g)?.length, 1);
  });
});
