import { textOf } from './decode.ts';
import { lineCounter } from './line-counter.ts';
import type { Mending, Table } from './table.ts';

export type Delimiter = '\t' | ';' | ',' | '|';
export type Eol = 'CRLF' | 'LF' | 'CR';

/** Tab before semicolon before comma: only numbers hold commas, and nothing holds tabs. */
export const delimiters = ['\t', ';', ','] as const satisfies readonly Delimiter[];

const lf = 10;
const cr = 13;
const quote = 34;
/** A quoted cell that runs on for longer than this never closes. */
const quotedLengthMax = 1 << 20;

export interface DelimitedOptions {
  readonly delimiter: Delimiter;
  readonly quoted: boolean;
}

/** The line end of a file, by its first one. */
export function eolOf(bytes: Uint8Array): Eol | null {
  for (let i = 0; i < bytes.length; i += 1) {
    if (bytes[i] === lf) return 'LF';
    if (bytes[i] === cr) return bytes[i + 1] === lf ? 'CRLF' : 'CR';
  }
  return null;
}

/** Offsets grow in steps, because the number of rows is not known beforehand. */
function offsets(): { push(value: number): void; take(): Uint32Array } {
  let values = new Uint32Array(1024);
  let length = 0;
  return {
    push(value) {
      if (length === values.length) {
        const larger = new Uint32Array(values.length * 2);
        larger.set(values);
        values = larger;
      }
      values[length] = value;
      length += 1;
    },
    take: () => values.subarray(0, length),
  };
}

interface RowScan {
  /** Offset of the byte that ends the row, or the length of the file. */
  readonly end: number;
  readonly broken: boolean;
}

/** Where a row with quotes ends: a line break inside quotes does not end it. */
function scanQuoted(bytes: Uint8Array, from: number, delimiter: number): RowScan {
  let at = from;
  let broken = false;
  for (;;) {
    if (bytes[at] === quote) {
      const limit = Math.min(bytes.length, at + quotedLengthMax);
      at += 1;
      while (at < limit && !(bytes[at] === quote && bytes[at + 1] !== quote)) {
        at += bytes[at] === quote ? 2 : 1;
      }
      if (at >= limit) return { end: lineEnd(bytes, from), broken: true };
      at += 1;
      const next = bytes[at];
      if (at < bytes.length && next !== delimiter && next !== lf && next !== cr) broken = true;
    }
    while (at < bytes.length && bytes[at] !== delimiter && bytes[at] !== lf && bytes[at] !== cr) {
      at += 1;
    }
    if (at >= bytes.length || bytes[at] !== delimiter) break;
    at += 1;
  }
  // A quote that closes in the middle of a cell was not meant as one; such a row ends with its line.
  return broken ? { end: lineEnd(bytes, from), broken } : { end: at, broken };
}

function lineEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== lf && bytes[at] !== cr) at += 1;
  return at;
}

/** More cells than this are not counted any further: no table of a log has them. */
const cellsMax = 1 << 17;

/** Splits one row into cells; `mended` rows take a quote as closed only before a delimiter. */
export function splitRow(
  bytes: Uint8Array,
  from: number,
  to: number,
  options: DelimitedOptions,
  mended = false,
): readonly string[] {
  const delimiter = options.delimiter.charCodeAt(0);
  const cells: string[] = [];
  let at = from;
  for (;;) {
    if (options.quoted && bytes[at] === quote && at < to) {
      const closing = mended
        ? closingQuoteMended(bytes, at + 1, to, delimiter)
        : closingQuote(bytes, at + 1, to);
      cells.push(textOf(bytes, at + 1, closing.contentEnd).replaceAll('""', '"'));
      at = closing.next;
    } else {
      const start = at;
      while (at < to && bytes[at] !== delimiter) at += 1;
      cells.push(textOf(bytes, start, at));
    }
    if (at >= to || cells.length === cellsMax) return cells;
    at += 1;
  }
}

function closingQuote(bytes: Uint8Array, from: number, to: number) {
  let at = from;
  while (at < to && !(bytes[at] === quote && bytes[at + 1] !== quote)) {
    at += bytes[at] === quote ? 2 : 1;
  }
  return { contentEnd: Math.min(at, to), next: Math.min(at + 1, to) };
}

/** Mended: the cell ends at quote-delimiter, at delimiter-quote, or with the line. */
function closingQuoteMended(bytes: Uint8Array, from: number, to: number, delimiter: number) {
  for (let at = from; at < to; at += 1) {
    if (bytes[at] === quote && (at + 1 === to || bytes[at + 1] === delimiter)) {
      return { contentEnd: at, next: at + 1 };
    }
    if (bytes[at] === delimiter && bytes[at + 1] === quote) return { contentEnd: at, next: at };
  }
  return { contentEnd: to, next: to };
}

