import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readLog } from '../../../src/core/ds-client-log/read-log.ts';
import { logText } from './text-log.ts';

/** UTF-16 without a byte-order mark. */
function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
}

const readOf = (bytes: Uint8Array) => {
  const reading = readLog(bytes);
  const codes = reading.diagnostics.map(({ code, places }) =>
    code === 'encoding.guessed' ? `${code} ${String(places[0]?.facts?.['encoding'])}` : code,
  );
  if (reading.kind === 'rejected')
    return { codes, encoding: null, description: null, online: null };
  return {
    codes,
    encoding: reading.detection.encoding,
    description: reading.fieldText(0, 'description'),
    online: reading.number(0, 'online'),
  };
};

describe('a log in UTF-16 without a byte-order mark', () => {
  const grouped = (mark: string): string => ['32', '216', '449', '024'].join(mark);
  const long = (text: string): string => text.repeat(30);
  const cases = [
    // what, description, online
    ['in English', 'EXAMPLE-SQL01', grouped(',')],
    ['of Switzerland', 'EXAMPLE-SQL01', grouped('\u2019')], // U+2019: the bytes 19 20
    ['of Switzerland, full of such marks', long('l\u2019\u2019an'), grouped('\u2019')],
    ['of France', 'EXAMPLE-SQL01 \u2013 \u0153uvre', grouped('\u202f')],
    ['in Greek', long('\u0392\u03ac\u03c3\u03b7 '), grouped('.')],
    ['in Japanese', long('\u30c7\u30fc\u30bf\u30d9\u30fc\u30b9'), grouped(',')],
  ] as const;
  for (const [what, description, online] of cases) {
    for (const isBigEndian of [false, true]) {
      const encoding = isBigEndian ? 'utf-16be' : 'utf-16le';
      it(`${what} is read as ${encoding}`, () => {
        const rows = [{ Description: description, Online: online }, { Online: online }];
        assert.deepEqual(readOf(utf16(logText(...rows), isBigEndian)), {
          codes: [`encoding.guessed ${encoding}`],
          encoding,
          description,
          online: 32_216_449_024,
        });
      });
    }
  }
  it('is not seen in random bytes, or in a text with some zeros', () => {
    const random = Uint8Array.from(
      { length: 8192 },
      (_, i) => (Math.imul(i + 7, 0x9e3779b1) >>> 13) & 255,
    );
    assert.deepEqual(readOf(random).codes, ['file.not-text']);
    const zeros = Buffer.from(logText({ Description: 'a\0b' }, {}));
    assert.deepEqual(readOf(zeros).codes, ['cell.control-char']);
  });
});
