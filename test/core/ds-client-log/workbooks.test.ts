import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { crc32 as zlibCrc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { crc32 } from '../../../src/core/ds-client-log/crc-32.ts';
import { diagnosticWords } from '../../../src/core/ds-client-log/diagnostic-words.ts';
import { openLog } from '../../../src/core/ds-client-log/read-log.ts';
import { inflate } from '../../conformance/logs/inflate.ts';
import { bytesOf, labels, ordinary } from './text-log.ts';
import { zipOf } from './zip-archive.ts';

describe('an .xlsx file', () => {
  const cell = (text: string): string =>
    `<c t="inlineStr"><is><t>${text.replace('&', '&amp;')}</t></is></c>`;
  const row = (texts: readonly string[]): string => `<row>${texts.map(cell).join('')}</row>`;
  const sheet = (...rows: readonly (readonly string[])[]): string =>
    `<worksheet><sheetData>${rows.map(row).join('')}</sheetData></worksheet>`;
  const workbook = {
    'xl/workbook.xml':
      '<workbook><sheets><sheet name="Notes" r:id="r1"/><sheet name="Log" r:id="r2"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet(['nothing here']),
    'xl/worksheets/sheet2.xml': sheet(
      labels,
      labels.map((label) => ordinary[label] ?? ''),
    ),
  };
  it('is read from the sheet that holds the log', async () => {
    const reading = await openLog(zipOf(workbook), inflate);
    assert.equal(reading.kind, 'activity-log');
    assert.deepEqual(reading.diagnostics, []);
  });
  it('without a cell is empty, and not broken', async () => {
    const bare = {
      ...workbook,
      'xl/worksheets/sheet1.xml': sheet(),
      'xl/worksheets/sheet2.xml': sheet(),
    };
    const { diagnostics } = await openLog(zipOf(bare), inflate);
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['file.empty'],
    );
  });
  it('in two sheets is read from both, and a log of another kind is named', async () => {
    const filesIn = async (own: Readonly<Record<string, string>>) => {
      const reading = await openLog(zipOf({ ...workbook, ...own }), inflate);
      const codes = reading.diagnostics.map(({ code }) => code).join();
      return reading.kind === 'rejected' ? codes : `${reading.rowCount} ${codes}`;
    };
    const first = 'xl/worksheets/sheet1.xml';
    const cells = labels.map((label) => (label === 'Files' ? '7' : (ordinary[label] ?? '')));
    const event = ['Error', 'IO', '2026-03-02 02:16:00', '1', 'x'];
    const eventLabels = ['Type', 'Category', 'Event Time', 'Event #', 'Description'];
    assert.equal(await filesIn({ [first]: sheet(labels, cells) }), '2 row.repeated-header');
    const second = workbook['xl/worksheets/sheet2.xml'];
    const both = { [first]: second, 'xl/worksheets/sheet2.xml': sheet(eventLabels, event) };
    assert.equal(await filesIn(both), '1 file.second-table');
    const bomb = { [first]: second, 'xl/worksheets/sheet2.xml': ' '.repeat(40 * 1024 ** 2) };
    assert.equal(await filesIn(bomb), '1 ');
  });
  it('that inflates beyond the cap is stopped while it inflates', async () => {
    const bomb = { ...workbook, 'xl/sharedStrings.xml': ' '.repeat(40 * 1024 ** 2) };
    const reading = await openLog(zipOf(bomb), inflate);
    assert.deepEqual(
      reading.diagnostics.map((d) => d.code),
      ['zip.inflates-too-much'],
    );
  });
  it('with a DOCTYPE in any part is refused', async () => {
    const bad = { ...workbook, 'xl/worksheets/sheet1.xml': '<!DOCTYPE a []><worksheet/>' };
    const reading = await openLog(zipOf(bad), inflate);
    assert.deepEqual(
      reading.diagnostics.map((d) => d.code),
      ['xml.doctype'],
    );
  });
  it('cut off is broken, and nothing worse', async () => {
    const whole = zipOf(workbook);
    for (let length = 4; length < whole.length; length += 37) {
      const reading = await openLog(whole.subarray(0, length), inflate);
      assert.deepEqual(
        reading.diagnostics.map((d) => d.code),
        ['container.corrupt'],
      );
    }
  });
  it('damaged where it can still be unpacked is broken, instead of other values', async () => {
    const changed = async (isStored: boolean, damage: (data: Buffer) => Buffer) => {
      const bytes = zipOf(workbook, {
        isStored,
        damage: (data, name) => (name.endsWith('sheet2.xml') ? damage(Buffer.from(data)) : data),
      });
      const { diagnostics } = await openLog(bytes, inflate);
      return diagnostics.map(({ code }) => code);
    };
    // 32216449024 becomes 42216449024, in the file itself and in what it is unpacked to.
    const other = (data: Buffer) => Buffer.from(data.toString().replace('32216', '42216'));
    const deflated = (data: Buffer) => deflateRawSync(other(inflateRawSync(data)));
    assert.deepEqual(await changed(true, (data) => data), []);
    assert.deepEqual(await changed(true, other), ['container.corrupt']);
    assert.deepEqual(await changed(false, (data) => data), []);
    assert.deepEqual(await changed(false, deflated), ['container.corrupt']);
  });
});

