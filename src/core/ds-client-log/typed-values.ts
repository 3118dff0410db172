import type { CellColumns } from './cell-columns.ts';
import { isByteField, numberFields, type NumberField, type ValueField } from './columns.ts';
import type { DateDecision } from './date-evidence.ts';
import type { DateOrder } from './dates.ts';
import { decideDates, type DatedColumns, type DatesDecided } from './decide-dates.ts';
import type { DiagnosticCode, DiagnosticLog } from './diagnostics.ts';
import { resolveDurations, resolveMoments, type MomentColumn } from './moment-columns.ts';
import { resolveNumbers, tellMarks } from './number-columns.ts';
import { numberEvidence } from './number-evidence.ts';
import type { NumberGroup } from './numbers.ts';
import type { Values } from './value-store.ts';
import { dayOf } from './wall-time.ts';

export interface TypedValues {
  readonly dates: DateDecision;
  readonly numberGroup: NumberGroup;
  readonly endHasDate: boolean;
  readonly excluded: Uint8Array;
  readonly excludedCount: number;
  readonly values: ReadonlyMap<ValueField, Values>;
  /** Fields in which a spreadsheet shortened a number, so that it is only about right. */
  readonly rounded: ReadonlySet<NumberField>;
}

export interface TypedSource {
  readonly rowCount: number;
  readonly columns: CellColumns;
  readonly cell: (row: number, col: number) => string;
  readonly dataRow: (row: number) => number;
  readonly dateOrder: DateOrder | undefined;
  readonly numberGroup: NumberGroup | undefined;
}

const day = 86_400;

type Facts = Readonly<Record<string, string | number>>;

/** What is said about the cells of one column. */
interface ColumnWords {
  textAt(row: number): string;
  note(row: number, code: DiagnosticCode, facts: Facts): void;
  /** A value that cannot be read: its row is left out of speeds, sums and timelines. */
  bad(row: number, code: DiagnosticCode, facts?: Facts): void;
}

/** The values, and what is said while they are made. */
class Typing {
  readonly source: TypedSource;
  readonly values = new Map<ValueField, Values>();
  readonly rounded = new Set<NumberField>();
  readonly excluded: Uint8Array;
  excludedCount = 0;
  readonly #log: DiagnosticLog;

  constructor(source: TypedSource, log: DiagnosticLog) {
    this.source = source;
    this.excluded = new Uint8Array(source.rowCount);
    this.#log = log;
  }

  words(col: number): ColumnWords {
    const { source, excluded } = this;
    const note: ColumnWords['note'] = (row, code, facts) =>
      this.#log.add(code, { row: source.dataRow(row), col, facts });
    return {
      textAt: (row) => source.cell(row, col),
      note,
      bad: (row, code, facts) => {
        if (excluded[row] === 0) this.excludedCount += 1;
        excluded[row] = 1;
        if (facts) note(row, code, facts);
        else this.#log.add(code, { row: source.dataRow(row), col });
      },
    };
  }

  moment(field: 'start' | 'end' | 'time' | 'duration'): MomentColumn | null {
    const { columns: cells, rowCount } = this.source;
    const col = cells.columnOf(field);
    const states = cells.states[col];
    const seconds = cells.narrow[col];
    if (!states || !seconds) return null;
    return { col, rowCount, cells, states, seconds, textAt: this.words(col).textAt };
  }
}

function typeDurations(typing: Typing): void {
  const column = typing.moment('duration');
  if (!column) return;
  typing.values.set('duration', resolveDurations(column, typing.words(column.col).bad));
}

/** Types the columns of numbers; returns the mark of the file as a whole. */
function typeNumbers(typing: Typing): NumberGroup {
  const { columns: cells, rowCount, numberGroup } = typing.source;
  const evidence = numberEvidence();
  const told = numberFields.flatMap((field) => {
    const col = cells.columnOf(field);
    if (col < 0) return [];
    const words = typing.words(col);
    const column = { col, isBytes: isByteField(field), rowCount, cells, textAt: words.textAt };
    return [{ field, column, words, counts: tellMarks(column, evidence) }];
  });
  for (const { field, column, words, counts } of told) {
    const group = numberGroup === undefined ? evidence.groupOf(column.col) : numberGroup;
    const note = (row: number, code: DiagnosticCode, value: number): void => {
      const isRounded = code === 'number.scientific';
      if (isRounded) typing.rounded.add(field);
      words.note(row, code, isRounded ? { approx: value } : { value });
    };
    typing.values.set(field, resolveNumbers(column, counts, group, { note, bad: words.bad }));
  }
  return numberGroup === undefined ? evidence.fileGroup() : numberGroup;
}

/** The date of an end that shows only a time: the one nearest to start plus duration. */
function endFromTime(start: number, seconds: number, time: number): number {
  if (Number.isNaN(seconds)) {
    const sameDay = dayOf(start) * day + time;
    return sameDay >= start ? sameDay : sameDay + day;
  }
  const expected = start + seconds;
  const onDay = dayOf(expected) * day + time;
  const off = onDay - expected;
  return off > day / 2 ? onDay - day : off < -day / 2 ? onDay + day : onDay;
}

function typeMoments(typing: Typing, dated: DatedColumns, dates: DatesDecided): void {
  const endOf = (row: number, time: number): number | null => {
    const from = typing.values.get('start')?.get(row) ?? Number.NaN;
    const seconds = typing.values.get('duration')?.get(row) ?? Number.NaN;
    return Number.isNaN(from) ? null : endFromTime(from, seconds, time);
  };
  for (const field of ['start', 'time', 'end'] as const) {
    const column = dated[field];
    const survey = dates.surveys[field];
    if (!column || !survey) continue;
    const { bad } = typing.words(column.col);
    const problems = { bad, endOf: field === 'end' ? endOf : null };
    typing.values.set(field, resolveMoments(column, dates.order, survey, problems));
  }
}

/** Makes values of the cells of every value column, once all rows are read and each form is decided. */
export function typeValues(source: TypedSource, log: DiagnosticLog): TypedValues {
  const typing = new Typing(source, log);
  typeDurations(typing);
  const numberGroup = typeNumbers(typing);
  const dated: DatedColumns = {
    start: typing.moment('start'),
    end: typing.moment('end'),
    time: typing.moment('time'),
  };
  const durations = typing.values.get('duration') ?? null;
  const found = decideDates(dated, durations);
  const { dateOrder } = source;
  const dates: DatesDecided = dateOrder
    ? { ...found, order: dateOrder, certainty: { kind: 'given' } }
    : found;
  typeMoments(typing, dated, dates);
  const { end } = dates.surveys;
  const endHasDate = !end || end.times <= end.moments;
  const { excluded, excludedCount, values, rounded } = typing;
  return { dates, numberGroup, endHasDate, excluded, excludedCount, values, rounded };
}
