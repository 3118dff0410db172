/** Days on which a run was due: one entry a day, counted where they are too many to list. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { logFlags } from '../../../src/core/ds-client-log/flags.ts';
import { flagWords } from '../../../src/core/ds-client-log/flag-words.ts';
import { gapsOf, missedCount, missedDays } from '../../../src/core/ds-client-log/missed-days.ts';
import { dayOf } from '../../../src/core/ds-client-log/wall-time.ts';
import { accepted, logText } from './text-log.ts';

const day = 86_400;
const night = 79_200; // 22:00
const daily = (...days: readonly number[]) => days.map((at) => at * day + night);

/** Monday to Friday of so many weeks from day 4 on. */
const working = (weeks: number): readonly number[] =>
  Array.from({ length: weeks }, (_, i) => [4, 5, 6, 7, 8].map((at) => at + 7 * i)).flat();

describe('days on which a run was due', () => {
  const cases: readonly (readonly [string, readonly number[], number, readonly number[]])[] = [
    // what, starts in seconds, end of the log, days that are missing
    ['none of a set without a gap', daily(1, 2, 3, 4, 5), 5, []],
    ['none of three days', daily(1, 2, 9), 9, []],
    ['those of a gap', daily(1, 2, 3, 6, 7, 8, 9), 9, [4, 5]],
    ['those after the last run', daily(1, 2, 3, 4, 5), 8, [6, 7, 8]],
    ['each week of a weekly set', daily(0, 7, 14, 21, 42), 42, [28, 35]],
    [
      'a whole day, not an hour, of a set that runs every hour',
      [1, 2, 3, 5, 6].flatMap((at) => [0, 1, 2, 5, 6, 23].map((hour) => at * day + hour * 3600)),
      6,
      [4],
    ],
    ['none of four starts a minute apart', [0, 60, 120, 180], 365, []],
    [
      'none of a day on which the next run came late',
      [...daily(1, 2, 3, 4).map((at) => at - night), 5 * day + 86_000, 6 * day, 7 * day],
      6,
      [],
    ],
    // 1970-01-01, day 0, was a Thursday: days 4 to 8 are Monday to Friday, 9 and 10 the weekend.
    ['none of the weekends of a set that keeps to working days', daily(...working(4)), 29, []],
    ['a working day of such a set', daily(...working(4).filter((at) => at !== 13)), 29, [13]],
    [
      'the days after its last run, weekends aside',
      daily(...working(4)),
      39,
      [32, 33, 34, 35, 36, 39],
    ],
    ['weekends too while only two of them are in the log', daily(...working(2)), 15, [9, 10]],
    [
      'weekends too of a set that stopped after a week: it had no time to show its rhythm',
      daily(...working(1)),
      18,
      [9, 10, 11, 12, 13, 14, 15, 16, 17, 18],
    ],
  ];
  for (const [what, starts, end, expected] of cases) {
    it(`are ${what}`, () => {
      const gaps = gapsOf(starts, Math.max(end * day + night + 3600, starts.at(-1) ?? 0));
      assert.deepEqual(missedDays(gaps, 1000), expected);
      assert.equal(missedCount(gaps), expected.length);
      const ran = new Set(starts.map(dayOf));
      assert.ok(expected.every((at) => !ran.has(at)));
    });
  }
  it('are found within a span, the first of them where there are too many', () => {
    const gaps = gapsOf(daily(1, 2, 3, 4, 3_000_000), 3_000_000 * day + night);
    assert.equal(gaps.length, 1);
    assert.equal(missedCount(gaps), 2_999_995);
    assert.deepEqual(missedDays(gaps, 3), [5, 6, 7]);
    assert.deepEqual(missedDays(gaps, 9, 2_999_998), [2_999_998, 2_999_999]);
    assert.deepEqual(missedDays(gaps, 9, 0, 6), [5, 6]);
  });
});

describe('the flag of a run that was not seen', () => {
  const missed = (...starts: readonly string[]) =>
    logFlags(accepted(logText(...starts.map((Start) => ({ Start, End: '' }))))).filter(
      ({ kind }) => kind === 'missed-run',
    );
  const seconds = [0, 1, 2, 3, 4].map((second) => `2026-03-01 01:00:0${second}`);
  const said = (...days: readonly number[]) => {
    const at = (date: number) => `2026-03-${String(date).padStart(2, '0')} 01:00:00`;
    const admin = { Type: 'Daily Admin', Start: at(14), End: '' };
    const rows = days.map((date) => ({ Start: at(date), End: '' }));
    const [flag] = logFlags(accepted(logText(...rows, admin)));
    return flag && flagWords(flag).says.replace(/.*?: /, '');
  };
  it('says since when a set is silent that has not run again', () => {
    assert.equal(
      said(1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
      'no run seen since Tue 10 Mar 2026, though one was due on Wed 11 Mar 2026, Thu 12 Mar 2026, Fri 13 Mar 2026 and 1 more.',
    );
    assert.equal(
      said(1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13),
      'no run seen since Fri 13 Mar 2026, though one was due on Sat 14 Mar 2026, and earlier none on Fri 6 Mar 2026.',
    );
    assert.equal(
      said(1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14),
      'no run seen on Wed 4 Mar 2026.',
    );
  });
  it('has no beat of a second for starts a second apart', () =>
    assert.deepEqual(missed(...seconds, '2026-06-09 01:00:00', '2026-06-09 01:00:01'), []));
  it('names the first nights of a long gap and counts the others', () => {
    const days = ['01', '02', '03', '04'].map((date) => `2026-03-${date} 01:00:00`);
    const [flag] = missed(...days, '9999-03-02 01:00:00');
    assert.ok(flag);
    assert.equal(flag.nights.length, 31);
    assert.equal(new Set(flag.nights).size, 31);
    assert.ok(flag.count > 2_900_000);
    assert.match(
      flagWords(flag).says,
      /no run seen on Thu 5 Mar 2026, Fri 6 Mar 2026, Sat 7 Mar 2026 and 2,9\d\d,\d{3} more\.$/,
    );
  });
});
