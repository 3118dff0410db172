import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultFields } from '../../../../src/core/link-aggregation/fields.ts';
import type { HopFields } from '../../../../src/core/link-aggregation/fields.ts';
import type { HopDevice } from '../../../../src/core/link-aggregation/placement/hop-device.ts';
import {
  withHopAdded,
  withHopRemoved,
} from '../../../../src/core/link-aggregation/placement/path-edits.ts';

const like = { vendor: 'Any', name: 'One', chooser: 'ip' } as const;
const catalogue = [
  { ...like, id: 'nexus', role: 'switch' },
  { ...like, id: 'linux', role: 'host' },
] as unknown as readonly HopDevice[];

const [plain] = defaultFields.hops;

/** Hops written as `device>far`, an empty name for nobody. */
const path = (side: 'clients' | 'storage', ...hops: readonly string[]) => ({
  side,
  hops: hops.map((names): HopFields => {
    const [device = '', far = ''] = names.split('>');
    if (!plain) throw new Error('the default has a hop');
    return { ...plain, device, far };
  }),
});

const namesOf = (hops: readonly HopFields[]) => hops.map(({ device, far }) => `${device}>${far}`);

describe('a hop more', () => {
  const rows: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['the last device stays last', ['nexus>linux'], ['nexus>', '>linux']],
    ['also one that an older link names alone', ['linux>'], ['>', '>linux']],
    ['a switch stays where it is', ['nexus>'], ['nexus>', '>']],
  ];
  for (const [title, before, after] of rows) {
    test(title, () => {
      assert.deepEqual(namesOf(withHopAdded(path('clients', ...before), catalogue)), after);
    });
  }

  test('has all its links up', () => {
    const { side, hops } = path('clients', '>');
    const [first] = hops;
    assert.ok(first);
    const added = withHopAdded({ side, hops: [{ ...first, down: '2' }] }, catalogue);
    assert.deepEqual(added.map(({ down }) => down), ['2', '']); // prettier-ignore
  });
});

describe('a hop less', () => {
  const rows: readonly (readonly [string, number, readonly string[], readonly string[]])[] = [
    ['the last: its last device stays last', 1, ['nexus>', '>linux'], ['nexus>linux']],
    ['the first of three: the switch behind it stays', 0, ['>', 'nexus>', '>'], ['>', '>']],
    ['one between: both ends stay', 1, ['nexus>', '>', '>linux'], ['nexus>', '>linux']],
  ];
  for (const [title, index, before, after] of rows) {
    test(title, () => {
      const hops = withHopRemoved(path('clients', ...before), index, catalogue);
      assert.deepEqual(namesOf(hops), after);
    });
  }

  test('undoes a hop more', () => {
    for (const side of ['clients', 'storage'] as const) {
      const one = path(side, side === 'clients' ? 'nexus>linux' : 'linux>linux');
      const two = withHopAdded(one, catalogue);
      assert.deepEqual(
        namesOf(withHopRemoved({ side, hops: two }, 1, catalogue)),
        namesOf(one.hops),
      );
    }
  });
});
