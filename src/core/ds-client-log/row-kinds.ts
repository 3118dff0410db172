import { isNumberField, type Field } from './columns.ts';
import { readDateParts } from './dates.ts';
import type { ReadColumn } from './file-columns.ts';
import { looksLikeValue } from './header.ts';

const rule = /^[\s\-=_*+|.~\u2500\u2550]+$/;
const totalWord =
  /^(?:grand[ -]?|sub[ -]?)?(?:totals?|sums?|(?:gesamt|zwischen)?summe|gesamt|insgesamt|somme|summa|suma|razem|totale|totaal|averages?|avg|mean|durchschnitt|mittelwert|moyenne)\b/i;
const labelMax = 80;

/** Whether every filled cell is a rule of dashes or the like. */
export const isRule = (cells: readonly string[]): boolean => {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return (
    filled.length > 0 &&
    filled.every((cell) => rule.test(cell.slice(0, 400)) && cell.trim().length > 1)
  );
};

export const isBlank = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell.length < 400 && cell.trim() === '');

/** A row of totals or averages: its first words say so, and no cell says when it was. */
export function isTotal(cells: readonly string[]): boolean {
  const says = cells.some((cell) => totalWord.test(cell.slice(0, labelMax).trim()));
  return says && cells.every((cell) => readDateParts(cell) === null);
}

/** Fewer counts than this are no row of totals: a stray figure stands alone. */
const totalCountsMin = 2;

/**
 * A row of totals without a word: figures where the counts stand and nothing else, in a log that says of
 * each run when it was and what it did.
 */
export function isBareTotal(cells: readonly string[], columns: readonly ReadColumn[]): boolean {
  const filled = (fields: (field: Field | null) => boolean): readonly string[] =>
    columns
      .filter(({ field }) => fields(field))
      .map(({ index }) => cells[index] ?? '')
      .filter((cell) => cell.trim() !== '');
  if (filled((field) => !isNumberField(field) && field !== 'duration').length > 0) return false;
  const counts = filled(isNumberField);
  return counts.length >= totalCountsMin && counts.every((cell) => looksLikeValue(cell.trim()));
}

/** A title, a footer or a page number: one filled cell of words in a table of many columns. */
export function isFurniture(cells: readonly string[], width: number): boolean {
  if (width < 3) return false;
  const filled = cells.filter((cell) => cell.trim() !== '');
  const [only = ''] = filled;
  return (
    filled.length === 1 && only.length < 400 && !looksLikeValue(only) && !isForeignRow(only, width)
  );
}

/**
 * Whether a lone cell is a whole row of data in another writing, such as commas between cells and within
 * numbers: it cannot be cut up, and must not be taken for a title that nobody misses.
 */
const isForeignRow = (cell: string, width: number): boolean =>
  ['\t', ';', ',', '|'].some((mark) => {
    const pieces = cell.split(mark);
    return pieces.length >= width && pieces.some((piece) => readDateParts(piece) !== null);
  });
