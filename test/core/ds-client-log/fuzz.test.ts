import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { catalogue } from '../../conformance/logs.ts';
import { inflate } from '../../conformance/logs/inflate.ts';
import {
  diagnosticPlaces,
  diagnosticWords,
} from '../../../src/core/ds-client-log/diagnostic-words.ts';
import { groupEvents } from '../../../src/core/ds-client-log/events.ts';
import { explainCell } from '../../../src/core/ds-client-log/explain.ts';
import { exportRows, exportSetAside } from '../../../src/core/ds-client-log/export.ts';
import { flagWords } from '../../../src/core/ds-client-log/flag-words.ts';
import { logFlags } from '../../../src/core/ds-client-log/flags.ts';
import { messageMatcher } from '../../../src/core/ds-client-log/messages.ts';
import { logMetrics, rowMetrics } from '../../../src/core/ds-client-log/metrics.ts';
import { openLog } from '../../../src/core/ds-client-log/read-log.ts';

const folder = join(import.meta.dirname, '..', '..', 'conformance', 'data', 'logs');
const sampleBytesMax = 40_000;
const samples = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => !name.endsWith('.json') && !name.endsWith('.md'))
  .map((name) => join(folder, name))
  .filter((path) => statSync(path).isFile() && statSync(path).size < sampleBytesMax)
  .map((path) => new Uint8Array(readFileSync(path)));

const match = messageMatcher(catalogue());
/** Far above what 40 kB need, far below what a runaway pattern takes. */
const millisecondsMax = 2000;

/** Everything the page asks of a file: none of it may throw or take long. */
async function useAll(bytes: Uint8Array): Promise<void> {
  const begun = performance.now();
  const reading = await openLog(bytes, inflate);
  for (const diagnostic of reading.diagnostics) {
    diagnosticWords(diagnostic);
    diagnosticPlaces(diagnostic);
  }
  if (reading.kind === 'rejected') {
    assert.ok(reading.diagnostics.some((diagnostic) => diagnostic.severity === 'error'));
  } else {
    logMetrics(reading);
    logFlags(reading).forEach(flagWords);
    groupEvents(reading, match);
    for (let row = 0; row < Math.min(reading.rowCount, 20); row += 1) {
      rowMetrics(reading, row);
      for (const { field } of reading.columns) if (field) explainCell(reading, row, field);
    }
    exportRows(reading, 'csv');
    exportSetAside(reading, 'tsv');
    const aside = reading.setAside.filter((row) => row.row !== null).length;
    assert.equal(reading.rowsTotal, reading.rowCount + aside, 'a row was lost');
  }
  const spent = performance.now() - begun;
  assert.ok(spent < millisecondsMax, `took ${Math.round(spent)} ms`);
}

type Edit = readonly [kind: 'flip' | 'cut' | 'insert' | 'repeat', at: number, value: number];

const interesting = [0, 9, 10, 13, 34, 38, 44, 45, 59, 60, 62, 128, 255];

function edited(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  let result: number[] = [...bytes];
  for (const [kind, where, value] of edits) {
    const at = Math.floor(where * result.length);
    const byte = interesting[value % interesting.length] ?? 0;
    if (kind === 'flip') result[at] = byte;
    else if (kind === 'insert') result.splice(at, 0, ...Array.from({ length: value }, () => byte));
    else if (kind === 'cut') result.splice(at, value);
    else result = [...result.slice(0, at), ...result.slice(Math.max(0, at - value))];
  }
  return Uint8Array.from(result);
}

const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.tuple(
    fc.constantFrom('flip' as const, 'cut' as const, 'insert' as const, 'repeat' as const),
    fc.double({ min: 0, max: 0.999, noNaN: true }),
    fc.integer({ min: 1, max: 400 }),
  ),
  { minLength: 1, maxLength: 12 },
);

describe('no input throws, hangs or loses a row', () => {
  it('of the samples, bent in a dozen places', async () => {
    assert.ok(samples.length > 20);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...samples), edits, (bytes, list) =>
        useAll(edited(bytes, list)),
      ),
      { numRuns: 250 },
    );
  });
  it('of random bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 4000 }), useAll), { numRuns: 200 });
  });
  it('of words that tables are made of, in any order', async () => {
    const word = fc.constantFrom(
      '\t',
      ',',
      ';',
      '"',
      '""',
      '\n',
      '\r\n',
      '\r',
      ' ',
      '   ',
      'Type',
      'Start',
      'End',
      'Duration',
      'Online',
      'Completion',
      'Description',
      'Backup',
      'Completed',
      '3/2/2026 1:00:00 AM',
      '02.03.2026 22:00:00',
      '1:12:40',
      '32,216,449,024',
      '1.234',
      '<table>',
      '<tr>',
      '<td colspan="9">',
      '</table>',
      '<?xml version="1.0"?>',
      '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      '<Row ss:Index="9">',
      '<Cell ss:Index="400">',
      '<Data>',
      '&amp;',
      '&#0;',
      '<!--',
      ']]>',
      '----  ----  ----',
      'Total',
      '\u202e',
      '\u0000',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 200 }), (words) =>
        useAll(new TextEncoder().encode(words.join(''))),
      ),
      { numRuns: 400 },
    );
  });
  it('of inputs made to make patterns explode', async () => {
    const baits = [
      `${' '.repeat(100_000)}\t`.repeat(5),
      '1:'.repeat(100_000),
      '"'.repeat(100_001),
      `${'"a'.repeat(50_000)}\n`.repeat(3),
      '<'.repeat(100_000),
      `<table>${'<tr><td>'.repeat(30_000)}`,
      '&'.repeat(100_000),
      `Type\tStart\tEnd\tOnline\n${'1,'.repeat(50_000)}\t\t\t\n`,
      `Type  Start  End  Online\n${'- '.repeat(50_000)}\n`,
      `sudo: ${'a'.repeat(100_000)}`,
      `Type\tCategory\tEvent Time\tEvent #\tDescription\n${`Error\tIO\t3/2/2026 1:00:00 AM\t1\t${'('.repeat(9000)}\n`.repeat(20)}`,
    ];
    for (const bait of baits) await useAll(new TextEncoder().encode(bait));
  });
});
