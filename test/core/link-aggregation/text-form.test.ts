import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { defaultFields, writeScenario } from '../../../src/core/link-aggregation/fields.ts';
import type { HopFields, ScenarioFields } from '../../../src/core/link-aggregation/fields.ts';
import {
  linkSentence,
  problemPlace,
  problemSentence,
} from '../../../src/core/link-aggregation/problem-words.ts';
import { defaultReasons } from '../../../src/core/link-aggregation/default-reasons.ts';
import {
  fitsPermalink,
  readPermalink,
  writePermalink,
} from '../../../src/core/link-aggregation/permalink.ts';
import { presets } from '../../../src/core/link-aggregation/presets.ts';
import { readScenario } from '../../../src/core/link-aggregation/read-scenario.ts';
import { defaultScenario } from '../../../src/core/link-aggregation/scenario.ts';
import { scenarios } from './scenarios.ts';

const [defaultHop] = defaultFields.hops;
assert.ok(defaultHop);

const withHop = (edit: Partial<HopFields>): ScenarioFields => ({
  ...defaultFields,
  hops: [{ ...defaultHop, ...edit }],
});

function sentences(fields: ScenarioFields): readonly string[] {
  const reading = readScenario(fields);
  return reading.ok ? [] : reading.problems.map(problemSentence);
}

function linkSentences(fragment: string): readonly string[] {
  const reading = readPermalink(fragment);
  return reading.ok ? [] : reading.problems.map(linkSentence);
}

describe('what is wrong is named with its cure', () => {
  // prettier-ignore
  const cases: readonly (readonly [string, ScenarioFields, string])[] = [
    ['no links',        withHop({ members: '0' }),                 'Members: 0 is not possible. Enter 1 to 16.'],
    ['letters',         withHop({ members: 'four' }),              'Members: “four” is not a number. Enter 1 to 16, in digits.'],
    ['half a link',     withHop({ members: '2.5' }),               'Members: 2.5 is not a whole number. Enter 1 to 16.'],
    ['nothing',         { ...defaultFields, mtu: ' ' },            'MTU: nothing is entered. Enter 576 to 9,216.'],
    ['too many',        { ...defaultFields, clients: [{ count: '1000000000', nic: '1' }] }, 'Clients: 1000000000 is not possible. Enter 1 to 1,000.'],
    ['no such choice',  { ...defaultFields, start: 'now' },        'Jobs start: “now” is not one of the choices. Choose together, queue.'],
    ['mixed speeds',    withHop({ members: '2', speed: '10-1' }),  'Speed: members of one group must have the same speed. Enter one speed, or choose a device that does not hash.'],
    ['too few speeds',  withHop({ speed: '10, 1', chooser: 'per-nic' }), 'Speed: 2 speeds are given for 4 members. Enter one speed, or one for each member.'],
    ['a thousand?',     { ...defaultFields, clients: [{ count: '1.000', nic: '1' }] }, 'Clients: 1.000 can be read in two ways. Write 1 or 1000.'],
    ['ten thousand?',   { ...defaultFields, volume: '10.000' },                     'Data: 10.000 can be read in two ways. Write 10 or 10000.'],
    ['member 5 of 4',   withHop({ down: '5' }),                    'Down: there is no member 5. Enter numbers from 1 to 4, or leave it empty.'],
    ['member -1',       withHop({ down: '2, -1' }),                'Down: there is no member -1. Enter numbers from 1 to 4, or leave it empty.'],
    ['a hyphen, apart', withHop({ down: '1-3' }),                   'Down: 1-3 could be a list or a range. Write 1, 3 for two of them, or 1, 2, 3.'],
    ['with spaces',     withHop({ down: '1, 3 – 4' }),              'Down: 3-4 could be a list or a range. Write 3, 4.'],
    ['backwards',       withHop({ down: '4-1' }),                   'Down: 4-1 could be a list or a range. Write 4, 1.'],
    ['all down',        withHop({ members: '1', down: '1' }),      'Down: the only member is down, so nothing can pass. Leave it empty.'],
    ['all four down',   withHop({ down: '1, 2, 3, 4' }),           'Down: all 4 members are down, so nothing can pass. Leave at least one up.'],
    ['member 2 of 1',   withHop({ members: '1', down: '2' }),      'Down: there is no member 2: this hop has one. Leave it empty.'],
    ['speeds of one',   withHop({ members: '1', speed: '10-1', chooser: 'per-nic' }), 'Speed: 2 speeds are given for one member. Enter one speed.'],
    ['IP hash far',     withHop({ far: 'vsphere-ip-hash', team: 'lacp' }), 'Group: VMware IP hash does not work with LACP on a standard switch. Choose a static group, or another policy.'],
    ['no id, far',      withHop({ far: 'My Switch' }), 'Device: “My Switch” is not a device id. Use small letters, digits and hyphens, or leave it empty.'],
    ['IP hash, LACP',   withHop({ device: 'vsphere-ip-hash', team: 'lacp' }), 'Group: VMware IP hash does not work with LACP on a standard switch. Choose a static group, or another policy.'],
    ['too many flows',  { ...defaultFields, clients: [{ count: '1000', nic: '1' }], connections: '64' }, 'Connections: 64,000 connections in all are too many to compute. Use fewer clients, addresses or connections: at most 4,096 together.'],
    ['no hops',         { ...defaultFields, hops: [] },            'Hops: 0 is not possible. Use 1 to 6.'],
  ];
  for (const [what, fields, sentence] of cases) {
    test(what, () => assert.deepEqual(sentences(fields), [sentence]));
  }

  test('every problem is named at once, with its place', () => {
    const reading = readScenario({ ...withHop({ members: '' }), mtu: 'x', window: '-1' });
    assert.ok(!reading.ok);
    assert.deepEqual(reading.problems.map(problemPlace), ['Hop 1, Members', 'MTU', 'Window']);
  });

  test('a device is called as its field is; apart from the form, the two of a hop are told apart', () => {
    const reading = readScenario(withHop({ device: 'A b', far: 'C d' }));
    assert.ok(!reading.ok);
    const wrong = 'is not a device id. Use small letters, digits and hyphens, or leave it empty.';
    assert.deepEqual(reading.problems.map(problemSentence), [
      `Device: “A b” ${wrong}`,
      `Device: “C d” ${wrong}`,
    ]);
    assert.deepEqual(reading.problems.map(problemPlace), [
      'Hop 1, Device',
      'Hop 1, Device at the other end',
    ]);
  });

  test('what the other side needs is not read', () => {
    assert.deepEqual(sentences({ ...defaultFields, addresses: 'none' }), []);
    assert.deepEqual(sentences({ ...defaultFields, side: 'storage', clients: [] }), []);
  });
});

