import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { byteKinds, checkText } from '../../../src/core/ds-client-log/cell-checks.ts';
import { rowLane } from '../../../src/core/ds-client-log/row-lane.ts';

const lane = rowLane() ?? assert.fail('this engine has no WebAssembly');
const memory = new Uint8Array(lane.memory.buffer);
memory.set(byteKinds, lane.byteKinds.value);

const isPlain = (text: string): boolean => {
  const bytes = new TextEncoder().encode(text);
  memory.set(bytes, lane.input.value);
  return lane.isPlainText(lane.input.value, bytes.length) === 1;
};

/** Pieces of which odd texts are made, and of which plain ones are. */
const pieces = [
  ['a', 'Z', 'P', '7', 'EXAMPLE', 'ghp', 'glpat', 'xoxb', 'AKIA', 'eyJ', 'password', 'data'],
  ['-', '--', '_', '.', ' ', '\\', '/', ':', '=', '+', '@', '<b', '&amp;', '{{', '"', "'"],
  ['\t', '\u007f', '\u00a0', '\u200b', '\u202e', '\uff1d', 'é', '12345678', 'ABCDEFGHIJKLMNOP'],
].flat();

/** Texts of up to eight pieces, the same each time (a linear congruential generator, Lehmer's). */
function texts(count: number): readonly string[] {
  let state = 20_260;
  const next = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + next(8) }, () => pieces[next(pieces.length)] ?? '').join(''),
  );
}

describe('texts known as plain by their bytes', () => {
  it('are those of names', () => {
    for (const text of ['Backup', 'EXAMPLE\\backup.svc', 'EXAMPLE-H0001 - Set 1', 'Completed']) {
      assert.ok(isPlain(text), text);
    }
  });

  it('have nothing odd about them', () => {
    const plain = texts(200_000).filter(isPlain);
    assert.ok(plain.length > 10_000, `${plain.length} plain texts`);
    for (const text of plain) assert.deepEqual(checkText(text), [], JSON.stringify(text));
  });

  it('are none that holds a key, a formula, markup or a hidden character', () => {
    const odd = [
      'AKIAABCDEFGHIJKLMNOP',
      'ghp_abcdefghijklmnop',
      'xoxb-abcdefghijklmnop',
      'eyJabcdefghij.abcdefghij.x',
      'run -Psecret99',
      'job --password hidden12',
      '-1',
      '=1',
      ' =1',
      'a<b>',
      'a\u0007',
      'a\u200bb',
    ];
    for (const text of odd) assert.ok(!isPlain(text), text);
  });
});
