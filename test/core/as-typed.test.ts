/** What somebody typed, quoted within a sentence. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { asTyped } from '../../src/core/as-typed.ts';
import { addressProblemWords } from '../../src/core/link-aggregation/placement/flow-problem-words.ts';
import { linkSentence } from '../../src/core/link-aggregation/problem-words.ts';

describe('a quoted text', () => {
  // prettier-ignore
  const cases = [
    // typed,              shown
    ['4 links',            '4 links'],                 // as it is
    ['1\u202E02',          '1[U+202E]02'],             // RLO would turn the rest of the sentence round
    ['\u2066a\u2069',      '[U+2066]a[U+2069]'],       // an isolate of its own would end ours
    ['10.0.1.1\u200B',     '10.0.1.1[U+200B]'],        // what is wrong could not be seen
    ['a\tb\nc',            'a\tb\nc'],                 // white space is seen
    ['\u05D0\u05D1 1',     '\u2068\u05D0\u05D1 1\u2069'], // Hebrew: isolated
    ['äöü x',              'äöü x'],                   // left to right like the sentence
    ['abcdefghijklm',      'abcdefghij…'],
    ['abcdefghi\u{1F600}',  'abcdefghi…'],              // half a character would be a broken one
  ] as const;
  for (const [typed, shown] of cases) {
    test(`${JSON.stringify(typed)} is shown as ${JSON.stringify(shown)}`, () => {
      assert.equal(asTyped(typed, 10), shown);
    });
  }
});

test('sentences of both calculators quote without raw controls', () => {
  const text = '\u202E1';
  assert.equal(
    addressProblemWords({ kind: 'not-an-ip-address', text }),
    '“[U+202E]1” is not an IP address. Write it like 192.168.10.21.',
  );
  assert.match(linkSentence({ kind: 'unknown-key', key: text }), /a part “\[U\+202E\]1” that/);
});
