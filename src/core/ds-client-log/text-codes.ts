import { textOf } from './decode.ts';
import { hashOfBytes, sameBytes } from './hashes.ts';
import { boundsMax, type Table } from './table.ts';

/** A text column as numbers: a log repeats its few words, and numbers sort and compare quickly. */
export interface TextCodes {
  /** The code of each row's text. */
  readonly codes: Uint32Array;
  /** The text of each code, in the order in which they first stood in the file. */
  readonly texts: readonly string[];
}

interface Slot {
  readonly from: number;
  readonly length: number;
  readonly code: number;
}

/** The texts of one column so far, each under its code. */
class Coder {
  readonly texts: string[] = [];
  readonly #bytes: Uint8Array;
  readonly #byText = new Map<string, number>();
  readonly #byHash = new Map<number, Slot>();
  /** The text of the row above: most columns say the same for many rows. */
  #above: Slot = { from: 0, length: -1, code: 0 };

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  codeOfText(text: string): number {
    const known = this.#byText.get(text);
    if (known !== undefined) return known;
    this.#byText.set(text, this.texts.length);
    this.texts.push(text);
    return this.texts.length - 1;
  }

  #isAt({ from, length }: Slot, other: number, otherLength: number): boolean {
    return length === otherLength && sameBytes(this.#bytes, from, other, length);
  }

  codeOf(from: number, to: number): number {
    const length = to - from;
    if (this.#isAt(this.#above, from, length)) return this.#above.code;
    const hash = hashOfBytes(this.#bytes, from, to);
    const slot = this.#byHash.get(hash);
    if (slot && this.#isAt(slot, from, length)) {
      this.#above = slot;
      return slot.code;
    }
    const code = this.codeOfText(textOf(this.#bytes, from, to));
    this.#above = { from, length, code };
    if (!slot) this.#byHash.set(hash, this.#above);
    return code;
  }
}

/**
 * Codes of some columns for the physical rows `rows`, all from one cutting up of each row. A column of
 * -1 is empty throughout.
 */
export function textCodes(
  table: Table,
  rows: Uint32Array,
  columns: readonly number[],
): readonly TextCodes[] {
  const coders = columns.map((col) => ({
    col,
    codes: new Uint32Array(rows.length),
    coder: new Coder(table.bytes),
  }));
  const bounds = new Uint32Array(boundsMax);
  for (let row = 0; row < rows.length; row += 1) {
    const physical = rows[row] ?? 0;
    const cells = table.bounds(physical, bounds);
    for (const { col, codes, coder } of coders) {
      codes[row] =
        col >= 0 && cells > col
          ? coder.codeOf(bounds[2 * col] ?? 0, bounds[2 * col + 1] ?? 0)
          : coder.codeOfText(col < 0 ? '' : table.cell(physical, col));
    }
  }
  return coders.map(({ codes, coder }) => ({ codes, texts: coder.texts }));
}
