/** A figure of a set night by night: what is usual, what is far from it, what failed, what is missing. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { backupSets } from '../../../src/core/ds-client-log/history.ts';
import { nightlySeries } from '../../../src/core/ds-client-log/nightly-series.ts';
import { readLog } from '../../../src/core/ds-client-log/read-log.ts';
import { formatIsoDate } from '../../../src/core/ds-client-log/wall-time.ts';
import { accepted, logText } from './text-log.ts';

const at = (day: number, change: Readonly<Record<string, string>> = {}) => ({
  Start: `2026-03-${String(day).padStart(2, '0')} 01:00:00`,
  End: '',
  Duration: '1:00:00',
  ...change,
});

function seriesOf(...rows: readonly Readonly<Record<string, string>>[]) {
  const reading = accepted(logText(...rows));
  const [set] = backupSets(reading);
  assert.ok(set);
  return nightlySeries(reading, set, 'duration');
}

describe('a set night by night', () => {
  it('has one night a day, with the runs of a day added up and the worst outcome', () => {
    const { nights, usual } = seriesOf(
      at(2),
      at(2, { Start: '2026-03-02 13:00:00', Duration: '0:30:00', Errors: '3' }),
      at(3),
      at(4),
    );
    assert.deepEqual(
      nights.map(({ value, outcome, rows }) => [value, outcome, rows.length]),
      [
        [5400, 'completed_with_errors', 2],
        [3600, 'completed', 1],
        [3600, 'completed', 1],
      ],
    );
    assert.equal(usual, 3600);
  });
  it('keeps a run that was cut short out of the usual', () => {
    const cut = { Completion: 'Share Unavailable', Duration: '0:00:10' };
    const { nights, usual } = seriesOf(at(2), at(3), at(4), at(5, cut));
    assert.equal(usual, 3600);
    assert.deepEqual(nights.map(({ outcome, isOutlier }) => [outcome, isOutlier]).at(-1), [
      'incomplete',
      false,
    ]);
  });
  it('keeps the duration of a run whose size cannot be read, and has no size for it', () => {
    const rows = [1, 2, 3].map((day) => at(day, { Online: '30 GB' }));
    assert.deepEqual(
      seriesOf(...rows).nights.map(({ value }) => value),
      [3600, 3600, 3600],
    );
    const reading = accepted(logText(...rows));
    const [set] = backupSets(reading);
    assert.ok(set);
    const { nights, usual } = nightlySeries(reading, set, 'online');
    assert.deepEqual([nights[0]?.value, usual], [null, null]);
  });
  it('has no usual of two days', () => assert.equal(seriesOf(at(2), at(3)).usual, null));
  it('shows a night on which a run was due and none is in the log', () => {
    const { nights } = seriesOf(at(2), at(3), at(4), at(6), at(7));
    assert.deepEqual(
      nights.filter(({ rows }) => rows.length === 0).map(({ day }) => formatIsoDate(day * 86_400)),
      ['2026-03-05'],
    );
  });
  it('marks a night far from the usual as the flags do', () => {
    const rows = Array.from({ length: 9 }, (_, i) => at(i + 2, { Duration: `1:0${i}:00` }));
    const { nights } = seriesOf(...rows, at(12, { Duration: '5:00:00' }));
    assert.deepEqual(nights.map(({ isOutlier }) => isOutlier).lastIndexOf(true), nights.length - 1);
    assert.equal(nights.filter(({ isOutlier }) => isOutlier).length, 1);
  });
  it('finds the nights planted in the month of the samples', () => {
    const file = new URL('../../conformance/data/logs/activity-30days.csv', import.meta.url);
    const reading = readLog(readFileSync(file));
    assert.ok(reading.kind !== 'rejected');
    const found = backupSets(reading).flatMap((set) =>
      nightlySeries(reading, set, 'duration')
        .nights.filter(({ isOutlier }) => isOutlier)
        .map(({ day }) => `${set.name} ${formatIsoDate(day * 86_400)}`),
    );
    assert.deepEqual(found, [
      'EXAMPLE-SQL01 - Orders database 2026-02-11',
      'EXAMPLE-FS01 - Home folders 2026-02-24',
    ]);
  });
  it('leaves out what is more than a quarter of a year before the last night, and counts it', () => {
    const rows = Array.from({ length: 120 }, (_, i) => {
      const day = new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10);
      return at(1, { Start: `${day} 01:00:00` });
    });
    const { nights, daysLeftOut } = seriesOf(...rows);
    assert.equal(nights.length, 92);
    assert.equal(daysLeftOut, 28);
  });
  it('ends a week after the last run of a set that stopped, and counts the days after that', () => {
    const other = { Description: 'EXAMPLE-FS01', Start: '2026-09-15 01:00:00', End: '' };
    const { nights, daysLeftOut, daysLeftOutAfter } = seriesOf(
      at(2),
      at(3),
      at(4),
      at(5),
      at(6),
      other,
    );
    assert.deepEqual(
      nights.map(({ rows }) => rows.length),
      [1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0],
    );
    assert.equal(daysLeftOut, 0);
    assert.equal(daysLeftOutAfter, 193 - 7); // 7 March to 15 September, on which the log goes on to 02:12
  });
});
