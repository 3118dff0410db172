import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decode, textOf } from '../../../src/core/ds-client-log/decode.ts';
import { isUtf8 } from '../../../src/core/ds-client-log/utf-8.ts';
import { readHtmlTable } from '../../../src/core/ds-client-log/html-table.ts';
import { decodeEntities } from '../../../src/core/ds-client-log/entities.ts';
import { readSpreadsheetMl } from '../../../src/core/ds-client-log/spreadsheetml.ts';
import { wallKindIn } from '../../conformance/logs/zone.ts';
import { cellFormats, sharedStrings } from '../../../src/core/ds-client-log/xlsx-parts.ts';
import { columnOfReference, readXlsxSheet } from '../../../src/core/ds-client-log/xlsx-sheet.ts';
import { bytesOf } from './text-log.ts';

const rowsOf = (reading: ReturnType<typeof readHtmlTable>) =>
  reading.kind === 'sheet' ? reading.sheet.rows : reading.code;

describe('an HTML table', () => {
  it('is read as text: entities, line breaks, empty cells', () => {
    const html = '<table><tr><th>A<th>B</tr><tr><td>1 &lt; 2<br>x</td><td>&nbsp;</td></tr></table>';
    assert.deepEqual(rowsOf(readHtmlTable(html)), [
      ['A', 'B'],
      ['1 < 2 x', ''],
    ]);
  });
  it('loses its scripts, and says that it had them', () => {
    const reading = readHtmlTable(
      '<table><tr><td onclick="x()">a<script>alert("<td>")</script></td></tr></table>',
    );
    assert.ok(reading.kind === 'sheet' && reading.activeContent);
    assert.deepEqual(rowsOf(reading), [['a']]);
  });
  it('inside a cell of another is part of that cell', () => {
    const html = '<table><tr><td><table><tr><td>in</td></tr></table></td><td>out</td></tr></table>';
    assert.deepEqual(rowsOf(readHtmlTable(html)), [['in', 'out']]);
  });
  it('with an entity of its own is refused', () => {
    assert.equal(
      rowsOf(readHtmlTable('<!DOCTYPE html [<!ENTITY a "b">]><table></table>')),
      'xml.doctype',
    );
  });
});

describe('SpreadsheetML', () => {
  it('keeps the places of cells and rows that are left out', () => {
    const xml = `<Workbook><Worksheet><Table><Row><Cell ss:Index="2"><Data>a</Data></Cell></Row>
      <Row ss:Index="3"><Cell><Data>b</Data></Cell><Cell ss:Index="4"><Data>c &amp; d</Data></Cell></Row></Table></Worksheet></Workbook>`;
    assert.deepEqual(rowsOf(readSpreadsheetMl(xml)), [
      ['', 'a', '', ''],
      ['', '', '', ''],
      ['b', '', '', 'c & d'],
    ]);
  });
  it('with any DOCTYPE is refused', () => {
    assert.equal(rowsOf(readSpreadsheetMl('<!DOCTYPE a><Workbook/>')), 'xml.doctype');
  });
});

