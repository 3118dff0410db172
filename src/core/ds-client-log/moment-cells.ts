import type { CellBatch } from './cell-batch.ts';
import { empty, irregular, type CellColumns } from './cell-columns.ts';
import { dateAt, type DateFound, type DateKey } from './date-bytes.ts';
import { firstId, type DateBook } from './date-book.ts';
import { hashOfBytes, sameInView } from './hashes.ts';
import {
  isHalfDay,
  minutesAndSeconds,
  nine,
  packedTime,
  timeLength,
  timeSeconds,
  zero,
} from './time-bytes.ts';

/** State of a moment that holds a time of day only; from `firstId` on, the id of its date. */
export const timeOnly = 2;

const space = 32;
const letterT = 84;

/** The date with which a cell of a column began; most cells begin as the one above. */
export interface DateAbove {
  begin: number;
  /** Bytes up to the time; 0 before there was a date. */
  length: number;
  id: number;
}

/** Takes a new date with the gap behind it; `above` then holds it. False when there is none. */
function takeDate(bytes: Uint8Array, from: number, book: DateBook, above: DateAbove): boolean {
  const found: DateFound = { key: 0 as DateKey, end: 0 };
  if (!dateAt(bytes, from, found)) return false;
  const gap = bytes[found.end];
  const id = gap === space || gap === letterT ? book.idOf(found.key) : 0;
  if (id === 0) return false;
  above.begin = from;
  above.length = found.end + 1 - from;
  above.id = id;
  return true;
}

/**
 * Takes moments as dates and times of day: what the dates mean is decided when all rows are in. The
 * first of the batch is row `row`. Returns whether each row has a date of the book.
 */
export function takeMoments(
  batch: CellBatch,
  columns: CellColumns,
  col: number,
  row: number,
  above: DateAbove,
): boolean {
  const { bytes, view, bounds, width, count } = batch;
  const states = columns.states[col]!;
  const seconds = columns.narrow[col]!;
  let areDated = true;
  for (let i = 0; i < count; i += 1) {
    const place = (i * width + col) * 2;
    const from = bounds[place] ?? 0;
    const to = bounds[place + 1] ?? 0;
    const isDated =
      (above.length > 0 &&
        above.length <= to - from &&
        sameInView(view, above.begin, from, above.length)) ||
      takeDate(bytes, from, columns.dates, above);
    const at = isDated ? from + above.length : from;
    const time = packedTime(bytes, at);
    areDated &&= isDated;
    if (time < 0 || at + timeLength(time) !== to) {
      areDated = false;
      columns.leave(row + i, col, from === to ? empty : irregular);
      batch.mix(i, hashOfBytes(bytes, from, to));
      continue;
    }
    states[row + i] = isDated ? above.id + (isHalfDay(time) ? 1 : 0) : timeOnly;
    seconds[row + i] = timeSeconds(time);
    batch.mix(i, time);
  }
  return areDated;
}

/** Whether a row has a date of the book. */
export const hasDate = (columns: CellColumns, row: number, col: number): boolean =>
  (columns.states[col]?.[row] ?? empty) >= firstId;

/** As many digits of hours as the full reader takes. */
const hourDigitsMax = 5;

/** `h:mm:ss` in seconds; -1 for anything else. */
function durationIn(bytes: Uint8Array, from: number, to: number): number {
  const hoursEnd = to - 6;
  if (hoursEnd <= from || hoursEnd > from + hourDigitsMax) return -1;
  let hours = 0;
  for (let at = from; at < hoursEnd; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < zero || byte > nine) return -1;
    hours = hours * 10 + byte - zero;
  }
  const rest = minutesAndSeconds(bytes, hoursEnd);
  return rest < 0 ? -1 : hours * 3600 + rest;
}

/** Takes durations written `h:mm:ss`; they need no decision. */
export function takeDurations(
  batch: CellBatch,
  columns: CellColumns,
  col: number,
  row: number,
): void {
  const { bytes, bounds, width, count } = batch;
  const states = columns.states[col]!;
  const seconds = columns.narrow[col]!;
  for (let i = 0; i < count; i += 1) {
    const place = (i * width + col) * 2;
    const from = bounds[place] ?? 0;
    const to = bounds[place + 1] ?? 0;
    const value = durationIn(bytes, from, to);
    if (value < 0) {
      columns.leave(row + i, col, from === to ? empty : irregular);
      batch.mix(i, hashOfBytes(bytes, from, to));
      continue;
    }
    states[row + i] = empty;
    seconds[row + i] = value;
    batch.mix(i, value);
  }
}
