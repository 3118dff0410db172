import type { DiagnosticLog } from './diagnostics.ts';
import { longer } from './growing.ts';
import type { SetAsideRow } from './reading.ts';
import type { Table } from './table.ts';

/** A row set aside. Its cells are cut out when asked for: a million of them would weigh a gigabyte. */
class LeftRow implements SetAsideRow {
  readonly reason: SetAsideRow['reason'];
  readonly line: number;
  readonly row: number | null;
  readonly #table: Table;
  readonly #physical: number;

  constructor(
    table: Table,
    physical: number,
    reason: SetAsideRow['reason'],
    line: number,
    row: number | null,
  ) {
    this.#table = table;
    this.#physical = physical;
    this.reason = reason;
    this.line = line;
    this.row = row;
  }

  get cells(): readonly string[] {
    return this.#table.cells(this.#physical);
  }
}

/** The rows kept so far and those set aside, with their numbers. */
export class KeptRows {
  readonly #table: Table;
  readonly #log: DiagnosticLog;
  readonly setAside: SetAsideRow[] = [];
  count = 0;
  /** Rows of data so far, those set aside included. */
  total: number;
  #physical = new Uint32Array(0);
  #dataRows = new Uint32Array(0);
  #hashes = new Int32Array(0);

  constructor(table: Table, skipped: number, log: DiagnosticLog) {
    this.#table = table;
    this.#log = log;
    this.total = skipped;
  }

  get capacity(): number {
    return this.#physical.length;
  }

  /** How many rows more there is room for. */
  get room(): number {
    return this.capacity - this.count;
  }

  reserve(rows: number): void {
    this.#physical = longer(this.#physical, rows);
    this.#dataRows = longer(this.#dataRows, rows);
    this.#hashes = longer(this.#hashes, rows);
  }

  /** Counts one more row of data and gives its number. */
  next(): number {
    this.total += 1;
    return this.total;
  }

  /** Keeps the row of data that was counted last. */
  keep(physical: number, hash: number): void {
    const row = this.count;
    this.#physical[row] = physical;
    this.#dataRows[row] = this.total;
    this.#hashes[row] = hash;
    this.count = row + 1;
  }

  /** Keeps rows of data that follow each other and are not counted yet. */
  keepAll(physical: number, hashes: Int32Array): void {
    const { length } = hashes;
    for (let i = 0; i < length; i += 1) {
      this.#physical[this.count + i] = physical + i;
      this.#dataRows[this.count + i] = this.total + 1 + i;
    }
    this.#hashes.set(hashes, this.count);
    this.count += length;
    this.total += length;
  }

  leave(reason: SetAsideRow['reason'], physical: number, row: number | null): void {
    const line = this.#table.line(physical);
    this.#log.add(reason, row === null ? { line } : { row, line });
    this.setAside.push(new LeftRow(this.#table, physical, reason, line, row));
  }

  physicalRows(): Uint32Array {
    return this.#physical.subarray(0, this.count);
  }

  dataRows(): Uint32Array {
    return this.#dataRows.subarray(0, this.count);
  }

  hashes(): Int32Array {
    return this.#hashes.subarray(0, this.count);
  }
}
