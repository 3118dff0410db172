import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import {
  activityFields,
  eventFields,
  type Field,
} from '../../../src/core/ds-client-log/columns.ts';
import { activityTypes, outcomes } from '../../../src/core/ds-client-log/outcomes.ts';
import {
  currentVersion,
  upgraders,
  type Pair,
} from '../../../src/core/ds-client-log/link-version.ts';
import {
  modes,
  plainLink,
  type ExplainerLink,
} from '../../../src/core/ds-client-log/explainer-link.ts';
import { readPermalink, writePermalink } from '../../../src/core/ds-client-log/permalink.ts';
import type { SharedLines } from '../../../src/core/ds-client-log/shared-lines.ts';

const field = fc.constantFrom<Field>(...activityFields, ...eventFields);
const count = fc.option(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }));
/** Lines with any text in their cells, controls and bidirectional marks included. */
const lines: fc.Arbitrary<SharedLines> = fc
  .uniqueArray(field, { minLength: 1, maxLength: 8 })
  .chain((fields) =>
    fc.record(
      {
        fields: fc.constant(fields),
        endHasDate: fc.constant(true),
        rows: fc.array(
          fc.record(
            {
              line: fc.integer({ min: 1, max: 999_999_999 }),
              cells: fc.array(fc.string({ unit: 'binary', maxLength: 20 }), {
                minLength: fields.length,
                maxLength: fields.length,
              }),
            },
            { noNullPrototype: true },
          ),
          { minLength: 1, maxLength: 3 },
        ),
        at: fc.option(
          fc.record(
            { row: fc.constant(0), field: fc.constantFrom(...fields) },
            { noNullPrototype: true },
          ),
        ),
      },
      { noNullPrototype: true },
    ),
  );
const links: fc.Arbitrary<ExplainerLink> = fc.record(
  {
    mode: fc.constantFrom(...modes),
    mapping: fc.array(fc.option(field), { maxLength: 30 }),
    numberGroup: fc.constantFrom(undefined, null, ',', '.', "'", '\u2019', ' ', '\u00a0', '\u202f'),
    dateOrder: fc.constantFrom(null, 'MDY', 'DMY', 'YMD'),
    sort: fc.option(fc.record({ by: field, descending: fc.boolean() }, { noNullPrototype: true })),
    outcomes: fc.uniqueArray(fc.constantFrom(...outcomes)),
    types: fc.uniqueArray(fc.constantFrom(...activityTypes)),
    numbers: fc.record(
      {
        online: count,
        transmitted: count,
        durationSeconds: count,
        files: count,
        errors: count,
        warnings: count,
      },
      { noNullPrototype: true },
    ),
    message: fc.option(fc.constantFrom('win-67', 'errno-eacces')),
    lines: fc.option(lines),
  },
  { noNullPrototype: true },
);

