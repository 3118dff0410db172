/** Rows of a log: how they are cut into cells, and which of them count. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accepted, codesOf, labels, logText, ordinary } from './text-log.ts';

describe('a delimiter', () => {
  const grouped = { Online: '32,216,449,024', Files: '12,000', Transmitted: '5,242,880' };
  it('is found by known labels, not by counting commas', () => {
    const { detection } = accepted(logText(grouped, grouped, grouped));
    assert.equal(detection.delimiter, '\t');
    assert.equal(detection.numberGroup, ',');
  });
  for (const mark of [';', ',', '|']) {
    it(`${mark} is one, for a whole file and for rows pasted into one with tabs`, () => {
      const line = (files: string) =>
        labels.map((label) => (label === 'Files' ? files : ordinary[label])).join(mark);
      const whole = accepted([labels.join(mark), line('5'), line('7')].join('\n'));
      assert.equal(whole.detection.delimiter, mark);
      assert.equal(whole.number(1, 'files'), 7);
      const pasted = accepted(`${logText(ordinary)}${line('7')}\r\n`);
      assert.deepEqual(pasted.diagnostics[0]?.code, 'delimiter.mixed');
      assert.equal(pasted.number(1, 'files'), 7);
    });
  }
  it('other than that of the file is read and said', () => {
    const pasted = labels.map((label) => ordinary[label]).join(';');
    const text = `${logText(ordinary)}${pasted}\r\n`;
    const other = accepted(text.replace('EXAMPLE-SQL01', 'EXAMPLE-SQL02'));
    assert.deepEqual(codesOf(text.replace('EXAMPLE-SQL01', 'EXAMPLE-SQL02')), ['delimiter.mixed']);
    assert.equal(other.rowCount, 2);
  });
  it('of a quotation mark in a tab file is only a character', () => {
    const reading = accepted(logText({ Description: '"3.5 inch' }, ordinary));
    assert.equal(reading.rowCount, 2);
    assert.equal(reading.fieldText(0, 'description'), '"3.5 inch');
  });
});

describe('a quotation mark that never closes', () => {
  const quoted = (cells: readonly string[]): string => cells.map((cell) => `"${cell}"`).join(',');
  const row = (description: string): string =>
    quoted(
      labels.map((label) => (label === 'Description' ? description : (ordinary[label] ?? ''))),
    );
  it('costs its own row at most', () => {
    const broken = row('B').replace('"B"', '"B');
    const text = [quoted(labels), row('A'), broken, row('C'), ''].join('\r\n');
    const reading = accepted(text);
    assert.deepEqual(codesOf(text), ['quote.unbalanced']);
    assert.deepEqual(
      [0, 1, 2].map((r) => reading.fieldText(r, 'description')),
      ['A', 'B', 'C'],
    );
  });
});

describe('a quotation mark that never closes among cells without any', () => {
  it('is a character of its cell, and the row keeps its place', () => {
    const line = (description: string) =>
      labels.map((label) => (label === 'Description' ? description : ordinary[label])).join(',');
    const text = [labels.join(','), line('A'), line('"B'), line('C'), ''].join('\n');
    assert.deepEqual(codesOf(text), ['quote.unbalanced']);
    const reading = accepted(text);
    assert.deepEqual(
      [0, 1, 2].map((row) => [reading.fieldText(row, 'description'), reading.number(row, 'files')]),
      [
        ['A', 5],
        ['"B', 5],
        ['C', 5],
      ],
    );
  });
});

describe('a row of another writing that cannot be cut up', () => {
  it('is a row with too few cells, and no page title', () => {
    const grouped = { ...ordinary, Online: '32,216,449,024' };
    const row = labels
      .map((label) => (grouped as Readonly<Record<string, string>>)[label])
      .join(',');
    const reading = accepted(`${logText(ordinary)}${row}\r\n`);
    assert.deepEqual(
      reading.diagnostics.map(({ code }) => code),
      ['row.short'],
    );
    assert.equal(reading.rowsTotal, 2);
  });
});

describe('a lone quotation mark inside a cell', () => {
  for (const description of ['5" disk', '"D:\\', 'D:\\"']) {
    it(`${description} keeps every row of a file without quotes`, () => {
      const reading = accepted(logText({}, { Description: description }, { Files: '7' }));
      assert.equal(reading.rowCount, 3);
      assert.equal(reading.fieldText(1, 'description'), description);
      assert.equal(reading.number(2, 'files'), 7);
    });
  }
});

describe('rows that do not count', () => {
  const bare = `\t\t\t\t20\t5\t\t\t1:12:40\t999\t1,000,000\t5,000\t`;
  const total = `\t\t\tTotal\t20\t5\t\t\t\t999\t1000000\t5000\t`;
  const cases = [
    ['a totals row', `${logText(ordinary)}${total}\r\n`, ['row.total'], 1],
    ['a totals row without a word', `${logText(ordinary)}${bare}\r\n`, ['row.total'], 1],
    [
      'a German totals row',
      `${logText(ordinary)}${bare.replace('\t', 'Gesamtsumme\t')}\r\n`,
      ['row.total'],
      1,
    ],
    [
      'a row of averages',
      `${logText(ordinary)}${bare.replace('\t', 'Average\t')}\r\n`,
      ['row.total'],
      1,
    ],
    ['a header again', `${logText(ordinary)}${labels.join('\t')}\r\n`, ['row.repeated-header'], 1],
    ['a page number', `${logText(ordinary)}Page 1 of 2\r\n`, ['row.furniture'], 1],
    [
      'a row cut short',
      `${logText(ordinary)}\tBackup\tEXAMPLE`,
      ['row.short', 'file.truncated'],
      1,
    ],
    ['a row seen before', logText(ordinary, ordinary), ['row.exact-duplicate'], 1],
    [
      'another table',
      `${logText(ordinary)}Type\tCategory\tEvent Time\tEvent #\tDescription\r\nError\tIO\tx\t1\ty\r\n`,
      ['file.second-table'],
      1,
    ],
  ] as const;
  for (const [what, text, codes, kept] of cases) {
    it(`${what} is set aside and said`, () => {
      const reading = accepted(text);
      assert.deepEqual(
        reading.diagnostics.map((d) => d.code),
        codes,
      );
      assert.equal(reading.rowCount, kept);
    });
  }
});

describe('a row without a date that says what ran', () => {
  const cases = [
    ['a type', { Type: 'Backup' }],
    ['a set', { Description: 'EXAMPLE-SQL01' }],
    ['a state', { Completion: 'Completed' }],
    [
      'a lone figure and no more',
      { Errors: '', Warnings: '', Duration: '', Files: '7', Transmitted: '', Online: '' },
    ],
  ] as const;
  const blank = { Type: '', Owner: '', Description: '', Completion: '', Start: '', End: '' };
  for (const [what, own] of cases) {
    it(`counts as a run: ${what}`, () => {
      const reading = accepted(logText(ordinary, { ...blank, ...own }));
      assert.ok(!reading.setAside.some(({ reason }) => reason === 'row.total'));
    });
  }
});
