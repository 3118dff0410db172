/**
 * The fast lane through the rows of a delimited text (see plain-rows.ts), compiled to WebAssembly: it is
 * as quick with the first row as with the last, where a JavaScript engine first has to find out what to
 * compile, and it goes over each byte once.
 *
 * `begin` says what the table is like. The caller then puts a piece of the text at `input` and calls
 * `readRows` until nothing more can be read of it, and `keepAll` before it puts the next piece there.
 */
import { byteAt, cr, lf, quote } from './bytes.ts';
import { beginRow, cellEnd, delimiter, hash, numberKind, splitBy, takeCell } from './cells.ts';
import {
  columnsMax,
  counts,
  hashes,
  kinds,
  numberStates,
  oddTextsMax,
  rowsMax,
  starts,
  states,
} from './memory.ts';
import { aboveOf, forgetOddTexts, keepAbove, oddTextCount } from './texts.ts';

/** A row may be as long as a cell (`cellLengthMax` in cell-checks.ts). */
const rowLengthMax: i32 = 32_768;

let isQuoting: bool = false;
let width: i32 = 0;
let dateColumn: i32 = 0;
/** The end of the piece, and whether it is that of the text. */
let inputEnd: i32 = 0;
let isLast: bool = false;

/** After the last row that was read, its line break included. */
export let next: i32 = 0;
/** Where the cell without a date is that ended the reading; 0 where none did. */
export let undatedBegin: i32 = 0;
export let undatedEnd: i32 = 0;

/** Begins a table; the kinds of its columns are in memory already. */
export function begin(mark: i32, quoting: bool, columns: i32, moment: i32): void {
  splitBy(mark);
  isQuoting = quoting;
  width = columns;
  dateColumn = moment;
  // Nothing stands above the first row.
  for (let col = 0; col < columnsMax; col += 1) store<i32>(aboveOf(col) + 4, -1);
}

/** Keeps what stands above in each column, for the piece that it stands in is about to go. */
export function keepAll(): void {
  for (let col = 0; col < width; col += 1) keepAbove(col);
}

/** The closing quote of the cell whose content begins at `from`; -1 for none in this piece. */
function closingQuote(from: i32): i32 {
  for (let at = from; at < inputEnd; at += 1) if (byteAt(at) === quote) return at;
  return -1;
}

/** Reads the cell of a column that begins at `at`; returns where what follows it begins, -1 if it is not plain. */
function readCell(col: i32, at: i32, mayBeUndated: bool): i32 {
  const isQuoted = isQuoting && byteAt(at) === quote;
  const from = isQuoted ? at + 1 : at;
  const to = isQuoted ? closingQuote(from) : -1;
  if (isQuoted && to < 0) return -1;
  const isDated = takeCell(col, from, to);
  if (col === dateColumn && !isDated && !mayBeUndated) {
    undatedBegin = from;
    undatedEnd = cellEnd;
    return -1;
  }
  return isQuoted ? cellEnd + 1 : cellEnd;
}

/** Reads the row that begins at `from`; returns where it ends, -1 where it is not plain or not all here. */
function readRow(from: i32, mayBeUndated: bool): i32 {
  let at = from;
  const lastColumn = width - 1;
  for (let col = 0; col < lastColumn; col += 1) {
    at = readCell(col, at, mayBeUndated);
    // A row that breaks off here has too few cells, or goes on in the next piece.
    if (at < 0 || at >= inputEnd || byteAt(at) !== delimiter) return -1;
    at += 1;
  }
  at = readCell(lastColumn, at, mayBeUndated);
  if (at < 0 || at - from > rowLengthMax) return -1;
  if (at >= inputEnd) return isLast ? at : -1;
  return byteAt(at) === lf || byteAt(at) === cr ? at : -1;
}

/** Counts how often each state of a number stands among the rows read. */
function countStates(rows: i32): void {
  for (let col = 0; col < width; col += 1) {
    if (<i32>load<u8>(kinds + col) !== numberKind) continue;
    const own = counts + col * numberStates * 4;
    memory.fill(own, 0, numberStates * 4);
    const first = states + col * rowsMax * 2;
    for (let i = 0; i < rows; i += 1) {
      const place = own + <i32>load<u16>(first + i * 2) * 4;
      store<i32>(place, load<i32>(place) + 1);
    }
  }
}

/**
 * Reads the plain rows from `from` to `to`, `most` of them at most; `base` is where the piece lies in
 * the whole text. Returns how many there were. The first row may be without a date if `mayBeUndated`.
 */
export function readRows(
  from: i32,
  to: i32,
  isTextEnd: bool,
  most: i32,
  base: i32,
  mayBeUndated: bool,
): i32 {
  inputEnd = to;
  isLast = isTextEnd;
  store<u8>(to, lf);
  forgetOddTexts(0);
  undatedBegin = 0;
  let at = from;
  const limit = most < rowsMax ? most : rowsMax;
  let row = 0;
  for (; row < limit && at < to; row += 1) {
    beginRow(row);
    const odd = oddTextCount;
    if (odd + width > oddTextsMax) break;
    const end = readRow(at, mayBeUndated && row === 0);
    if (end < 0) {
      forgetOddTexts(odd);
      break;
    }
    store<i32>(starts + row * 4, base + at);
    store<i32>(hashes + row * 4, hash);
    at = end;
    while (at < to && (byteAt(at) === lf || byteAt(at) === cr)) at += 1;
  }
  next = at;
  countStates(row);
  return row;
}
