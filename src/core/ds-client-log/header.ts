import { fieldOfWord, kindOfWords, normaliseLabel, type LogKind } from './columns.ts';
import { delimitedTable, delimiters } from './delimited.ts';
import { quotesPairUp } from './delimited-cells.ts';
import type { Delimiter } from './delimited-rows.ts';
import { readDateParts, readTimeOfDay } from './dates.ts';
import { readDuration } from './durations.ts';
import { boundsMax, type Table } from './table.ts';

/** How far into a file a header is looked for. */
const headerRowsMax = 60;
const sampleBytes = 1 << 18;

export interface Header {
  /** Physical row of the header. */
  readonly row: number;
  readonly labels: readonly string[];
  readonly known: number;
  readonly kind: LogKind;
}

/** Three known labels that are at least half of the row: data rows hold at most one such word. */
const knownMin = 3;
const labelStart = /^\s*["']?\p{L}/u;
const labelLengthMax = 60;

/** How many labels of a row are known, read as the kind of log that knows more of them. */
export function headerOf(cells: readonly string[], row: number): Header | null {
  // Most rows are data: their cells are numbers, dates and long names, and need no closer look.
  const words = cells.map((cell) =>
    cell.length <= labelLengthMax && labelStart.test(cell) ? normaliseLabel(cell) : '',
  );
  const isWord = (word: string): boolean =>
    fieldOfWord('activity-log', word) !== null || fieldOfWord('event-log', word) !== null;
  if (words.filter(isWord).length < knownMin) return null;
  const labels = cells.map((cell) => cell.trim());
  const kind = kindOfWords(words);
  const filled = labels.filter((label) => label !== '').length;
  const fields = words.map((word) => fieldOfWord(kind, word)).filter((field) => field !== null);
  const known = new Set(fields).size;
  return known >= knownMin && known * 2 >= filled ? { row, labels, known, kind } : null;
}

/** The best header among the first rows of a table, if it has more than `above` known labels. */
export function findHeader(table: Table, above = 0): Header | null {
  let best: Header | null = null;
  let known = above;
  const bounds = new Uint32Array(boundsMax);
  for (let row = 0; row < headerRowsMax && table.has(row); row += 1) {
    // A row of no more cells than labels are known already cannot hold more of them.
    const cells = table.bounds(row, bounds);
    if (cells >= 0 && cells <= known) continue;
    const header = headerOf(table.cells(row), row);
    if (header === null || header.known <= known) continue;
    best = header;
    known = header.known;
  }
  return best;
}

/** Whether a row repeats a header: the same labels in the same places. */
export function repeatsHeader(cells: readonly string[], labels: readonly string[]): boolean {
  if (cells.length < labels.length) return false;
  // Written alike or not, most rows are told from a header by their first cells.
  return labels.every((label, i) => {
    const cell = cells[i] ?? '';
    return cell === label || normaliseLabel(cell) === normaliseLabel(label);
  });
}

export interface DelimiterChoice {
  readonly delimiter: Delimiter;
  readonly quoted: boolean;
  readonly header: Header | null;
}

const isQuoted = (sample: Uint8Array, delimiter: Delimiter): boolean =>
  delimiter === '\t' || delimiter === '|' ? quotesPairUp(sample, delimiter) : true;

const sampleOf = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, sampleBytes);

/** Whether a cell looks like a value rather than a label. */
export const looksLikeValue = (text: string): boolean =>
  readDateParts(text) !== null ||
  readTimeOfDay(text) !== null ||
  readDuration(text).kind === 'value' ||
  (/\d/.test(text.slice(0, 64)) && /^[\d.,'\u2019 \u00a0\u202f+-]+$/.test(text.slice(0, 64)));

/** Without known labels: the delimiter under which most rows have equally many cells and a date. */
function choiceByShape(sample: Uint8Array): DelimiterChoice | null {
  let best: { readonly choice: DelimiterChoice; readonly score: number } | null = null;
  for (const delimiter of delimiters) {
    const quoted = isQuoted(sample, delimiter);
    const table = delimitedTable(sample, { delimiter, quoted });
    const widths = new Map<number, number>();
    let dated = 0;
    let rows = 0;
    for (let row = 0; row < headerRowsMax && table.has(row); row += 1) {
      rows += 1;
      const cells = table.cells(row);
      widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
      if (cells.length > 2 && cells.some((cell) => readDateParts(cell) !== null)) dated += 1;
    }
    const [width = 0, share = 0] = [...widths].toSorted((a, b) => b[1] - a[1])[0] ?? [];
    const score = width > 2 && dated * 2 >= rows - 1 && dated > 0 ? share / rows + dated / rows : 0;
    if (score > 0 && (best === null || score > best.score + 0.25)) {
      best = { choice: { delimiter, quoted, header: null }, score };
    }
  }
  return best?.choice ?? null;
}

/**
 * The delimiter under which known labels appear in one line, tab before semicolon before comma before bar; never
 * by counting commas, which numbers are full of. Null when no delimiter makes a table of the text.
 */
export function chooseDelimiter(bytes: Uint8Array): DelimiterChoice | null {
  const sample = sampleOf(bytes);
  let best: DelimiterChoice | null = null;
  for (const delimiter of delimiters) {
    const quoted = isQuoted(sample, delimiter);
    const header = findHeader(delimitedTable(sample, { delimiter, quoted }), best?.header?.known);
    if (header) best = { delimiter, quoted, header };
  }
  return best ?? choiceByShape(sample);
}

/** The choice when a person has named the delimiter. */
export function givenDelimiter(bytes: Uint8Array, delimiter: Delimiter): DelimiterChoice {
  const sample = sampleOf(bytes);
  const quoted = isQuoted(sample, delimiter);
  return { delimiter, quoted, header: findHeader(delimitedTable(sample, { delimiter, quoted })) };
}
