import { textOf } from './decode.ts';
import { cellBounds, splitRow } from './delimited-cells.ts';
import { RowIndex, type DelimitedOptions, type Delimiter } from './delimited-rows.ts';
import { hashOfBytes, sameBytes } from './hashes.ts';
import { lineCounter } from './line-counter.ts';
import { boundsMax, type Mending, type Table } from './table.ts';

/** Tab before semicolon before comma: only numbers hold commas, and nothing holds tabs. Bars are rare. */
export const delimiters = ['\t', ';', ',', '|'] as const satisfies readonly Delimiter[];

/** How a row is read that was pasted from a file with another delimiter. */
const others = delimiters.map((delimiter): DelimitedOptions => ({
  delimiter,
  quoted: delimiter !== '\t',
}));

/** Rows of a delimited text in UTF-8, kept as offsets into its bytes. */
export function delimitedTable(bytes: Uint8Array, options: DelimitedOptions): Table {
  const rows = new RowIndex(bytes, options);
  const lineAt = lineCounter(bytes);
  const pasted = new Map<number, DelimitedOptions>();
  const span = (row: number): readonly [number, number] =>
    rows.has(row) ? [rows.start(row), rows.end(row)] : [0, 0];
  let lastRow = -1;
  let lastCells: readonly string[] = [];
  const cells = (row: number): readonly string[] => {
    if (row !== lastRow) {
      const [from, to] = span(row);
      const own = pasted.get(row);
      const isMended = own !== undefined || rows.isBroken(row);
      lastCells = splitRow(bytes, from, to, own ?? options, isMended);
      lastRow = row;
    }
    return lastCells;
  };
  const bounds = (row: number, into: Uint32Array): number => {
    if (pasted.has(row) || rows.isBroken(row)) return -1;
    const [from, to] = span(row);
    return cellBounds(bytes, from, to, options, into);
  };
  const cellAt = new Uint32Array(boundsMax);
  /** One cell alone, because making text of the twelve beside it costs most of the time. */
  const cell = (row: number, col: number): string => {
    const count = row === lastRow ? -1 : bounds(row, cellAt);
    if (count < 0) return cells(row)[col] ?? '';
    return col < count ? textOf(bytes, cellAt[2 * col] ?? 0, cellAt[2 * col + 1] ?? 0) : '';
  };
  const resplit = (row: number, width: number): boolean => {
    const [from, to] = span(row);
    // Where a quote never closes, the same delimiter may cut the row with its quotes as characters.
    const plain = rows.isBroken(row) ? [{ delimiter: options.delimiter, quoted: false }] : [];
    const candidates = [...plain, ...others.filter((one) => one.delimiter !== options.delimiter)];
    const other = candidates.find((one) => splitRow(bytes, from, to, one, true).length === width);
    if (other) pasted.set(row, other);
    if (other) lastRow = -1;
    return other !== undefined;
  };
  const mending = (row: number): Mending | null => {
    const own = pasted.get(row);
    if (own !== undefined && own.delimiter !== options.delimiter) return 'other-delimiter';
    return rows.isBroken(row) ? 'unbalanced-quote' : null;
  };
  return {
    get rowCount() {
      return rows.findAll();
    },
    has: (row) => rows.has(row),
    cells,
    cell,
    bytes,
    rows,
    bounds,
    // Rows are found as they are asked for, and the line of the header is asked for before all others.
    line: (row) => lineAt(span(row)[0]),
    hash: (row) => hashOfBytes(bytes, ...span(row)),
    isSame(one, other) {
      const [a, end] = span(one);
      const [b, otherEnd] = span(other);
      return end - a === otherEnd - b && sameBytes(bytes, a, b, end - a);
    },
    resplit,
    mending,
  };
}