describe('numbers as people type them', () => {
  test('spaces around, commas for thousands', () => {
    const reading = readScenario({ ...defaultFields, mtu: ' 9,000 ', disk: '1,200.5' });
    assert.ok(reading.ok);
    assert.equal(reading.value.wire.mtu, 9000);
    assert.equal(reading.value.caps.disk, 1200.5e6);
  });
  // prettier-ignore
  const commas = [
    [{ ...defaultFields, volume: '10,5' },                            'Data: write 10.5 with a point, not 10,5.'],
    [{ ...defaultFields, volume: '1.234,5' },                         'Data: write 1234.5 with a point, not 1.234,5.'],
    [withHop({ speed: '2,5' }),                                       'Speed: write 2.5 with a point, not 2,5.'],
    [withHop({ members: '2', speed: '2,5' }),                         'Speed: write 2.5 with a point, not 2,5.'],
    [withHop({ members: '2', speed: '2,5', chooser: 'per-nic' }),     'Speed: write 2.5 with a point, not 2,5.'],
    [{ ...defaultFields, clients: [{ count: '20', nic: '2,5' }] },    'Client NIC: write 2.5 with a point, not 2,5.'],
  ] as const;
  for (const [fields, sentence] of commas) {
    test(`a decimal comma is refused, not guessed: ${sentence}`, () =>
      assert.deepEqual(sentences(fields), [sentence]));
  }
  test('a comma parts two speeds where it can be nothing else', () => {
    const reading = readScenario(withHop({ members: '2', speed: '10,1', chooser: 'per-nic' }));
    assert.ok(reading.ok);
    assert.deepEqual(
      reading.value.hops[0].members.map(({ speed }) => speed),
      [10e9, 1e9],
    );
  });
  test('members that are down may be parted by commas, spaces or points', () => {
    for (const down of ['2, 4', '2 4', '4,2,2', '2.4']) {
      const reading = readScenario(withHop({ down }));
      assert.ok(reading.ok);
      assert.deepEqual(
        reading.value.hops[0].members.map(({ up }) => up),
        [true, false, true, false],
      );
    }
  });
});

