import { irregular, type CellColumns } from './cell-columns.ts';
import type { DiagnosticCode } from './diagnostics.ts';
import type { NumberEvidence } from './number-evidence.ts';
import { readNumber, type NumberGroup } from './numbers.ts';
import { valueStore, type ValueStore } from './value-store.ts';

/** Marks in the order in which the lane counts them (src/assembly/numbers.ts); index 0 is no mark. */
const fastMarks: readonly NumberGroup[] = [null, ',', '.', "'", ' '];
/** The state of a number that the lane has read is this plus the index of its mark; less is no number. */
const markBase = 2;
/** Set in the state where two groups or more prove the mark. */
const provenBit = 8;

export interface NumberProblems {
  note(row: number, code: DiagnosticCode, value: number): void;
  bad(row: number, code: DiagnosticCode, facts?: Readonly<Record<string, string | number>>): void;
}

/** A column of numbers whose rows are all in. */
export interface NumberColumn {
  readonly col: number;
  readonly isBytes: boolean;
  readonly rowCount: number;
  readonly cells: CellColumns;
  readonly textAt: (row: number) => string;
}

/** Tells the evidence how often each mark was seen in a column; returns how often each state was. */
export function tellMarks(column: NumberColumn, evidence: NumberEvidence): Uint32Array {
  const states = column.cells.states[column.col] ?? new Uint16Array(0);
  const counts = column.cells.counts[column.col] ?? new Uint32Array(0);
  for (const [index, mark] of fastMarks.entries()) {
    if (mark === null) continue;
    evidence.count(column.col, mark, false, counts[markBase + index] ?? 0);
    evidence.count(column.col, mark, true, counts[markBase + index + provenBit] ?? 0);
  }
  if ((counts[irregular] ?? 0) > 0) {
    for (let row = 0; row < column.rowCount; row += 1) {
      if (states[row] === irregular) evidence.cell(column.col, column.textAt(row));
    }
  }
  return counts;
}

/** Whether a number in this state has been read for good, its column using the mark at this index. */
const isSettled = (state: number, mark: number): boolean =>
  state !== irregular && (state <= markBase || ((state - markBase) & (provenBit - 1)) === mark);

/** The values of a column of numbers, with its mark decided. */
export function resolveNumbers(
  column: NumberColumn,
  counts: Uint32Array,
  group: NumberGroup,
  problems: NumberProblems,
): ValueStore {
  const { col, cells, isBytes, rowCount, textAt } = column;
  const isWide = cells.isWide[col] === 1;
  const values = valueStore(
    isWide ? null : (cells.narrow[col] ?? null),
    isWide ? (cells.wide[col] ?? null) : null,
  );
  const mark = fastMarks.indexOf(group);
  if (counts.every((count, state) => count === 0 || isSettled(state, mark))) return values;
  const states = cells.states[col] ?? new Uint16Array(0);
  for (let row = 0; row < rowCount; row += 1) {
    if (isSettled(states[row] ?? 0, mark)) continue;
    values.set(row, Number.NaN);
    const read = readNumber(textAt(row), group, isBytes);
    if (read.kind === 'value') {
      values.set(row, read.value);
      if (read.note) problems.note(row, read.note, read.value);
    } else if (read.kind === 'unread') problems.bad(row, read.code, read.facts);
  }
  return values;
}
