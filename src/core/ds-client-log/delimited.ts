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
class DelimitedTable implements Table {
  readonly bytes: Uint8Array;
  readonly rows: RowIndex;
  readonly #options: DelimitedOptions;
  readonly #lineAt: (offset: number) => number;
  /** Rows that were pasted from a file with another delimiter. */
  readonly #pasted = new Map<number, DelimitedOptions>();
  readonly #cellAt = new Uint32Array(boundsMax);
  #lastRow = -1;
  #lastCells: readonly string[] = [];

  constructor(bytes: Uint8Array, options: DelimitedOptions) {
    this.bytes = bytes;
    this.rows = new RowIndex(bytes, options);
    this.#options = options;
    this.#lineAt = lineCounter(bytes);
  }

  get rowCount(): number {
    return this.rows.findAll();
  }

  has(row: number): boolean {
    return this.rows.has(row);
  }

  #span(row: number): readonly [number, number] {
    return this.rows.has(row) ? [this.rows.start(row), this.rows.end(row)] : [0, 0];
  }

  cells(row: number): readonly string[] {
    if (row !== this.#lastRow) {
      const [from, to] = this.#span(row);
      const own = this.#pasted.get(row);
      const isMended = own !== undefined || this.rows.isBroken(row);
      this.#lastCells = splitRow(this.bytes, from, to, own ?? this.#options, isMended);
      this.#lastRow = row;
    }
    return this.#lastCells;
  }

  /** One cell alone, because making text of the twelve beside it costs most of the time. */
  cell(row: number, col: number): string {
    const at = this.#cellAt;
    const count = row === this.#lastRow ? -1 : this.bounds(row, at);
    if (count < 0) return this.cells(row)[col] ?? '';
    return col < count ? textOf(this.bytes, at[2 * col] ?? 0, at[2 * col + 1] ?? 0) : '';
  }

  bounds(row: number, into: Uint32Array): number {
    if (this.#pasted.has(row) || this.rows.isBroken(row)) return -1;
    const [from, to] = this.#span(row);
    return cellBounds(this.bytes, from, to, this.#options, into);
  }

  /** Rows are found as they are asked for, and the line of the header is asked for before all others. */
  line(row: number): number {
    return this.#lineAt(this.#span(row)[0]);
  }

  hash(row: number): number {
    return hashOfBytes(this.bytes, ...this.#span(row));
  }

  isSame(one: number, other: number): boolean {
    const [a, end] = this.#span(one);
    const [b, otherEnd] = this.#span(other);
    return end - a === otherEnd - b && sameBytes(this.bytes, a, b, end - a);
  }

  resplit(row: number, width: number): boolean {
    const [from, to] = this.#span(row);
    const { delimiter } = this.#options;
    // Where a quote never closes, the same delimiter may cut the row with its quotes as characters.
    const plain = this.rows.isBroken(row) ? [{ delimiter, quoted: false }] : [];
    const candidates = [...plain, ...others.filter((one) => one.delimiter !== delimiter)];
    const fits = (one: DelimitedOptions): boolean =>
      splitRow(this.bytes, from, to, one, true).length === width;
    const other = candidates.find(fits);
    if (other === undefined) return false;
    this.#pasted.set(row, other);
    this.#lastRow = -1;
    return true;
  }

  mending(row: number): Mending | null {
    const own = this.#pasted.get(row);
    if (own !== undefined && own.delimiter !== this.#options.delimiter) return 'other-delimiter';
    return this.rows.isBroken(row) ? 'unbalanced-quote' : null;
  }
}

/** The rows of a delimited text in UTF-8. */
export const delimitedTable = (bytes: Uint8Array, options: DelimitedOptions): Table =>
  new DelimitedTable(bytes, options);
