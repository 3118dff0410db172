/** Keys by which rows are sorted: one number a row, as one or two halves of 32 bits. */
export interface SortKeys {
  /** The less significant half first. */
  readonly halves: readonly Uint32Array[];
  /** 1 for a row without a value: it comes last in either direction. */
  readonly isEmpty: Uint8Array | null;
}

const digitBits = 16;
const digits = 1 << digitBits;

// Plain loops over typed lists throughout: with iterators V8 gives up optimising these after a while,
// and a sort of a million rows then takes eight seconds in place of a tenth of one.

/** Counts how often each digit stands in the keys of `order`; the last place is left free. */
function countDigits(order: Uint32Array, keys: Uint32Array, shift: number): Uint32Array {
  const counts = new Uint32Array(digits + 1);
  for (let i = 0; i < order.length; i += 1) {
    const digit = ((keys[order[i] as number] as number) >>> shift) & (digits - 1);
    counts[digit] = (counts[digit] as number) + 1;
  }
  return counts;
}

/** One stable pass over 16 bits of each row's key; false where all rows have the same digit. */
function pass(from: Uint32Array, to: Uint32Array, keys: Uint32Array, shift: number): boolean {
  const counts = countDigits(from, keys, shift);
  const first = ((keys[from[0] as number] as number) >>> shift) & (digits - 1);
  if (counts[first] === from.length) return false;
  let start = 0;
  for (let digit = 0; digit < digits; digit += 1) {
    const count = counts[digit] as number;
    counts[digit] = start;
    start += count;
  }
  for (let i = 0; i < from.length; i += 1) {
    const row = from[i] as number;
    const digit = ((keys[row] as number) >>> shift) & (digits - 1);
    const place = counts[digit] as number;
    to[place] = row;
    counts[digit] = place + 1;
  }
  return true;
}

/** Rows of `order` in the order of their keys; equal ones stay as they stand. `order` is used up. */
function radix(order: Uint32Array, halves: readonly Uint32Array[]): Uint32Array {
  if (order.length === 0) return order;
  let from = order;
  let to: Uint32Array = new Uint32Array(order.length);
  for (const keys of halves) {
    for (const shift of [0, digitBits]) {
      if (pass(from, to, keys, shift)) [from, to] = [to, from];
    }
  }
  return from;
}

interface Parted {
  readonly filled: Uint32Array;
  readonly empty: Uint32Array;
}

function parted(rows: Uint32Array, isEmpty: Uint8Array): Parted {
  const filled = new Uint32Array(rows.length);
  const empty = new Uint32Array(rows.length);
  let [full, none] = [0, 0];
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] as number;
    if (isEmpty[row] === 1) empty[none++] = row;
    else filled[full++] = row;
  }
  return { filled: filled.subarray(0, full), empty: empty.subarray(0, none) };
}

/** The rows by their keys. Equal rows keep the order of the file, whichever way it runs. */
export function sortedRows(
  rows: Uint32Array,
  { halves, isEmpty }: SortKeys,
  descending: boolean,
): Uint32Array {
  const { filled, empty } = isEmpty
    ? parted(rows, isEmpty)
    : { filled: rows.slice(), empty: rows.subarray(0, 0) };
  const sorted = radix(descending ? filled.toReversed() : filled, halves);
  const all = new Uint32Array(rows.length);
  all.set(descending ? sorted.toReversed() : sorted);
  all.set(empty, sorted.length);
  return all;
}
