import type { DiagnosticCode } from './diagnostics.ts';
import type { NumberEvidence } from './evidence.ts';
import { fastMarks, fastNumber, type FastNumber } from './fast-cells.ts';
import { readNumber, type NumberGroup } from './numbers.ts';
import { valueStore, type ValueStore } from './value-store.ts';

const empty = 0;
/** States from 1 on are 1 + index of the mark; this bit says that groups prove the mark. */
const provenBit = 16;
const irregular = 255;

/** A column of numbers between the two passes. */
export interface NumberColumn {
  readonly col: number;
  takeBytes(row: number, bytes: Uint8Array, from: number, to: number): boolean;
  takeText(row: number, text: string): void;
  /** Tells the evidence how often each mark was seen. */
  tell(evidence: NumberEvidence): void;
  /** Second pass, with the mark of the column decided. */
  resolve(group: NumberGroup, each: NumberProblems): ValueStore;
}

export interface NumberProblems {
  note(row: number, code: DiagnosticCode, value: number): void;
  bad(row: number, code: DiagnosticCode, facts?: Readonly<Record<string, string | number>>): void;
}

/** A column of numbers of `rowCount` rows; `textAt` gives the text of a cell that needs a full look. */
export function numberColumn(
  col: number,
  rowCount: number,
  isBytes: boolean,
  textAt: (row: number) => string,
): NumberColumn {
  const states = new Uint8Array(rowCount);
  const values = valueStore(rowCount);
  const found: FastNumber = { mark: 0, groups: 0 };
  const seen = new Uint32Array(32);
  return {
    col,
    takeBytes(row, bytes, from, to) {
      if (from === to) return true;
      const value = fastNumber(bytes, from, to, found);
      if (value < 0) return false;
      const state = (1 + found.mark) | (found.groups > 1 ? provenBit : 0);
      states[row] = state;
      seen[state] = (seen[state] ?? 0) + 1;
      values.set(row, value);
      return true;
    },
    takeText(row, text) {
      if (text === '') return;
      states[row] = irregular;
    },
    tell(evidence) {
      for (let index = 1; index < fastMarks.length; index += 1) {
        const mark = fastMarks[index] ?? null;
        if (mark === null) continue;
        evidence.count(col, mark, false, seen[1 + index] ?? 0);
        evidence.count(col, mark, true, seen[(1 + index) | provenBit] ?? 0);
      }
      for (let row = 0; row < rowCount; row += 1) {
        if (states[row] === irregular) evidence.cell(col, textAt(row));
      }
    },
    resolve(group, { note, bad }) {
      const mark = fastMarks.indexOf(group);
      for (let row = 0; row < rowCount; row += 1) {
        const state = states[row] ?? empty;
        // No mark, or the mark of the column: read already.
        if (state <= 1 || (state !== irregular && ((state - 1) & 15) === mark)) continue;
        values.set(row, Number.NaN);
        const read = readNumber(textAt(row), group, isBytes);
        if (read.kind === 'value') {
          values.set(row, read.value);
          if (read.note) note(row, read.note, read.value);
        } else if (read.kind === 'unread') bad(row, read.code, read.facts);
      }
      return values;
    },
  };
}
