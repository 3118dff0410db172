import assert from 'node:assert/strict';
import { valueFields } from '../../../src/core/ds-client-log/columns.ts';
import { decode } from '../../../src/core/ds-client-log/decode.ts';
import { delimitedTable } from '../../../src/core/ds-client-log/delimited.ts';
import { diagnosticLog } from '../../../src/core/ds-client-log/diagnostics.ts';
import { chooseDelimiter } from '../../../src/core/ds-client-log/header.ts';
import type { Table } from '../../../src/core/ds-client-log/table.ts';
import { readTable } from '../../../src/core/ds-client-log/read-table.ts';
import type { Reading, ReadOptions } from '../../../src/core/ds-client-log/reading.ts';

/** Everything that a reading says, as plain values. */
function told(reading: Reading): unknown {
  if (reading.kind === 'rejected') return reading;
  const rows = Array.from({ length: reading.rowCount }, (_, row) => ({
    cells: reading.columns.map(({ index }) => reading.cellText(row, index)),
    numbers: valueFields.map((field) => reading.number(row, field)),
    dataRow: reading.dataRow(row),
    line: reading.line(row),
    isExcluded: reading.isExcluded(row),
    outcome: reading.outcome(row),
  }));
  const { kind, detection, columns, rowsTotal, rowsSkipped, excludedCount } = reading;
  const setAside = reading.setAside.map(({ reason, line, row, cells }) => ({
    reason,
    line,
    row,
    cells,
  }));
  const codes = reading.columns.map(({ index }) => reading.columnCodes(index));
  const { diagnostics } = reading;
  const rest = { kind, detection, columns, rowsTotal, rowsSkipped, excludedCount };
  return { ...rest, setAside, diagnostics, codes, rows };
}

/** The same table, its rows asked for one by one. */
const withoutLane = (table: Table): Table =>
  new Proxy(table, {
    get(own, key) {
      if (key === 'rows') return null;
      const value: unknown = Reflect.get(own, key, own);
      return typeof value === 'function' ? value.bind(own) : value;
    },
  });

/** Reads a delimited text by the fast lane and by the full rules alone; null when it is none. */
export function readBothWays(
  bytes: Uint8Array,
  options: ReadOptions = {},
): { readonly lane: unknown; readonly full: unknown } | null {
  const decoded = decode(bytes);
  const choice = chooseDelimiter(decoded.bytes);
  if (!choice) return null;
  const last = decoded.bytes.at(-1);
  const container = {
    container: 'delimited',
    encoding: decoded.encoding,
    bom: decoded.bom,
    delimiter: choice.delimiter,
    quote: choice.quoted ? '"' : null,
    eol: null,
    widths: null,
    endsWithLineBreak: last === 10 || last === 13,
    serialDates: false,
  } as const;
  const read = (isLane: boolean): unknown => {
    const table = delimitedTable(decoded.bytes, choice);
    const used = isLane ? table : withoutLane(table);
    return told(readTable(used, choice.header, container, options, diagnosticLog()));
  };
  return { lane: read(true), full: read(false) };
}

/** Where two values first differ, as a path with both; null where they do not. */
function difference(one: unknown, other: unknown, path = ''): string | null {
  if (Object.is(one, other)) return null;
  const [a, b] = [one, other];
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return `${path}: ${String(a).slice(0, 80)}, by the full rules ${String(b).slice(0, 80)}`;
  }
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const [x, y] = [Reflect.get(a, key), Reflect.get(b, key)] as readonly unknown[];
    const found = difference(x, y, `${path}/${key}`);
    if (found !== null) return found;
  }
  return null;
}

/** Asserts that both ways give the same reading; says whether the text was a delimited one. */
export function assertSameBothWays(bytes: Uint8Array, options?: ReadOptions): boolean {
  const both = readBothWays(bytes, options);
  // A comparison that draws both readings would take minutes over a million cells.
  if (both) assert.equal(difference(both.lane, both.full), null);
  return both !== null;
}
