import type { DateParts } from './dates.ts';

const separators = '/.-';

/** A date as one number: its three numbers, its separator, and whether the first is a year. */
export type DateKey = number & { readonly kind: 'date-key' };

/** The parts of a date as the full reader gives them, without a time. */
export function partsOfKey(key: DateKey): DateParts {
  const form = key % 8;
  const numbers = Math.floor(key / 8);
  const [a, b, c] = [
    Math.floor(numbers / 2 ** 21),
    Math.floor(numbers / 2 ** 14) % 128,
    numbers % 2 ** 14,
  ];
  return {
    numbers: [a, b, c],
    // The lane leaves a last year that is under 100 in four digits to the full reader.
    hasFullYear: form % 2 === 1 || c >= 100,
    order: form % 2 === 1 ? 'YMD' : null,
    separator: separators.charAt(form >> 1),
    clock: null,
    timeSeconds: null,
  };
}