describe('a checksum of a part', () => {
  it('is the CRC-32 of the ZIP format, whatever the length', () => {
    assert.equal(crc32(bytesOf('123456789')), 0xcbf43926);
    for (let length = 0; length < 40; length += 1) {
      const bytes = bytesOf('The quick brown fox jumps over the lazy dog').subarray(0, length);
      assert.equal(crc32(bytes), zlibCrc32(bytes));
    }
  });
});

describe('a file that is no log', () => {
  const ole2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  /** A compound file whose directory begins at byte 1024 and holds these names, 128 bytes each. */
  const compound = (...names: readonly string[]) => {
    const entries = names.map((name) => {
      const entry = Buffer.alloc(128);
      entry.write(name, 'utf16le');
      return entry;
    });
    return Buffer.concat([Buffer.from(ole2), Buffer.alloc(1016), ...entries]);
  };
  const textOf = (text: string) => Buffer.concat([compound('Root Entry'), Buffer.from(text, 'utf16le')]); // prettier-ignore
  const cases = [
    // what, bytes, code, what the sentence says
    [
      'an archive of logs',
      zipOf({ 'activity.txt': 'Type\tStart' }),
      'container.corrupt',
      /a ZIP archive/,
    ],
    [
      'a Word document',
      zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }),
      'container.corrupt',
      /a document of another kind/,
    ],
    [
      'a LibreOffice sheet',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
      'container.corrupt',
      /a document of another kind/,
    ],
    [
      'a workbook that lost its sheets',
      zipOf({ 'xl/styles.xml': '<s/>' }),
      'container.corrupt',
      /broken/,
    ],
    [
      'a workbook with a password',
      compound('EncryptedPackage'),
      'container.unsupported-biff',
      /password/,
    ],
    [
      'an old binary workbook',
      compound('Root Entry', 'Workbook'),
      'container.unsupported-biff',
      /old binary/,
    ],
    ['a workbook of Excel 95', compound('Book'), 'container.unsupported-biff', /old binary/],
    [
      'an old Word document',
      compound('Root Entry', 'WordDocument'),
      'container.unsupported-biff',
      /no workbook was found/,
    ],
    [
      'an old Word document that speaks of a Workbook',
      textOf('Open the Workbook\0'),
      'container.unsupported-biff',
      /no workbook was found/,
    ],
    [
      'an old binary file with nothing behind its first bytes',
      compound(),
      'container.unsupported-biff',
      /no workbook was found/,
    ],
  ] as const;
  for (const [what, bytes, code, says] of cases) {
    it(`${what}: ${code}, in words of its own`, async () => {
      const reading = await openLog(bytes, inflate);
      assert.equal(reading.kind, 'rejected');
      const [diagnostic, ...more] = reading.diagnostics;
      assert.deepEqual([diagnostic?.code, more.length], [code, 0]);
      assert.match(diagnostic ? diagnosticWords(diagnostic).says : '', says);
    });
  }
});
