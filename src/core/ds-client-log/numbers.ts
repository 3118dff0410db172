import type { DiagnosticCode } from './diagnostics.ts';

/** The mark between groups of three digits; null when the column writes its digits in one piece. */
export type NumberGroup = ',' | '.' | "'" | '\u2019' | ' ' | '\u00a0' | '\u202f' | null;

export type NumberReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'value'; readonly value: number; readonly note: DiagnosticCode | null }
  | {
      readonly kind: 'unread';
      readonly code: DiagnosticCode;
      readonly facts?: Readonly<Record<string, string | number>>;
    };

/** A number longer than this is not one; the limit keeps hostile cells away from the patterns. */
const lengthMax = 64;
/** 10^19 bytes is more than eight exbibytes: no log of one backup set holds it. */
const plausibleMax = 1e19;

const spaces = /[ \u00a0\u2007\u2009\u202f]/gu;
const plain = /^[+-]?\d+$/;
const scientific = /^[+-]?\d+(?:[.,]\d+)?[eE][+-]?\d+$/;
const withUnit = /^([+-]?\d[\d.,'\u2019 \u00a0\u202f]*?)\s*([kmgtp]?i?b|bytes?)$/i;
const indian = /^[+-]?\d{1,2}(?:,\d{2})+,\d{3}$/;

const escaped = (mark: string): string => (mark === '.' ? '\\.' : mark);
const groupedBy = new Map<string, RegExp>(
  [',', '.', "'", '\u2019', ' ', '\u00a0', '\u202f'].map((mark) => [
    mark,
    // Not behind a nought: 0.500 is a half, and nobody groups the digits of 0500.
    new RegExp(`^[+-]?[1-9]\\d{0,2}(?:${escaped(mark)}\\d{3})+$`, 'u'),
  ]),
);
export const marks = [...groupedBy.keys()] as Exclude<NumberGroup, null>[];

/** Groups of three under some mark: which mark, and how many of them. */
export function groupingOf(
  text: string,
): { readonly mark: Exclude<NumberGroup, null>; readonly groups: number } | null {
  if (text.length > lengthMax) return null;
  const trimmed = text.trim();
  for (const mark of marks) {
    if (trimmed.includes(mark) && groupedBy.get(mark)?.test(trimmed)) {
      return { mark, groups: trimmed.split(mark).length - 1 };
    }
  }
  return null;
}

/** Whether digits are grouped by twos under a first group of three, as in India: 1,23,45,678. */
export const isIndian = (text: string): boolean =>
  text.length <= lengthMax && indian.test(text.trim());

const sizes: Readonly<Record<string, number>> = { k: 1, m: 2, g: 3, t: 4, p: 5 };

function valueIfBinary(text: string): number | null {
  const [, digits = '', unit = ''] = withUnit.exec(text) ?? [];
  const number = Number(digits.replace(spaces, '').replace(',', '.'));
  if (!Number.isFinite(number)) return null;
  return number * 1024 ** (sizes[unit.charAt(0).toLowerCase()] ?? 0);
}

function sized(digits: string, isBytes: boolean): NumberReading {
  const value = Number(digits);
  if (isBytes && value < 0) return { kind: 'unread', code: 'number.negative-bytes' };
  if (Math.abs(value) > plausibleMax) return { kind: 'unread', code: 'number.implausible' };
  if (!Number.isSafeInteger(value)) {
    return { kind: 'unread', code: 'number.beyond-2-53', facts: { value: digits } };
  }
  return { kind: 'value', value, note: null };
}

/** Whether a spreadsheet shortened a number to a power of ten (3.22E+10), so that it is only about right. */
export const isShortened = (text: string): boolean =>
  text.length <= lengthMax && scientific.test(text.trim());

/** A shortened number must keep to the limits of any other: 1E+400 would make a sum infinite. */
function shortened(text: string, isBytes: boolean): NumberReading {
  const value = Number(text.replace(',', '.'));
  if (isBytes && value < 0) return { kind: 'unread', code: 'number.negative-bytes' };
  if (Math.abs(value) > plausibleMax) return { kind: 'unread', code: 'number.implausible' };
  // Nobody counts parts of a file or of a byte.
  if (!Number.isInteger(value)) return { kind: 'unread', code: 'number.unreadable' };
  return { kind: 'value', value, note: 'number.scientific' };
}

function irregular(text: string, isBytes: boolean): NumberReading {
  if (scientific.test(text)) return shortened(text, isBytes);
  if (indian.test(text)) {
    const read = sized(text.replaceAll(',', ''), isBytes);
    return read.kind === 'value' ? { ...read, note: 'number.indian-grouping' } : read;
  }
  if (withUnit.test(text)) {
    const binary = valueIfBinary(text);
    return {
      kind: 'unread',
      code: 'number.has-unit',
      ...(binary === null ? {} : { facts: { value_if_binary: binary } }),
    };
  }
  return { kind: 'unread', code: 'number.unreadable' };
}

/**
 * Reads one cell of a number column whose grouping mark is `group` (decided for the whole column).
 * `isBytes` refuses negative values. A lone group under another mark ("1.234" in a column of commas)
 * is a thousand in one country and a fraction in the next: it is not read.
 */
export function readNumber(text: string, group: NumberGroup, isBytes: boolean): NumberReading {
  if (text.length > lengthMax) {
    return text.trim() === '' ? { kind: 'none' } : { kind: 'unread', code: 'number.unreadable' };
  }
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'none' };
  if (plain.test(trimmed)) return sized(trimmed, isBytes);
  if (group !== null && groupedBy.get(group)?.test(trimmed)) {
    return sized(trimmed.replaceAll(group, ''), isBytes);
  }
  const other = groupingOf(trimmed);
  if (other) {
    const apostrophes = "'\u2019";
    const isSpace = other.mark.trim() === '' || apostrophes.includes(other.mark);
    if (other.groups > 1 || isSpace) return sized(trimmed.replaceAll(other.mark, ''), isBytes);
    return { kind: 'unread', code: 'number.ambiguous-separator' };
  }
  return irregular(trimmed, isBytes);
}
