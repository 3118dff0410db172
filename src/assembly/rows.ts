/**
 * The fast lane through the rows of a delimited text (see plain-rows.ts), compiled to WebAssembly: it is
 * as quick with the first row as with the last, where a JavaScript engine first has to find out what to
 * compile, and it goes over each byte once.
 *
 * `begin` says what the table is like. The caller then puts a piece of the text at `input` and calls
 * `readRows` until nothing more can be read of it, and `keepAll` before it puts the next piece there.
 */
import { byteAt, cr, hashOf, isSame, lf, mixed, quote } from './bytes.ts';
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
  values,
  wideColumns,
} from './memory.ts';
import {
  dateAt,
  dateEnd,
  isHalfDay,
  readDuration,
  readTime,
  timeEnd,
  timeSeconds,
} from './moments.ts';
import { numberEnd, numberState, numberValue, readNumber } from './numbers.ts';
import {
  aboveOf,
  afterSameText,
  forgetOddTexts,
  hashAbove,
  keepAbove,
  oddTextCount,
  takeText,
} from './texts.ts';

// Kinds of columns (cell-columns.ts).
const textKind: i32 = 0;
const numberKind: i32 = 1;
const momentKind: i32 = 2;
const durationKind: i32 = 3;

// States of a cell (cell-columns.ts, plain-rows.ts).
const empty: i32 = 0;
const irregular: i32 = 1;
const timeOnly: i32 = 2;
const firstId: i32 = 4;

/** Stands for no value in four bytes (value-store.ts). */
const none: i64 = 0xffffffff;
/** A row may be as long as a cell (`cellLengthMax` in cell-checks.ts). */
const rowLengthMax: i32 = 32_768;

let delimiter: i32 = 9;
let isQuoting: bool = false;
let width: i32 = 0;
let dateColumn: i32 = 0;
/** The end of the piece, and whether it is that of the text. */
let inputEnd: i32 = 0;
let isLast: bool = false;
/** The row that is being read, its hash so far, and where the cell that was read last ends. */
let row: i32 = 0;
let hash: i32 = 0;
let cellEnd: i32 = 0;

/** After the last row that was read, its line break included. */
export let next: i32 = 0;
/** Where the cell without a date is that ended the reading; 0 where none did. */
export let undatedBegin: i32 = 0;
export let undatedEnd: i32 = 0;

/** Begins a table; the kinds of its columns are in memory already. */
export function begin(mark: i32, quoting: bool, columns: i32, moment: i32): void {
  delimiter = mark;
  isQuoting = quoting;
  width = columns;
  dateColumn = moment;
  // Nothing stands above the first row.
  for (let col = 0; col < columnsMax; col += 1) store<i32>(aboveOf(col) + 4, -1);
}

export function keepAll(): void {
  for (let col = 0; col < width; col += 1) keepAbove(col);
}

function isStop(byte: i32): bool {
  return byte === delimiter || byte === lf || byte === cr;
}

/** Where a cell without quotes ends. A line break stands behind the piece. */
function stopFrom(from: i32): i32 {
  let at = from;
  while (!isStop(byteAt(at))) at += 1;
  return at;
}

function statePlace(col: i32): i32 {
  return states + (col * rowsMax + row) * 2;
}

function valuePlace(col: i32): i32 {
  return values + col * rowsMax * 8 + (load<u8>(wideColumns + col) !== 0 ? row * 8 : row * 4);
}

/** Notes a cell without a value: empty, or left to the full reader. */
function leave(col: i32, from: i32): void {
  store<u16>(statePlace(col), from === cellEnd ? empty : irregular);
  if (load<u8>(wideColumns + col) !== 0) store<f64>(valuePlace(col), NaN);
  else store<u32>(valuePlace(col), <u32>none);
  hash = mixed(hash, hashOf(from, cellEnd - from));
}

/** Whether what was read of a cell is all of it. `to` is its end where quotes tell it, else -1. */
function isWhole(end: i32, to: i32): bool {
  return to < 0 ? isStop(byteAt(end)) : end === to;
}

