import { groupThousands } from '../units.ts';
import { otherFileWords } from './container-words.ts';
import type { Diagnostic, DiagnosticCode, Place } from './diagnostics.ts';

/** One sentence on what was found and one on what to do about it; the second may be empty. */
export interface DiagnosticWords {
  readonly says: string;
  readonly todo: string;
}

interface Told {
  /** How many places, as words: "3 rows". */
  readonly rows: string;
  readonly cells: string;
  readonly fact: (name: string) => string;
}

const saveAs = 'In DS-User, right-click in the log, choose Save As and save it as text.';
const keepsRow = 'The row is shown below with its reason and is in no sum.';
const leftOut = 'The value is left out of every sum; the cell is shown as it was written.';
const asText = 'Everything is shown as plain text. There is nothing for you to do.';

/** A sentence for a person, with what to do, for every code of the vocabulary. */
const words: Readonly<Record<DiagnosticCode, (told: Told) => readonly [string, string]>> = {
  'file.empty': () => [
    'There is nothing in this file.',
    'Save the log once more and check that it shows lines before you save it.',
  ],
  'file.no-rows': () => [
    'The file is a log with no activities in it.',
    'By default the Activity Log shows only today and yesterday: widen the dates, press Find and save again.',
  ],
  'file.is-image': ({ fact }) => [`This is a picture (${fact('format')}), not a log.`, saveAs],
  'file.not-text': () => ['This file is not a text and not a table that we can read.', saveAs],
  'file.other-log': ({ fact }) => [
    fact('looks_like') === 'unknown'
      ? 'This does not look like an activity log or event log of DS-Client.'
      : `This does not look like a DS-Client log; it looks like ${fact('looks_like')}.`,
    saveAs,
  ],
  'file.truncated': () => [
    'The file breaks off in the middle of its last row.',
    'That row is left out of every sum. Save or copy the log again to have it whole.',
  ],
  'file.second-table': () => [
    'Another table with other columns follows in the same file.',
    'The first table is read. Save the second one as a file of its own to read it.',
  ],
  'container.unsupported-biff': ({ fact }) =>
    otherFileWords(fact('found')) ?? [
      'This is a workbook in the old binary Excel format, which this page cannot read.',
      'Open it in Excel or LibreOffice and save it as CSV or as text, or save the log as text in DS-User.',
    ],
  'container.corrupt': ({ fact }) =>
    otherFileWords(fact('found')) ?? [
      'This workbook is broken or cut off.',
      'Save it once more, or save the log as text.',
    ],
  'zip.inflates-too-much': () => [
    'This workbook unpacks to far more than a log could hold, so reading was stopped.',
    'If it is a real log, save a shorter range of days, or save it as text.',
  ],
  'xml.doctype': () => [
    'This file brings definitions of its own (a DOCTYPE), which logs do not have, so it was not read.',
    saveAs,
  ],
  'table.too-wide': ({ fact }) => [
    `The table has ${fact('cols')} columns; a log has about thirteen.`,
    'It was not read, because more than 200 columns are no log of DS-Client. Check which file you chose.',
  ],
  'html.active-content': () => [
    'The file holds scripts or links to other places, as web pages do.',
    'They were ignored: nothing was run and nothing was fetched.',
  ],
  'table.merged-cells': ({ rows }) => [
    `${rows} with merged cells, so it is not certain which value belongs to which column.`,
    keepsRow,
  ],
  'encoding.guessed': ({ fact }) => [
    `The file does not say how its letters are written; it was read as ${fact('encoding')}.`,
    'Look at names with accents. If they are wrong, save the log again as Unicode text.',
  ],
  'encoding.trailing-byte': () => [
    'One byte is left over at the end of the file.',
    'The file was probably cut off. Check the last row.',
  ],
  'eol.cr': () => [
    'The lines end in an old manner (carriage returns alone).',
    'They were read. There is nothing for you to do.',
  ],
  'delimiter.mixed': ({ rows }) => [
    `${rows} written with another separator than the rest.`,
    'They were read with their own. Check them, because they were probably pasted from elsewhere.',
  ],
  'quote.unbalanced': ({ rows }) => [
    `${rows} with a quotation mark that never closes.`,
    'The row was read up to the end of its line. Check it against the log.',
  ],
  'header.missing': () => [
    'There is no line of column names, so the columns were worked out from what the cells hold.',
    'Check the columns under “How I read this” and correct them there.',
  ],
  'header.unknown': ({ cells }) => [
    `${cells} of the column names ${cells === '1' ? 'is' : 'are'} not known to us; where possible the meaning was worked out from the cells.`,
    'Check the columns under “How I read this” and correct them there.',
  ],
  'header.duplicate': () => [
    'Two columns bear the same name.',
    'The first one is used. Choose the other under “How I read this” if it is the right one.',
  ],
  'header.not-first': ({ fact }) => [
    `The column names stand in line ${fact('line')}; the lines above them were taken for a title.`,
    '',
  ],
  'row.short': ({ rows }) => [`${rows} with too few cells.`, keepsRow],
  'row.long': ({ rows }) => [`${rows} with too many cells.`, keepsRow],
  'row.trailing-empty': ({ rows }) => [
    `${rows} with one empty cell too many at the end.`,
    'It does no harm; the row counts.',
  ],
  'row.furniture': ({ rows }) => [
    `${rows} that are no data: rules, titles or page numbers.`,
    'They are left out.',
  ],
  'row.repeated-header': () => [
    'The column names appear again further down.',
    'That line is left out. The file is probably several logs put together.',
  ],
  'row.total': () => ['There is a row of totals.', 'It is never added to the other rows.'],
  'row.exact-duplicate': ({ rows }) => [
    `${rows} that appear more than once, exactly alike.`,
    'Each counts once. The log was probably pasted twice.',
  ],
  'cell.control-char': ({ cells }) => [
    `Control characters in ${cells} ${cells === '1' ? 'cell' : 'cells'}.`,
    'They are shown as boxes. The file may be damaged there.',
  ],
  'cell.invisible-char': ({ cells }) => [
    `Invisible characters in ${cells} ${cells === '1' ? 'cell' : 'cells'}.`,
    'They are shown as boxes. Two names that look alike may differ by them.',
  ],
  'cell.bidi-control': ({ cells }) => [
    `Characters that turn the direction of writing in ${cells} ${cells === '1' ? 'cell' : 'cells'}.`,
    'They are shown as boxes and have no effect here: a name can look like another with them.',
  ],
  'cell.huge': ({ cells }) => [
    `${cells} ${cells === '1' ? 'cell holds' : 'cells hold'} more than 32,768 characters.`,
    'Only the beginning is shown, with the number of characters left out.',
  ],
  'cell.formula-like': ({ cells }) => [
    `${cells} ${cells === '1' ? 'cell begins' : 'cells begin'} like a formula.`,
    'Shown as text here. In files that you save from this page an apostrophe stands before it, so that no spreadsheet calculates it.',
  ],
  'cell.markup-like': ({ cells }) => [
    `${cells} ${cells === '1' ? 'cell looks' : 'cells look'} like program code.`,
    asText,
  ],
  'cell.secret-like': ({ cells }) => [
    `${cells} ${cells === '1' ? 'cell looks as if it held' : 'cells look as if they held'} a password or key.`,
    'Nothing has left your computer. Hide it before you copy or share anything, and change the password if the log has been passed on.',
  ],
  'date.mixed-formats': ({ cells }) => [
    `${cells} ${cells === '1' ? 'date is' : 'dates are'} written in another form than the rest of the column.`,
    leftOut,
  ],
  'date.unreadable': ({ cells }) => [
    `${cells} ${cells === '1' ? 'cell is' : 'cells are'} not a date that we can read.`,
    'The row is shown but left out of speeds and timelines.',
  ],
  'date.impossible': ({ cells }) => [
    `${cells} ${cells === '1' ? 'date is' : 'dates are'} not in the calendar, such as 31 February.`,
    'The row is shown but left out of speeds and timelines. Day and month may be the other way round: change it under “How I read this”.',
  ],
  'duration.negative': ({ cells }) => [
    `${cells} ${cells === '1' ? 'duration is' : 'durations are'} below zero.`,
    'The row is left out of speeds and timelines. The clock was probably changed while it ran.',
  ],
  'duration.unreadable': ({ cells }) => [
    `${cells} ${cells === '1' ? 'cell is' : 'cells are'} not a duration that we can read.`,
    'The row is shown but left out of speeds and timelines.',
  ],
  'number.ambiguous-separator': ({ cells }) => [
    `${cells} ${cells === '1' ? 'number' : 'numbers'} such as 1.234 could be a thousand or a fraction.`,
    'The value is left out until you choose the separator under “How I read this”.',
  ],
  'number.has-unit': ({ cells }) => [
    `${cells} ${cells === '1' ? 'number has' : 'numbers have'} a unit, such as “30 GB”, and so no exact value.`,
    `${leftOut} Save the log from DS-User to have exact bytes.`,
  ],
  'number.indian-grouping': ({ cells }) => [
    `${cells} ${cells === '1' ? 'number is' : 'numbers are'} grouped in the Indian manner (1,23,45,678).`,
    'Read as written. There is nothing for you to do.',
  ],
  'number.scientific': ({ cells }) => [
    `${cells} ${cells === '1' ? 'number was' : 'numbers were'} shortened by a spreadsheet (3.22E+10), so the exact value is lost.`,
    'It counts as “about”. Save the log from DS-User to have exact bytes.',
  ],
  'number.beyond-2-53': ({ cells }) => [
    `${cells} ${cells === '1' ? 'number is' : 'numbers are'} too large to be held exactly.`,
    leftOut,
  ],
  'number.implausible': ({ cells }) => [
    `${cells} ${cells === '1' ? 'number is' : 'numbers are'} larger than any backup can be.`,
    leftOut,
  ],
  'number.negative-bytes': ({ cells }) => [
    `${cells} ${cells === '1' ? 'size is' : 'sizes are'} below zero.`,
    leftOut,
  ],
  'number.unreadable': ({ cells }) => [
    `${cells} ${cells === '1' ? 'cell is' : 'cells are'} not a number (such as ####).`,
    `${leftOut} If a spreadsheet wrote ####, widen the column there and save again.`,
  ],
};

