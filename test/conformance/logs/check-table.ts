import { isValueField } from '../../../src/core/ds-client-log/columns.ts';
import type { AcceptedReading } from '../../../src/core/ds-client-log/reading.ts';
import { formatIsoWall } from '../../../src/core/ds-client-log/wall-time.ts';
import { fieldOfKey, judged } from './claims.ts';
import type { Sidecar } from './sidecar.ts';

/** Notes a difference: where, what was expected and what came. */
export type Compare = (what: string, expected: unknown, actual: unknown) => void;
/** Notes something that a person should know and that is not a failure. */
export type Remark = (text: string) => void;

const certaintyWords = (reading: AcceptedReading): string => {
  const certainty = reading.detection.dateOrderCertainty;
  switch (certainty?.kind) {
    case 'proved':
      return `proved: ${certainty.by === 'part-over-12' ? 'a part over 12' : 'midnight'}`;
    case 'assumed':
      return certainty.because === 'shortest-span'
        ? 'assumed: shortest span'
        : 'assumed: usual form';
    case 'stated':
    case 'given':
      return certainty.kind;
    case undefined:
      return 'none';
    default:
      return certainty satisfies never;
  }
};

function checkDetail(
  key: string,
  expected: unknown,
  reading: AcceptedReading,
  compare: Compare,
  remark: Remark,
): void {
  const { detection } = reading;
  const actual: Record<string, unknown> = {
    container: detection.container,
    encoding: detection.encoding,
    bom: detection.bom,
    delimiter: detection.delimiter,
    quote: detection.quote,
    eol: detection.eol,
    header_row: detection.headerRow,
    number_group: detection.numberGroup,
    date_order: detection.dateOrder,
    clock: detection.clock,
    end_has_date: detection.endHasDate,
    widths: detection.widths,
  };
  if (key === 'date_order_certainty') {
    // The sidecars explain themselves in brackets; kind and reason are what is compared.
    const wanted = String(expected).replace(/ *\(.*$/, '');
    const came = certaintyWords(reading);
    const [kind = ''] = wanted.split(':');
    compare(
      `detect.${key}`,
      wanted.startsWith('assumed') ? wanted : kind,
      came.slice(0, wanted.startsWith('assumed') ? undefined : kind.length),
    );
    return;
  }
  if (key === 'number_group' && expected === null && actual[key] !== null) {
    // Some sidecars leave the mark out although their numbers have one, proved by two groups or more.
    remark(
      `the sidecar names no digit grouping; the file's numbers are grouped by "${String(actual[key])}" and were read so`,
    );
    return;
  }
  compare(`detect.${key}`, expected, actual[key]);
}

/** Kind, detection, columns and counts. */
export function checkTable(
  sidecar: Sidecar,
  reading: AcceptedReading,
  compare: Compare,
  remark: Remark,
): void {
  if (sidecar.kind !== undefined) compare('kind', sidecar.kind, reading.kind);
  for (const [key, expected] of judged('detect', sidecar.detect ?? {})) {
    checkDetail(key, expected, reading, compare, remark);
  }
  if (sidecar.columns) {
    compare('columns', sidecar.columns.length, reading.columns.length);
    for (const { index, header, field } of sidecar.columns) {
      const column = reading.columns[index];
      if (header !== undefined) compare(`columns[${index}].header`, header, column?.header);
      if (field !== undefined) compare(`columns[${index}].field`, field, column?.field ?? null);
    }
  }
  if (sidecar.rows_expected !== undefined) {
    compare('rows_expected', sidecar.rows_expected, reading.rowsTotal);
  }
  if (sidecar.rows_ok !== undefined) compare('rows_ok', sidecar.rows_ok, reading.rowCount);
  if (sidecar.rows_total !== undefined)
    compare('rows_total', sidecar.rows_total, reading.rowsTotal);
  if (sidecar.decoded_contains !== undefined) {
    const wanted = sidecar.decoded_contains;
    const found = Array.from({ length: reading.rowCount }, (_, row) => row).some((row) =>
      reading.columns.some(({ index }) => reading.cellText(row, index).includes(wanted)),
    );
    compare('decoded_contains', wanted, found ? wanted : '(not found)');
  }
}

/** Row of the reading by the number of its data row. */
export function rowByNumber(reading: AcceptedReading): ReadonlyMap<number, number> {
  return new Map(Array.from({ length: reading.rowCount }, (_, row) => [reading.dataRow(row), row]));
}

const wallText = (wall: number | null): string | null =>
  wall === null ? null : formatIsoWall(wall);

/** A normalised cell, as a sidecar writes it. */
export function normalised(reading: AcceptedReading, row: number, key: string): unknown {
  switch (key) {
    case 'n':
      return reading.dataRow(row);
    case 'start':
    case 'end':
    case 'time':
      return wallText(reading.number(row, key));
    case 'outcome':
      return reading.outcome(row);
    default: {
      const field = fieldOfKey(key);
      if (isValueField(field)) return reading.number(row, field);
      const text = field === null ? '' : reading.fieldText(row, field).trim();
      return text === '' ? null : text;
    }
  }
}

/** Normalised rows, each key that the sidecar states. */
export function checkRows(sidecar: Sidecar, reading: AcceptedReading, compare: Compare): void {
  if (!sidecar.rows) return;
  compare('rows', sidecar.rows.length, reading.rowCount);
  const rows = rowByNumber(reading);
  sidecar.rows.forEach((expected, i) => {
    const row = rows.get(Number(expected['n'] ?? i + 1));
    for (const [key, value] of judged('rows', expected)) {
      const actual = row === undefined ? '(no such row)' : normalised(reading, row, key);
      compare(`row ${String(expected['n'] ?? i + 1)}.${key}`, value, actual);
    }
  });
}
