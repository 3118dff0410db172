import { isValueField, type Field } from './columns.ts';
import { masking, maskedLengthMax, type Masking, type Replaced } from './masking.ts';
import { activityTypeOf, isCompletionWord } from './outcomes.ts';
import type { AcceptedReading } from './reading.ts';
import { secretIn, type SecretKind } from './secrets.ts';
import { sharedLinesMax, type SharedLines } from './shared-lines.ts';
import { readValueText, valueText } from './value-text.ts';

/** Why lines are not put into a link. `line` is that of the file. */
export type Refusal =
  | {
      readonly kind: 'secret';
      readonly line: number;
      readonly field: Field;
      readonly secret: SecretKind;
    }
  | { readonly kind: 'unreadable'; readonly line: number }
  | { readonly kind: 'too-long'; readonly line: number }
  | { readonly kind: 'too-many'; readonly count: number }
  | { readonly kind: 'no-columns' };

export type Sharing =
  | {
      readonly kind: 'ready';
      readonly lines: SharedLines;
      readonly replaced: readonly Replaced[];
    }
  | { readonly kind: 'refused'; readonly refusals: readonly [Refusal, ...Refusal[]] };

/** What a cell holds in a link when its text was left out on purpose. */
export const leftOutText = '(left out by the sender)';

/** The text of a cell as it leaves: names replaced, words of the DS-Client and messages kept. */
function maskedText(field: Field, text: string, masks: Masking): string {
  switch (field) {
    case 'user':
    case 'owner':
      return masks.user(text.trim());
    case 'description':
      return masks.set(text.trim());
    case 'type':
      return activityTypeOf(text) === null ? masks.message(text) : text;
    case 'completion':
      return isCompletionWord(text) ? text : masks.message(text);
    default:
      return masks.message(text);
  }
}

/** A password may hide behind a name that was replaced; the other kinds leave with the name. */
const passwordIn = (text: string): SecretKind | null =>
  secretIn(text) === 'password' ? 'password' : null;

/** Fields whose whole text is a name: they come first, so that messages are searched for them. */
const nameFields: readonly Field[] = ['user', 'owner', 'description'];

/** A value in its one form; null for any text, also one that stands in place of a value. */
function valueOf(reading: AcceptedReading, row: number, field: Field): string | null {
  const value = isValueField(field) ? reading.number(row, field) : null;
  return value === null ? null : valueText(field, value, reading.fieldText(row, field));
}

/** A value that reads differently from the link than from the file would be an invention. */
const isUnreadable = (reading: AcceptedReading, row: number, fields: readonly Field[]): boolean =>
  reading.isExcluded(row) ||
  fields.filter(isValueField).some((field) => {
    const value = reading.number(row, field);
    return readValueText(field, valueText(field, value, reading.fieldText(row, field))) !== value;
  });

function refusalsOf(
  reading: AcceptedReading,
  rows: readonly number[],
  fields: readonly Field[],
): readonly Refusal[] {
  if (fields.length === 0) return [{ kind: 'no-columns' }];
  if (rows.length > sharedLinesMax) return [{ kind: 'too-many', count: rows.length }];
  return rows.flatMap((row): readonly Refusal[] => {
    const line = reading.line(row);
    if (isUnreadable(reading, row, fields)) return [{ kind: 'unreadable', line }];
    const isLong = fields.some((field) => reading.fieldText(row, field).length > maskedLengthMax);
    return isLong ? [{ kind: 'too-long', line }] : [];
  });
}

/**
 * Lines of a log as they may leave the machine: sets, users, computers and paths replaced, and
 * refused while a text looks as if it held a secret. `leaveOut` empties such cells with a word that
 * says so. `rows` count from 0; columns without a field stay behind.
 */
export function shareLines(
  reading: AcceptedReading,
  rows: readonly number[],
  at: { readonly row: number; readonly field: Field } | null,
  leaveOut: boolean,
): Sharing {
  const fields = reading.columns
    .filter(({ field, index }) => field !== null && reading.columnOf(field) === index)
    .map(({ field }) => field as Field);
  const [first, ...rest] = refusalsOf(reading, rows, fields);
  if (first) return { kind: 'refused', refusals: [first, ...rest] };
  const masks = masking();
  for (const row of rows) {
    for (const field of nameFields) maskedText(field, reading.fieldText(row, field), masks);
  }
  const secrets: Refusal[] = [];
  const cells = rows.map((row) =>
    fields.map((field) => {
      const value = valueOf(reading, row, field);
      if (value !== null) return value;
      const written = reading.fieldText(row, field);
      const text = maskedText(field, written, masks);
      const secret = secretIn(text) ?? passwordIn(written);
      if (secret === null) return text;
      secrets.push({ kind: 'secret', line: reading.line(row), field, secret });
      return leftOutText;
    }),
  );
  const [secret, ...more] = secrets;
  if (secret && !leaveOut) return { kind: 'refused', refusals: [secret, ...more] };
  const place = at === null ? -1 : rows.indexOf(at.row);
  return {
    kind: 'ready',
    lines: {
      fields,
      endHasDate: reading.detection.endHasDate || !fields.includes('end'),
      rows: rows.map((row, i) => ({ line: reading.line(row), cells: cells[i] ?? [] })),
      at: at && place >= 0 && fields.includes(at.field) ? { row: place, field: at.field } : null,
    },
    // Only what stands in the link: a name that only a text left out would have held is not in it.
    replaced: masks
      .replaced()
      .filter(({ mask }) =>
        cells.some((row) => row.some((cell) => new RegExp(`\\b${mask}\\b`).test(cell))),
      ),
  };
}
