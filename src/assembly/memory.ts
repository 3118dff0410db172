/**
 * Where things stand in the memory that the caller and the row reader share. The caller takes every
 * address from here, as an exported global, so that no number stands in two places.
 */

/** As many columns as a table may have (`columnsMax` in read-table.ts). */
export const columnsMax: i32 = 200;
/** Rows read in one go. */
export const rowsMax: i32 = 1024;
/** Bytes of the text that are here at a time. More than a plain row may have. */
export const inputMax: i32 = 1 << 17;
/** Texts that are reported in one go. */
export const oddTextsMax: i32 = 1 << 13;
/** Bytes of a text that is kept when the text that it stood in goes. */
export const keptMax: i32 = 256;
/** Dates that have an id of 16 bits: two ids each, from `firstId` on. */
export const datesMax: i32 = 32_766;
/** States of a number: one more than the highest. */
export const numberStates: i32 = 16;
/** Begin, length, hash or id, whether it can be compared before the end of a cell is known. */
export const aboveSize: i32 = 16;
/** Row, column, begin, length, hash. */
export const oddTextSize: i32 = 20;
const dateSlots: i32 = 1 << 17;
/** How far a search goes on from a taken slot; full neighbourhoods are hostile, and then give up. */
const triesMax: i32 = 64;

/** The kind of each column, a byte each. */
export const kinds: i32 = 64;
/** 1 for columns of sizes, a byte each. */
export const wideColumns: i32 = kinds + columnsMax;
/** What a byte of a text says by itself, a byte for each of 256 (`byteKinds` in cell-checks.ts). */
export const byteKinds: i32 = 512;
/** What stood in the cell above, for each column. */
export const above: i32 = 1024;
/** Copies of short texts that stood above in a piece that is gone, `keptMax` bytes a column. */
export const kept: i32 = above + columnsMax * aboveSize;
/** States of the cells, 16 bits each, column by column. */
export const states: i32 = kept + columnsMax * keptMax;
/** Values of the cells, eight bytes each, or four in the first half of a column's room. */
export const values: i32 = states + columnsMax * rowsMax * 2;
/** How often each state stands in a column of numbers, four bytes each. */
export const counts: i32 = values + columnsMax * rowsMax * 8;
/** A hash of each row. */
export const hashes: i32 = counts + columnsMax * numberStates * 4;
/** Where each row begins, in the whole text. */
export const starts: i32 = hashes + rowsMax * 4;
/** Texts that want a closer look. */
export const oddTexts: i32 = starts + rowsMax * 4;
/** The different dates as numbers of eight bytes, in the order of their ids. */
export const dates: i32 = oddTexts + ((oddTextsMax * oddTextSize + 7) & ~7);
/** For the hash of a date one more than its place among `dates`, 16 bits each. */
const dateTable: i32 = dates + (datesMax + 2) * 8;
/** The text; behind it there is room for a line break and for whoever reads a few bytes further. */
export const input: i32 = dateTable + dateSlots * 2;
/** One more than the last byte in use. */
export const memoryEnd: i32 = input + inputMax + 64;

/** Different dates so far. */
export let dateCount: i32 = 0;

/** The place of a date among `dates`, where it is put if it is new; -1 when there is no room. */
export function placeOfDate(key: i64): i32 {
  let slot = ((<i32>(key ^ (key >> 15)) * 0x2c1b3c6d) >>> 8) & (dateSlots - 1);
  let held = <i32>load<u16>(dateTable + slot * 2);
  for (let tries = 0; held !== 0; tries += 1) {
    if (<i64>load<f64>(dates + (held - 1) * 8) === key) return held - 1;
    if (tries === triesMax) return -1;
    slot = (slot + 1) & (dateSlots - 1);
    held = <i32>load<u16>(dateTable + slot * 2);
  }
  if (dateCount === datesMax) return -1;
  store<f64>(dates + dateCount * 8, <f64>key);
  dateCount += 1;
  store<u16>(dateTable + slot * 2, dateCount);
  return dateCount - 1;
}
