import { activityFields, eventFields, fieldOfLabel, type Field, type LogKind } from './columns.ts';
import { readDateParts, readTimeOfDay } from './dates.ts';
import { readDuration } from './durations.ts';
import { activityTypeOf, isCompletionWord } from './outcomes.ts';

/** How sure the reader is of what a column holds. */
export type ColumnCertainty = 'known' | 'guessed' | 'given' | 'unknown';

export interface ReadColumn {
  readonly index: number;
  readonly header: string;
  readonly field: Field | null;
  readonly certainty: ColumnCertainty;
}

type Shape =
  | 'empty'
  | 'number'
  | 'moment'
  | 'time'
  | 'duration'
  | 'type-word'
  | 'completion-word'
  | 'severity-word'
  | 'text';

const severityWords = new Set(['information', 'warning', 'error', 'info']);

/** Whether a cell is a word that DS-Client writes: a type, a state of completion or a severity. */
export const isOurWord = (text: string): boolean =>
  ['severity-word', 'type-word', 'completion-word'].includes(shapeOfCell(text));

function shapeOfCell(text: string): Shape {
  const cell = text.slice(0, 100).trim();
  if (cell === '') return 'empty';
  if (readDateParts(cell)) return 'moment';
  // A time of day and a duration look alike (1:12:40); a half of the day decides for the clock.
  if (readTimeOfDay(cell)?.clock === '12h') return 'time';
  if (readDuration(cell).kind === 'value') return 'duration';
  if (/^[+-]?\d[\d.,'\u2019 \u00a0\u202f]*$/.test(cell)) return 'number';
  if (severityWords.has(cell.toLowerCase())) return 'severity-word';
  if (activityTypeOf(cell)) return 'type-word';
  return isCompletionWord(cell) ? 'completion-word' : 'text';
}

/** The commonest shape of a column's filled cells. */
function shapeOf(cells: readonly string[]): Shape {
  const counts = new Map<Shape, number>();
  for (const cell of cells) {
    const shape = shapeOfCell(cell);
    if (shape !== 'empty') counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 'empty';
}

/** How well a shape suits a field; 0 is not at all. The weights only rank, they measure nothing. */
const fit: Readonly<Partial<Record<Field, Partial<Record<Shape, number>>>>> = {
  user: { text: 2, empty: 3 },
  type: { 'type-word': 9, text: 1 },
  owner: { text: 2, empty: 1 },
  description: { text: 3, 'type-word': 1 },
  errors: { number: 2 },
  warnings: { number: 2, empty: 1 },
  start: { moment: 9 },
  end: { moment: 8, time: 9, duration: 3 },
  duration: { duration: 9, number: 1 },
  files: { number: 2 },
  online: { number: 3 },
  transmitted: { number: 3 },
  completion: { 'completion-word': 9, text: 1 },
  severity: { 'severity-word': 9 },
  category: { text: 2 },
  text: { text: 3 },
  time: { moment: 9 },
  eventNumber: { number: 3 },
};

/**
 * The assignment of fields to columns, both in their order, with the best total of `fit` (longest
 * common subsequence with weights). Columns with a known label keep their field.
 */
function alignByShape(
  fields: readonly Field[],
  shapes: readonly Shape[],
  fixed: readonly (Field | null)[],
): readonly (Field | null)[] {
  const weight = (col: number, f: number): number => {
    const field = fields[f];
    const shape = shapes[col];
    if (field === undefined || shape === undefined) return 0;
    const known = fixed[col];
    if (known) return known === field ? 100 : 0;
    return fixed.includes(field) ? 0 : (fit[field]?.[shape] ?? 0);
  };
  const best = shapes.concat('empty').map(() => fields.concat('user').map(() => 0));
  const at = (col: number, f: number): number => best[col]?.[f] ?? 0;
  for (let col = shapes.length - 1; col >= 0; col -= 1) {
    for (let f = fields.length - 1; f >= 0; f -= 1) {
      const own = weight(col, f);
      const pair = own > 0 ? own + at(col + 1, f + 1) : 0;
      const row = best[col];
      if (row) row[f] = Math.max(pair, at(col + 1, f), at(col, f + 1));
    }
  }
  const assigned: (Field | null)[] = shapes.map((_, col) => fixed[col] ?? null);
  for (let col = 0, f = 0; col < shapes.length && f < fields.length;) {
    const own = weight(col, f);
    if (own > 0 && at(col, f) === own + at(col + 1, f + 1)) {
      assigned[col] = fields[f] ?? null;
      col += 1;
      f += 1;
    } else if (at(col, f) === at(col, f + 1)) f += 1;
    else col += 1;
  }
  return assigned;
}

const kindOfShapes = (shapes: readonly Shape[]): LogKind =>
  shapes.includes('severity-word') && shapes.includes('moment') && !shapes.includes('duration')
    ? 'event-log'
    : 'activity-log';

export interface ColumnsRead {
  readonly kind: LogKind;
  readonly columns: readonly ReadColumn[];
  /** Indexes of columns whose label is not known. */
  readonly unknown: readonly number[];
  /** Pairs of columns that bear one label. */
  readonly duplicates: readonly (readonly [number, number])[];
}

/** Columns named by their labels; `labels` and `kind` come from a header with known labels. */
export function columnsByLabel(kind: LogKind, labels: readonly string[]): ColumnsRead {
  const firstOf = new Map<Field, number>();
  const duplicates: (readonly [number, number])[] = [];
  const unknown: number[] = [];
  const columns = labels.map((header, index): ReadColumn => {
    const field = fieldOfLabel(kind, header);
    if (field === null) {
      if (header !== '') unknown.push(index);
      return { index, header, field: null, certainty: 'unknown' };
    }
    const first = firstOf.get(field);
    if (first !== undefined) {
      duplicates.push([first, index]);
      return { index, header, field: null, certainty: 'unknown' };
    }
    firstOf.set(field, index);
    return { index, header, field, certainty: 'known' };
  });
  return { kind, columns, unknown, duplicates };
}

/**
 * Columns named by the shape of their cells, for a file without a header (`labels` null) or with one
 * in words that are not known. `rows` are a few of its data rows. Every such column is a guess.
 */
export function columnsByShape(
  labels: readonly string[] | null,
  rows: readonly (readonly string[])[],
  width: number,
): ColumnsRead {
  const shapes = Array.from({ length: width }, (_, col) =>
    shapeOf(rows.map((cells) => cells[col] ?? '')),
  );
  const kind = kindOfShapes(shapes);
  const labelled = columnsByLabel(kind, labels ?? Array.from({ length: width }, () => ''));
  const fixed = labelled.columns.map((column) => column.field);
  const order: readonly Field[] =
    kind === 'event-log' ? eventFields.slice(0, 6) : activityFields.slice(0, 13);
  const fields = alignByShape(order, shapes, fixed);
  return {
    ...labelled,
    kind,
    columns: labelled.columns.map((column, i) => {
      const field = fields[i] ?? null;
      if (column.field !== null || field === null) return column;
      return { ...column, field, certainty: 'guessed' };
    }),
  };
}
