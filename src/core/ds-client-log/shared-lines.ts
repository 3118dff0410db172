import { activityFields, eventFields, type Field } from './columns.ts';
import { linkText, readLinkText } from './link-text.ts';
import type { Pair } from './link-version.ts';

/** A line of a log in a link: where it stood in its file, and its cells in the order of the fields. */
export interface SharedLine {
  readonly line: number;
  /** Values in one form: digits, seconds, `2026-03-02 01:00:00`. What is no value, as its text. */
  readonly cells: readonly string[];
}

/** Lines that somebody chose to put into a link, names replaced. */
export interface SharedLines {
  readonly fields: readonly Field[];
  /** False when the log shows End as a time of day, so that its date was worked out. */
  readonly endHasDate: boolean;
  readonly rows: readonly SharedLine[];
  /** The cell that was explained when the link was made; its row is counted from 0. */
  readonly at: { readonly row: number; readonly field: Field } | null;
}

/** More lines belong into a file. */
export const sharedLinesMax = 20;

const allFields: readonly Field[] = [...new Set<Field>([...activityFields, ...eventFields])];
/** The word for an End without a date of its own. */
const endOfDay = 'end.time';

const fieldOf = (word: string): Field | null =>
  word === endOfDay ? 'end' : (allFields.find((field) => field === word) ?? null);

/** `head`, a `line` for each line and `at`, for a link. */
export function writeLines({ fields, endHasDate, rows, at }: SharedLines): readonly Pair[] {
  const words = fields.map((field) => (field === 'end' && !endHasDate ? endOfDay : field));
  return [
    ['head', words.join(',')],
    ...rows.map(({ line, cells }): Pair => [
      'line',
      [String(line), ...cells.map(linkText)].join(','),
    ]),
    ...(at ? [['at', `${at.row + 1}.${at.field}`] satisfies Pair] : []),
  ];
}

function readHead(value: string): Pick<SharedLines, 'fields' | 'endHasDate'> | null {
  const words = value.split(',', allFields.length + 1);
  const fields = words.map(fieldOf).filter((field) => field !== null);
  if (fields.length !== words.length || new Set(fields).size !== fields.length) return null;
  return { fields, endHasDate: !words.includes(endOfDay) };
}

function readLine(value: string, width: number): SharedLine | null {
  const [line = '', ...written] = value.split(',', width + 2);
  const cells = written.map(readLinkText).filter((cell) => cell !== null);
  if (!/^[1-9]\d{0,8}$/.test(line) || written.length !== width || cells.length !== width) {
    return null;
  }
  return { line: Number(line), cells };
}

function readAt(value: string, { fields, rows }: SharedLines): SharedLines['at'] {
  const [, row = '', word = ''] = /^([1-9]\d?)\.(\w+)$/.exec(value) ?? [];
  const field = fieldOf(word);
  const known = field !== null && fields.includes(field) && Number(row) <= rows.length;
  return known ? { row: Number(row) - 1, field } : null;
}

/**
 * The lines that the pairs of a link hold, null when there are none; `unread` are the pairs that
 * cannot be read. A line that cannot be read leaves out all of them: part of a finding is none.
 */
export function readLines(pairs: readonly Pair[]): {
  readonly lines: SharedLines | null;
  readonly unread: readonly Pair[];
} {
  const written = pairs.filter(([key]) => key === 'line');
  if (written.length === 0) return { lines: null, unread: [] };
  const headPair: Pair = pairs.find(([key]) => key === 'head') ?? ['head', ''];
  const head = readHead(headPair[1]);
  if (!head) return { lines: null, unread: [headPair] };
  const rows = written
    .slice(0, sharedLinesMax)
    .map(([, value]) => readLine(value, head.fields.length));
  const unread = written.filter((_, i) => i >= sharedLinesMax || rows[i] === null);
  if (unread.length > 0) return { lines: null, unread };
  const lines = { ...head, rows: rows.filter((row) => row !== null), at: null };
  const atPair = pairs.find(([key]) => key === 'at');
  const at = atPair ? readAt(atPair[1], lines) : null;
  return { lines: { ...lines, at }, unread: atPair && !at ? [atPair] : [] };
}
