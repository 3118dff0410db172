/** The fast lane gives the same reading as the full rules, to the last cell and diagnostic. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { makeLargeLog } from '../../bench/make-large-log.ts';
import { assertSameBothWays } from './both-ways.ts';
import { bytesOf, labels, logText, ordinary } from './text-log.ts';

const folder = join(import.meta.dirname, '..', '..', 'conformance', 'data', 'logs');
const samples = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => !/\.(?:json|md|xlsx?)$/.test(name))
  .map((name) => join(folder, name))
  .filter((path) => statSync(path).isFile());

/** Cells as they might stand in each place: plain, odd, in another form, of another country. */
const cells: Readonly<Record<string, readonly string[]>> = {
  'User Name': ['', 'backup', '=1+1', 'a\u202eb', 'password: hunter22'],
  Type: ['Backup', 'Restore', 'Daily Admin', '', 'Total'],
  Owner: ['EXAMPLE\\backup.svc', 'Jürgen', '"quoted"', 'a\tb', '<b>'],
  Description: ['EXAMPLE-H0001 - Set 1', 'EXAMPLE-H0002 - Set 2', '5" disk', 'a;b', 'Total'],
  Errors: ['0', '', '3', '12,000', '1.234', ' 7', 'x', '4294967295', '12345678901'],
  Warnings: ['0', '', '2', '1e3'],
  Start: [
    '3/2/2026 1:00:00 AM',
    '3/3/2026 10:00:00 PM',
    '25/3/2026 1:00:00 AM',
    '02.03.2026 22:00:00',
    '2026-03-02T22:00:00',
    '2 March 2026 10:00 PM',
    '3/2/2026 1:00',
    '99/99/2026 1:00:00 AM',
    '1/1/0001 12:00:00 AM',
    '0001-01-01 00:00:00',
    '3/2/26 1:00:00 AM',
    '2026. 03. 02. 22:00:00',
    '2. 3. 2026 22:00:00',
    '1:00:00 AM',
    '',
  ],
  End: ['3/2/2026 2:12:40 AM', '3/4/2026 1:41:07 AM', '1:41:07', '2:12:40 AM', 'later', ''],
  Duration: ['1:12:40', '3:41:07', '74:30:00', '1 day 1:45:30', '-1:00:00', '123456:00:00', ''],
  Files: ['5', '3,349', '1.234', "1'234'567", '1 234', ''],
  Online: ['32216449024', '19,864,473', '1.234.567', '1,23,45,678', '30 GB', '-5', '9e99', ''],
  Transmitted: ['0', '7,424,711', '1,234,567,890,123', '1,234,567,890,123,456', '12,34', ''],
  Completion: ['Completed', 'Completed with Errors', 'Disconnected', 'x'.repeat(40_000), ''],
};

const row: fc.Arbitrary<Readonly<Record<string, string>>> = fc.record(
  Object.fromEntries(
    labels.map((label) => {
      const [usual = '', ...rest] = cells[label] ?? [];
      const own = fc.constantFrom(usual, ...rest);
      return [
        label,
        fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: own }),
      ];
    }),
  ),
);

/** Lines that are no rows, or bent ones. */
const oddLine = fc.constantFrom(
  '',
  'Page 1 of 2',
  '---\t---\t---',
  labels.join('\t'),
  '\t\t\tTotal\t20\t5\t\t\t\t999\t1000000\t5000\t',
  '\t\t\t\t20\t5\t\t\t1:12:40\t999\t1000000\t5000\t',
  '\tBackup\tEXAMPLE',
  labels.map((label) => ordinary[label]).join(';'),
  `${labels.map((label) => ordinary[label]).join('\t')}\t`,
  `${labels.map((label) => ordinary[label]).join('\t')}\textra`,
  '"',
  'Type\tCategory\tEvent Time\tEvent #\tDescription',
);

type Quoting = 'none' | 'where needed' | 'all';

const written = (cell: string, delimiter: string, quoting: Quoting): string => {
  const needs = cell.includes(delimiter) || cell.includes('"');
  return quoting === 'all' || (quoting === 'where needed' && needs)
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;
};

