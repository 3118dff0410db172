/** Files made to cost more than they weigh: each is refused or read, and soon. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readLog } from '../../../src/core/ds-client-log/read-log.ts';
import { readXlsxSheet } from '../../../src/core/ds-client-log/xlsx-sheet.ts';
import { bytesOf } from './text-log.ts';

/** Seconds of processor time; each took minutes or the whole memory before there was a bound. */
const cpuSecondsMax = 5;

const workbook = (rows: string): string =>
  `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table>${rows}`;

const cases: readonly (readonly [string, string, string])[] = [
  ['wide spans', `<table>${'<tr><td colspan=16384>a'.repeat(2000)}`, 'zip.inflates-too-much'],
  ['one endless row', `<table><tr>${'<td>'.repeat(300_000)}`, 'table.too-wide'],
  ['tags that never end', `<table>${'<a'.repeat(500_000)}`, 'file.other-log'],
  ['tags that end in quotes', `<table>${'<a"'.repeat(400_000)}>`, 'file.other-log'],
  ['quotes of two kinds', `<table>${`<a"'>`.repeat(200_000)}`, 'file.other-log'],
  [
    'cells far to the right',
    workbook('<Row><Cell Index="16384"/></Row>'.repeat(2000)),
    'zip.inflates-too-much',
  ],
  [
    'one wide row over many short ones',
    workbook(`<Row><Cell Index="16384"/></Row>${'<Row><Cell/></Row>'.repeat(20_000)}`),
    'zip.inflates-too-much',
  ],
];

describe('a hostile file', () => {
  for (const [name, text, code] of cases) {
    it(`of ${name} gives ${code}`, () => {
      const before = process.cpuUsage();
      const reading = readLog(bytesOf(text));
      const { user } = process.cpuUsage(before);
      assert.deepEqual(
        reading.diagnostics.map((diagnostic) => diagnostic.code),
        [code],
      );
      assert.ok(user / 1e6 < cpuSecondsMax, `${user / 1e6} s`);
    });
  }

  const parts = { strings: [], formats: [], is1904: false };
  for (const [name, rows] of [
    ['references far to the right', '<row><c r="XFD1"><v>1</v></c></row>'.repeat(2000)],
    [
      'overlapping merges',
      `${'<row/>'.repeat(20_000)}${'<mergeCell ref="A1:A20000"/>'.repeat(5000)}`,
    ],
  ] as const) {
    it(`of ${name} in a worksheet is refused`, () => {
      const read = readXlsxSheet(`<sheetData>${rows}<c/>`, parts);
      assert.equal(typeof read === 'string' ? read : 'a sheet', 'zip.inflates-too-much');
    });
  }
});
