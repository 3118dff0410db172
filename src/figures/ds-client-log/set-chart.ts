import type { Outcome } from '../../core/ds-client-log/outcomes.ts';

/** One day of a set: a run, or a day on which one was due and none is in the log. */
export interface ChartNight {
  /** "Tue 3 Mar 2026" */
  readonly day: string;
  /** The figure in words; empty when there is none. */
  readonly value: string;
  readonly outcome: Outcome | null;
  /** "about twice the usual", "2 runs": what the figure alone does not say. */
  readonly remark: string;
  readonly isOutlier: boolean;
  /** From 0 at the left to 100 at the right. */
  readonly x: number;
  /** From 0 at the top to 100 at the bottom; null without a figure. */
  readonly y: number | null;
  /** The first line of that day; null when there is none. */
  readonly row: number | null;
}

export interface Tick {
  readonly at: number;
  readonly text: string;
  /** 0 is always named; 1 is left out on a phone, 2 wherever there is little room. */
  readonly rank: 0 | 1 | 2;
}

/** One figure of one set over time, laid out. */
export interface SetChartDrawing {
  readonly nights: readonly ChartNight[];
  /** Lines between neighbouring completed days; broken where a run is missing. */
  readonly lines: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[];
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly usual: { readonly y: number; readonly text: string } | null;
  /** What the chart shows, in one sentence. */
  readonly finding: string;
  readonly caption: string;
}

/** Width and height of the small chart in a row of a table, in its own units. */
export const sparkSize = { width: 120, height: 24 } as const;
/** A chart of a few strokes: the course of the completed days, crosses for cut runs, rings for far days. */
export interface Spark {
  readonly course: string;
  readonly crosses: string;
  readonly rings: string;
}
