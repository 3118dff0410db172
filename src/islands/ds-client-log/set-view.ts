import type { Measure } from '../../core/ds-client-log/nightly-series.ts';
import type { Outcome } from '../../core/ds-client-log/outcomes.ts';
import type { SetChartDrawing, Spark } from '../../figures/ds-client-log/set-chart.ts';

/** A run of a backup set, for the table of sets. */
export interface SetRunView {
  /** When it began: "Mon 2 Mar 2026 01:00" */
  readonly began: string;
  readonly outcome: Outcome;
  /** No ending was recorded, which the remark says in place of the outcome's word. */
  readonly isOpen: boolean;
  /** What the outcome alone does not say: no ending, or no files. */
  readonly remark: string;
  readonly row: number;
}

export interface SetStatus {
  readonly name: string;
  /** Null: no backup of this set in this log ran to its end. */
  readonly lastCompleted: SetRunView | null;
  readonly latest: SetRunView;
  /** Its usual duration and how it went; null for a set that ran on too few days. */
  readonly usual: { readonly text: string; readonly spark: Spark } | null;
}

export interface SetStatuses {
  readonly sets: readonly SetStatus[];
  /** How many are not listed, in words; empty when all are. */
  readonly more: string;
}

/** Which set, by its place in the list, and which of its figures. */
export interface ChartChoice {
  readonly set: number;
  readonly measure: Measure;
}

/** The chart of one set, with what else can be charted. */
export interface ChartView extends ChartChoice {
  readonly sets: readonly string[];
  readonly measures: readonly { readonly value: Measure; readonly label: string }[];
  readonly drawing: SetChartDrawing;
}
