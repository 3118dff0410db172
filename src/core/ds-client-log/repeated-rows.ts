/** Bits of the sieve for each row: with so many, one row in thirty is looked at more closely in vain. */
const bitsPerRow = 16;
const bitsMax = 2 ** 25;
/** How far a search goes on from a taken slot; full neighbourhoods are hostile, and then give up. */
const triesMax = 64;

const powerOfTwoAbove = (value: number): number => 2 ** Math.ceil(Math.log2(Math.max(32, value)));

/** Spreads a hash over its lower bits. */
const spread = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 4;

/** Rows whose hash another row may have as well: a sieve of bits, set once and set again. */
function candidates(hashes: Int32Array): readonly number[] {
  const bits = Math.min(bitsMax, powerOfTwoAbove(hashes.length * bitsPerRow));
  const once = new Int32Array(bits / 32);
  const twice = new Int32Array(bits / 32);
  for (let row = 0; row < hashes.length; row += 1) {
    const bit = spread(hashes[row] ?? 0) & (bits - 1);
    const flag = 1 << (bit & 31);
    const word = once[bit >> 5] ?? 0;
    once[bit >> 5] = word | flag;
    if ((word & flag) !== 0) twice[bit >> 5] = (twice[bit >> 5] ?? 0) | flag;
  }
  const found: number[] = [];
  for (let row = 0; row < hashes.length; row += 1) {
    const bit = spread(hashes[row] ?? 0) & (bits - 1);
    if (((twice[bit >> 5] ?? 0) & (1 << (bit & 31))) !== 0) found.push(row);
  }
  return found;
}

/**
 * Rows, in their order, that are the same as an earlier one. `hashes` holds the hash of each row, and
 * `isSame` compares two whose hashes agree. All are looked for at once in the end: a table of a million
 * rows that is asked for each of them waits for the memory as often.
 */
export function repeatedRows(
  hashes: Int32Array,
  isSame: (one: number, other: number) => boolean,
): readonly number[] {
  const rows = candidates(hashes);
  const slots = new Uint32Array(powerOfTwoAbove(rows.length * 2));
  const isRepeat = (row: number): boolean => {
    const hash = hashes[row] ?? 0;
    let slot = spread(hash) & (slots.length - 1);
    for (let tries = 0; tries < triesMax; tries += 1) {
      const held = slots[slot] ?? 0;
      if (held === 0) {
        slots[slot] = row + 1;
        return false;
      }
      if (hashes[held - 1] === hash && isSame(held - 1, row)) return true;
      slot = (slot + 1) & (slots.length - 1);
    }
    return false;
  };
  return rows.filter(isRepeat);
}
