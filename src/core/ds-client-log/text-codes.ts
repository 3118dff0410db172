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

/** Codes of column `col` for the physical rows `rows`. A column of -1 is empty throughout. */
export function textCodes(table: Table, rows: Uint32Array, col: number): TextCodes {
  const codes = new Uint32Array(rows.length);
  const texts: string[] = [];
  const byText = new Map<string, number>();
  const byHash = new Map<number, Slot>();
  const bounds = new Uint32Array(boundsMax);
  const { bytes } = table;
  const codeOfText = (text: string): number => {
    const known = byText.get(text);
    if (known !== undefined) return known;
    byText.set(text, texts.length);
    texts.push(text);
    return texts.length - 1;
  };
  for (let row = 0; row < rows.length; row += 1) {
    const physical = rows[row] ?? 0;
    const cells = col < 0 ? -1 : table.bounds(physical, bounds);
    if (cells <= col) {
      codes[row] = codeOfText(col < 0 ? '' : table.cell(physical, col));
      continue;
    }
    const from = bounds[2 * col] ?? 0;
    const length = (bounds[2 * col + 1] ?? 0) - from;
    const hash = hashOfBytes(bytes, from, from + length);
    const slot = byHash.get(hash);
    if (slot && slot.length === length && sameBytes(bytes, slot.from, from, length)) {
      codes[row] = slot.code;
      continue;
    }
    const code = codeOfText(textOf(bytes, from, from + length));
    if (!slot) byHash.set(hash, { from, length, code });
    codes[row] = code;
  }
  return { codes, texts };
}
