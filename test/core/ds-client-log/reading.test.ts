/** A file as a whole: its title and columns, its length, and what is no log. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatIsoWall } from '../../../src/core/ds-client-log/wall-time.ts';
import { accepted, codesOf, labels, logText, ordinary } from './text-log.ts';

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
