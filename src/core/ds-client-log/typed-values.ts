import { isByteField, isNumberField, valueFields, type Field, type ValueField } from './columns.ts';
import {
  readDateParts,
  readTimeOfDay,
  resolveDate,
  type DateOrder,
  type DateParts,
} from './dates.ts';
import type { DiagnosticLog } from './diagnostics.ts';
import { readDuration } from './durations.ts';
import { datePartsOf, dateEvidence, numberEvidence, type DateDecision } from './evidence.ts';
import { readNumber, type NumberGroup } from './numbers.ts';
import { dayOf } from './wall-time.ts';

export interface TypedValues {
  readonly dates: DateDecision;
  readonly numberGroup: NumberGroup;
  readonly endHasDate: boolean;
  readonly excluded: Uint8Array;
  readonly values: ReadonlyMap<ValueField, Float64Array>;
}

export interface TypedSource {
  readonly rowCount: number;
  readonly columnOf: (field: Field) => number;
  readonly cell: (row: number, col: number) => string;
  readonly dataRow: (row: number) => number;
  readonly dateOrder: DateOrder | undefined;
  readonly numberGroup: NumberGroup | undefined;
}

const day = 86_400;

/** First pass: what the cells prove about dates and numbers. */
function gather(source: TypedSource) {
  const dates = dateEvidence();
  const numbers = numberEvidence();
  const [start, end, time, duration] = (['start', 'end', 'time', 'duration'] as const).map(
    source.columnOf,
  ) as [number, number, number, number];
  const numberColumns = valueFields
    .filter(isNumberField)
    .map(source.columnOf)
    .filter((c) => c >= 0);
  let endMoments = 0;
  let endTimes = 0;
  for (let row = 0; row < source.rowCount; row += 1) {
    const partsOf = (col: number) => (col < 0 ? null : datePartsOf(source.cell(row, col)));
    const endText = end < 0 ? '' : source.cell(row, end);
    const endParts = end < 0 ? null : datePartsOf(endText);
    if (endParts) endMoments += 1;
    else if (endText !== '' && readTimeOfDay(endText)) endTimes += 1;
    const seconds = duration < 0 ? null : readDuration(source.cell(row, duration));
    dates.row(
      partsOf(start >= 0 ? start : time),
      endParts,
      seconds?.kind === 'value' ? seconds.seconds : null,
    );
    for (const col of numberColumns) numbers.cell(col, source.cell(row, col));
  }
  return { dates, numbers, endHasDate: endTimes <= endMoments };
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

/** Second pass: every cell of a value column read in the form its column has. */
export function readValues(source: TypedSource, log: DiagnosticLog): TypedValues {
  const evidence = gather(source);
  const found = evidence.dates.decide();
  const dates: DateDecision = source.dateOrder
    ? { ...found, order: source.dateOrder, certainty: { kind: 'given' } }
    : found;
  const excluded = new Uint8Array(source.rowCount);
  const values = new Map<ValueField, Float64Array>();
  for (const field of valueFields) {
    if (source.columnOf(field) >= 0) {
      values.set(field, new Float64Array(source.rowCount).fill(Number.NaN));
    }
  }
  const bad = (
    row: number,
    col: number,
    code: Parameters<DiagnosticLog['add']>[0],
    facts?: Readonly<Record<string, string | number>>,
  ): void => {
    excluded[row] = 1;
    log.add(code, { row: source.dataRow(row), col, ...(facts ? { facts } : {}) });
  };

  for (const [field, into] of values) {
    const col = source.columnOf(field);
    if (isNumberField(field)) {
      const group =
        source.numberGroup === undefined ? evidence.numbers.groupOf(col) : source.numberGroup;
      const isBytes = isByteField(field);
      for (let row = 0; row < source.rowCount; row += 1) {
        const read = readNumber(source.cell(row, col), group, isBytes);
        if (read.kind === 'value') {
          into[row] = read.value;
          if (read.note) {
            const facts =
              read.note === 'number.scientific' ? { approx: read.value } : { value: read.value };
            log.add(read.note, { row: source.dataRow(row), col, facts });
          }
        } else if (read.kind === 'unread') bad(row, col, read.code, read.facts);
      }
    } else if (field === 'duration') {
      for (let row = 0; row < source.rowCount; row += 1) {
        const read = readDuration(source.cell(row, col));
        if (read.kind === 'value') into[row] = read.seconds;
        else if (read.kind === 'unread') bad(row, col, read.code);
      }
    }
  }
  readMoments(source, dates.order, values, bad);
  return {
    dates,
    numberGroup:
      source.numberGroup === undefined ? evidence.numbers.fileGroup() : source.numberGroup,
    endHasDate: evidence.endHasDate,
    excluded,
    values,
  };
}

type DateProblem = 'date.unreadable' | 'date.impossible' | 'date.mixed-formats';

/** How a date is written, apart from its numbers: separator, what stands first, and the clock. */
const formOf = (parts: DateParts): string =>
  `${parts.order ?? 'undecided'} ${parts.separator} ${parts.clock ?? 'no time'}`;

/** The form in which most dates of a column are written. */
function commonForm(source: TypedSource, col: number): string | null {
  const counts = new Map<string, number>();
  for (let row = 0; row < source.rowCount; row += 1) {
    const parts = datePartsOf(source.cell(row, col));
    if (!parts) continue;
    const form = formOf(parts);
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

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
  const isOdd = form !== null && formOf(parts) !== form;
  if (isOdd) {
    const isSure = parts.order !== null && read.kind === 'wall';
    return { wall: isSure ? read.wall : null, problem: 'date.mixed-formats' };
  }
  if (read.kind === 'wall') return { wall: read.wall, problem: null };
  if (read.kind === 'impossible') return { wall: null, problem: 'date.impossible' };
  const inOtherOrder = resolveDate(parts, order === 'MDY' ? 'DMY' : 'MDY').kind === 'wall';
  return { wall: null, problem: inOtherOrder ? 'date.mixed-formats' : 'date.unreadable' };
}

function readMoments(
  source: TypedSource,
  order: DateOrder | null,
  values: ReadonlyMap<ValueField, Float64Array>,
  bad: (row: number, col: number, code: DateProblem) => void,
): void {
  const durations = values.get('duration');
  for (const field of ['start', 'time', 'end'] as const) {
    const into = values.get(field);
    if (!into) continue;
    const col = source.columnOf(field);
    const form = commonForm(source, col);
    for (let row = 0; row < source.rowCount; row += 1) {
      const text = source.cell(row, col);
      if (text.length < 100 && text.trim() === '') continue;
      const parts = readDateParts(text);
      if (parts) {
        const { wall, problem } = readMoment(parts, order, form);
        if (wall !== null) into[row] = wall;
        if (problem) bad(row, col, problem);
        continue;
      }
      const time = field === 'end' ? readTimeOfDay(text) : null;
      const start = values.get('start')?.[row] ?? Number.NaN;
      if (!time) bad(row, col, 'date.unreadable');
      else if (!Number.isNaN(start)) {
        const seconds = durations?.[row] ?? Number.NaN;
        into[row] = endFromTime(start, Number.isNaN(seconds) ? null : seconds, time.seconds);
      }
    }
  }
}
