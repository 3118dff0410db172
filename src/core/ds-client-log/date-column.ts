import {
  readDateParts,
  readTimeOfDay,
  resolveDate,
  type DateOrder,
  type DateParts,
} from './dates.ts';
import { datePartsOf } from './evidence.ts';
import { fastMoment, partsOfMoment, type FastMoment } from './fast-cells.ts';
import { valueStore, type ValueStore } from './value-store.ts';

export type DateProblem = 'date.unreadable' | 'date.impossible' | 'date.mixed-formats';

const empty = 0;
const timeOnly = 1;
const irregular = 2;
const firstDate = 3;
const idsMax = 65_535;

/** One date of a column, whatever the time of day: a log holds few dates and many times. */
interface KnownDate {
  readonly parts: DateParts;
  readonly form: string;
  count: number;
  minSeconds: number;
  maxSeconds: number;
}

/** A column of moments between the two passes: what was written, not yet what it means. */
export interface DateColumn {
  readonly col: number;
  /** Takes in a cell from its bytes; false when only the full reader can tell. */
  takeBytes(row: number, bytes: Uint8Array, from: number, to: number): boolean;
  /** Takes in a cell as text. */
  takeText(row: number, text: string): void;
  /** The parts of a row's cell; null for a cell that is empty, a time only or unreadable. */
  partsAt(row: number): DateParts | null;
  /** Whether two columns hold the same date in a row, so that no order of the parts can differ. */
  dateKeyAt(row: number): number;
  /** Each different date, with the times at which it begins and ends and how often it stands there. */
  weigh(each: (parts: DateParts, count: number) => void): void;
  readonly moments: number;
  readonly times: number;
  /** Second pass: the meaning of each cell, once the order of day and month is decided. */
  resolve(
    order: DateOrder | null,
    endOf: ((row: number, timeSeconds: number) => number | null) | null,
    bad: (row: number, code: DateProblem) => void,
  ): ValueStore;
}

/** How a date is written, apart from its numbers: separator, what stands first, and the clock. */
const formOf = (parts: DateParts): string =>
  `${parts.order ?? 'undecided'} ${parts.separator} ${parts.clock ?? 'no time'}`;

/**
 * One date of a column. A date in another form than its column is read only where the text itself says
 * which number is which; the rest would be a guess.
 */
function readMoment(
  parts: DateParts,
  order: DateOrder | null,
  form: string | null,
): { readonly wall: number | null; readonly problem: DateProblem | null } {
  const read = resolveDate(parts, order ?? 'YMD');
  if (form !== null && formOf(parts) !== form) {
    const isSure = parts.order !== null && read.kind === 'wall';
    return { wall: isSure ? read.wall : null, problem: 'date.mixed-formats' };
  }
  if (read.kind === 'wall') return { wall: read.wall, problem: null };
  if (read.kind === 'impossible') return { wall: null, problem: 'date.impossible' };
  const inOtherOrder = resolveDate(parts, order === 'MDY' ? 'DMY' : 'MDY').kind === 'wall';
  return { wall: null, problem: inOtherOrder ? 'date.mixed-formats' : 'date.unreadable' };
}

