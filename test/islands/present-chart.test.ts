/** What the chart of a set says: how far a day lies from the usual where many days moved nothing. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { backupSets } from '../../src/core/ds-client-log/history.ts';
import { chartSource, presentChart } from '../../src/islands/ds-client-log/present-chart.ts';
import { accepted, logText } from '../core/ds-client-log/text-log.ts';

function charted(transmitted: readonly number[]) {
  const rows = transmitted.map((value, i) => ({
    Start: `2026-03-${String(i + 1).padStart(2, '0')} 01:00:00`,
    End: '',
    Transmitted: String(value),
  }));
  const reading = accepted(logText(...rows));
  const source = chartSource(reading, backupSets(reading));
  assert.ok(source);
  const { drawing } = presentChart(reading, source, { set: 0, measure: 'transmitted' });
  return { finding: drawing.finding, remarks: drawing.nights.map(({ remark }) => remark) };
}

const many = (count: number, value: number) => Array.from({ length: count }, () => value);
const cases: readonly (readonly [string, readonly number[], string, string])[] = [
  [
    'most days moved nothing',
    [...many(20, 0), ...many(7, 2048), 10_240],
    '5 times the usual of the days above 0',
    'Usually 0 bytes (the median). 1 day far from the usual of the days above 0.',
  ],
  [
    'some days moved nothing',
    [...many(3, 0), ...many(7, 2048), 10_240],
    '5 times the usual of the days above 0',
    'Usually 2 KiB (the median). 1 day far from the usual of the days above 0.',
  ],
  [
    'each day moved something',
    [...many(7, 2048), 10_240],
    '5 times the usual',
    'Usually 2 KiB (the median). 1 day far from it.',
  ],
  [
    'too few days moved something',
    [...many(4, 0), ...many(3, 2048)],
    '',
    'Usually 0 bytes (the median). Too few days above 0 to say which is far from it.',
  ],
  [
    'there are too few days',
    [...many(5, 2048), 20_480],
    '',
    'Usually 2 KiB (the median). Too few days to say which is far from it.',
  ],
];

describe('a day far from the usual', () => {
  for (const [what, transmitted, remark, finding] of cases) {
    test(`is told by what it was judged by where ${what}`, () => {
      const said = charted(transmitted);
      assert.equal(said.remarks.at(-1), remark);
      assert.equal(said.finding, finding);
      assert.doesNotMatch(JSON.stringify(said), /Infinity|NaN/);
    });
  }
});
