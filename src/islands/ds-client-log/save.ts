import type { ExportForm } from '../../core/ds-client-log/export.ts';
import { failureNote } from './failure-words.ts';
import type { ReaderClient } from './reader-client.ts';
import type { ReaderFailure } from './reader-desk.ts';

/** What can be saved as a file: the lines as arranged, or the rows that were left out. */
export type Saved = ExportForm | 'left-out';

const names = {
  csv: 'log-lines.csv',
  tsv: 'log-lines.txt',
  'left-out': 'rows-left-out.txt',
} as const satisfies Record<Saved, string>;

/** Offers a file to be saved. It is made on this machine: nothing is sent anywhere. */
function offer(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser takes its copy when the click is handled; a second is ample.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** Offers a text as a file. */
export const saveText = (name: string, text: string): void =>
  offer(name, new Blob([text], { type: 'text/plain;charset=utf-8' }));

/** Why no file was made, for who wanted it. */
function notMade(failure: ReaderFailure): string {
  switch (failure.kind) {
    case 'cancelled':
      return 'Another log was opened before the file was made. Nothing was saved.';
    case 'too-slow':
      return `The file was not made within ${failure.seconds} seconds. Nothing was saved. Show fewer lines, then try again.`;
    default:
      return failureNote(failure, 'Nothing was saved.').text;
  }
}

/** Makes a file of the open log, and offers it. Where none was made, it gives why. */
export async function save(client: ReaderClient, what: Saved): Promise<string | null> {
  if (what === 'left-out') {
    const left = await client.ask({ kind: 'left-out' });
    if (left.ok) saveText(names[what], left.answer.text);
    return left.ok ? null : notMade(left.failure);
  }
  const exported = await client.ask({ kind: 'export', form: what });
  if (exported.ok) offer(names[what], exported.answer.file);
  return exported.ok ? null : notMade(exported.failure);
}
