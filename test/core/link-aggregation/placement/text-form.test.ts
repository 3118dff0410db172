import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { type Choice, formulas } from '../../../../src/core/link-aggregation/placement/choices.ts';
import {
  formatEndpoint,
  withCommas,
} from '../../../../src/core/link-aggregation/placement/endpoint-text.ts';
import {
  defaultFlowFields,
  type FlowFields,
  readBundle,
  readFlowQuestion,
  readPickForm,
} from '../../../../src/core/link-aggregation/placement/flow-form.ts';
import {
  flowFormProblemWords,
  longLinkWords,
} from '../../../../src/core/link-aggregation/placement/flow-problem-words.ts';
import {
  fitsFlowLink,
  holdsAddresses,
  mostFlowLinkCharacters,
  readFlowLink,
  writeFlowLink,
} from '../../../../src/core/link-aggregation/placement/flow-link.ts';
import { placeQuestion } from '../../../../src/core/link-aggregation/placement/summary.ts';
import { answerWords } from '../../../../src/core/link-aggregation/placement/summary-words.ts';
import { value } from './examples.ts';

const layer34: Choice = {
  id: defaultFlowFields.device,
  name: 'Linux bonding, 802.3ad, layer3+4',
  vendor: 'Linux',
  chooser: 'ip-port',
  confidence: 'exact',
  rule: { kind: 'linux', policy: 'layer3+4' },
};
const choices = [layer34, ...formulas];