const text = fc
  .record({
    rows: fc.array(fc.oneof({ weight: 12, arbitrary: row }, { weight: 1, arbitrary: oddLine }), {
      minLength: 1,
      maxLength: 40,
    }),
    repeat: fc.nat({ max: 3 }),
    delimiter: fc.constantFrom('\t', '\t', ',', ';'),
    quoting: fc.constantFrom<Quoting>('none', 'where needed', 'all'),
    eol: fc.constantFrom('\r\n', '\n', '\r', '\n\n'),
    isClosed: fc.boolean(),
    bom: fc.constantFrom('', '\ufeff'),
  })
  .map(({ rows, repeat, delimiter, quoting, eol, isClosed, bom }) => {
    const lines = rows.map((line) =>
      typeof line === 'string'
        ? line.replaceAll('\t', delimiter)
        : labels.map((label) => written(line[label] ?? '', delimiter, quoting)).join(delimiter),
    );
    const header = labels.map((label) => written(label, delimiter, quoting)).join(delimiter);
    const all = [header, ...lines, ...lines.slice(0, repeat)];
    return `${bom}${all.join(eol)}${isClosed ? eol : ''}`;
  });

const utf16 = (value: string): Uint8Array => {
  const bytes = new Uint8Array(value.length * 2 + 2);
  bytes.set([0xff, 0xfe]);
  for (let i = 0; i < value.length; i += 1) {
    bytes[2 + i * 2] = value.charCodeAt(i) & 255;
    bytes[3 + i * 2] = value.charCodeAt(i) >> 8;
  }
  return bytes;
};

describe('the fast lane and the full rules read alike', () => {
  it('a long log as programs write it', () => {
    const own = mkdtempSync(join(tmpdir(), 'lane-'));
    try {
      const path = join(own, 'log.txt');
      makeLargeLog(3000, path);
      const bytes = new Uint8Array(readFileSync(path));
      assert.ok(assertSameBothWays(bytes));
      assert.ok(assertSameBothWays(bytes.subarray(0, bytes.length - 2)));
      assert.ok(assertSameBothWays(bytes, { rowsMax: 700 }));
    } finally {
      rmSync(own, { recursive: true });
    }
  });
  for (const path of samples) {
    it(path.slice(folder.length + 1), () => {
      assertSameBothWays(new Uint8Array(readFileSync(path)));
    });
  }
  it('a proof of day and month that comes late', () => {
    const at = (day: string) => ({ Start: `${day} 1:00:00`, End: `${day} 2:12:40` });
    const early = Array.from({ length: 1500 }, (_, i) => ({ ...at('02/03/2026'), Files: `${i}` }));
    assert.ok(assertSameBothWays(bytesOf(logText(...early, at('25/03/2026')))));
  });
  it('the nights of a set that runs at the same second each night, pasted twice', () => {
    const nights = Array.from({ length: 365 }, (_, i) => {
      const day = new Date(Date.UTC(2025, 0, 1 + i));
      const date = `${day.getUTCMonth() + 1}/${day.getUTCDate()}/${day.getUTCFullYear()}`;
      return { Start: `${date} 1:00:00 AM`, End: `${date} 2:12:40 AM` };
    });
    assert.ok(assertSameBothWays(bytesOf(logText(...nights, ...nights))));
  });
  it('sizes that differ by multiples of 2^32, pasted twice', () => {
    const sizes = Array.from({ length: 200 }, (_, i) => ({ Online: String(7 + i * 2 ** 32) }));
    assert.ok(assertSameBothWays(bytesOf(logText(...sizes, ...sizes))));
  });
  it('rows that stand there again, near and far', () => {
    const rows = Array.from({ length: 1200 }, (_, i) => ({ Files: String(i % 900) }));
    assert.ok(assertSameBothWays(bytesOf(logText(...rows))));
  });
  it('logs of every country and habit', () => {
    let tables = 0;
    fc.assert(
      fc.property(text, fc.boolean(), (value, isWide) => {
        tables += assertSameBothWays(isWide ? utf16(value) : bytesOf(value)) ? 1 : 0;
      }),
      { numRuns: 300 },
    );
    assert.ok(tables > 200, `${tables} of 300 were tables`);
  });
});