describe('links', () => {
  test('one is handed out exactly where it can be read', () => {
    const around = writePermalink({ ...defaultFields, volume: '' }).length - 1; // without its #
    for (const [more, fits] of [
      [0, true],
      [1, false],
    ] as const) {
      const link = writePermalink({ ...defaultFields, volume: '1'.repeat(4000 - around + more) });
      assert.equal(fitsPermalink(link), fits);
      assert.equal(readPermalink(link).ok, fits);
    }
  });
  test('a window may be left empty, and a link says so', () => {
    const fields = { ...defaultFields, window: '' };
    assert.equal(writePermalink(fields), '#v=1&window=');
    const read = readPermalink('#v=1&window=');
    assert.ok(read.ok);
    assert.deepEqual(read.value, fields);
    const reading = readScenario(fields);
    assert.ok(reading.ok);
    assert.equal(reading.value.job.window, undefined);
    assert.deepEqual(writeScenario(reading.value), fields);
  });

  test('the default scenario is #v=1', () => assert.equal(writePermalink(defaultFields), '#v=1'));

  test('a link parts members that are down by hyphens, and the field by commas', () => {
    const withDown = (down: string) => ({ ...defaultFields, hops: [{ ...defaultHop, down }] });
    // prettier-ignore
    const cases = [
      ['2, 4',   'down.2-4'],
      ['2',      'down.2'],
      ['2-4',    'down.2%2D4'], // what was typed and refused comes back as it was
      ['2,4',    'down.2%2C4'],
      ['',       undefined],
    ] as const;
    for (const [down, text] of cases) {
      const link = writePermalink(withDown(down));
      assert.equal(link, text ? `#v=1&hops=4x1~ip~${text}` : '#v=1');
      assert.deepEqual(readPermalink(link), { ok: true, value: withDown(down) });
    }
  });

  test('a link says what differs, in a stable order', () => {
    const fields = {
      ...defaultFields,
      clients: [{ count: '40', nic: '1' }],
      hops: [
        { ...defaultHop, members: '4', speed: '1' },
        { ...defaultHop, speed: '10', chooser: 'ip-port', down: '1', back: 'one-link' },
      ],
    };
    assert.equal(
      writePermalink(fields),
      '#v=1&hops=4x1~ip,4x10~ip-port~back.one-link~down.1&clients=40x1',
    );
  });

  test('a link is made of letters, digits and . - , ~ only', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        assert.match(writePermalink(writeScenario(scenario)), /^#v=1(&[a-z]+=[A-Za-z0-9.,~-]*)*$/);
      }),
    );
  });

  // prettier-ignore
  const refused = [
    ['',                          'This link names no version (v=1), so it cannot be read. Copy the whole link again.'],
    ['#results',                  'This link names no version (v=1), so it cannot be read. Copy the whole link again.'],
    ['#v=2',                      'This link is of version “2”, which this page does not know. Reload the page, or ask for a new link.'],
    ['#v=1.0',                    'This link is of version “1.0”, which this page does not know. Reload the page, or ask for a new link.'],
    ['#v=1&colour=red',           'This link has a part “colour” that this page does not know. Check the spelling, or ask for a new link.'],
    ['#v=1&mtu=9000&mtu=1500',    'This link has the part “mtu” twice. Remove one of them.'],
    ['#v=1&mtu=%E0%A4%A',         'The part “mtu” of this link cannot be read: “%E0%A4%A”. Copy the whole link again.'],
    ['#v=1&hops=4x1~ip~size.9',   'The part “hops” of this link cannot be read: “4x1~ip~size.9”. Copy the whole link again.'],
    [`#v=1&mtu=${'9'.repeat(4000)}`, 'This link has 4,008 characters; at most 4,000 can be read. Copy the link again.'],
  ] as const;
  for (const [fragment, sentence] of refused) {
    test(`“${fragment.slice(0, 30)}” is refused`, () =>
      assert.deepEqual(linkSentences(fragment), [sentence]));
  }

  test('a wrong value is not the link’s problem: it reaches its field', () => {
    const reading = readPermalink('#v=1&hops=0x1~ip');
    assert.ok(reading.ok);
    assert.deepEqual(sentences(reading.value), ['Members: 0 is not possible. Enter 1 to 16.']);
  });
});

