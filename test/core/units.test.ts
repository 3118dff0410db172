import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  bitsPerSecond,
  bytes,
  formatBinary,
  formatByteRate,
  formatBytes,
  formatClock,
  formatDecimal,
  formatDuration,
  formatRate,
  gibibytes,
  gigabits,
  gigabytes,
  groupThousands,
  hours,
  mebibytes,
  megabytesPerSecond,
  seconds,
  significant,
  tebibytes,
  terabytes,
  toBitsPerSecond,
  toBytesPerSecond,
} from '../../src/core/units.ts';

describe('sizes', () => {
  test('decimal prefixes are powers of 1000, binary ones of 1024', () => {
    assert.equal(gigabytes(1), 1_000_000_000);
    assert.equal(terabytes(1), 1_000_000_000_000);
    assert.equal(mebibytes(5), 5_242_880);
    assert.equal(gibibytes(30) + mebibytes(4), 32_216_449_024);
    assert.equal(tebibytes(1) / terabytes(1), 1.099511627776);
  });
  test('1 Gbit/s is 125 MB/s, and back', () => {
    assert.equal(toBytesPerSecond(gigabits(1)), megabytesPerSecond(125));
    assert.equal(toBitsPerSecond(megabytesPerSecond(125)), gigabits(1));
  });
});

describe('numbers', () => {
  // prettier-ignore
  const cases = [
    [0,           '0'],
    [3.987,       '3.99'],
    [3.9999,      '4'],
    [0.001234,    '0.00123'],
    [1234567,     '1,234,567'], // whole digits are never dropped
    [12.5,        '12.5'],
    [-8.25,       '-8.25'],
  ] as const;
  for (const [value, text] of cases) test(text, () => assert.equal(significant(value), text));
  test('thousands are grouped before the point only', () => {
    assert.equal(groupThousands('1234567.1234567'), '1,234,567.1234567');
    assert.equal(groupThousands('123'), '123');
  });
});

describe('what is printed', () => {
  // prettier-ignore
  const cases = [
    [formatRate(gigabits(3.987)),             '3.99 Gbit/s'],
    [formatRate(gigabits(0.941482)),          '941 Mbit/s'],
    [formatRate(bitsPerSecond(999_600_000)),  '1 Gbit/s'],    // not "1,000 Mbit/s"
    [formatRate(gigabits(1500)),              '1.5 Tbit/s'],
    [formatByteRate(megabytesPerSecond(469.25)), '469 MB/s'],
    [formatDecimal(terabytes(10)),            '10 TB'],
    [formatBinary(terabytes(10)),             '9.09 TiB'],
    [formatBinary(bytes(32_216_449_024), 5),  '30.004 GiB'],
    [formatBytes(mebibytes(5)),               '5,242,880 bytes'],
    [formatBytes(bytes(1)),                   '1 byte'],
    [formatDuration(seconds(42.35)),          '42.4 s'],
    [formatDuration(seconds(90)),             '2 min'],
    [formatDuration(seconds(31_366)),         '8 h 43 min'],
    [formatDuration(hours(8)),                '8 h'],
    [formatDuration(hours(1234.5)),           '1,234 h 30 min'],
    [formatClock(seconds(31_366)),            '8:42:46'],
    [formatClock(seconds(65.5)),              '0:01:06'],
  ] as const;
  for (const [printed, text] of cases) test(text, () => assert.equal(printed, text));
});
