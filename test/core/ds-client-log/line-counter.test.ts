import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lineCounter } from '../../../src/core/ds-client-log/line-counter.ts';
import { bytesOf } from './text-log.ts';

describe('the line of an offset', () => {
  const cases = [
    // text, offset, line
    ['one\ntwo\n', 0, 1],
    ['one\ntwo\n', 4, 2],
    ['one\r\ntwo', 4, 1], // between CR and LF: the break is not over
    ['one\r\ntwo', 5, 2],
    ['one\rtwo\rthree', 8, 3],
  ] as const;
  for (const [text, offset, line] of cases) {
    it(`${offset} of ${JSON.stringify(text)} is ${line}`, () => {
      assert.equal(lineCounter(bytesOf(text))(offset), line);
    });
  }

  it('is the same in whatever order lines are asked for', () => {
    const lines = 40_000; // 10 bytes each: more than one remembered place
    const bytes = bytesOf('a line of\n'.repeat(lines));
    const lineAt = lineCounter(bytes);
    const asked = Array.from({ length: 300 }, (_, i) => (i * 7919) % lines);
    for (const line of [...asked, ...asked.toReversed(), 0, lines - 1])
      assert.equal(lineAt(line * 10), line + 1);
  });

  it('costs no more from the end of a long file than from its beginning', () => {
    const bytes = bytesOf('a line of\n'.repeat(2_000_000)); // 20 MB
    const lineAt = lineCounter(bytes);
    lineAt(bytes.length - 1);
    const begun = performance.now();
    for (let line = 1_999_999; line > 1_990_000; line -= 10) lineAt(line * 10);
    // Counted from the beginning each time, these thousand would take twenty seconds.
    assert.ok(performance.now() - begun < 5000);
  });
});
