import { isByteField, isNumberField, valueFields, type Field, type ValueField } from './columns.ts';
import { dateColumn, type DateColumn } from './date-column.ts';
import type { DateOrder } from './dates.ts';
import type { DiagnosticCode, DiagnosticLog } from './diagnostics.ts';
import { readDuration } from './durations.ts';
import { dateEvidence, numberEvidence, type DateDecision } from './evidence.ts';
import { fastDuration } from './fast-cells.ts';
import { numberColumn, type NumberColumn } from './number-column.ts';
import type { NumberGroup } from './numbers.ts';
import { rowsPerTold } from './table-rows.ts';
import { valueStore, type ValueStore } from './value-store.ts';
import { dayOf } from './wall-time.ts';

export interface TypedValues {
  readonly dates: DateDecision;
  readonly numberGroup: NumberGroup;
  readonly endHasDate: boolean;
  readonly excluded: Uint8Array;
  readonly values: ReadonlyMap<ValueField, ValueStore>;
}

export interface TypedSource {
  readonly rowCount: number;
  readonly columnOf: (field: Field) => number;
  readonly cell: (row: number, col: number) => string;
  /** Bounds of a row's cells in `bytes`, or -1 for a row that must be taken as text. */
  readonly bounds: (row: number, into: Uint32Array) => number;
  readonly bytes: Uint8Array;
  readonly dataRow: (row: number) => number;
  readonly dateOrder: DateOrder | undefined;
  readonly numberGroup: NumberGroup | undefined;
  /** Told now and then which row is taken in. */
  readonly onRow: ((row: number) => void) | undefined;
}

const day = 86_400;
const boundsMax = 2 * 256;

/** A cell taken in during the first pass, by its column. */
interface Taker {
  readonly col: number;
  takeBytes(row: number, bytes: Uint8Array, from: number, to: number): boolean;
  takeText(row: number, text: string): void;
}

/** Durations need no decision, so the first pass reads them for good. */
function durationColumn(
  col: number,
  rowCount: number,
  bad: (row: number, code: DiagnosticCode) => void,
): Taker & { readonly values: ValueStore } {
  const values = valueStore(rowCount);
  return {
    col,
    values,
    takeBytes(row, bytes, from, to) {
      if (from === to) return true;
      const seconds = fastDuration(bytes, from, to);
      if (seconds < 0) return false;
      values.set(row, seconds);
      return true;
    },
    takeText(row, text) {
      const read = readDuration(text);
      if (read.kind === 'value') values.set(row, read.seconds);
      else if (read.kind === 'unread') bad(row, read.code);
    },
  };
}

/** First pass: every cell of a value column, row by row, so that each row is cut up once. */
function takeAll(source: TypedSource, takers: readonly Taker[]): void {
  const bounds = new Uint32Array(boundsMax);
  for (let row = 0; row < source.rowCount; row += 1) {
    if (row % rowsPerTold === 0) source.onRow?.(row);
    const cells = source.bounds(row, bounds);
    for (const taker of takers) {
      const { col } = taker;
      const isTaken =
        cells > col &&
        taker.takeBytes(row, source.bytes, bounds[2 * col] ?? 0, bounds[2 * col + 1] ?? 0);
      if (!isTaken) taker.takeText(row, source.cell(row, col));
    }
  }
}

function decideDates(
  source: TypedSource,
  start: DateColumn | null,
  end: DateColumn | null,
  durations: ValueStore | null,
): DateDecision {
  const evidence = dateEvidence();
  start?.weigh(evidence.weigh);
  end?.weigh(evidence.weigh);
  if (start && end && durations) {
    for (let row = 0; row < source.rowCount; row += 1) {
      // Within one day both readings fit or neither does.
      if (start.dateKeyAt(row) === end.dateKeyAt(row)) continue;
      const seconds = durations.get(row);
      if (Number.isNaN(seconds)) continue;
      evidence.run(start.partsAt(row), end.partsAt(row), seconds);
    }
  }
  const found = evidence.decide();
  return source.dateOrder
    ? { ...found, order: source.dateOrder, certainty: { kind: 'given' } }
    : found;
}

/** The date of an end that shows only a time: the one nearest to start plus duration. */
function endFromTime(start: number, seconds: number | null, time: number): number {
  if (seconds === null) {
    const sameDay = dayOf(start) * day + time;
    return sameDay >= start ? sameDay : sameDay + day;
  }
  const expected = start + seconds;
  const onDay = dayOf(expected) * day + time;
  const off = onDay - expected;
  return off > day / 2 ? onDay - day : off < -day / 2 ? onDay + day : onDay;
}

/** Reads every value column in two passes: what is written, then, with each form decided, its meaning. */
export function readValues(source: TypedSource, log: DiagnosticLog): TypedValues {
  const { rowCount, columnOf } = source;
  const excluded = new Uint8Array(rowCount);
  const bad =
    (col: number) =>
    (
      row: number,
      code: DiagnosticCode,
      facts?: Readonly<Record<string, string | number>>,
    ): void => {
      excluded[row] = 1;
      log.add(code, { row: source.dataRow(row), col, ...(facts ? { facts } : {}) });
    };
  const textIn = (col: number) => (row: number) => source.cell(row, col);
  const numbers = new Map<ValueField, NumberColumn>();
  const moments = new Map<ValueField, DateColumn>();
  let durations: ReturnType<typeof durationColumn> | null = null;
  for (const field of valueFields) {
    const col = columnOf(field);
    if (col < 0) continue;
    if (isNumberField(field)) {
      numbers.set(field, numberColumn(col, rowCount, isByteField(field), textIn(col)));
    } else if (field === 'duration') durations = durationColumn(col, rowCount, bad(col));
    else moments.set(field, dateColumn(col, rowCount, textIn(col)));
  }
  takeAll(source, [...numbers.values(), ...moments.values(), ...(durations ? [durations] : [])]);

  const evidence = numberEvidence();
  for (const column of numbers.values()) column.tell(evidence);
  const values = new Map<ValueField, ValueStore>();
  if (durations) values.set('duration', durations.values);
  for (const [field, column] of numbers) {
    const group =
      source.numberGroup === undefined ? evidence.groupOf(column.col) : source.numberGroup;
    values.set(
      field,
      column.resolve(group, {
        bad: bad(column.col),
        note: (row, code, value) =>
          log.add(code, {
            row: source.dataRow(row),
            col: column.col,
            facts: code === 'number.scientific' ? { approx: value } : { value },
          }),
      }),
    );
  }
  const start = moments.get('start') ?? null;
  const end = moments.get('end') ?? null;
  const dates = decideDates(
    source,
    start ?? moments.get('time') ?? null,
    end,
    durations?.values ?? null,
  );
  const endHasDate = !end || end.times <= end.moments;
  for (const field of ['start', 'time', 'end'] as const) {
    const column = moments.get(field);
    if (!column) continue;
    const starts = values.get('start');
    const endOf = (row: number, time: number): number | null => {
      const from = starts?.get(row) ?? Number.NaN;
      const seconds = durations?.values.get(row) ?? Number.NaN;
      return Number.isNaN(from)
        ? null
        : endFromTime(from, Number.isNaN(seconds) ? null : seconds, time);
    };
    values.set(field, column.resolve(dates.order, field === 'end' ? endOf : null, bad(column.col)));
  }
  return {
    dates,
    numberGroup: source.numberGroup === undefined ? evidence.fileGroup() : source.numberGroup,
    endHasDate,
    excluded,
    values,
  };
}
