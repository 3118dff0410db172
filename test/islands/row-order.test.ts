/** The order of the table's lines, against plain sorting of the same values. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  assert as check,
  array,
  boolean,
  double,
  oneof,
  property,
  constant,
  integer,
} from 'fast-check';
import { readLog } from '../../src/core/ds-client-log/read-log.ts';
import type { AcceptedReading } from '../../src/core/ds-client-log/reading.ts';
import { sortedRows } from '../../src/islands/ds-client-log/radix.ts';
import { arrangedRows } from '../../src/islands/ds-client-log/row-order.ts';
import { rememberedKeys, valueKeys } from '../../src/islands/ds-client-log/sort-keys.ts';
import { wholeLog, type Arrangement } from '../../src/islands/ds-client-log/view.ts';
import { bytesOf, labels, logText } from '../core/ds-client-log/text-log.ts';

const rowsOf = (count: number): Uint32Array => Uint32Array.from({ length: count }, (_, row) => row);

/** Rows by their values, stable, those without one last in either direction. */
function plainly(values: readonly number[], descending: boolean): readonly number[] {
  const rows = values.map((_, row) => row);
  const filled = rows.filter((row) => !Number.isNaN(values[row]));
  const sign = descending ? -1 : 1;
  const sorted = filled.toSorted((a, b) => sign * ((values[a] ?? 0) - (values[b] ?? 0)));
  return [...sorted, ...rows.filter((row) => Number.isNaN(values[row]))];
}

describe('numbers', () => {
  const any = oneof(
    integer(),
    double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }).map((x) => x + 0),
    integer({ min: 0, max: 3 }),
    integer({ min: 2 ** 40, max: 2 ** 41 }),
    constant(Number.NaN),
  );
  test('are sorted as plain sorting does, equal ones in the order of the file', () => {
    check(
      property(array(any), boolean(), (values, descending) => {
        const keys = valueKeys(Float64Array.from(values));
        const sorted = sortedRows(rowsOf(values.length), keys, descending);
        assert.deepEqual([...sorted], plainly(values, descending));
      }),
    );
  });
});

function arranged(reading: AcceptedReading, edit: Partial<Arrangement>): readonly number[] {
  return [...arrangedRows(reading, { ...wholeLog, ...edit }, rememberedKeys(reading))];
}

function logOf(rows: readonly Readonly<Record<string, string>>[]): AcceptedReading {
  const reading = readLog(bytesOf(logText(...rows)));
  if (reading.kind === 'rejected') throw new Error('The log was rejected.');
  return reading;
}

const description = labels.indexOf('Description');

describe('texts', () => {
  test('are sorted by the numbers in them and without regard to case', () => {
    const names = ['set 10', 'Set 9', 'Äpfel', 'Zebra', 'apple'];
    const reading = logOf(names.map((name, i) => ({ Description: name, Online: String(i) })));
    const sorted = arranged(reading, { sorting: { by: description, descending: false } });
    assert.deepEqual(
      sorted.map((row) => names[row]),
      ['Äpfel', 'apple', 'Set 9', 'set 10', 'Zebra'],
    );
  });

  test('of which there are very many are sorted by the numbers in them as well', () => {
    const count = 6000;
    const rows = Array.from({ length: count }, (_, i) => ({
      Description: `${i % 2 === 0 ? 'set' : 'SET'} ${(i * 7919) % count}`,
    }));
    const sorted = arranged(logOf(rows), { sorting: { by: description, descending: true } });
    const numbers = sorted.map((row) => (row * 7919) % count);
    assert.deepEqual(numbers, numbers.toSorted((a, b) => b - a)); // prettier-ignore
  });
});

test('filters leave the rows that have all that was asked for, in the order asked for', () => {
  const reading = logOf([
    { Type: 'Backup', Online: '3', Description: ' A ' },
    { Type: 'Restore', Online: '2', Description: 'A' },
    { Type: 'Backup', Online: '1', Description: 'A', Completion: 'User Stopped' },
    { Type: 'Backup', Online: '0', Description: 'B' },
    { Type: 'Backup', Online: '', Description: 'A', Start: '2026-03-05 01:00:00' },
    { Type: 'Backup', Online: '9', Description: 'A', Start: '2026-03-06 01:00:00' },
  ]);
  const online = labels.indexOf('Online');
  assert.deepEqual(arranged(reading, { type: 'Backup', set: 'A' }), [0, 2, 4, 5]);
  assert.deepEqual(
    arranged(reading, {
      type: 'Backup',
      set: 'A',
      outcome: 'completed',
      sorting: { by: online, descending: true },
    }),
    [5, 0, 4], // what is missing comes last
  );
});
