/** How much of a run of the night reaches into office hours: Monday to Friday, 8:00 to 18:00. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { flagWords } from '../../../src/core/ds-client-log/flag-words.ts';
import { logFlags } from '../../../src/core/ds-client-log/flags.ts';
import { nextOpening, officeSeconds } from '../../../src/core/ds-client-log/office-hours.ts';
import { formatDay, formatTimeOfDay, wallTime } from '../../../src/core/ds-client-log/wall-time.ts';
import { accepted, logText } from './text-log.ts';

/** A time in March 2026: the 2nd is a Monday. */
const march = (day: number, hours: number): number =>
  wallTime({ year: 2026, month: 3, day }, Math.round(hours * 3600));

describe('office time between two moments', () => {
  const spans = [
    // from day, hour, to day, hour, hours of it
    [2, 7, 2, 9, 1],
    [2, 9, 2, 10.5, 1.5],
    [2, 17, 2, 22, 1],
    [2, 22, 3, 7, 0], // a night
    [2, 0, 3, 0, 10], // a working day
    [6, 17, 9, 9, 2], // Friday to Monday over the weekend
    [7, 0, 9, 0, 0], // a weekend
    [2, 0, 16, 0, 100], // two weeks
    [2, 8, 2, 8, 0],
  ] as const;
  for (const [day, hour, toDay, toHour, hours] of spans)
    test(`from March ${day} ${hour} h to March ${toDay} ${toHour} h is ${hours} h`, () =>
      assert.equal(officeSeconds(march(day, hour), march(toDay, toHour)), hours * 3600));

  test('before 1970, where days count below zero, is told by the same rule', () =>
    // 29 December 1969 was a Monday.
    assert.equal(officeSeconds(-3 * 86_400, 0), 30 * 3600));
});

describe('the next opening', () => {
  const openings = [
    [2, 7, 'Mon 2 Mar 2026 08:00:00'],
    [2, 8, 'Tue 3 Mar 2026 08:00:00'], // a run that begins as it opens is one of the day
    [6, 12, 'Mon 9 Mar 2026 08:00:00'],
    [7, 3, 'Mon 9 Mar 2026 08:00:00'],
  ] as const;
  for (const [day, hour, opening] of openings)
    test(`after March ${day} ${hour} h is ${opening}`, () => {
      const wall = nextOpening(march(day, hour));
      assert.equal(`${formatDay(wall)} ${formatTimeOfDay(wall)}`, opening);
    });
});

describe('runs that go on into office hours', () => {
  const run = (start: string, end: string, duration: string, row = {}) => ({
    Start: `2026-03-${start}`,
    End: `2026-03-${end}`,
    Duration: duration,
    ...row,
  });
  const said = (...rows: readonly Readonly<Record<string, string>>[]): string | null => {
    const found = logFlags(accepted(logText(...rows))).find(({ kind }) => kind === 'office-hours');
    return found ? flagWords(found).says : null;
  };

  test('are told with the time that they went on, and not the one before', () => {
    assert.match(
      said(run('02 22:00:00', '03 09:30:00', '11:30:00')) ?? '',
      /1 run was still going after eight in the morning of a working day, for 1 hour 30 minutes\./,
    );
  });
  test('are added up by what they took of it', () => {
    assert.match(
      said(
        run('02 22:00:00', '03 08:05:00', '10:05:00'),
        run('03 22:00:00', '04 08:10:20', '10:10:20'),
      ) ?? '',
      /2 runs were .*, for 15 minutes in all\./,
    );
  });
  test('that are two at a time count that time once', () => {
    assert.match(
      said(
        run('02 22:00:00', '03 10:00:00', '12:00:00'),
        run('03 01:00:00', '03 09:00:00', '8:00:00'),
      ) ?? '',
      /2 runs were .*, for 2 hours in all\./,
    );
  });
  test('over several days count their working hours, the end on a weekend or not', () => {
    // Thursday night to Saturday morning: all of Friday.
    assert.match(said(run('05 22:00:00', '07 07:00:00', '33:00:00')) ?? '', /for 10 hours\./);
  });
  test('begun by day, or with a value that cannot be read, are none of them', () => {
    assert.equal(said(run('03 09:00:00', '03 12:00:00', '3:00:00')), null);
    assert.equal(said(run('02 22:00:00', '03 09:00:00', '11:00:00', { Online: '-5' })), null);
  });
});
