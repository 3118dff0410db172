import { isValueField } from '../../core/ds-client-log/columns.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { outcomePlaces } from '../../core/ds-client-log/run-columns.ts';
import type { SortKeys } from './radix.ts';
import type { Sorting } from './view.ts';

/** Numbers as two halves whose unsigned order is the order of the numbers (IEEE 754). */
function floatHalves(values: Float64Array): readonly Uint32Array[] {
  const bits = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
  const low = new Uint32Array(values.length);
  const high = new Uint32Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const [l, h] = [bits[2 * row] as number, bits[2 * row + 1] as number];
    const isNegative = h >>> 31 === 1;
    low[row] = isNegative ? ~l : l;
    high[row] = isNegative ? ~h : h | 0x8000_0000;
  }
  return [low, high];
}

const narrowMax = 2 ** 32;

/** Whole numbers that lie within 2^32 of each other, counted from the least; null for any others. */
function narrowKeys(values: Float64Array): Uint32Array | null {
  let [least, most] = [Infinity, -Infinity];
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] as number;
    if (value < least) least = value;
    if (value > most) most = value;
    if (value % 1 !== 0 && !Number.isNaN(value)) return null;
  }
  if (most - least >= narrowMax) return null;
  const keys = new Uint32Array(values.length);
  for (let row = 0; row < values.length; row += 1) keys[row] = (values[row] as number) - least;
  return keys;
}

export function valueKeys(values: Float64Array): SortKeys {
  const isEmpty = new Uint8Array(values.length);
  let none = 0;
  for (let row = 0; row < values.length; row += 1) {
    if (!Number.isNaN(values[row])) continue;
    isEmpty[row] = 1;
    none += 1;
  }
  const narrow = narrowKeys(values);
  return { halves: narrow ? [narrow] : floatHalves(values), isEmpty: none > 0 ? isEmpty : null };
}

const comparedLength = 400;
/** More different texts than this take longer to compare by the rules of a language than anyone waits. */
const collatedMax = 5000;

/** A text whose code units sort nearly as the rules of English do: "Set 9" before "set 10". */
const folded = (text: string): string =>
  text
    .slice(0, comparedLength)
    .toLowerCase()
    .replace(/\d{1,15}/g, (digits) => digits.padStart(16, '0'));

/** The rank of each text; texts that are equal but for their case may share one. */
function ranksOf(texts: readonly string[]): Uint32Array {
  const ranks = new Uint32Array(texts.length);
  if (texts.length <= collatedMax) {
    const { compare } = new Intl.Collator('en', { numeric: true });
    const shorts = texts.map((text) => text.slice(0, comparedLength));
    const ordered = shorts.map((_, code) => code);
    ordered
      .toSorted((a, b) => compare(shorts[a] ?? '', shorts[b] ?? ''))
      .forEach((code, rank) => (ranks[code] = rank));
    return ranks;
  }
  const keys = texts.map(folded);
  const rankOf = new Map<string, number>();
  for (const key of keys.toSorted()) if (!rankOf.has(key)) rankOf.set(key, rankOf.size);
  keys.forEach((key, code) => (ranks[code] = rankOf.get(key) ?? 0));
  return ranks;
}

function textKeys(reading: AcceptedReading, column: number): SortKeys {
  const { codes, texts } = reading.columnCodes(column);
  const ranks = ranksOf(texts);
  const keys = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row += 1) keys[row] = ranks[codes[row] as number] as number;
  return { halves: [keys], isEmpty: null };
}

/** Keys by which a column sorts: values as numbers, outcomes from good to bad, all else as text. */
export function sortKeys(reading: AcceptedReading, by: Sorting['by']): SortKeys {
  if (by === 'outcome')
    return { halves: [Uint32Array.from(outcomePlaces(reading))], isEmpty: null };
  const field = reading.columns[by]?.field ?? null;
  return isValueField(field) ? valueKeys(reading.valuesOf(field)) : textKeys(reading, by);
}

/** The same, each column's keys made when they are first asked for. */
export function rememberedKeys(reading: AcceptedReading): (by: Sorting['by']) => SortKeys {
  const known = new Map<Sorting['by'], SortKeys>();
  return (by) => {
    const keys = known.get(by) ?? sortKeys(reading, by);
    known.set(by, keys);
    return keys;
  };
}
