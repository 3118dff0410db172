import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  readDateParts,
  readTimeOfDay,
  resolveDate,
} from '../../../src/core/ds-client-log/dates.ts';
import { readDuration } from '../../../src/core/ds-client-log/durations.ts';
import { readNumber, type NumberGroup } from '../../../src/core/ds-client-log/numbers.ts';
import {
  civilFromDays,
  daysFromCivil,
  formatDay,
  formatIsoWall,
} from '../../../src/core/ds-client-log/wall-time.ts';

describe('a number of a byte column', () => {
  // prettier-ignore
  const read: readonly (readonly [string, NumberGroup, number])[] = [
    ['32216449024',                      null,     32_216_449_024],
    ['32,216,449,024',                   ',',      32_216_449_024], // en
    ['32.216.449.024',                   '.',      32_216_449_024], // de
    ['32\u202f216\u202f449\u202f024',    '\u202f', 32_216_449_024], // fr
    ['32\u00a0216\u00a0449\u00a0024',    '\u00a0', 32_216_449_024], // sv
    ['32\u2019216\u2019449\u2019024',    '\u2019', 32_216_449_024], // de-CH
    ["32'216'449'024",                   '\u2019', 32_216_449_024], // the same, typed in ASCII
    ['12,000',                           ',',      12_000],
    ['5242',                             ',',      5242], // es and pl do not group four digits
    ['1,23,45,678',                      ',',      12_345_678], // en-IN
    ['3.22E+10',                         ',',      32_200_000_000],
  ];
  for (const [text, group, value] of read) {
    it(`${JSON.stringify(text)} is ${value}`, () => {
      const reading = readNumber(text, group, true);
      assert.equal(reading.kind === 'value' && reading.value, value);
    });
  }

  const refused = [
    ['1.234', ',', 'number.ambiguous-separator'],
    ['0,500', ',', 'number.unreadable'], // a fraction: no group stands behind a nought
    ['30 GB', ',', 'number.has-unit'],
    ['-734,003,200', ',', 'number.negative-bytes'],
    ['9,007,199,254,740,993', ',', 'number.beyond-2-53'],
    ['99,999,999,999,999,999,999,999', ',', 'number.implausible'],
    ['1E+400', ',', 'number.implausible'], // infinite as a double
    ['9e99', ',', 'number.implausible'],
    ['-3.22E+10', ',', 'number.negative-bytes'],
    ['1.5E+0', ',', 'number.unreadable'], // half a byte
    ['#######', ',', 'number.unreadable'],
    ['157,286\u0000,400', ',', 'number.unreadable'],
  ] as const;
  for (const [text, group, code] of refused) {
    it(`${JSON.stringify(text)} is not read: ${code}`, () => {
      const reading = readNumber(text, group, true);
      assert.equal(reading.kind === 'unread' && reading.code, code);
    });
  }
});

describe('a duration', () => {
  const read = [
    ['1:12:40', 4360],
    ['0:00:00', 0],
    ['74:30:00', 268_200], // more than a day in hours
    ['1.00:00:00', 86_400], // .NET
    ['1:01:45:30', 92_730], // days before hours
    ['P1DT1H45M30S', 92_730], // ISO 8601
    ['PT0.5S', 0],
    ['1 Tag 01:45:30', 92_730],
    ['1 day 1:45:30', 92_730],
    ['2 days, 0:00:01', 172_801],
    ['1 h 12 min 40 s', 4360],
    ['12:40', 760],
  ] as const;
  for (const [text, seconds] of read) {
    it(`${text} is ${seconds} s`, () => {
      assert.deepEqual(readDuration(text), { kind: 'value', seconds });
    });
  }
  for (const text of ['99:99:99', 'soon', 'P', 'PT', '1:2:3:4:5', '1:'.repeat(5000)]) {
    it(`${text.slice(0, 12)} is not read`, () => {
      assert.deepEqual(readDuration(text), { kind: 'unread', code: 'duration.unreadable' });
    });
  }
  it('below zero is a problem of its own', () => {
    assert.deepEqual(readDuration('-0:30:00'), { kind: 'unread', code: 'duration.negative' });
  });
});

describe('a date', () => {
  const read = [
    ['3/2/2026 1:00:00 AM', 'MDY', '2026-03-02T01:00:00'],
    ['3/2/2026 1:00:00\u202fAM', 'MDY', '2026-03-02T01:00:00'], // Java 20 and later
    ['02.03.2026 22:00:00', 'DMY', '2026-03-02T22:00:00'],
    ['2026-03-02 22:00:00', 'DMY', '2026-03-02T22:00:00'], // year first needs no order
    ['2026-03-02T22:00:00.000', 'MDY', '2026-03-02T22:00:00'],
    ['2026. 03. 02. 22:00:00', 'DMY', '2026-03-02T22:00:00'], // hu-HU
    ['2. 3. 2026 22:00:00', 'DMY', '2026-03-02T22:00:00'], // cs-CZ
    ['12:00:00 AM', 'MDY', null],
    ['0001-01-01 00:00:00', 'MDY', '0001-01-01T00:00:00'], // how .NET writes that there is no date
    ['1/1/0001 12:00:00 AM', 'MDY', '0001-01-01T00:00:00'],
    ['1/2/01 1:00:00', 'MDY', '2001-01-02T01:00:00'],
    ['1/2/98 1:00:00', 'MDY', '1998-01-02T01:00:00'],
    ['2 Mar 2026 22:00:00', 'MDY', '2026-03-02T22:00:00'],
    ['Mar 2, 2026 10:00:00 PM', 'DMY', '2026-03-02T22:00:00'],
  ] as const;
  for (const [text, order, wall] of read) {
    it(`${JSON.stringify(text)} read as ${order} is ${wall}`, () => {
      const parts = readDateParts(text);
      const resolved = parts && resolveDate(parts, order);
      assert.equal(resolved?.kind === 'wall' ? formatIsoWall(resolved.wall) : null, wall);
    });
  }
  it('of 29 February 2026 is impossible, of month 45 unreadable', () => {
    const february = readDateParts('2/29/2026 5:00:00 AM');
    const never = readDateParts('13/45/2026 5:00:00 AM');
    assert.equal(february && resolveDate(february, 'MDY').kind, 'impossible');
    assert.equal(never && resolveDate(never, 'MDY').kind, 'unreadable');
  });
  it('has midnight and noon at the right ends of a 12-hour clock', () => {
    assert.equal(readTimeOfDay('12:00:00 AM')?.seconds, 0);
    assert.equal(readTimeOfDay('12:00:00 PM')?.seconds, 43_200);
    assert.equal(readTimeOfDay('13:00:00 PM'), null);
  });
});

describe('wall time', () => {
  it('counts days as the calendar does, for four centuries', () => {
    for (let days = -100_000; days < 60_000; days += 97) {
      const { year, month, day } = civilFromDays(days);
      assert.equal(daysFromCivil(year, month, day), days);
      const date = new Date(days * 86_400_000);
      assert.deepEqual(
        [year, month, day],
        [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()],
      );
    }
  });
  it('names the day of the week', () => {
    assert.equal(formatDay(daysFromCivil(2026, 3, 2) * 86_400), 'Mon 2 Mar 2026');
  });
});
