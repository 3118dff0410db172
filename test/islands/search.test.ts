import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { quickAnswer } from '../../src/islands/search/quick-answer.ts';
import { parts } from '../../src/islands/search/hit.ts';
import { answers, edits, nearest, wordsOf } from '../../src/islands/search/words.ts';

describe('the words of a question', () => {
  // prettier-ignore
  const cases: readonly (readonly [question: string, words: readonly string[]])[] = [
    ['Why is NFS slow?',                  ['nfs', 'slow']],
    ['which password do I enter for root', ['password', 'enter', 'root']],
    ['/etc/sudoers',                      ['etc/sudoers']],
    ['802.3ad',                           ['802.3ad']],
    ['5,242,880',                         ['5,242,880']],
    ['log log LOG',                       ['log']],
    ['what is it',                        ['what', 'is', 'it']], // nothing else is left
    ['  ?!  ',                            []],
  ];
  for (const [question, words] of cases) {
    test(`"${question}" asks for ${JSON.stringify(words)}`, () => {
      assert.deepEqual(wordsOf(question), words);
    });
  }
});

describe('a marked text answers a word', () => {
  // prettier-ignore
  const cases = [
    // asked,          marked,           answers
    ['transmited',     'Transmitted...', true ],
    ['administrator',  'administrative', true ],
    ['orchid',         'or',             false], // Pagefind cuts an unknown word back
    ['sudeors',        'sudo',           false],
    ['LACP',           'lacp,',          true ],
  ] as const;
  for (const [asked, marked, expected] of cases) {
    test(`"${marked}" ${expected ? 'answers' : 'does not answer'} "${asked}"`, () => {
      assert.equal(answers(asked, marked), expected);
    });
  }
});

describe('edits between two words', () => {
  // prettier-ignore
  const cases = [
    ['restore',  'restore',   0],
    ['restroe',  'restore',   1], // neighbours exchanged
    ['bandwith', 'bandwidth', 1], // a letter left out
    ['warnnings','warnings',  1], // a letter too many
    ['bakup',    'beckup',    2],
    ['abc',      'wholly different', 3], // anything above the most is the most and one
  ] as const;
  for (const [a, b, expected] of cases) {
    test(`${a} and ${b} are ${expected} apart`, () => assert.equal(edits(a, b, 2), expected));
  }
});

describe('a misspelt word is read as the nearest known one', () => {
  const known = ['bandwidth', 'ether', 'receive', 'restore', 'sudoers', 'veeam'];
  // prettier-ignore
  const cases = [
    ['restroe',  'restore'],
    ['sudeors',  'sudoers'],
    ['bandwith', 'bandwidth'],
    ['veem',     'veeam'],
    ['weather',  undefined], // not "ether": the first letter is rarely wrong
    ['recipe',   undefined], // two edits are too many for a short word
    ['nfs',      undefined], // too short to tell
    ['1455',     undefined], // a number is never misspelt into another
  ] as const;
  for (const [word, expected] of cases) {
    test(`${word} as ${expected ?? 'itself'}`, () => assert.equal(nearest(word, known), expected));
  }
});

describe('what is answered above the list', () => {
  test('a number of seven digits or more is a size, in both prefixes', () => {
    assert.equal(
      quickAnswer('32,216,449,024')?.text,
      '32,216,449,024 bytes are 30.004 GiB, or 32.216 GB.',
    );
  });
  test('a short number is a port, a code or a count', () => {
    assert.equal(quickAnswer('10054'), undefined);
  });
  test('a team and its clients are a scenario for the calculator', () => {
    assert.deepEqual(quickAnswer('4x1GbE LACP 20 clients'), {
      kind: 'scenario',
      text: '4 × 1 Gbit/s, hash on IP, 20 clients',
      link: '#v=1&hops=4x1~ip&clients=20x1',
    });
  });
});

test('an excerpt is text with marks; what looks like markup in it stays text', () => {
  assert.deepEqual(parts('if <mark>a</mark> &lt;b&gt; &amp;amp; c'), [
    { text: 'if ', marked: false },
    { text: 'a', marked: true },
    { text: ' <b> &amp; c', marked: false },
  ]);
});
