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
  modes,
  plainLink,
  readPermalink,
  upgraders,
  writePermalink,
  type ExplainerLink,
  type Pair,
} from '../../../src/core/ds-client-log/permalink.ts';

const field = fc.constantFrom<Field>(...activityFields, ...eventFields);
const count = fc.option(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }));
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
  it('of a later version opens the column guide and says so', () => {
    const { link, problems } = readPermalink('#v=9&m=log');
    assert.deepEqual(link, plainLink);
    assert.deepEqual(problems, [{ kind: 'unknown-version', version: '9' }]);
  });
  it('with a value that is in no list leaves that choice as it is', () => {
    const { link, problems } = readPermalink('#v=1&m=log&date=XYZ&online=1e9&unknown=1');
    assert.equal(link.mode, 'log');
    assert.equal(link.dateOrder, null);
    assert.deepEqual(
      problems.map((p) => p.kind === 'unknown-value' && p.key),
      ['date', 'online'],
    );
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
