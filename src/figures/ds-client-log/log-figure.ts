import type { Outcome } from '../../core/ds-client-log/outcomes.ts';

/** The runs of one backup set or task, in seconds of wall time. */
export interface Lane {
  readonly name: string;
  readonly runs: readonly {
    readonly from: number;
    readonly to: number;
    readonly outcome: Outcome;
    /** No ending was recorded: it is drawn as begun, and where it led is left open. */
    readonly isOpen: boolean;
  }[];
}

/** Runs by the hour: a lane a set, a bar a run. */
export interface RunsFigure {
  readonly kind: 'runs';
  readonly from: number;
  readonly to: number;
  readonly lanes: readonly Lane[];
  readonly caption: string;
}

/** Sets by day: null is a day without a run. */
export interface DaysFigure {
  readonly kind: 'days';
  readonly days: readonly string[];
  readonly sets: readonly {
    readonly name: string;
    readonly outcomes: readonly (Outcome | null)[];
  }[];
  readonly caption: string;
}

export type LogFigure = RunsFigure | DaysFigure;
