import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readLog } from '../../../src/core/ds-client-log/read-log.ts';
import { bytesOf, labels, ordinary } from './text-log.ts';

const eventLabels = ['Type', 'Category', 'Event Time', 'Event #', 'Description'];
const event = ['Error', 'IO', '2026-03-02 02:16:00', '900013', 'Permission denied'];
const run = (files: string) =>
  labels.map((label) => (label === 'Files' ? files : (ordinary[label] ?? '')));

type Rows = readonly (readonly string[])[];

const html = (...tables: readonly Rows[]): string =>
  `<html><body>${tables.map((rows) => `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`).join('<hr>')}</body></html>`;

const xml = (...sheets: readonly Rows[]): string =>
  `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">${sheets
    .map(
      (rows) =>
        `<Worksheet><Table>${rows.map((cells) => `<Row>${cells.map((cell) => `<Cell><Data>${cell}</Data></Cell>`).join('')}</Row>`).join('')}</Table></Worksheet>`,
    )
    .join('')}</Workbook>`;

const filesOf = (text: string) => {
  const reading = readLog(bytesOf(text));
  const codes = reading.diagnostics.map(({ code }) => code).join();
  if (reading.kind === 'rejected') return { codes, files: null };
  const files = Array.from({ length: reading.rowCount }, (_, row) => reading.number(row, 'files'));
  return { codes, files };
};

for (const [what, written] of [
  ['tables of an HTML page', html],
  ['sheets of a SpreadsheetML workbook', xml],
] as const) {
  describe(`the ${what}`, () => {
    const log = [labels, run('1'), run('2')];
    const cases = [
      // what there is, tables, files of the rows that count, codes
      ['a log alone', [log], [1, 2], ''],
      ['notes and a log', [[['a', 'b']], [['c'], ['d'], ['e'], ['f']], log], [1, 2], ''],
      ['a form with labels and a log', [[labels], log], [1, 2], ''],
      ['a log and a page number', [log, [['Page 1']]], [1, 2], ''],
      ['a log in two parts', [log, [labels, run('3')]], [1, 2, 3], 'row.repeated-header'],
      ['a log and an event log', [log, [eventLabels, event]], [1, 2], 'file.second-table'],
    ] as const;
    for (const [there, tables, files, codes] of cases) {
      it(`give the rows of the log and a word on the rest: ${there}`, () => {
        assert.deepEqual(filesOf(written(...tables)), { codes, files });
      });
    }
    it('cut off within a row leave that row out and say so, whatever is left of it', () => {
      const whole = written([labels, run('1'), run('234')]);
      const cell = whole.lastIndexOf('234');
      for (const length of [cell + 1, cell + 3, cell - 40, whole.lastIndexOf('Completed') + 9]) {
        assert.deepEqual(filesOf(whole.slice(0, length)), {
          codes: 'file.truncated,row.short',
          files: [1],
        });
      }
    });
  });
}