/** Bounds of the cells of one row, quotes left outside; -1 when a cell needs more than cutting. */
function cellBounds(
  bytes: Uint8Array,
  from: number,
  to: number,
  delimiter: number,
  quoted: boolean,
  into: Uint32Array,
): number {
  let count = 0;
  let at = from;
  for (;;) {
    if (count * 2 + 1 >= into.length) return -1;
    let begin = at;
    let end: number;
    if (quoted && at < to && bytes[at] === quote) {
      begin = at + 1;
      at = begin;
      while (at < to && bytes[at] !== quote) at += 1;
      if (at >= to || (at + 1 < to && bytes[at + 1] !== delimiter)) return -1;
      end = at;
      at += 1;
    } else {
      while (at < to && bytes[at] !== delimiter) at += 1;
      end = at;
    }
    into[count * 2] = begin;
    into[count * 2 + 1] = end;
    count += 1;
    if (at >= to) return count;
    at += 1;
  }
}

/** Rows of a delimited text in UTF-8, kept as offsets into its bytes. */
export function delimitedTable(bytes: Uint8Array, options: DelimitedOptions): Table {
  const delimiter = options.delimiter.charCodeAt(0);
  const starts = offsets();
  const brokenRows = new Set<number>();
  let count = 0;
  let at = 0;
  while (at < bytes.length) {
    // Empty lines are no rows; a file of nothing else would fill the memory with their offsets.
    if (bytes[at] === lf || bytes[at] === cr) {
      at += 1;
      continue;
    }
    starts.push(at);
    let end: number;
    if (options.quoted) {
      const scan = scanQuoted(bytes, at, delimiter);
      end = scan.end;
      if (scan.broken) brokenRows.add(count);
    } else {
      end = lineEnd(bytes, at);
    }
    at = end + (bytes[end] === cr && bytes[end + 1] === lf ? 2 : 1);
    count += 1;
  }
  return offsetTable(bytes, options, starts.take(), brokenRows);
}

function offsetTable(
  bytes: Uint8Array,
  options: DelimitedOptions,
  starts: Uint32Array,
  brokenRows: ReadonlySet<number>,
): Table {
  const endOf = (row: number): number => {
    const from = starts[row] ?? 0;
    let end = row + 1 < starts.length ? (starts[row + 1] ?? bytes.length) : bytes.length;
    while (end > from && (bytes[end - 1] === lf || bytes[end - 1] === cr)) end -= 1;
    return end;
  };
  const lineAt = lineCounter(bytes);
  const others = new Map<number, DelimitedOptions>();
  let lastRow = -1;
  let lastCells: readonly string[] = [];
  const cells = (row: number): readonly string[] => {
    if (row !== lastRow) {
      const own = others.get(row);
      const mended = own !== undefined || brokenRows.has(row);
      lastCells = splitRow(bytes, starts[row] ?? 0, endOf(row), own ?? options, mended);
      lastRow = row;
    }
    return lastCells;
  };
  const delimiter = options.delimiter.charCodeAt(0);
  const bounds = (row: number, into: Uint32Array): number =>
    others.has(row) || brokenRows.has(row)
      ? -1
      : cellBounds(bytes, starts[row] ?? 0, endOf(row), delimiter, options.quoted, into);
  const cellAt = new Uint32Array(2 * 256);
  /** One cell alone, because making text of the twelve beside it costs most of the time. */
  const cell = (row: number, col: number): string => {
    const count = row === lastRow ? -1 : bounds(row, cellAt);
    if (count < 0) return cells(row)[col] ?? '';
    return col < count ? textOf(bytes, cellAt[2 * col] ?? 0, cellAt[2 * col + 1] ?? 0) : '';
  };
  const resplit = (row: number, width: number): boolean => {
    for (const mark of delimiters) {
      if (mark === options.delimiter) continue;
      const other = { delimiter: mark, quoted: mark !== '\t' };
      const split = splitRow(bytes, starts[row] ?? 0, endOf(row), other, true);
      if (split.length !== width) continue;
      others.set(row, other);
      lastRow = -1;
      return true;
    }
    return false;
  };
  const mending = (row: number): Mending | null =>
    brokenRows.has(row) ? 'unbalanced-quote' : null;
  return {
    rowCount: starts.length,
    cells,
    cell,
    bytes,
    bounds,
    line: (row) => lineAt(starts[row] ?? 0),
    resplit,
    mending,
  };
}

/**
 * Whether quotes in a tab-separated file are quotes: there are cells that begin with one, and each of
 * them ends with one on the same line. `sample` is the beginning of the file.
 */
export function quotesPairUp(sample: Uint8Array, delimiter: Delimiter): boolean {
  const mark = delimiter.charCodeAt(0);
  let seen = false;
  for (let at = 0; at < sample.length; at += 1) {
    const start = at;
    while (at < sample.length && sample[at] !== mark && sample[at] !== lf && sample[at] !== cr) {
      at += 1;
    }
    if (sample[start] !== quote || at === sample.length) continue;
    if (at - start < 2 || sample[at - 1] !== quote) return false;
    seen = true;
  }
  return seen;
}
