import type { DateParts } from './dates.ts';
import { zero } from './time-bytes.ts';

/**
 * A date straight from the bytes of a cell, in its commonest spellings: `3/2/2026`, `02.03.2026`,
 * `2026-03-02`. Whatever is not known here goes to the full reader (`readDateParts` in dates.ts); the
 * two agree wherever both read.
 */
const separators = '/.-';
const slash = 47;
const dot = 46;
const hyphen = 45;

interface Digits {
  value: number;
  end: number;
}

function digitsAt(bytes: Uint8Array, from: number, found: Digits): number {
  let at = from;
  let value = 0;
  for (let digit = (bytes[at] ?? 0) - zero; digit >= 0 && digit <= 9;) {
    value = value * 10 + digit;
    at += 1;
    // More digits than a year has are no part of a date, and a line of them must not be walked along.
    if (at - from > 4) break;
    digit = (bytes[at] ?? 0) - zero;
  }
  found.value = value;
  found.end = at;
  return at - from;
}

/** A date as one number: its three numbers, its separator, and whether the first is a year. */
export type DateKey = number & { readonly kind: 'date-key' };

export interface DateFound {
  key: DateKey;
  /** Offset after the last digit. */
  end: number;
}

/** Whether a date stands at `from`; says what it is in `found`. */
export function dateAt(bytes: Uint8Array, from: number, found: DateFound): boolean {
  const digits: Digits = { value: 0, end: from };
  const first = digitsAt(bytes, from, digits);
  const a = digits.value;
  const separator = bytes[digits.end] ?? 0;
  if (first === 0 || first === 3 || first > 4) return false;
  if (separator !== slash && separator !== dot && separator !== hyphen) return false;
  const second = digitsAt(bytes, digits.end + 1, digits);
  const b = digits.value;
  if (second === 0 || second > 2 || bytes[digits.end] !== separator) return false;
  const third = digitsAt(bytes, digits.end + 1, digits);
  if (third === 0 || third === 3 || third > 4) return false;
  const numbers = (a * 128 + b) * 16_384 + digits.value;
  const form = 2 * separators.indexOf(String.fromCharCode(separator)) + (first === 4 ? 1 : 0);
  found.key = (numbers * 8 + form) as DateKey;
  found.end = digits.end;
  return true;
}

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
    order: form % 2 === 1 ? 'YMD' : null,
    separator: separators.charAt(form >> 1),
    clock: null,
    timeSeconds: null,
  };
}