describe('a link to the explainer', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(links, (link) => {
        const { link: read, problems } = readPermalink(`#${writePermalink(link)}`);
        assert.deepEqual(read, link);
        assert.deepEqual(problems, []);
      }),
    );
  });
  it('has letters, digits and a few marks only, so that a ticket system leaves it whole', () => {
    fc.assert(
      fc.property(links, (link) => assert.match(writePermalink(link), /^[A-Za-z0-9.,~=&-]+$/)),
    );
  });
  it('never throws, whatever stands in the address', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readPermalink(text)));
  });
  it('never throws on a line that somebody changed by hand', () => {
    const part = fc.stringMatching(/^(?:head|line|at|m)=[A-Za-z0-9.,~%-]{0,30}$/);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const { link } = readPermalink(`#v=1&${parts.join('&')}`);
        assert.deepEqual(readPermalink(`#${writePermalink(link)}`).link, link);
      }),
    );
  });
  it('that was cut in the middle of a line shows none of them, and says which', () => {
    const whole = '#v=1&m=log&head=type,online&line=5,Backup,7&line=6,Restore';
    const { link, problems } = readPermalink(whole);
    assert.equal(link.lines, null);
    assert.deepEqual(problems, [{ kind: 'unknown-value', key: 'line', value: '6,Restore' }]);
  });
  it('is read whole, or not at all when it is longer than any that this page writes', () => {
    const long = `#v=1&m=log&x=${'a'.repeat(8192 - 'v=1&m=log&x='.length - '&date=DMY'.length)}&date=DMY`;
    assert.equal(long.length - 1, 8192);
    assert.equal(readPermalink(long).link.dateOrder, 'DMY');
    assert.deepEqual(readPermalink(`${long}&sort=online.up`), {
      link: plainLink,
      problems: [{ kind: 'too-long', characters: 8207, most: 8192 }],
    });
  });
  it('with as much in it as this page can put there is not too long', () => {
    const widest = {
      ...plainLink,
      mode: 'events' as const,
      mapping: Array.from({ length: 200 }, () => 'netTransmitted' as const),
      outcomes,
      types: activityTypes,
    };
    assert.ok(writePermalink(widest).length + 2000 < 8192);
  });
  it('is read as well when a mail filter or a chat has escaped its signs', () => {
    fc.assert(
      fc.property(links, (link) => {
        const written = writePermalink(link);
        const all = written.replace(
          /[^A-Za-z0-9]/g,
          (sign) => `%${sign.charCodeAt(0).toString(16)}`,
        );
        const few = encodeURIComponent(written).replaceAll('~', '%7E');
        for (const escaped of [all, few, written.replaceAll('&', '&amp;')])
          assert.deepEqual(readPermalink(`#${escaped}`), { link, problems: [] });
      }),
    );
  });
  it('holds nothing but its own keys, whatever an object has besides', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const parts = ['m', 'col', 'num', 'sort', 'outcome', 'type', 'head', name];
      const { link } = readPermalink(
        `#v=1&${parts.map((key) => `${key}=${name}`).join('&')}&line=1,x`,
      );
      assert.deepEqual(link, plainLink);
    }
  });
  it('of a later version opens the column guide and says so', () => {
    const { link, problems } = readPermalink('#v=9&m=log');
    assert.deepEqual(link, plainLink);
    assert.deepEqual(problems, [{ kind: 'unknown-version', version: '9' }]);
  });
  it('with a value that is in no list leaves that choice as it is', () => {
    const { link, problems } = readPermalink('#v=1&m=log&date=XYZ&online=1e9');
    assert.equal(link.mode, 'log');
    assert.equal(link.dateOrder, null);
    assert.deepEqual(
      problems.map((p) => p.kind === 'unknown-value' && p.key),
      ['date', 'online'],
    );
  });
  it('with a part that nobody knows names it, and is read without it', () => {
    const { link, problems } = readPermalink('#v=1&m=log&clients=8&lines=abc');
    assert.deepEqual(link, { ...plainLink, mode: 'log' });
    assert.deepEqual(problems, [
      { kind: 'unknown-key', key: 'clients' },
      { kind: 'unknown-key', key: 'lines' },
    ]);
    const fine = '#v=1&m=log&head=description&line=5,Set.A&at=1.description&';
    assert.deepEqual(readPermalink(fine).problems, [], 'an end without a part is none');
  });
  it('of an older version is led through every upgrader in between', () => {
    const rename =
      (from: string, to: string) =>
      (pairs: readonly Pair[]): readonly Pair[] =>
        pairs.map(([key, value]) => [key === from ? to : key, value]);
    const known = new Map([
      [1, rename('bytes', 'volume')],
      [2, rename('volume', 'online')],
    ]);
    assert.equal(readPermalink('#v=1&bytes=7', 3, known).link.numbers.online, 7);
    assert.equal(readPermalink('#v=2&volume=7', 3, known).link.numbers.online, 7);
    assert.deepEqual(readPermalink('#v=1&bytes=7', 4, known).problems, [
      { kind: 'unknown-version', version: '1' },
    ]);
  });
  it('can be led on from every version before the current one', () => {
    for (let version = 1; version < currentVersion; version += 1)
      assert.ok(upgraders.has(version), `no upgrader for version ${version}`);
  });
});
