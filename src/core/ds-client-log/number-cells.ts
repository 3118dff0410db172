import type { CellBatch } from './cell-batch.ts';
import { empty, irregular, type CellColumns } from './cell-columns.ts';
import { hashOfBytes } from './hashes.ts';
import type { NumberGroup } from './numbers.ts';
import { nine, zero } from './time-bytes.ts';
import { none } from './value-store.ts';

/** Marks in the order of their index; index 0 is no mark. */
export const fastMarks: readonly NumberGroup[] = [null, ',', '.', "'", ' '];
const indexOfMark = new Uint8Array(256);
for (const [index, mark] of fastMarks.entries()) indexOfMark[mark?.charCodeAt(0) ?? 0] = index;

/** The state of a number that was read is this plus the index of its mark; less is no number. */
export const markBase = 2;
/** Set in the state where two groups or more prove the mark. */
export const provenBit = 8;

/** Digits of one piece that fit 32 bits. */
const intDigitsMax = 9;
/** Fifteen digits are exact in a double; more go the full way. */
const digitsMax = 15;

/** A number in one piece of many digits; -1 when a double does not hold it. */
function longNumber(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 10 + (bytes[at] ?? 0) - zero;
  return to - from > digitsMax ? -1 : value;
}

/** A number whose first digits are `head`, with groups of a mark and three digits behind; -1 for none. */
function groupedNumber(bytes: Uint8Array, from: number, to: number, head: number): number {
  const mark = bytes[from];
  let value = head;
  for (let at = from; at < to; at += 4) {
    const a = (bytes[at + 1] ?? 0) - zero;
    const b = (bytes[at + 2] ?? 0) - zero;
    const c = (bytes[at + 3] ?? 0) - zero;
    if (bytes[at] !== mark || at + 4 > to) return -1;
    if (a < 0 || a > 9 || b < 0 || b > 9 || c < 0 || c > 9) return -1;
    value = value * 1000 + a * 100 + b * 10 + c;
  }
  return to - from > (digitsMax / 3 - 1) * 4 ? -1 : value;
}

/**
 * Takes whole numbers without sign, in one piece or in groups of three, with the mark they use: which
 * mark the column uses is decided when all rows are in. The first of the batch is row `row`.
 */
export function takeNumbers(
  batch: CellBatch,
  columns: CellColumns,
  col: number,
  row: number,
): void {
  const { bytes, bounds, width, count } = batch;
  const states = columns.states[col]!;
  const counts = columns.counts[col]!;
  const narrow = columns.narrow[col]!;
  const wide = columns.wide[col]!;
  const isWide = columns.isWide[col] === 1;
  for (let i = 0; i < count; i += 1) {
    const place = (i * width + col) * 2;
    const from = bounds[place] ?? 0;
    const to = bounds[place + 1] ?? 0;
    let at = from;
    let value = 0;
    for (; at < to; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte < zero || byte > nine) break;
      value = (Math.imul(value, 10) + byte - zero) | 0;
    }
    let state = markBase;
    let sum = value;
    if (at < to) {
      const mark = indexOfMark[bytes[at] ?? 0] ?? 0;
      state += mark + (to - at > 4 ? provenBit : 0);
      sum = mark === 0 || at === from || at > from + 3 ? -1 : groupedNumber(bytes, at, to, value);
    } else if (at > from + intDigitsMax) sum = longNumber(bytes, from, to);
    if (from === to || sum < 0 || (!isWide && sum >= none)) {
      columns.leave(row + i, col, from === to ? empty : irregular);
      batch.mix(i, hashOfBytes(bytes, from, to));
      continue;
    }
    batch.mix(i, sum | 0);
    states[row + i] = state;
    counts[state] = (counts[state] ?? 0) + 1;
    if (isWide) wide[row + i] = sum;
    else narrow[row + i] = sum;
  }
}
