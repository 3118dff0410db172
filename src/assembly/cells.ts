/**
 * The cells of the row that is being read: each is read into its column, and says where it ends. What is
 * not read here is left to the full reader of its column.
 */
import { byteAt, cr, hashOf, isSame, lf, mixed, quote } from './bytes.ts';
import { kinds, rowsMax, states, values, wideColumns } from './memory.ts';
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
import { aboveOf, afterSameText, hashAbove, takeText } from './texts.ts';

// Kinds of columns (cell-columns.ts); the cells of any other are passed.
const textKind: i32 = 0;
export const numberKind: i32 = 1;
const momentKind: i32 = 2;
const durationKind: i32 = 3;

// States of a cell (cell-columns.ts, date-book.ts).
const empty: i32 = 0;
const irregular: i32 = 1;
const timeOnly: i32 = 2;
const firstId: i32 = 4;

/** Stands for no value in four bytes (value-store.ts). */
const none: i64 = 0xffffffff;

export let delimiter: i32 = 9;
let row: i32 = 0;
/** The hash of the row so far. */
export let hash: i32 = 0;
/** Where the cell that was read last ends. */
export let cellEnd: i32 = 0;

/** Sets the byte that parts cells. */
export function splitBy(mark: i32): void {
  delimiter = mark;
}

/** Begins the row of that number among those of this reading. */
export function beginRow(number: i32): void {
  row = number;
  hash = 0;
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
  hash = mixed(mixed(hash, <i32>numberValue), <i32>(numberValue >> 32));
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
  // With its date: of a set that runs at the same second each night, all rows would have one hash.
  hash = mixed(mixed(hash, id), timeSeconds);
  return id !== 0;
}

/**
 * Reads the cell of a column whose content begins at `from`; `to` is its end where quotes tell it, else
 * -1. Returns whether it holds a date.
 */
export function takeCell(col: i32, from: i32, to: i32): bool {
  const kind = <i32>load<u8>(kinds + col);
  if (kind === momentKind) return momentCell(col, from, to);
  if (kind === textKind) textCell(col, from, to);
  else if (kind === numberKind) numberCell(col, from, to);
  else if (kind === durationKind) durationCell(col, from, to);
  else cellEnd = to < 0 ? stopFrom(from) : to;
  return false;
}
