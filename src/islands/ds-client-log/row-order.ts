import { isValueField, type Field } from '../../core/ds-client-log/columns.ts';
import { outcomes } from '../../core/ds-client-log/outcomes.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import type { TextCodes } from '../../core/ds-client-log/text-codes.ts';
import type { Arrangement, Sorting } from './view.ts';

const digit = 1 << 16;

/** One stable pass of a radix sort over 16 bits of each row's key; skipped where all are the same. */
function pass(order: Uint32Array, keys: Uint32Array, shift: number): Uint32Array {
  const starts = new Uint32Array(digit + 1);
  for (const row of order) {
    const at = ((keys[row] ?? 0) >>> shift) & 0xffff;
    starts[at + 1] = (starts[at + 1] ?? 0) + 1;
  }
  if (starts.includes(order.length)) return order;
  for (let at = 1; at <= digit; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const next = new Uint32Array(order.length);
  for (const row of order) {
    const at = ((keys[row] ?? 0) >>> shift) & 0xffff;
    const place = starts[at] ?? 0;
    next[place] = row;
    starts[at] = place + 1;
  }
  return next;
}

/** Keys of numbers as two halves whose unsigned order is the order of the numbers (IEEE 754). */
function numberKeys(values: Float64Array): readonly [Uint32Array, Uint32Array] {
  const bits = new Uint32Array(values.buffer);
  const low = new Uint32Array(values.length);
  const high = new Uint32Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const l = bits[2 * row] ?? 0;
    const h = bits[2 * row + 1] ?? 0;
    const isNegative = h >>> 31 === 1;
    low[row] = isNegative ? ~l : l;
    high[row] = isNegative ? ~h : h | 0x8000_0000;
  }
  return [low, high];
}

/** Each row's place among the distinct texts of a column, letters before case. */
function textRanks(reading: AcceptedReading, column: number): Uint32Array {
  const { codes, texts } = reading.columnCodes(column);
  const { compare } = new Intl.Collator('en', { numeric: true });
  const rankOf = new Uint32Array(texts.length);
  texts
    .map((text, code) => ({ text: text.slice(0, 400), code }))
    .toSorted((a, b) => compare(a.text, b.text))
    .forEach(({ code }, rank) => (rankOf[code] = rank));
  return codes.map((code) => rankOf[code] ?? 0);
}

export interface SortKeys {
  /** Halves of the key, the less significant first. */
  readonly halves: readonly Uint32Array[];
  /** Rows without a value: they come last in either direction. */
  readonly isEmpty: (row: number) => boolean;
}

/** Keys by which a column sorts: values as numbers, outcomes from good to bad, all else as text. */
export function sortKeys(reading: AcceptedReading, by: Sorting['by']): SortKeys {
  const none = () => false;
  if (by === 'outcome') {
    const ranks = new Uint32Array(reading.rowCount);
    for (let row = 0; row < ranks.length; row += 1)
      ranks[row] = outcomes.indexOf(reading.outcome(row));
    return { halves: [ranks], isEmpty: none };
  }
  const field = reading.columns[by]?.field ?? null;
  if (!isValueField(field)) return { halves: [textRanks(reading, by)], isEmpty: none };
  const values = new Float64Array(reading.rowCount);
  for (let row = 0; row < values.length; row += 1)
    values[row] = reading.number(row, field) ?? Number.NaN;
  return { halves: numberKeys(values), isEmpty: (row) => Number.isNaN(values[row]) };
}

/** A test by a text column: each different text is compared once, not once a row. */
function isText(codes: TextCodes, wanted: string): (row: number) => boolean {
  const wantedCodes = codes.texts.map((text) => text.trim() === wanted);
  return (row) => wantedCodes[codes.codes[row] ?? 0] ?? false;
}

function matching(reading: AcceptedReading, { outcome, type, set }: Arrangement): Uint32Array {
  const isType = type === '' ? null : isText(reading.textCodes(typeField(reading)), type);
  const isSet = set === '' ? null : isText(reading.textCodes('description'), set);
  const rows = new Uint32Array(reading.rowCount);
  let count = 0;
  for (let row = 0; row < reading.rowCount; row += 1) {
    if (outcome !== '' && reading.outcome(row) !== outcome) continue;
    if (isType && !isType(row)) continue;
    if (isSet && !isSet(row)) continue;
    rows[count] = row;
    count += 1;
  }
  return rows.subarray(0, count);
}

/** What the filter by type looks at: Type of an activity log, severity of an event log. */
export const typeField = (reading: AcceptedReading): Field =>
  reading.kind === 'event-log' ? 'severity' : 'type';

/** The rows to show, in order. Equal rows keep the order of the file, whichever way it runs. */
export function arrangedRows(
  reading: AcceptedReading,
  arrangement: Arrangement,
  keysOf: (by: Sorting['by']) => SortKeys,
): Uint32Array {
  const rows = matching(reading, arrangement);
  const { sorting } = arrangement;
  if (!sorting) return rows;
  const { halves, isEmpty } = keysOf(sorting.by);
  const filled = rows.filter((row) => !isEmpty(row));
  const directed = sorting.descending ? filled.toReversed() : filled;
  let order: Uint32Array = directed;
  for (const keys of halves) order = pass(pass(order, keys, 0), keys, 16);
  if (sorting.descending) order = order.toReversed();
  const all = new Uint32Array(rows.length);
  all.set(order);
  all.set(
    rows.filter((row) => isEmpty(row)),
    order.length,
  );
  return all;
}
