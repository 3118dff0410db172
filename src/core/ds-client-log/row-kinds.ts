import { looksLikeValue } from './header.ts';
import { readDateParts } from './dates.ts';

const rule = /^[\s\-=_*+|.~\u2500\u2550]+$/;
const totalWord =
  /^(?:grand[ -]?|sub[ -]?)?(?:totals?|sums?|summe|gesamt|insgesamt|somme|summa)\b/i;
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

/** A row of totals: its first words say so, and no cell says when it was. */
export function isTotal(cells: readonly string[]): boolean {
  const says = cells.some((cell) => totalWord.test(cell.slice(0, labelMax).trim()));
  return says && cells.every((cell) => readDateParts(cell) === null);
}

/** A title, a footer or a page number: one filled cell of words in a table of many columns. */
export function isFurniture(cells: readonly string[], width: number): boolean {
  if (width < 3) return false;
  const filled = cells.filter((cell) => cell.trim() !== '');
  const [only = ''] = filled;
  return filled.length === 1 && only.length < 400 && !looksLikeValue(only);
}
