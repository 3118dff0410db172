import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { valueFields } from '../../../src/core/ds-client-log/columns.ts';
import { formatIsoWall } from '../../../src/core/ds-client-log/wall-time.ts';
import { accepted, codesOf, labels, logText, ordinary } from './text-log.ts';

describe('the order of day and month', () => {
  const night = { Start: '02/03/2026 22:00:00', End: '03/03/2026 01:41:07', Duration: '3:41:07' };

  it('is proved by a run over midnight', () => {
    const { detection } = accepted(logText(night));
    assert.equal(detection.dateOrder, 'DMY');
    assert.deepEqual(detection.dateOrderCertainty, { kind: 'proved', by: 'run-over-midnight' });
  });
  it('is proved by a part over 12', () => {
    const { detection } = accepted(
      logText({ Start: '3/25/2026 1:00:00', End: '3/25/2026 2:12:40' }),
    );
    assert.equal(detection.dateOrder, 'MDY');
    assert.deepEqual(detection.dateOrderCertainty, { kind: 'proved', by: 'part-over-12' });
  });
  it('is assumed by the shorter span where nothing proves it', () => {
    const { detection } = accepted(
      logText(
        { Start: '02/03/2026 01:00:00', End: '02/03/2026 02:12:40' },
        { Start: '03/03/2026 01:00:00', End: '03/03/2026 02:12:40' },
      ),
    );
    assert.equal(detection.dateOrder, 'DMY');
    assert.deepEqual(detection.dateOrderCertainty, { kind: 'assumed', because: 'shortest-span' });
  });
  const at = (start: string, end = start) => ({
    Start: `${start} 22:00:00`,
    End: `${end} 23:12:40`,
    Duration: start === end ? '1:12:40' : '25:12:40',
  });
  const orderOf = (...rows: readonly Readonly<Record<string, string>>[]) => {
    const { detection, diagnostics } = accepted(logText(...rows));
    const { dateOrder, dateOrderCertainty } = detection;
    const by = dateOrderCertainty?.kind === 'proved' ? dateOrderCertainty.by : 'not proved';
    const mixed = diagnostics.find(({ code }) => code === 'date.mixed-formats')?.count ?? 0;
    return { dateOrder, by, mixed };
  };
  it('is not turned round by one stray date where runs over midnight prove it', () => {
    const rows = [at('03/02/2026', '03/03/2026'), at('03/04/2026', '03/05/2026')];
    assert.deepEqual(orderOf(...rows, at('25/03/2026')), {
      dateOrder: 'MDY',
      by: 'run-over-midnight',
      mixed: 2,
    });
  });
  it('is what the large majority of parts over 12 proves', () => {
    const rows = ['14', '15', '16', '17'].map((d) => at(`03/${d}/2026`));
    assert.deepEqual(orderOf(at('25/03/2026'), ...rows), {
      dateOrder: 'MDY',
      by: 'part-over-12',
      mixed: 2,
    });
    assert.equal(orderOf(at('03/25/2026'), at('14/03/2026'), at('15/03/2026')).dateOrder, 'DMY');
  });
  it('is proved by a lone part over 12 where nothing speaks against it', () => {
    assert.deepEqual(orderOf(at('03/02/2026'), at('04/02/2026'), at('25/02/2026')), {
      dateOrder: 'DMY',
      by: 'part-over-12',
      mixed: 0,
    });
  });
  it('is only assumed where the proofs are equal', () => {
    assert.equal(orderOf(at('25/03/2026'), at('03/26/2026')).by, 'not proved');
  });
  it('can be given by hand', () => {
    const reading = accepted(logText(night), { dateOrder: 'MDY' });
    assert.deepEqual(reading.detection.dateOrderCertainty, { kind: 'given' });
    assert.equal(formatIsoWall(reading.number(0, 'start') ?? 0), '2026-02-03T22:00:00');
  });
});

describe('an end that shows a time of day only', () => {
  const cases = [
    // start, end, duration, end with its date
    ['2026-03-02 22:00:00', '01:41:07', '3:41:07', '2026-03-03T01:41:07'],
    ['2026-03-06 18:00:00', '20:30:00', '74:30:00', '2026-03-09T20:30:00'],
    ['2026-10-25 02:30:00', '02:30:00', '1:00:00', '2026-10-25T02:30:00'], // clocks went back
    ['2026-10-25 02:50:00', '02:10:00', '0:20:00', '2026-10-25T02:10:00'], // end before start
    ['2026-03-02 22:00:00', '01:00:00', '', '2026-03-03T01:00:00'], // the next such time
  ] as const;
  for (const [Start, End, Duration, expected] of cases) {
    it(`${Start} + ${Duration || 'an unknown time'} ends at ${expected}`, () => {
      const reading = accepted(logText({ Start, End, Duration }));
      assert.equal(reading.detection.endHasDate, false);
      assert.equal(formatIsoWall(reading.number(0, 'end') ?? 0), expected);
    });
  }
});

describe('the values of a column at once', () => {
  it('are those of its rows one by one, those worked out from other columns included', () => {
    const text = logText({ Errors: '' }, { Files: 'many' }, { Online: '32,216,449,024' });
    const without = text.replace('\tDuration', '\tLasted').replaceAll('1:12:40', '');
    for (const reading of [accepted(text), accepted(without)]) {
      for (const field of valueFields) {
        const each = Array.from({ length: 3 }, (_, row) => reading.number(row, field));
        const once = [...reading.valuesOf(field)];
        assert.deepEqual(
          once.map((value) => (Number.isNaN(value) ? null : value)),
          each,
          field,
        );
      }
    }
  });
});