describe('an .xlsx sheet', () => {
  const parts = { strings: ['text'], formats: cellFormats(styles()), is1904: false };
  function styles(): string {
    return `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[h]:mm:ss"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;
  }
  const sheet = (xml: string, is1904 = false) =>
    readXlsxSheet(`<worksheet><sheetData>${xml}</sheetData></worksheet>`, { ...parts, is1904 });
  const cells = (xml: string, is1904 = false) => {
    const read = sheet(`<row r="1">${xml}</row>`, is1904);
    return typeof read === 'string' ? read : read.rows[0];
  };

  it('that names a row or a column beyond those of a workbook is broken, not empty', () => {
    assert.equal(sheet('<row r="4294967295"/>'), 'container.corrupt');
    assert.equal(sheet('<row r="one"/>'), 'container.corrupt');
    assert.equal(sheet('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>'), 'container.corrupt');
  });

  it('gives day numbers as dates, elapsed time as hours, and big numbers in full', () => {
    assert.deepEqual(
      cells(
        '<c r="A1" t="s"><v>0</v></c><c r="C1" s="1"><v>46083.0416666667</v></c><c r="D1" s="2"><v>3.1041666667</v></c><c r="E1"><v>3.2216449024E10</v></c><c r="F1" t="inlineStr"><is><t>in</t></is></c>',
      ),
      ['text', '', '2026-03-02 01:00:00', '74:30:00', '32216449024', 'in'],
    );
  });
  it('keeps the place of an empty cell where cells are not named', () => {
    assert.deepEqual(cells('<c/><c><v>1</v></c><c t="s"/><c r="F1"><v>2</v></c><c><v>3</v></c>'), [
      '',
      '1',
      '',
      '',
      '',
      '2',
      '3',
    ]);
  });
  it('counts from 1904 where the workbook says so', () => {
    assert.deepEqual(cells('<c r="A1" s="3"><v>44621</v></c>', true), ['2026-03-02 00:00:00']);
  });
  it('knows columns by their letters', () => {
    assert.deepEqual(['A1', 'Z9', 'AA1', 'XFD1', '7'].map(columnOfReference), [
      0,
      25,
      26,
      16_383,
      null,
    ]);
  });
  it('joins formatted runs of a shared text and leaves out its reading aid', () => {
    const xml =
      '<sst><si><r><t>Data</t></r><r><t xml:space="preserve"> Size</t></r><rPh><t>x</t></rPh></si><si/></sst>';
    assert.deepEqual(sharedStrings(xml), ['Data Size', '']);
  });
});

describe('letters', () => {
  it('of every encoding come back', () => {
    const text = 'M\u00fcller \u201cneu\u201d \ud83d\ude00';
    const utf16 = (isBig: boolean): Uint8Array => {
      const bytes = new Uint8Array(2 + text.length * 2);
      const view = new DataView(bytes.buffer);
      view.setUint16(0, 0xfeff, !isBig);
      for (let i = 0; i < text.length; i += 1)
        view.setUint16(2 + i * 2, text.charCodeAt(i), !isBig);
      return bytes;
    };
    for (const bytes of [bytesOf(text), bytesOf(`\ufeff${text}`), utf16(true), utf16(false)]) {
      assert.equal(textOf(decode(bytes).bytes), text);
    }
    const latin = decode(Uint8Array.of(0x4d, 0xfc, 0x93, 0x80));
    assert.equal(latin.encoding, 'windows-1252');
    assert.equal(textOf(latin.bytes), 'M\u00fc\u201c\u20ac');
  });
  it('of UTF-8 are known wherever they lie in memory', () => {
    for (const text of [
      '',
      'a',
      'abc',
      'abcdefg\u202eh',
      `${'a'.repeat(80)}\u00e9${'b'.repeat(80)}`,
    ]) {
      for (let offset = 0; offset < 5; offset += 1) {
        const bytes = bytesOf(' '.repeat(offset) + text).subarray(offset);
        assert.equal(isUtf8(bytes), true, `${text} at ${offset}`);
        assert.equal(
          isUtf8(Uint8Array.of(...bytes, 0xe9, 32, 32, 32)),
          false,
          `${text} at ${offset}`,
        );
      }
    }
  });
  it('as entities are resolved once, and only those of XML', () => {
    assert.equal(
      decodeEntities('&amp;lt; &#x41;&#66; &nbsp;&lol; &#xD800;'),
      '&lt; AB \u00a0&lol; \ufffd',
    );
  });
});

describe('a wall time in a zone', () => {
  const wall = (text: string): number => Date.parse(`${text}Z`) / 1000;
  const cases = [
    ['Europe/Berlin', '2026-03-29T02:30:00', 'skipped'],
    ['Europe/Berlin', '2026-10-25T02:30:00', 'repeated'],
    ['Europe/Berlin', '2026-10-25T03:30:00', 'once'],
    ['UTC', '2026-03-29T02:30:00', 'once'],
    ['No/Where', '2026-03-29T02:30:00', null],
  ] as const;
  for (const [zone, text, kind] of cases) {
    it(`${text} in ${zone} was shown: ${kind}`, () =>
      assert.equal(wallKindIn(zone, wall(text)), kind));
  }
});
