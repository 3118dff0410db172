/** What is said of numbers that a person types in, and in which form. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { explainNumbers } from '../../src/islands/ds-client-log/present-numbers.ts';
import { ratioWords } from '../../src/core/ds-client-log/ratio-words.ts';
import { speedWords } from '../../src/core/ds-client-log/speed-words.ts';

const typed = (online: string, transmitted = '') =>
  explainNumbers({ online, transmitted, duration: '' });

const saidOf = (online: string, transmitted = ''): string =>
  typed(online, transmitted)
    .explanations.flatMap(({ sentences }) => sentences.map(({ text }) => text))
    .join(' ');

describe('a number typed with one mark', () => {
  test('that is a dot is told in both its readings and counted as neither', () => {
    assert.equal(typed('1.234').values.online, null);
    assert.equal(
      saidOf('1.234'),
      '“1.234” can be read in two ways: as 1,234 bytes, or as 1.234 of a larger unit. Type the bytes without a mark: 1234.',
    );
  });
  test('that is a comma is read as in the examples, and said to be', () => {
    assert.equal(typed('524,288').values.online, 524_288);
    assert.match(saidOf('524,288'), /The comma was read as the mark between thousands\./);
  });
  test('behind a nought is a fraction, and no number of bytes', () => {
    for (const text of ['0,500', '0.500']) {
      assert.equal(typed(text).values.online, null);
      assert.match(saidOf(text), /^This is not a number of bytes as the log writes it/);
    }
  });
  const proven = [
    ['32.216.449.024', '1.234', 1234], // the number beside it groups by dots
    ['32,216,449,024', '1,234', 1234],
    ['32.216.449.024', '1,234', null], // so that a comma is a decimal mark
    ['32,216,449,024', '1.234', null],
  ] as const;
  for (const [online, transmitted, value] of proven)
    test(`${transmitted} beside ${online} is ${value ?? 'not read'}`, () => {
      assert.equal(typed(online, transmitted).values.transmitted, value);
      assert.equal(saidOf(online, transmitted).includes('two ways'), value === null);
      assert.doesNotMatch(saidOf(online, transmitted), /The comma was read/);
    });
  test('is plain without one', () => assert.doesNotMatch(saidOf('1234'), /mark/));
});

describe('a speed', () => {
  const speeds = [
    [7.047, '7.05 MiB/s'],
    [0.1, '0.1 MiB/s'],
    [0.0496, '50.8 KiB/s'], // zeros are not to be counted
  ] as const;
  for (const [speed, words] of speeds)
    test(`of ${speed} MiB/s is ${words}`, () => assert.equal(speedWords(speed), words));
});

describe('Online to Transmitted', () => {
  const ratios = [
    [6144.8, '6,145 : 1'],
    [1.0345, '1.03 : 1'],
    [1, '1 : 1'],
    [0.5, '1 : 2'],
    [0.000163, '1 : 6,135'],
  ] as const;
  for (const [ratio, words] of ratios)
    test(`${ratio} is ${words}`, () => assert.equal(ratioWords(ratio), words));

  test('says how many times as much was sent as the files measure', () => {
    assert.match(saidOf('1024', '6282240'), /More was sent than the files measure\. It is 6,135 times as much\./); // prettier-ignore
    assert.match(saidOf('1024', '1100'), /More was sent than the files measure\. That is normal/);
  });
});
