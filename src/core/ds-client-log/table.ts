/**
 * Rows of cells as they stand in the file, whatever the container. Storage differs (offsets into the
 * bytes, or cells already taken from markup); a reading sees only this.
 */
export interface Table {
  /** Physical rows, the header and everything else included. */
  readonly rowCount: number;
  /** The cells of a physical row, as text. */
  cells(row: number): readonly string[];
  /** One cell; an empty text beyond the row's end. */
  cell(row: number, col: number): string;
  /** The text of the file in UTF-8, if its cells lie in it; see `bounds`. */
  readonly bytes: Uint8Array;
  /**
   * Where the cells of a row lie in `bytes`: begin and end of each, in pairs. Returns their number, or
   * -1 when the row's cells must be taken as text (doubled quotes, too many cells, no bytes at all).
   */
  bounds(row: number, into: Uint32Array): number;
  /** Line of the file on which the row begins, counted from 1. */
  line(row: number): number;
  /**
   * Reads a row anew under another delimiter, if one gives it `width` cells; says whether one did. From
   * then on the row has those cells.
   */
  resplit(row: number, width: number): boolean;
  /** Whether the row was written in a way that needed mending, and how. */
  mending(row: number): Mending | null;
}

export type Mending = 'unbalanced-quote' | 'merged-cells';

/** A table over cells that are held already, such as those of a worksheet. */
export function cellTable(
  rows: readonly (readonly string[])[],
  mendings: ReadonlyMap<number, Mending> = new Map(),
): Table {
  const none: readonly string[] = [];
  return {
    rowCount: rows.length,
    cells: (row) => rows[row] ?? none,
    cell: (row, col) => rows[row]?.[col] ?? '',
    bytes: new Uint8Array(0),
    bounds: () => -1,
    line: (row) => row + 1,
    resplit: () => false,
    mending: (row) => mendings.get(row) ?? null,
  };
}
