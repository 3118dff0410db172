import type { CellColumns } from './cell-columns.ts';
import { diagnosticLog, type DiagnosticLog } from './diagnostics.ts';
import type { SetAsideRow } from './reading.ts';
import { repeatedRows } from './repeated-rows.ts';
import { RowReader, type Known, type RowsAsked } from './row-reader.ts';
import type { Table } from './table.ts';

/** Which physical rows count and what their cells say, and what became of the others. */
export interface RowsRead {
  /** Physical rows that count. */
  readonly kept: Uint32Array;
  /** Data row numbers of the kept rows, counted from 1. */
  readonly dataRows: Uint32Array;
  readonly rowsTotal: number;
  /** Lines at the beginning that were not read, because there are more than the limit. */
  readonly rowsSkipped: number;
  readonly setAside: readonly SetAsideRow[];
  readonly columns: CellColumns;
}

/**
 * Reads the rows of a table: sorts out which count, and takes their cells in. Two things only the last
 * row tells: that there are more rows than the limit, and which rows stand there twice. Where either is
 * so the rows are read once more, knowing it; neither is usual.
 */
export function readRows(table: Table, asked: RowsAsked, log: DiagnosticLog): RowsRead {
  let known: Known = { skipped: 0, repeats: [] };
  let furthest = 0;
  const onProgress = (share: number): void => {
    if (share > furthest) asked.onProgress?.(share);
    furthest = Math.max(furthest, share);
  };
  for (;;) {
    const ownLog = diagnosticLog();
    const attempt = new RowReader(table, { ...asked, onProgress }, known, ownLog).read();
    if (attempt.kind === 'too-many-rows') {
      known = { ...known, skipped: table.rowCount - asked.firstRow - asked.rowsMax };
      continue;
    }
    const { rows, columns } = attempt;
    const kept = rows.physicalRows();
    const isSame = (a: number, b: number) => table.isSame(kept[a] ?? 0, kept[b] ?? 0);
    const repeats =
      asked.setAsideDuplicates && known.repeats.length === 0
        ? repeatedRows(rows.hashes(), isSame)
        : [];
    if (repeats.length === 0) {
      log.append(ownLog);
      const { total, setAside } = rows;
      const dataRows = rows.dataRows();
      return { kept, dataRows, rowsTotal: total, rowsSkipped: known.skipped, setAside, columns };
    }
    known = { ...known, repeats: repeats.map((row) => kept[row] ?? 0) };
  }
}
