/** What the text for a ticket says beyond the runs that were cut short, and that it names no set. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { readLog } from '../../src/core/ds-client-log/read-log.ts';
import { emptyDesk } from '../../src/islands/ds-client-log/desk.ts';
import { catalogue } from '../conformance/logs.ts';
import { bytesOf, logText } from '../core/ds-client-log/text-log.ts';

const messages = catalogue();

type Cells = Readonly<Record<string, string>>;

function ticket(rows: readonly Cells[], withNames = false): string {
  const desk = emptyDesk({ columns: [], messages });
  assert.equal(desk.open('a log', readLog(bytesOf(logText(...rows)))).kind, 'opened');
  return desk.reply(withNames).text;
}

const dated = (day: number): Cells => {
  const date = `2026-03-${String(day).padStart(2, '0')}`;
  return { Start: `${date} 01:00:00`, End: `${date} 02:12:40` };
};

/** Ordinary runs of a set on these days of March, each changed as it says. */
const nights = (
  name: string,
  days: readonly number[],
  change: (day: number) => Cells = () => ({}),
): readonly Cells[] => days.map((day) => ({ Description: name, ...dated(day), ...change(day) }));

const fortnight = Array.from({ length: 14 }, (_, i) => i + 1);
const until = (last: number) => fortnight.filter((day) => day <= last);
const only = (odd: number, change: Cells) => (day: number) => (day === odd ? change : {});

/** One night of it took three times as long, with an end that agrees. */
const slow = { End: '2026-03-10 04:38:00', Duration: '3:38:00' };
/** Twelve times the files, and they hardly shrank. */
const mass = { Files: '60', Online: '32216449024', Transmitted: '32000000000' };

/** A log of four sets in which every finding of these kinds is made, under names of its own. */
const logOf = ([silent, failing, odd, changed]: readonly [string, string, string, string]) => [
  ...nights(silent, [...until(4), 14]),
  ...nights(failing, fortnight, (day) =>
    day === 6 || day === 7 ? { Completion: 'Disconnected' } : {},
  ),
  ...nights(odd, fortnight, (day) => ({
    ...(day < 4 && { Errors: '7', Completion: 'Completed with Errors' }),
    ...(day === 10 && slow),
    ...(day === 12 && { End: '2026-03-12 09:12:40' }),
  })),
  ...nights(changed, fortnight, only(9, mass)),
];

const named = logOf(['SILENT', 'FAILING', 'ODD', 'CHANGED']);

describe('what stands out in an activity log', () => {
  const said = ticket(named, true);
  const facts = [
    'You first, then your provider: FAILING: 2 runs in a row',
    'You first, then your provider: SILENT: no run seen on Thu 5 Mar 2026',
    'You: ODD: the same number of errors, 7, in 3 completed runs in a row.',
    'ODD: the run on Tue 10 Mar 2026 took longer than usual (3 hours 38 minutes, usually about 1 hour 13 minutes',
    '1 run has an end that is not the start and the duration, the first on Thu 12 Mar 2026.',
    'Worth a call today: CHANGED: many more files than usual changed on Mon 9 Mar 2026',
    '    - CHANGED: more files than usual were affected on Mon 9 Mar 2026 (60, usually about 5: 12 times as many).',
  ];
  for (const fact of facts)
    test(`is told in the ticket: ${fact}`, () => assert.ok(said.includes(fact), said));

  test('is told once, that of a run with a mass change with the call', () => {
    const [, others = ''] = said.split('What else stands out');
    assert.doesNotMatch(others, /CHANGED/);
    assert.equal(said.match(/many more files/g)?.length, 1);
  });

  test('stands with the runs that failed and were not seen before how a run went', () => {
    const [, others = ''] = said.split('What else stands out');
    const places = ['FAILING', 'SILENT'].map((name) => others.indexOf(name));
    assert.ok(Math.min(...places) > 0);
    assert.ok(Math.max(...places) < others.indexOf('ODD'));
  });

  test('has its set named alike wherever it is, though no line belongs to it', () => {
    const masked = ticket(named);
    const failed = /^- (Set [A-Z]), Fri 6 Mar 01:00 .*Disconnected$/m.exec(masked)?.[1];
    assert.ok(masked.includes(`: ${failed ?? '?'}: 2 runs in a row`), masked);
    assert.match(masked, /: Set [A-Z]: no run seen on Thu 5 Mar/);
  });

  test('is not told of a log in which nothing does', () => {
    assert.doesNotMatch(ticket(nights('QUIET', fortnight)), /stands out/);
  });

  const silent = (count: number) =>
    Array.from({ length: count }, (_, i) => nights(`SRV-${i}`, [...until(4), 14])).flat();
  const cases = [
    [10, null],
    [11, '- 1 more finding of this kind is left out of this text; the log explainer shows it'],
    [13, '- 3 more findings of this kind are left out of this text; the log explainer shows them'],
  ] as const;
  for (const [sets, rest] of cases)
    test(`of ${sets} sets is told of ten${rest === null ? '' : ', and the others are counted'}`, () => {
      const told = ticket(silent(sets));
      assert.equal(told.match(/no run seen/g)?.length, 10);
      assert.equal(/^- .*left out of this text.*$/m.exec(told)?.[0] ?? null, rest);
    });
});

