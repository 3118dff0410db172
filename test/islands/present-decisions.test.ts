/** How the page says what became of the rows of a file: the numbers add up. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { readLog } from '../../src/core/ds-client-log/read-log.ts';
import type { Reading, ReadOptions } from '../../src/core/ds-client-log/reading.ts';
import { presentDecisions } from '../../src/islands/ds-client-log/present-decisions.ts';
import { bytesOf, logText } from '../core/ds-client-log/text-log.ts';

const samples = new URL('../conformance/data/logs/', import.meta.url);

/** What "How I read this" says of the rows; null for a file that is refused. */
const rowsOf = (reading: Reading): string | null =>
  reading.kind === 'rejected'
    ? null
    : (presentDecisions(reading).find(({ label }) => label === 'Rows')?.value ?? null);

const said = (text: string, options: ReadOptions = {}) => rowsOf(readLog(bytesOf(text), options));

/** "24 of 49 counted; 25 set aside (24 …, 1 …)": the numbers in the order in which they stand. */
const numbersIn = (text: string): readonly number[] =>
  [...text.matchAll(/\d[\d,]*/g)].map(([digits]) => Number(digits.replaceAll(',', '')));

describe('the rows of a file', () => {
  test('pasted twice, with the second header among those set aside', () => {
    const file = readFileSync(new URL('hostile/34-pasted-twice.txt', samples));
    assert.equal(
      rowsOf(readLog(file)),
      '24 of 49 counted; 25 set aside (24 the same as a row before, 1 the labels again)',
    );
  });

  test('of which none is left out', () => {
    assert.equal(said(logText({}, { Errors: '1' })), '2 of 2 counted; none left out');
  });

  test('left out of sums are among those counted', () => {
    assert.equal(
      said(logText({}, { Online: '-5' })),
      '2 of 2 counted (1 of them left out of sums); none left out',
    );
  });

  test('that were not read are among all', () => {
    const rows = logText({}, { Errors: '1' }, { Errors: '2' });
    assert.match(said(rows, { rowsMax: 2 }) ?? '', /^2 of 3 counted; 1 at the beginning/);
  });

  const hostile = readdirSync(new URL('hostile/', samples)).map((name) => `hostile/${name}`);
  for (const name of [...readdirSync(samples), ...hostile]) {
    if (!/\.(?:txt|csv|xls|bin)$/.test(name)) continue;
    test(`of ${name} add up, and so do the kinds of those set aside`, () => {
      const words = rowsOf(readLog(readFileSync(new URL(name, samples))));
      if (words === null) return;
      const parts = words.replace(/ \(\d+ of them left out of sums\)/, '');
      const [counted = 0, all = 0, aside = 0, ...kinds] = numbersIn(parts);
      assert.equal(counted + aside, all, words);
      assert.equal(kinds.reduce((sum, one) => sum + one, 0), aside, words); // prettier-ignore
    });
  }
});
