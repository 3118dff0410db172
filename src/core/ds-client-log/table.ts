import { cellLengthMax } from './cell-checks.ts';
import type { RowIndex } from './delimited-rows.ts';
import { hashOfTexts } from './hashes.ts';

/** Room for the bounds of as many cells as a row of a log may have, and then some. */
export const boundsMax = 2 * 256;

/**
 * Rows of cells as they stand in the file, whatever the container. Storage differs (offsets into the
 * bytes, or cells already taken from markup); a reading sees only this.
 */
export interface Table {
  /** Physical rows, the header and everything else included; a text is gone through to count them. */
  readonly rowCount: number;
  /** Whether there is such a physical row. */
  has(row: number): boolean;
  /** The cells of a physical row, as text. */
  cells(row: number): readonly string[];
  /** One cell; an empty text beyond the row's end. */
  cell(row: number, col: number): string;
  /** The text of the file in UTF-8, if its cells lie in it; see `bounds`. */
  readonly bytes: Uint8Array;
  /** The rows of that text, for the fast lane (plain-rows.ts); null where cells are held as texts. */
  readonly rows: RowIndex | null;
  /**
   * Where the cells of a row lie in `bytes`: begin and end of each, in pairs. Returns their number, or
   * -1 when the row's cells must be taken as text (doubled quotes, too many cells, no bytes at all).
   */
  bounds(row: number, into: Uint32Array): number;
  /** Line of the file on which the row begins, counted from 1. */
  line(row: number): number;
  /** A number that is equal for rows that are the same. */
  hash(row: number): number;
  /** Whether two rows are written alike to the last character. */
  isSame(one: number, other: number): boolean;
  /**
   * Reads a row anew under another delimiter, if one gives it `width` cells; says whether one did. From
   * then on the row has those cells.
   */
  resplit(row: number, width: number): boolean;
  /** Whether the row was written in a way that needed mending, and how. */
  mending(row: number): Mending | null;
}

export type Mending = 'unbalanced-quote' | 'other-delimiter' | 'merged-cells' | 'cut-off';

/** A table over cells that are held already, such as those of a worksheet. */
export function cellTable(
  rows: readonly (readonly string[])[],
  mendings: ReadonlyMap<number, Mending> = new Map(),
): Table {
  const none: readonly string[] = [];
  const cells = (row: number): readonly string[] => rows[row] ?? none;
  return {
    rowCount: rows.length,
    has: (row) => row < rows.length,
    cells,
    cell: (row, col) => rows[row]?.[col] ?? '',
    bytes: new Uint8Array(0),
    rows: null,
    bounds: () => -1,
    line: (row) => row + 1,
    hash: (row) => hashOfTexts(cells(row), cellLengthMax),
    isSame: (one, other) =>
      cells(one).length === cells(other).length &&
      cells(one).every((cell, i) => cell === cells(other)[i]),
    resplit: () => false,
    mending: (row) => mendings.get(row) ?? null,
  };
}
