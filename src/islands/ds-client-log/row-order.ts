import type { Field } from '../../core/ds-client-log/columns.ts';
import { outcomes } from '../../core/ds-client-log/outcomes.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { outcomePlaces } from '../../core/ds-client-log/run-columns.ts';
import type { TextCodes } from '../../core/ds-client-log/text-codes.ts';
import { sortedRows, type SortKeys } from './radix.ts';
import type { Arrangement, Sorting } from './view.ts';

/** What the filter by type looks at: Type of an activity log, severity of an event log. */
export const typeField = (reading: AcceptedReading): Field =>
  reading.kind === 'event-log' ? 'severity' : 'type';

/** Keeps the rows whose code in a list is one of `wanted`. */
function kept(rows: Uint32Array, codes: ArrayLike<number>, wanted: Uint8Array): Uint32Array {
  const next = new Uint32Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] as number;
    if (wanted[codes[row] as number] === 1) next[count++] = row;
  }
  return next.subarray(0, count);
}

/** Which codes stand for a text: each different text is compared once, not once a row. */
const codesOf = ({ texts }: TextCodes, wanted: string): Uint8Array =>
  Uint8Array.from(texts, (text) => (text.trim() === wanted ? 1 : 0));

function allRows(count: number): Uint32Array {
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row += 1) rows[row] = row;
  return rows;
}

function matching(reading: AcceptedReading, { outcome, type, set }: Arrangement): Uint32Array {
  let rows = allRows(reading.rowCount);
  const keepText = (field: Field, text: string) => {
    const column = reading.textCodes(field);
    rows = kept(rows, column.codes, codesOf(column, text));
  };
  if (outcome !== '') {
    const wanted = Uint8Array.from(outcomes, (known) => (known === outcome ? 1 : 0));
    rows = kept(rows, outcomePlaces(reading), wanted);
  }
  if (type !== '') keepText(typeField(reading), type);
  if (set !== '') keepText('description', set);
  return rows;
}

/** The rows to show, in order. Equal rows keep the order of the file, whichever way it runs. */
export function arrangedRows(
  reading: AcceptedReading,
  arrangement: Arrangement,
  keysOf: (by: Sorting['by']) => SortKeys,
): Uint32Array {
  const rows = matching(reading, arrangement);
  const { sorting } = arrangement;
  return sorting ? sortedRows(rows, keysOf(sorting.by), sorting.descending) : rows;
}
