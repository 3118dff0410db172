import { cellLengthMax } from './cell-checks.ts';
import { cr, lf, quote, type DelimitedOptions } from './delimited-rows.ts';
import { mixed } from './hashes.ts';

/** Rows cut up at a time: their bytes and the bounds of their cells stay in the nearer caches. */
export const batchRows = 512;

/** Four bytes are looked at together; where the first of them is not the lowest, one by one. */
const isLittleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
const fourOf = (byte: number): number => Math.imul(byte, 0x01010101);
const highBits = fourOf(0x80);
const lowBits = fourOf(1);
const aboveBreaks = fourOf(cr + 1);

/**
 * The cells of a few rows that follow each other, as bounds in the bytes of the text. Rows are cut up
 * first and their columns read one after the other, because a loop over the cells of one column is
 * short, and short loops are quick from the start.
 */
export class CellBatch {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly width: number;
  /** Begin and end of each cell, quotes left outside, row by row. */
  readonly bounds: Uint32Array;
  /** Where each row ends. */
  readonly ends = new Uint32Array(batchRows);
  /** A hash for each row, mixed from what its cells were read as: rows with the same bytes have the same. */
  readonly hashes = new Int32Array(batchRows);
  /** Rows cut up. */
  count = 0;
  readonly #delimiter: number;
  readonly #isQuoting: boolean;
  /** The bytes by four; the first of them is byte `-#shift`. */
  readonly #words: Int32Array;
  readonly #shift: number;

  constructor(bytes: Uint8Array, options: DelimitedOptions, width: number) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.width = width;
    // One place more than cells: where a cell ends the next begins.
    this.bounds = new Uint32Array((batchRows * width + 1) * 2);
    this.#delimiter = options.delimiter.charCodeAt(0);
    this.#isQuoting = options.quoted;
    this.#shift = bytes.byteOffset & 3;
    const length = (bytes.length + this.#shift) >> 2;
    this.#words = new Int32Array(bytes.buffer, bytes.byteOffset - this.#shift, length);
  }

  /** Takes the rows from the offset `from` on that have one cell a column, `most` of them at most. */
  cutUp(from: number, most: number): void {
    this.hashes.fill(0);
    this.count = 0;
    const rows = Math.min(most, batchRows);
    if (!this.#isQuoting && isLittleEndian) this.#cutWords(from, rows);
    // The last bytes of a text are no whole word.
    if (this.count === 0) this.#cutBytes(from, rows);
  }

  /** Takes rows in which nothing is quoted, going by words: most bytes neither end a cell nor a row. */
  #cutWords(from: number, most: number): void {
    const { bytes, bounds, ends, width } = this;
    const words = this.#words;
    const shift = this.#shift;
    const delimiter = this.#delimiter;
    const others = delimiter > cr ? fourOf(delimiter) : fourOf(cr);
    let word = (from + shift) >> 2;
    let hits = hitsIn(words[word] ?? 0, others) & (-1 << (((from + shift) & 3) * 8));
    let rowStart = from;
    let place = 0;
    let lastPlace = (width - 1) * 2;
    bounds[0] = from;
    for (;;) {
      while (hits === 0) {
        word += 1;
        if (word >= words.length) return;
        hits = hitsIn(words[word] ?? 0, others);
      }
      const at = word * 4 + ((31 - Math.clz32(hits & -hits)) >> 3) - shift;
      hits &= hits - 1;
      const byte = bytes[at];
      if (byte === delimiter) {
        if (place === lastPlace) return;
        bounds[place + 1] = at;
        bounds[place + 2] = at + 1;
        place += 2;
      } else if (byte === lf || byte === cr) {
        if (at > rowStart) {
          if (place !== lastPlace || at - rowStart > cellLengthMax) return;
          bounds[place + 1] = at;
          ends[this.count] = at;
          this.count += 1;
          if (this.count === most) return;
          place += 2;
          lastPlace += width * 2;
        }
        bounds[place] = at + 1;
        rowStart = at + 1;
      }
    }
  }

  #cutBytes(from: number, most: number): void {
    const { bytes, ends, width } = this;
    let at = from;
    while (this.count < most && at < bytes.length) {
      const end = cutRow(
        bytes,
        at,
        this.#delimiter,
        this.#isQuoting,
        this.bounds,
        this.count * width,
        width,
      );
      if (end < 0 || end - at > cellLengthMax) return;
      ends[this.count] = end;
      this.count += 1;
      at = end;
      while (bytes[at] === lf || bytes[at] === cr) at += 1;
    }
  }

  mix(index: number, hash: number): void {
    this.hashes[index] = mixed(this.hashes[index] ?? 0, hash);
  }
}

/**
 * The highest bits of those of four bytes that are below 14, as tabs and line breaks are, or equal to
 * one in `others`. A bit too many may stand above a right one, never one too few: look at the byte.
 * (Anderson, Bit Twiddling Hacks, "Determine if a word has a byte less than n".)
 */
function hitsIn(word: number, others: number): number {
  const other = word ^ others;
  const isLow = (word - aboveBreaks) & ~word;
  const isOther = (other - lowBits) & ~other;
  return (isLow | isOther) & highBits;
}

/**
 * Cuts one row, whose first cell is number `cell` of the bounds; returns where the row ends, or -1 when
 * it has not `width` cells or quotes say more than where a cell ends.
 */
function cutRow(
  bytes: Uint8Array,
  from: number,
  delimiter: number,
  isQuoting: boolean,
  bounds: Uint32Array,
  cell: number,
  width: number,
): number {
  const last = (cell + width - 1) * 2;
  let at = from;
  for (let place = cell * 2; ; place += 2) {
    const stop = isQuoting && bytes[at] === quote ? quote : delimiter;
    if (stop === quote) at += 1;
    bounds[place] = at;
    at = cellEnd(bytes, at, stop);
    if (at < 0) return -1;
    bounds[place + 1] = at;
    if (stop === quote) at += 1;
    if (place === last) return endsRow(bytes, at) ? at : -1;
    if (bytes[at] !== delimiter) return -1;
    at += 1;
  }
}

const endsRow = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === lf || bytes[at] === cr || at === bytes.length;

/** Where a cell ends; -1 for one that runs on for longer than a plain row may. */
function cellEnd(bytes: Uint8Array, from: number, stop: number): number {
  const limit = Math.min(bytes.length, from + cellLengthMax);
  for (let at = from; at < limit; at += 1) {
    const byte = bytes[at];
    if (byte === stop || (stop !== quote && (byte === lf || byte === cr))) return at;
  }
  return limit === bytes.length && stop !== quote ? limit : -1;
}
