import { cellLengthMax, checkText } from './cell-checks.ts';
import { textOf } from './decode.ts';
import type { DiagnosticCode, DiagnosticLog } from './diagnostics.ts';
import type { Table } from './table.ts';

// FNV-1a, 32 bits: cheap; whatever has equal hashes is compared in full.
const offsetBasis = 0x811c9dc5;
const prime = 0x01000193;

/** FNV-1a over a stretch of bytes. */
export function hashOfBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = offsetBasis;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), prime);
  return hash >>> 0;
}

function hashOfCells(cells: readonly string[]): number {
  let hash = offsetBasis;
  for (const cell of cells) {
    const end = Math.min(cell.length, cellLengthMax);
    for (let i = 0; i < end; i += 1) hash = Math.imul(hash ^ cell.charCodeAt(i), prime);
    hash = Math.imul(hash ^ 31, prime);
  }
  return hash >>> 0;
}

/** Whether two stretches of equal length hold the same bytes. */
export const sameBytes = (bytes: Uint8Array, a: number, b: number, length: number): boolean => {
  for (let i = 0; i < length; i += 1) if (bytes[a + i] !== bytes[b + i]) return false;
  return true;
};

/** How far a search goes on from a taken slot; full neighbourhoods are hostile, and then give up. */
const triesMax = 64;

/**
 * Whether a row stood in the file before. One flat table of row numbers and one of hashes, because a
 * million entries of a Map weigh a hundred megabytes.
 */
export function seenRows(table: Table, rowsAtMost: number) {
  let size = 1024;
  while (size < rowsAtMost * 1.5) size *= 2;
  const slots = new Uint32Array(size);
  const hashes = new Uint32Array(size);
  const find = (row: number, hash: number, isSame: (other: number) => boolean): boolean => {
    let slot = hash & (size - 1);
    for (let tries = 0; tries < triesMax; tries += 1) {
      const held = slots[slot] ?? 0;
      if (held === 0) {
        slots[slot] = row + 1;
        hashes[slot] = hash;
        return false;
      }
      if (hashes[slot] === hash && isSame(held - 1)) return true;
      slot = (slot + 1) & (size - 1);
    }
    return false;
  };
  const scratch = new Uint32Array(2 * 256);
  return {
    inBytes(row: number, from: number, to: number): boolean {
      const { bytes } = table;
      return find(row, hashOfBytes(bytes, from, to), (other) => {
        const cells = table.bounds(other, scratch);
        const begin = scratch[0] ?? 0;
        const end = cells > 0 ? (scratch[2 * cells - 1] ?? 0) : begin;
        return end - begin === to - from && sameBytes(bytes, begin, from, to - from);
      });
    },
    asText: (row: number, cells: readonly string[]): boolean =>
      find(row, hashOfCells(cells), (other) => {
        const held = table.cells(other);
        return held.length === cells.length && held.every((cell, i) => cell === cells[i]);
      }),
  };
}

interface KnownText {
  readonly from: number;
  readonly length: number;
  readonly codes: readonly DiagnosticCode[];
}

/** Texts remembered; beyond it each cell is looked at anew. */
const knownMax = 20_000;

/** Oddities of texts, looked up by text, because a log repeats the names of its sets and users. */
export function textChecker(log: DiagnosticLog, bytes: Uint8Array) {
  const known = new Map<number, KnownText>();
  const raise = (
    codes: readonly DiagnosticCode[],
    row: number,
    col: number,
    chars: number,
  ): void => {
    for (const code of codes) {
      log.add(code, code === 'cell.huge' ? { row, col, facts: { chars } } : { row, col });
    }
  };
  return {
    inBytes(from: number, to: number, row: number, col: number): void {
      const length = to - from;
      if (length === 0) return;
      const hash = hashOfBytes(bytes, from, to);
      const held = known.get(hash);
      if (held && held.length === length && sameBytes(bytes, held.from, from, length)) {
        if (held.codes.length > 0) raise(held.codes, row, col, length);
        return;
      }
      const text = textOf(bytes, from, to);
      const codes = checkText(text);
      if (!held && known.size < knownMax) known.set(hash, { from, length, codes });
      raise(codes, row, col, text.length);
    },
    asText(text: string, row: number, col: number): void {
      if (text !== '') raise(checkText(text), row, col, text.length);
    },
  };
}
