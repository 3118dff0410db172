import { readLog } from '../../../src/core/ds-client-log/read-log.ts';
import type { AcceptedReading, ReadOptions } from '../../../src/core/ds-client-log/reading.ts';

/** Labels in the order of Asigra's article. */
export const labels =
  'User Name,Type,Owner,Description,Errors,Warnings,Start,End,Duration,Files,Online,Transmitted,Completion'.split(
    ',',
  );

/** One ordinary row; a test changes the cells it is about. */
export const ordinary: Readonly<Record<string, string>> = {
  'User Name': '',
  Type: 'Backup',
  Owner: 'EXAMPLE\\backup.svc',
  Description: 'EXAMPLE-SQL01 - Orders database',
  Errors: '0',
  Warnings: '0',
  Start: '2026-03-02 01:00:00',
  End: '2026-03-02 02:12:40',
  Duration: '1:12:40',
  Files: '5',
  Online: '32216449024',
  Transmitted: '5242880',
  Completion: 'Completed',
};

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A tab-separated log of rows that differ from the ordinary one. */
export const logText = (...rows: readonly Readonly<Record<string, string>>[]): string =>
  [
    labels.join('\t'),
    ...rows.map((row) => labels.map((label) => row[label] ?? ordinary[label] ?? '').join('\t')),
    '',
  ].join('\r\n');

/** The reading of a text, which must be accepted. */
export function accepted(text: string, options: ReadOptions = {}): AcceptedReading {
  const reading = readLog(bytesOf(text), options);
  if (reading.kind === 'rejected') {
    throw new Error(`rejected: ${reading.diagnostics.map((d) => d.code).join()}`);
  }
  return reading;
}

/** The codes that were raised, in their order. */
export const codesOf = (text: string): readonly string[] =>
  readLog(bytesOf(text)).diagnostics.map((diagnostic) => diagnostic.code);