/** Text that people and machines put into fields, odd characters of the link's own grammar included. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'0123456789.:-,~>@# \n%&='), maxLength: 60 }),
);

const someFields: fc.Arbitrary<FlowFields> = fc.record({
  device: text,
  members: text,
  down: text,
  flows: text,
  hosts: text,
  range: text,
  wanted: text,
  sender: text,
});

const sentences = (edit: Partial<FlowFields>): readonly string[] => {
  const fields = { ...defaultFlowFields, ...edit };
  const [question, pick] = [readFlowQuestion(fields, choices), readPickForm(fields, choices)];
  const problems = [question, pick].flatMap((reading) => (reading.ok ? [] : reading.problems));
  return [...new Set(problems.map(flowFormProblemWords))];
};

describe('a link to flows', () => {
  it('leaves out what is the default', () => {
    assert.equal(writeFlowLink(defaultFlowFields, true), '#v=1');
    assert.deepEqual(value(readFlowLink('#v=1')), defaultFlowFields);
  });

  it('holds no address unless it is asked to', () => {
    const fields = {
      ...defaultFlowFields,
      members: '3',
      flows: '10.0.0.1 -> 10.0.0.2:8400\n10.0.0.3 -> 10.0.0.4',
      hosts: '10.0.0.5',
      range: '10.0.0.6-9',
      wanted: '2',
    };
    assert.equal(writeFlowLink(fields, false), '#v=1&members=3');
    assert.equal(
      writeFlowLink(fields, true),
      '#v=1&members=3&flows=10.0.0.1~10.0.0.2%3A8400,10.0.0.3~10.0.0.4&hosts=10.0.0.5&range=10.0.0.6-9&wanted=2',
    );
    assert.ok(holdsAddresses(fields));
    assert.ok(!holdsAddresses({ ...defaultFlowFields, members: '3' }));
  });

  it('may be typed by hand without escapes', () => {
    const fields = value(readFlowLink('v=1&flows=10.0.0.1:8400 -> 10.0.0.2:5'));
    assert.equal(fields.flows, '10.0.0.1:8400 -> 10.0.0.2:5');
  });

  it('opens to the fields it was written from, whatever stood in them', () => {
    fc.assert(
      fc.property(someFields, (fields) => {
        const wellFormed = Object.fromEntries(
          Object.entries(fields).map(([key, content]) => [key, content.toWellFormed()]),
        );
        const reading = readFlowLink(writeFlowLink(fields, true));
        if (!reading.ok) return assert.equal(reading.problems[0].kind, 'too-long');
        return assert.deepEqual(reading.value, wellFormed);
      }),
    );
  });

  it('is handed out exactly where it can be read', () => {
    const withText = (characters: number) => ({
      ...defaultFlowFields,
      flows: '1'.repeat(characters),
    });
    const around = writeFlowLink(withText(0), true).length - 1; // without its #
    for (const [more, fits] of [
      [0, true],
      [1, false],
    ] as const) {
      const link = writeFlowLink(withText(mostFlowLinkCharacters - around + more), true);
      assert.equal(fitsFlowLink(link), fits);
      assert.equal(readFlowLink(link).ok, fits);
    }
  });

  it('holds the 200 lines of a list of open connections', () => {
    const lines = Array.from(
      { length: 200 },
      (_, line) => `192.168.110.${line}:${50_000 + line} -> 192.168.110.210:8400`,
    );
    const fields = { ...defaultFlowFields, flows: lines.join('\n') };
    assert.deepEqual(value(readFlowLink(writeFlowLink(fields, true))), fields);
  });

  it('that is too long says how long it would be, what can be read, and what shortens it', () => {
    const link = `#${'1'.repeat(43_210)}`;
    assert.equal(
      longLinkWords(link, true),
      'This link would have 43,210 characters, and at most 32,000 can be read. Ask about fewer flows, write ranges (10.0.0.21-40) instead of single lines, or leave the addresses out of it. Until then the address bar keeps the link it has.',
    );
    assert.match(longLinkWords(link, false), /Shorten what is entered/);
  });

  it('never throws, and drops no part unseen', () => {
    const kinds = (fragment: string) => {
      const reading = readFlowLink(fragment);
      return reading.ok ? [] : reading.problems.map(({ kind }) => kind);
    };
    assert.deepEqual(kinds(''), ['no-version']);
    assert.deepEqual(kinds('#v=2'), ['unknown-version']);
    assert.deepEqual(kinds('#v=1&speed=10'), ['unknown-key']);
    assert.deepEqual(kinds('#v=1&members=2&members=3'), ['repeated-key']);
    assert.deepEqual(kinds('#v=1&flows=%'), ['unreadable']);
    assert.deepEqual(kinds(`#v=1&flows=${'1'.repeat(mostFlowLinkCharacters)}`), ['too-long']);
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          text.map((tail) => `#v=1&${tail}`),
        ),
        (fragment) => {
          readFlowLink(fragment);
        },
      ),
    );
  });
});

describe('the answer that a link opens to', () => {
  // What a ticket quotes. Every link ever published, with its members, is in published-flows.json.
  // prettier-ignore
  const published = [
    ['#v=1',                              '20 flows use all 4 members: 5, 4, 5, 6.'],
    ['#v=1&members=2',                    '20 flows use both members: 10, 10.'],
    ['#v=1&down=2',                       '20 flows use all 3 members that are up: 5, down, 8, 7.'],
    ['#v=1&device=formula.vmware-ip-hash&flows=10.0.0.8~10.0.0.1,10.0.0.8~10.0.0.5', 'Both flows take member 2: three idle.'],
    ['#v=1&device=formula.netapp-legacy-ip&members=8&flows=10.0.0.10~172.26.15.224', 'This flow takes member 3: seven idle.'],
  ] as const;
  for (const [link, wanted] of published) {
    it(link, () => {
      const question = value(readFlowQuestion(value(readFlowLink(link)), choices));
      assert.equal(answerWords(placeQuestion(question).summary, question), wanted);
    });
  }
});

describe('the form', () => {
  it('is read as it is built', () => {
    assert.equal(value(readFlowQuestion(defaultFlowFields, choices)).flows.length, 20);
    assert.equal(value(readPickForm(defaultFlowFields, choices)).candidates.length, 20);
  });

  it('counts members that are down from 1, each once', () => {
    const bundle = (down: string) => value(readBundle({ ...defaultFlowFields, down }, choices));
    assert.deepEqual(bundle('2').members, { count: 4, down: [1] });
    assert.deepEqual(bundle(' 4, 2 2').members.down, [1, 3]);
    assert.deepEqual(bundle('2.4').members.down, [1, 3]); // a phone's number pad has no comma
  });

  // prettier-ignore
  const cases: readonly (readonly [string, Partial<FlowFields>, string])[] = [
    ['no such device',    { device: 'abacus' },              '“abacus” is not in the list. Choose one of it.'],
    ['no members',        { members: '0' },                  '“0” is not possible. Enter 1 to 16, in digits.'],
    ['seventeen members', { members: '17' },                 '“17” is not possible. Enter 1 to 16, in digits.'],
    ['nothing',           { members: ' ' },                  'Nothing is entered. Enter 1 to 16.'],
    ['member 5 of 4',     { down: '5' },                     'There is no member “5”. Enter numbers from 1 to 4, or leave it empty.'],
    ['below the first',   { down: '-1' },                    'There is no member “-1”. Enter numbers from 1 to 4, or leave it empty.'],
    ['below the first',   { down: '2, -1' },                 'There is no member “-1”. Enter numbers from 1 to 4, or leave it empty.'],
    ['a hyphen',          { down: '1-3' },                   '“1-3” could be a list or a range. Write 1, 3 for two of them, or 1, 2, 3.'],
    ['all down',          { down: '1, 2, 3, 4' },            'All members are down, so nothing is sent. Leave at least one up.'],
    ['a line that is none', { flows: '10.0.0.1 -> 10.0.0.2\nhello' }, 'Line 2: “hello” has no arrow. Put -> between the sender and the receiver.'],
    ['no host',           { hosts: 'media agent' },          '“media agent” is not an IP address. Write it like 192.168.10.21.'],
    ['too large a range', { range: '10.0.0.0/8' },           '“10.0.0.0/8” holds more than 4096 entries. Shorten it.'],
    ['too many pairs',    { hosts: '10.0.0.0/24:1', range: '10.1.0.0/22:1' }, 'Hosts times addresses make 259,588; at most 65,536 can be tried. Shorten the range.'],
    ['no such sender',    { sender: 'nobody' },              '“nobody” is not in the list. Choose one of it.'],
  ];
  for (const [what, edit, sentence] of cases) {
    it(`says what is wrong: ${what}`, () => assert.deepEqual(sentences(edit), [sentence]));
  }

  describe('hosts and the addresses to choose from', () => {
    const ends = (field: 'hosts' | 'range', list: string) => {
      const form = value(readPickForm({ ...defaultFlowFields, [field]: list }, choices));
      return (field === 'hosts' ? form.hosts : form.candidates).map(formatEndpoint).join(' ');
    };
    const three = '10.0.0.1:5 10.0.0.2:5 10.0.0.3:5';
    // prettier-ignore
    const lists = [
      ['commas',               '10.0.0.1:5, 10.0.0.2:5,10.0.0.3:5'],
      ['lines',                '10.0.0.1:5\n10.0.0.2:5\n10.0.0.3:5'],
      ['lines of Windows',     '10.0.0.1:5\r\n10.0.0.2:5\r\n10.0.0.3:5'],
      ['semicolons',           '10.0.0.1:5; 10.0.0.2:5;10.0.0.3:5'],
      ['all of them',          '10.0.0.1:5,\n10.0.0.2:5;\n10.0.0.3:5'],
      ['empty lines, an end',  '\n10.0.0.1-2:5\n\n10.0.0.3:5\n'], // as pasted
    ] as const;
    for (const field of ['hosts', 'range'] as const) {
      for (const [what, list] of lists) {
        it(`${field} may be parted by ${what}`, () => assert.equal(ends(field, list), three));
      }
    }

    it('fit into one line of the flow list', () => {
      assert.equal(withCommas('10.0.0.1\n10.0.0.2; 10.0.0.3\n'), '10.0.0.1, 10.0.0.2, 10.0.0.3');
    });

    it('must be there', () => {
      assert.deepEqual(sentences({ hosts: ' \n;' }), [
        '“” is not an IP address. Write it like 192.168.10.21.',
      ]);
    });

    it('name each line that is none', () => {
      assert.deepEqual(sentences({ hosts: '10.0.0.1:5\nagent\n10.0.0.256' }), [
        '“agent” is not an IP address. Write it like 192.168.10.21.',
        '“10.0.0.256” holds a part over 255. Correct it.',
      ]);
    });
  });

  it('names every problem at once', () => {
    assert.equal(sentences({ members: 'x', flows: '', wanted: '' }).length, 3);
  });

  it('never throws, whatever stands in it', () => {
    fc.assert(
      fc.property(someFields, (fields) => {
        for (const reading of [readFlowQuestion(fields, choices), readPickForm(fields, choices)]) {
          if (!reading.ok)
            for (const one of reading.problems) assert.match(flowFormProblemWords(one), /\.$/);
        }
      }),
    );
  });
});
