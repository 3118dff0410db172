import type { OtherFile } from './sheet.ts';

const words: Readonly<Record<OtherFile, readonly [string, string]>> = {
  password: [
    'This workbook is protected with a password, so its contents cannot be read.',
    'Open it in Excel or LibreOffice and save a copy without the password, or save the log as text in DS-User.',
  ],
  archive: ['This is a ZIP archive and not a log.', 'Unpack it and open the file that is inside.'],
  document: [
    'This is a document of another kind than an Excel workbook.',
    'If it holds a table, open it and save the table as CSV or as an Excel workbook (.xlsx).',
  ],
  compound: [
    'This file begins as old Office files do (Word, Outlook, Excel), and no workbook was found in it.',
    'If it holds a table, open it in the program that wrote it and save the table as CSV or as text. Or save the log as text in DS-User.',
  ],
};

/** What a file is that looks like a workbook, and its cure; null where that is not known. */
export const otherFileWords = (found: string): readonly [string, string] | null =>
  Object.hasOwn(words, found) ? words[found as OtherFile] : null;
