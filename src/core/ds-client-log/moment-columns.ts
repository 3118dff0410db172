import { empty, irregular, timeOnly, type CellColumns } from './cell-columns.ts';
import { formOf, meaningOf, type DateMeaning, type DateProblem } from './date-book.ts';
import { Forms, SeenDates } from './date-survey.ts';
import { readDateParts, readTimeOfDay, type DateOrder, type DateParts } from './dates.ts';
import type { DiagnosticCode } from './diagnostics.ts';
import { readDuration } from './durations.ts';
import { momentValues, none, valueStore, type Values, type ValueStore } from './value-store.ts';

/** A column of moments or durations whose rows are all in. */
export interface MomentColumn {
  readonly col: number;
  readonly rowCount: number;
  readonly cells: CellColumns;
  readonly states: Uint16Array;
  /** Seconds from midnight, or of a duration. */
  readonly seconds: Uint32Array;
  readonly textAt: (row: number) => string;
}

/** What a column of moments holds, before it is known what its dates mean. */
export interface MomentSurvey {
  readonly moments: number;
  readonly times: number;
  /** The form in which most of its dates are written; of two equals the one that came first. */
  readonly form: string | null;
  /** How often each of its dates and states stands in it. */
  readonly seen: SeenDates;
}

/** A date, in how many cells it stands and in which row first; a count of 0 for a second time of it. */
export type WeighDate = (parts: DateParts, count: number, row: number) => void;

export interface DateProblems {
  bad(row: number, code: DateProblem): void;
  /** The wall time of a cell that holds only a time of day; null where the column must have dates. */
  readonly endOf: ((row: number, timeSeconds: number) => number | null) | null;
}

/** The parts of a row's cell; null for a cell that is empty, a time only or unreadable. */
export function partsAt(column: MomentColumn, row: number): DateParts | null {
  const state = column.states[row] ?? empty;
  if (state === irregular) return readDateParts(column.textAt(row));
  const parts = column.cells.dates.partsOf(state);
  return parts && { ...parts, timeSeconds: column.seconds[row] ?? null };
}

/** Goes through a column once, and lets each different date be weighed. */
export function surveyMoments(column: MomentColumn, weigh: WeighDate): MomentSurvey {
  const { cells, states, seconds, rowCount, textAt } = column;
  const seen = new SeenDates(cells.dates.idsEnd);
  const forms = new Forms();
  seen.addAll(states, seconds, rowCount);
  let moments = 0;
  let times = seen.count(timeOnly);
  const add = (parts: DateParts, count: number, row: number): void => {
    moments += count;
    if (count > 0) forms.add(formOf(parts), count, row);
    weigh(parts, count, row);
  };
  seen.each(cells.dates, add);
  if (seen.count(irregular) > 0) {
    for (let row = 0; row < rowCount; row += 1) {
      if (states[row] !== irregular) continue;
      const text = textAt(row);
      const parts = readDateParts(text);
      if (parts) add(parts, 1, row);
      else if (readTimeOfDay(text)) times += 1;
    }
  }
  return { moments, times, form: forms.commonest(), seen };
}

/**
 * The midnight of a date about which there is nothing to say; `none` for any other, for a cell without a
 * date, and where a wall time of the day takes more than four bytes.
 */
function clearWall(meaning: DateMeaning | null): number {
  const wall = meaning?.wall ?? -1;
  return meaning?.problem !== null || wall < 0 || wall >= none - 86_400 ? none : wall;
}

/** The values of a column in which every cell is clear; null where one is not. */
function clearMoments(
  { states, seconds }: MomentColumn,
  meanings: readonly (DateMeaning | null)[],
  seen: SeenDates,
): Values | null {
  const midnights = Uint32Array.from(meanings, clearWall);
  const isClear = midnights.every((midnight, id) => midnight !== none || seen.count(id) === 0);
  return isClear ? momentValues(states, seconds, midnights) : null;
}

/** The values of a column of moments, once the order of day and month is decided. */
export function resolveMoments(
  column: MomentColumn,
  order: DateOrder | null,
  { form, seen }: MomentSurvey,
  problems: DateProblems,
): Values {
  const { states, seconds, rowCount } = column;
  const { dates } = column.cells;
  const meanings = Array.from({ length: dates.idsEnd }, (_, id) => {
    const parts = dates.partsOf(id);
    return parts && meaningOf(parts, order, form);
  });
  const clear = clearMoments(column, meanings, seen);
  if (clear) return clear;
  const values = valueStore(seconds, null);
  for (let row = 0; row < rowCount; row += 1) {
    const state = states[row] ?? empty;
    if (state === empty) continue;
    const meaning = meanings[state];
    if (meaning) {
      if (meaning.problem) problems.bad(row, meaning.problem);
      values.set(row, meaning.wall === null ? Number.NaN : meaning.wall + (seconds[row] ?? 0));
    } else values.set(row, oddMoment(column, row, order, form, problems));
  }
  return values;
}

/** What a cell means that holds a time only, or that the full reader must read; NaN for nothing. */
function oddMoment(
  column: MomentColumn,
  row: number,
  order: DateOrder | null,
  form: string | null,
  { bad, endOf }: DateProblems,
): number {
  const isText = column.states[row] === irregular;
  const text = isText ? column.textAt(row) : '';
  const parts = isText ? readDateParts(text) : null;
  if (parts) {
    const { wall, problem } = meaningOf(parts, order, form);
    if (problem) bad(row, problem);
    return wall ?? Number.NaN;
  }
  const time = isText ? readTimeOfDay(text)?.seconds : column.seconds[row];
  // A cell of spaces is empty.
  if (isText && time === undefined && text.length < 100 && text.trim() === '') return Number.NaN;
  if (time === undefined || !endOf) {
    bad(row, 'date.unreadable');
    return Number.NaN;
  }
  return endOf(row, time) ?? Number.NaN;
}

/** The values of a column of durations. */
export function resolveDurations(
  column: MomentColumn,
  bad: (row: number, code: DiagnosticCode) => void,
): ValueStore {
  const { states, rowCount, textAt } = column;
  const values = valueStore(column.seconds, null);
  if (!states.subarray(0, rowCount).includes(irregular)) return values;
  for (let row = 0; row < rowCount; row += 1) {
    if (states[row] !== irregular) continue;
    const read = readDuration(textAt(row));
    values.set(row, read.kind === 'value' ? read.seconds : Number.NaN);
    if (read.kind === 'unread') bad(row, read.code);
  }
  return values;
}
