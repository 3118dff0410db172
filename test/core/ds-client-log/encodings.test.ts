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

describe('a log in UTF-8', () => {
  const grouped = '32\u202f216\u202f449\u202f024';
  const text = logText({ Description: 'EXAMPLE-SQL01', Online: grouped }, { Online: grouped });
  const damaged = (whole: string, change: (bytes: Buffer) => Buffer): Uint8Array =>
    change(Buffer.from(whole));
  const cases = [
    // what, bytes, codes, encoding, description, online
    [
      'with a damaged byte',
      damaged(text, (bytes) =>
        bytes.fill(0xff, bytes.indexOf('SQL01'), bytes.indexOf('SQL01') + 1),
      ),
      ['encoding.guessed utf-8'],
      'utf-8',
      'EXAMPLE-\ufffdQL01',
      32_216_449_024,
    ],
    [
      'with two byte-order marks',
      damaged(`\ufeff\ufeff${text}`, (bytes) => bytes),
      [],
      'utf-8',
      'EXAMPLE-SQL01',
      32_216_449_024,
    ],
    [
      'cut off within a character',
      damaged(`${text}\tBackup\tEXAMPLE \u20ac`, (bytes) => bytes.subarray(0, -1)),
      ['row.short', 'file.truncated'],
      'utf-8',
      'EXAMPLE-SQL01',
      32_216_449_024,
    ],
  ] as const;
  for (const [what, bytes, codes, encoding, description, online] of cases) {
    it(`${what} stays UTF-8`, () => {
      assert.deepEqual(readOf(bytes), { codes, encoding, description, online });
    });
  }
  it('is not what a text in Windows-1252 is taken for, with a mark of UTF-8 before it or without', () => {
    const latin = Buffer.from(logText({ Description: 'M\u00fcller, caf\u00e9' }), 'latin1');
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), latin]);
    for (const bytes of [latin, marked]) {
      assert.deepEqual(readOf(bytes), {
        codes: ['encoding.guessed windows-1252'],
        encoding: 'windows-1252',
        description: 'M\u00fcller, caf\u00e9',
        online: 32_216_449_024,
      });
    }
  });
});
