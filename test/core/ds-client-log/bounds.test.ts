/** Files made to cost more than they weigh: each is refused or read, and soon. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readLog } from '../../../src/core/ds-client-log/read-log.ts';
import { readXlsxSheet } from '../../../src/core/ds-client-log/xlsx-sheet.ts';
import { bytesOf, labels, logText } from './text-log.ts';

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

  const long = 30e6;
  const header = `${labels.join('\t')}\r\n`;
  const times = (text: string, length: number): string =>
    text.repeat(Math.ceil(length / text.length));
  /** Bytes beyond what was taken before; each took more than a gigabyte. */
  const bytesMax = 400e6;
  const longCells: readonly (readonly [string, string])[] = [
    ['quotes in a table of tabs', header + times('"', long)],
    ['quotes in a table of commas', header.replaceAll('\t', ',') + times('"', long)],
    ['references in a table of markup', `<table><tr><td>${times('&amp;', long)}`],
    [
      'references under a header',
      `<table><tr><td>Type<td>Start<td>End<tr><td>${times('&amp;', long)}`,
    ],
    ['spaces in a table of markup', `<table><tr><td>${times('a ', long)}`],
  ];
  for (const [name, text] of longCells) {
    it(`of 30 MB of ${name} in one cell takes memory in proportion`, () => {
      const bytes = bytesOf(text);
      const before = process.resourceUsage().maxRSS;
      readLog(bytes);
      const grown = (process.resourceUsage().maxRSS - before) * 1024;
      assert.ok(grown < bytesMax, `${Math.round(grown / 1e6)} MB`);
    });
  }

  it('of rows that are nothing but totals takes no more for each where there are many', () => {
    const total = '\t\t\tTotal\t20\t5\t\t\t\t999\t1000000\t5000\t\n';
    const secondsFor = (rows: number): number => {
      const bytes = bytesOf(header + total.repeat(rows));
      const before = process.cpuUsage();
      const reading = readLog(bytes);
      assert.equal(reading.kind !== 'rejected' && reading.setAside.length, rows);
      return process.cpuUsage(before).user / 1e6;
    };
    secondsFor(2000);
    // A plain row beside it is the measure: reading each of these took as long as five hundred.
    const plain = bytesOf(
      logText(...Array.from({ length: 20_000 }, (_, i) => ({ Files: `${i}` }))),
    );
    const before = process.cpuUsage();
    readLog(plain);
    const measure = process.cpuUsage(before).user / 1e6;
    const seconds = secondsFor(20_000);
    assert.ok(seconds < 40 * measure, `${seconds} s, ${measure} s for rows that count`);
  });

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