describe('the ticket without names of a log in which much stands out', () => {
  // Signs that no word of the ticket is made of, so that any name, whole or in part, would be seen.
  const sign = fc.constantFrom(...'ÄÖÜß日本語ЖЩ');
  const part = fc.array(sign, { minLength: 3, maxLength: 12 }).map((signs) => signs.join(''));
  const name = fc
    .tuple(part, fc.constantFrom(' - ', '\\', ': ', '.', ' '), part)
    .map((parts) => parts.join(''));
  const longName = part.map((text) => text.repeat(200));
  const names = fc.uniqueArray(fc.oneof({ weight: 4, arbitrary: name }, longName), {
    minLength: 4,
    maxLength: 4,
    selector: (text) => text.toLowerCase().slice(0, 400),
  });

  test('holds no name of a set, and says as much as the one with names', () => {
    const lines = (text: string) => text.split('\n').length;
    fc.assert(
      fc.property(names, part, ([a = '', b = '', c = '', d = ''], user) => {
        const rows = logOf([a, b, c, d]).map((row) => ({ ...row, 'User Name': user, Owner: user }));
        const masked = ticket(rows);
        assert.doesNotMatch(masked, /[ÄÖÜß日本語ЖЩ]/i);
        assert.match(masked, /no run seen[\s\S]*took longer/);
        assert.equal(lines(masked), lines(ticket(rows, true)));
      }),
      { numRuns: 40 },
    );
  });
});

describe('rows that do not count are told in a ticket', () => {
  const unread = { Online: '30 GB' };
  const total = {
    Description: 'Total',
    Start: '',
    End: '',
    Duration: '',
    Completion: '',
    Type: '',
  };
  const aside = /^1 row is left out\. It counts in nothing\./m;
  const excluded = /1 row has a value that could not be read/;
  const cases = [
    ['set aside', [total], [aside]],
    ['left out of sums', [unread], [excluded]],
    ['of both kinds', [total, unread], [aside, excluded]],
  ] as const;
  for (const [kind, odd, facts] of cases)
    test(kind, () => {
      const said = ticket([...nights('A', [1, 2]), ...odd]);
      for (const fact of facts) assert.match(said, fact);
    });

  test('and of an event log as well', () => {
    const desk = emptyDesk({ columns: [], messages });
    const head = 'Type\tCategory\tTime\tEvent #\tDescription\tUser\n';
    const line = 'Error\tIO\t2026-03-02 03:00:00\t1\tAccess is denied.\tx\n';
    desk.open('events', readLog(bytesOf(`${head}${line}Error\tIO\n${line}`)));
    assert.match(desk.reply(false).text, /^1 row is left out\. It counts in nothing\.$/m);
  });

  test('and nothing is said where every row counts', () => {
    assert.doesNotMatch(ticket(nights('A', [1, 2])), /left out/);
  });
});