/** Takes the text of a column; -1 for `to` where its end is not known. */
function textCell(col: i32, from: i32, to: i32): void {
  const isQuoted = to >= 0;
  const same = isQuoted ? -1 : afterSameText(col, from);
  if (same >= 0 && isStop(byteAt(same))) {
    cellEnd = same;
    hash = mixed(hash, hashAbove(col));
    return;
  }
  cellEnd = isQuoted ? to : stopFrom(from);
  hash = mixed(hash, takeText(row, col, from, cellEnd - from, isQuoted));
}

function numberCell(col: i32, from: i32, to: i32): void {
  const isWide = load<u8>(wideColumns + col) !== 0;
  const isRead = readNumber(from, to < 0 ? delimiter : quote) && isWhole(numberEnd, to);
  if (!isRead || (!isWide && numberValue >= none)) {
    cellEnd = to < 0 ? stopFrom(from) : to;
    leave(col, from);
    return;
  }
  cellEnd = numberEnd;
  store<u16>(statePlace(col), numberState);
  if (isWide) store<f64>(valuePlace(col), <f64>numberValue);
  else store<u32>(valuePlace(col), <u32>numberValue);
  hash = mixed(hash, <i32>numberValue);
}

function durationCell(col: i32, from: i32, to: i32): void {
  if (!readDuration(from) || !isWhole(timeEnd, to)) {
    cellEnd = to < 0 ? stopFrom(from) : to;
    leave(col, from);
    return;
  }
  cellEnd = timeEnd;
  store<u16>(statePlace(col), empty);
  store<u32>(valuePlace(col), timeSeconds);
  hash = mixed(hash, timeSeconds);
}

/** The even id of the date at `from`, and 0 for none; most cells begin with the date of the one above. */
function dateIdAt(col: i32, from: i32): i32 {
  const record = aboveOf(col);
  const length = load<i32>(record + 4);
  if (length >= 0 && isSame(load<i32>(record), from, length)) {
    dateLength = length;
    return load<i32>(record + 8);
  }
  const place = dateAt(from);
  if (place < 0) return 0;
  dateLength = dateEnd - from;
  store<i32>(record, from);
  store<i32>(record + 4, dateLength);
  store<i32>(record + 8, firstId + 2 * place);
  return firstId + 2 * place;
}

/** Of the date that was found, with the gap behind it. */
let dateLength: i32 = 0;

/** Takes the moment of a column; returns whether it has a date. */
function momentCell(col: i32, from: i32, to: i32): bool {
  const id = dateIdAt(col, from);
  const at = id === 0 ? from : from + dateLength;
  if (!readTime(at) || !isWhole(timeEnd, to)) {
    cellEnd = to < 0 ? stopFrom(from) : to;
    leave(col, from);
    return false;
  }
  cellEnd = timeEnd;
  store<u16>(statePlace(col), id === 0 ? timeOnly : id + (isHalfDay ? 1 : 0));
  store<u32>(valuePlace(col), timeSeconds);
  // The date is no part of the hash where it is that of the row above: rows are compared in full.
  hash = mixed(hash, timeSeconds);
  return id !== 0;
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
  const kind = <i32>load<u8>(kinds + col);
  if (kind === textKind) textCell(col, from, to);
  else if (kind === numberKind) numberCell(col, from, to);
  else if (kind === durationKind) durationCell(col, from, to);
  else if (kind === momentKind) {
    if (!momentCell(col, from, to) && col === dateColumn && !mayBeUndated) {
      undatedBegin = from;
      undatedEnd = cellEnd;
      return -1;
    }
  } else cellEnd = isQuoted ? to : stopFrom(from);
  return isQuoted ? cellEnd + 1 : cellEnd;
}

/** Reads the row that begins at `from`; returns where it ends, -1 where it is not plain or not all here. */
function readRow(from: i32, mayBeUndated: bool): i32 {
  hash = 0;
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
function countStates(): void {
  for (let col = 0; col < width; col += 1) {
    if (<i32>load<u8>(kinds + col) !== numberKind) continue;
    const own = counts + col * numberStates * 4;
    memory.fill(own, 0, numberStates * 4);
    const first = states + col * rowsMax * 2;
    for (let i = 0; i < row; i += 1) {
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
  for (row = 0; row < limit && at < to; row += 1) {
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
  countStates();
  return row;
}