test('every default has a reason', () => {
  const reasons = new Set<string>(defaultReasons.flatMap(({ fields }) => fields));
  const missing = Object.keys(defaultFields).filter((field) => !reasons.has(field));
  assert.deepEqual(missing, []);
  for (const { set, because } of defaultReasons) {
    assert.match(set, /^[A-Z0-9][^.]*$/);
    assert.match(because, /^[A-Z].*\.$/);
  }
});

describe('round trips', () => {
  test('every preset', () => {
    for (const { id, title, link, scenario } of presets) {
      assert.ok(title.length <= 40, `${title}: cut off in the menu`);
      // The menu knows a situation by its link: written another way it would never be recognised.
      assert.equal(writePermalink(writeScenario(scenario)), link);
      const fields = readPermalink(link);
      assert.ok(fields.ok, id);
      const read = readScenario(fields.value);
      assert.ok(read.ok, id);
      assert.deepEqual(read.value, scenario, id);
    }
  });

  test('the default', () => assert.deepEqual(writeScenario(defaultScenario), defaultFields));

  test('any scenario, by its text', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const fields = writeScenario(scenario);
        const read = readScenario(fields);
        // Arbitrary scenarios may break a rule that the reader knows; those have no text form.
        fc.pre(read.ok);
        assert.ok(read.ok);
        assert.deepEqual(writeScenario(read.value), fields);
        assert.deepEqual(read.value, scenario);
      }),
    );
  });

  // What the parser makes has Object's prototype, so what it is compared with must have it too.
  const plainObjects = { noNullPrototype: true } as const;
  const texts = fc.string({ unit: 'grapheme', maxLength: 8 });
  const anyFields: fc.Arbitrary<ScenarioFields> = fc.record(
    {
      side: texts,
      direction: texts,
      hops: fc.array(
        fc.record(
          {
            members: texts,
            speed: texts,
            chooser: texts,
            back: texts,
            down: texts,
            team: texts,
            device: texts,
            far: texts,
          },
          plainObjects,
        ),
        { minLength: 1, maxLength: 3 },
      ),
      clients: fc.array(fc.record({ count: texts, nic: texts }, plainObjects), {
        minLength: 1,
        maxLength: 3,
      }),
      routed: texts,
      connections: texts,
      addresses: texts,
      paths: texts,
      protocol: texts,
      mtu: texts,
      ip: texts,
      timestamps: texts,
      vlan: texts,
      volume: texts,
      unit: texts,
      start: texts,
      window: texts,
      disk: texts,
      reduction: texts,
      hashes: texts,
    },
    plainObjects,
  );

  test('any text in any field, by its link: nothing a person typed is lost', () => {
    fc.assert(
      fc.property(anyFields, (fields) => {
        const read = readPermalink(writePermalink(fields));
        assert.ok(read.ok);
        assert.deepEqual(read.value, fields);
      }),
    );
  });

  test('any text in any field is read or refused, never thrown at', () => {
    fc.assert(fc.property(anyFields, (fields) => void sentences(fields)));
  });
});

test('any fragment whatever is read or refused, never thrown at', () => {
  const parts = fc.constantFrom(
    '#',
    'v=1',
    '&',
    '=',
    'hops',
    'clients',
    '4x1',
    '~ip',
    '~',
    ',',
    '%',
    '%zz',
    '%E0',
    'x',
    '.',
    '-',
    '\u0000',
    '\ud800',
  );
  const likely = fc
    .array(fc.oneof(parts, fc.string({ maxLength: 3 })), { maxLength: 20 })
    .map((list) => list.join(''));
  fc.assert(
    fc.property(fc.oneof(likely, fc.string({ unit: 'binary' })), (fragment) => {
      const reading = readPermalink(fragment);
      if (reading.ok) sentences(reading.value);
      else for (const problem of reading.problems) assert.ok(linkSentence(problem).length > 0);
    }),
    { numRuns: 2000 },
  );
});