/** A column of moments of `rowCount` rows; `textAt` gives the text of a cell that needs a full look. */
export function dateColumn(
  col: number,
  rowCount: number,
  textAt: (row: number) => string,
): DateColumn {
  const ids = new Uint16Array(rowCount);
  const seconds = valueStore(rowCount);
  const dates: KnownDate[] = [];
  const idOfKey = new Map<number, number>();
  const odd: DateParts[] = [];
  const found: FastMoment = {
    a: 0,
    b: 0,
    c: 0,
    separator: 0,
    isYearFirst: false,
    is12h: false,
    seconds: 0,
  };
  let moments = 0;
  let times = 0;
  let lastKey = -1;
  let lastId = 0;

  const keyOfFound = (): number => {
    const form = found.separator * 4 + (found.isYearFirst ? 2 : 0) + (found.is12h ? 1 : 0);
    return ((found.a * 128 + found.b) * 16_384 + found.c) * 1024 + form;
  };

  const idOfFound = (): number => {
    const key = keyOfFound();
    if (key === lastKey) return lastId;
    let id = idOfKey.get(key);
    if (id === undefined) {
      id = dates.length + firstDate;
      if (id > idsMax) return -1;
      const parts = partsOfMoment(found, 0);
      dates.push({ parts, form: formOf(parts), count: 0, minSeconds: 86_400, maxSeconds: 0 });
      idOfKey.set(key, id);
    }
    lastKey = key;
    lastId = id;
    return id;
  };

  const commonForm = (): string | null => {
    const counts = new Map<string, number>();
    const add = (form: string, count: number) => counts.set(form, (counts.get(form) ?? 0) + count);
    for (const date of dates) add(date.form, date.count);
    for (const parts of odd) add(formOf(parts), 1);
    return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  };

  return {
    col,
    takeBytes(row, bytes, from, to) {
      if (from === to) return true;
      if (!fastMoment(bytes, from, to, found)) return false;
      if (found.separator === 0) {
        ids[row] = timeOnly;
        times += 1;
      } else {
        const id = idOfFound();
        const date = dates[id - firstDate];
        if (!date) return false;
        ids[row] = id;
        moments += 1;
        date.count += 1;
        if (found.seconds < date.minSeconds) date.minSeconds = found.seconds;
        if (found.seconds > date.maxSeconds) date.maxSeconds = found.seconds;
      }
      seconds.set(row, found.seconds);
      return true;
    },
    takeText(row, text) {
      if (text.length < 100 && text.trim() === '') return;
      ids[row] = irregular;
      const parts = datePartsOf(text);
      if (parts) {
        odd.push(parts);
        moments += 1;
      } else if (readTimeOfDay(text)) times += 1;
    },
    partsAt(row) {
      const id = ids[row] ?? empty;
      if (id === irregular) return datePartsOf(textAt(row));
      const date = dates[id - firstDate];
      return date ? { ...date.parts, timeSeconds: seconds.get(row) } : null;
    },
    dateKeyAt(row) {
      const id = ids[row] ?? empty;
      const numbers = dates[id - firstDate]?.parts.numbers;
      return numbers ? (numbers[0] * 128 + numbers[1]) * 16_384 + numbers[2] : -1 - row;
    },
    weigh(each) {
      for (const { parts, count, minSeconds, maxSeconds } of dates) {
        each({ ...parts, timeSeconds: minSeconds }, count);
        each({ ...parts, timeSeconds: maxSeconds }, 0);
      }
      for (const parts of odd) each(parts, 1);
    },
    get moments() {
      return moments;
    },
    get times() {
      return times;
    },
    resolve(order, endOf, bad) {
      const form = commonForm();
      const meanings = dates.map(({ parts }) => readMoment(parts, order, form));
      for (let row = 0; row < rowCount; row += 1) {
        const id = ids[row] ?? empty;
        if (id === empty) continue;
        if (id === irregular) {
          resolveText(row, order, form, endOf, seconds, bad);
          continue;
        }
        const time = seconds.get(row);
        if (id === timeOnly) {
          const wall = endOf ? endOf(row, time) : null;
          if (!endOf) bad(row, 'date.unreadable');
          seconds.set(row, wall ?? Number.NaN);
          continue;
        }
        const meaning = meanings[id - firstDate];
        if (meaning?.problem) bad(row, meaning.problem);
        const wall = meaning?.wall ?? null;
        seconds.set(row, wall === null ? Number.NaN : wall + time);
      }
      return seconds;
    },
  };

  function resolveText(
    row: number,
    order: DateOrder | null,
    form: string | null,
    endOf: ((row: number, timeSeconds: number) => number | null) | null,
    into: ValueStore,
    bad: (row: number, code: DateProblem) => void,
  ): void {
    const text = textAt(row);
    const parts = readDateParts(text);
    if (parts) {
      const { wall, problem } = readMoment(parts, order, form);
      if (wall !== null) into.set(row, wall);
      if (problem) bad(row, problem);
      return;
    }
    const time = endOf ? readTimeOfDay(text) : null;
    if (!time || !endOf) bad(row, 'date.unreadable');
    else into.set(row, endOf(row, time.seconds) ?? Number.NaN);
  }
}
