import type { SetAsideRow } from './reading.ts';
import type { ReadColumn } from './file-columns.ts';
import { readDateParts } from './dates.ts';
import { headerOf, repeatsHeader } from './header.ts';
import { isBareTotal, isBlank, isFurniture, isRule, isTotal } from './row-kinds.ts';

export interface RowRules {
  readonly firstRow: number;
  readonly labels: readonly string[] | null;
  readonly columns: readonly ReadColumn[];
  /** Column of the time at which a row was, or -1. */
  readonly dateColumn: number;
}

/** What a row is, by the full rules. `reason` is the code under which it is set aside. */
export type Verdict =
  | { readonly kind: 'blank' }
  | { readonly kind: 'second-table' }
  | { readonly kind: 'no-data'; readonly reason: SetAsideRow['reason'] }
  | { readonly kind: 'aside'; readonly reason: SetAsideRow['reason'] }
  | { readonly kind: 'data' };

const blank: Verdict = { kind: 'blank' };
const data: Verdict = { kind: 'data' };

/** A row of the right width with a moment in its place can be nothing but data. */
const isPlainlyData = (cells: readonly string[], rules: RowRules): boolean =>
  cells.length === rules.columns.length && readDateParts(cells[rules.dateColumn] ?? '') !== null;

/** Judges the row at `physical` by its cells. */
export function verdictOn(cells: readonly string[], physical: number, rules: RowRules): Verdict {
  if (isPlainlyData(cells, rules)) return data;
  if (isBlank(cells)) return blank;
  if (rules.labels && repeatsHeader(cells, rules.labels)) {
    return { kind: 'no-data', reason: 'row.repeated-header' };
  }
  // The rule directly under a header belongs to it.
  if (isRule(cells)) {
    return physical === rules.firstRow ? blank : { kind: 'no-data', reason: 'row.furniture' };
  }
  if (rules.labels && headerOf(cells, physical)) return { kind: 'second-table' };
  if (isTotal(cells)) return { kind: 'aside', reason: 'row.total' };
  if (rules.dateColumn >= 0 && isBareTotal(cells, rules.columns)) {
    return { kind: 'aside', reason: 'row.total' };
  }
  if (isFurniture(cells, rules.columns.length)) return { kind: 'no-data', reason: 'row.furniture' };
  return data;
}

/** Whether a row has the right number of cells; one empty cell more does no harm. */
export function misfitOf(
  cells: readonly string[],
  width: number,
): 'row.short' | 'row.long' | 'trailing' | null {
  if (cells.length < width) return 'row.short';
  if (cells.length === width) return null;
  const isTrailing = cells.length === width + 1 && cells[width]?.trim() === '';
  return isTrailing ? 'trailing' : 'row.long';
}