const count = (n: number): string => groupThousands(String(n));

function factOf(places: readonly Place[], name: string): string {
  const [place] = places;
  const value = name === 'line' ? place?.line : place?.facts?.[name];
  return value === undefined ? 'unknown' : typeof value === 'number' ? count(value) : String(value);
}

/** What a diagnostic says to a person, and what to do. */
export function diagnosticWords({ code, count: times, places }: Diagnostic): DiagnosticWords {
  const rows = times === 1 ? 'One row' : `${count(times)} rows`;
  const [says, todo] = words[code]({
    rows,
    cells: count(times),
    fact: (name) => factOf(places, name),
  });
  return { says, todo };
}

const listed = 12;

/** Where it was raised, for a person: "rows 4, 8 and 12"; empty when it is about the whole file. */
export function diagnosticPlaces({ places, count: times }: Diagnostic): string {
  const rows = [...new Set(places.flatMap(({ row }) => (row === undefined ? [] : [row])))];
  if (rows.length === 0) return '';
  const shown = rows.slice(0, listed).map((row) => count(row));
  const more = times - shown.length;
  if (more > 0 && rows.length > listed) return `rows ${shown.join(', ')} and ${count(more)} more`;
  if (shown.length === 1) return `row ${shown[0]}`;
  return `rows ${shown.slice(0, -1).join(', ')} and ${shown[shown.length - 1]}`;
}
