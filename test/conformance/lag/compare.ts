/** Comparing what a case expects with what the core says. */
import type { Figures } from './case.ts';
import { wordFields } from './words.ts';

export interface Difference {
  readonly kind: 'differs' | 'no figure';
  readonly detail: string;
}

// An integer is meant exactly; this much is what binary fractions cost.
const rounding = 1e-9;

/**
 * Which numbers of a file are written as fractions: `1.0` is a rounded figure with a tolerance, `1` a
 * count that is exact. JSON.parse gives the same value for both.
 */
export type IsFraction = (holder: object, key: string) => boolean;

interface Rule {
  readonly tolerance: number;
  readonly isFraction: IsFraction;
}

function numbersAgree(expected: number, actual: unknown, tolerance: number): boolean {
  if (typeof actual !== 'number' || Number.isNaN(actual)) return false;
  return Math.abs(actual - expected) <= Math.max(rounding, tolerance);
}

/** A time of day is the same with a leading zero and without. */
const asClock = (words: string): string => words.replace(/^0(?=\d:\d\d)/, '');

/** Whether `holder[key]` is what the core says. */
function agree(holder: object, key: string, actual: unknown, rule: Rule): boolean {
  const expected: unknown = (holder as Readonly<Record<string, unknown>>)[key];
  if (typeof expected === 'number') {
    const only: unknown = Array.isArray(actual) && actual.length === 1 ? actual[0] : actual;
    const exact = Number.isInteger(expected) && !rule.isFraction(holder, key);
    return numbersAgree(expected, only, exact ? 0 : rule.tolerance);
  }
  if (Array.isArray(expected)) {
    const list: readonly unknown[] = Array.isArray(actual) ? actual : [actual];
    return (
      list.length === expected.length &&
      expected.every((_, index) => agree(expected, String(index), list[index], rule))
    );
  }
  if (expected !== null && typeof expected === 'object') {
    if (actual === null || typeof actual !== 'object') return false;
    const figures = new Map(Object.entries(actual));
    return Object.keys(expected).every((name) => agree(expected, name, figures.get(name), rule));
  }
  return typeof expected === 'string' && typeof actual === 'string'
    ? asClock(expected) === asClock(actual)
    : expected === actual;
}

/** The figure of that name; a name that ends in another case's id is that of the figure itself. */
const figureOf = (figures: Figures, name: string): unknown =>
  figures[name] ?? figures[name.replace(/_[A-Z]\d\d$/, '')];

/** What differs, and what the core has no figure for; `words.ts` compares what is said in words. */
export function differences(
  expected: Figures,
  figures: Figures,
  rule: Rule,
): readonly Difference[] {
  return Object.entries(expected).flatMap(([name, value]): readonly Difference[] => {
    if (wordFields.has(name)) return [];
    const figure = figureOf(figures, name);
    if (figure === undefined) return [{ kind: 'no figure', detail: `no figure for ${name}` }];
    if (agree(expected, name, figure, rule)) return [];
    const detail = `${name}: expected ${JSON.stringify(value)}, got ${JSON.stringify(figure)}`;
    return [{ kind: 'differs', detail }];
  });
}