describe('a lone group of three digits', () => {
  const cases = [
    // Files, Online, files read, codes
    ['12,000', '32,216,449,024', 12_000, ''], // another column proves the comma
    ['12,000', '3,22,16,449', 12_000, 'number.indian-grouping'], // so does one of India
    ['12.000', '3,22,16,449', null, 'number.indian-grouping,number.ambiguous-separator'],
    ['12,000', '32216449024', null, 'number.ambiguous-separator'], // nothing proves it
  ] as const;
  for (const [Files, Online, expected, codes] of cases) {
    it(`${Files} beside ${Online} is ${expected ?? 'not read'}`, () => {
      const text = logText({ Files, Online });
      assert.equal(accepted(text).number(0, 'files'), expected);
      assert.equal(codesOf(text).toSorted().join(), codes.split(',').toSorted().join());
    });
  }
});

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

describe('a title above the column names', () => {
  const title = 'Activity Log of EXAMPLE-DSC01\r\nSaved 2026-03-04 08:00\r\n\r\n';
  const cases = [
    // what, text, line of the column names
    ['of a text with tabs', `${title}${logText({})}`, 4], // an empty line counts as a line
    ['of a text with commas', `"Activity Log"\n${logText({}).replaceAll('\t', ',')}`, 2],
    ['of a text whose only row is that of the labels', `${title}${logText()}`, 4],
  ] as const;
  for (const [what, text, line] of cases) {
    it(`${what} is said with the line on which the names stand`, () => {
      const reading = accepted(text);
      const said = reading.diagnostics.find(({ code }) => code === 'header.not-first');
      assert.deepEqual(said?.places, [{ row: line, line }]);
      assert.equal(reading.detection.headerRow, line);
    });
  }
});

describe('a file that is no log', () => {
  const cases = [
    ['', 'file.empty'],
    [' \r\n \r\n', 'file.empty'],
    ['Dear support,\nplease help me.\n', 'file.other-log'],
    [
      'Level,Date and Time,Source,Event ID,Task Category\nError,3/2/2026 1:00:00 AM,Disk,7,None\n',
      'file.other-log',
    ],
    // Dates and words make no log of DS-Client.
    ['Date,Customer,Amount,Currency\n2026-03-02,EXAMPLE,12.50,EUR\n', 'file.other-log'],
    ['2026-03-02,EXAMPLE,12,EUR\n2026-03-03,EXAMPLE,13,EUR\n', 'file.other-log'],
    [
      'Activity,Status,Device,Started by,Start time,Finish time,Duration\nPlan,Succeeded,EXAMPLE,System,3/2/2026 1:00:00 AM,3/2/2026 1:10:00 AM,0:10:00\n',
      'file.other-log',
    ],
    ['<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><Workbook/>', 'xml.doctype'],
    [`${'a\t'.repeat(300)}\n${'1\t'.repeat(300)}\n`, 'table.too-wide'],
  ] as const;
  for (const [text, code] of cases) {
    it(`${JSON.stringify(text.slice(0, 30))} is refused: ${code}`, () => {
      assert.deepEqual(codesOf(text), [code]);
    });
  }
});

describe('a log in words that are not known', () => {
  it('is one by its moments and durations alone', () => {
    const text =
      'Benutzer;Art;Satz;Beginn;Ende;Dauer;Dateien\n;Sicherung;EXAMPLE-SQL01;02.03.2026 01:00:00;02.03.2026 02:12:40;1:12:40;5\n';
    const reading = accepted(text);
    assert.equal(reading.number(0, 'duration'), 4360);
    assert.equal(formatIsoWall(reading.number(0, 'start') ?? 0), '2026-03-02T01:00:00');
  });
});

describe('columns', () => {
  it('of labels in other words are mapped by their shape and marked as guessed', () => {
    const german =
      'Benutzername,Typ,Besitzer,Beschreibung,Fehler,Warnungen,Beginn,Ende,Dauer,Dateien,Online,Übertragen,Abschluss';
    const reading = accepted(
      logText(ordinary).replace(labels.join('\t'), german.split(',').join('\t')),
    );
    assert.equal(reading.columns[3]?.field, 'description');
    assert.equal(reading.columns[3]?.certainty, 'guessed');
    assert.equal(reading.columns[10]?.certainty, 'known');
    assert.equal(reading.number(0, 'transmitted'), 5_242_880);
  });
  it('given by hand win over those found', () => {
    const mapping = new Map([[11, 'online' as const]]);
    const reading = accepted(logText(ordinary), { mapping });
    assert.equal(reading.number(0, 'online'), 5_242_880);
    assert.equal(reading.columnOf('transmitted'), -1);
  });
});

describe('a long file', () => {
  it('is read from its end, and says how many lines were not read', () => {
    const rows = Array.from({ length: 50 }, (_, i) => ({ Files: String(i) }));
    const reading = accepted(logText(...rows), { rowsMax: 10 });
    assert.equal(reading.rowCount, 10);
    assert.equal(reading.rowsSkipped, 40);
    assert.equal(reading.number(0, 'files'), 40);
    assert.equal(reading.dataRow(0), 41);
  });
  it('tells how far reading is, never going back, in steps of at most a fifth', () => {
    const lines = Array.from({ length: 60_000 }, (_, i) => ({ Online: String(i) }));
    const told: number[] = [];
    accepted(logText(...lines), { onProgress: (share) => told.push(share) });
    assert.deepEqual(
      told,
      told.toSorted((a, b) => a - b),
    );
    assert.ok(told.length >= 10 && told.length < 300, `${told.length} steps`);
    const widest = told.reduce((most, share, i) => Math.max(most, share - (told[i - 1] ?? 0)), 0);
    assert.ok(widest < 0.2, `a step of ${widest}`);
    assert.ok((told.at(-1) ?? 0) > 0.8 && (told.at(-1) ?? 2) <= 1);
  });
});
