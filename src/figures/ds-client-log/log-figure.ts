import type { Outcome } from '../../core/ds-client-log/outcomes.ts';

/** The runs of one backup set or task, in seconds from the beginning of the drawing. */
export interface Lane {
  readonly name: string;
  /** The same in a sentence, for who hears the figure. */
  readonly said: string;
  readonly runs: readonly {
    readonly from: number;
    readonly to: number;
    readonly outcome: Outcome;
    /** No ending was recorded: it is drawn as begun, and where it led is left open. */
    readonly isOpen: boolean;
  }[];
}

/** A mark of the axis: what the clock of the log showed at a place. */
export interface HourMark {
  readonly at: number;
  readonly text: string;
  readonly isMidnight: boolean;
}

/**
 * Runs by the hour: a lane a set, a bar a run. Places are seconds as they passed since the drawing
 * begins, so that a bar is as long as its run took; the marks say what the clock showed, which may be
 * one time twice.
 */
export interface RunsFigure {
  readonly kind: 'runs';
  /** Seconds from the beginning of the drawing to its end. */
  readonly length: number;
  readonly marks: readonly HourMark[];
  /** Where the clock was moved. */
  readonly changedAt: readonly number[];
  readonly lanes: readonly Lane[];
  /** How many runs went on at once, all lanes counted, and the most of them. */
  readonly atOnce: {
    readonly peak: number;
    readonly said: string;
    /** Its outline as a path, from 0 to 1000 across and from 0, the peak, to 20 down. */
    readonly outline: string;
  };
  readonly caption: string;
}

/** Sets by day: null is a day without a run. */
export interface DaysFigure {
  readonly kind: 'days';
  /** The first of the days, counted from 1970-01-01. */
  readonly firstDay: number;
  readonly days: readonly string[];
  /** With more runs than this, a day of them is not drawn by the hour. */
  readonly runsMax: number;
  readonly sets: readonly {
    readonly name: string;
    readonly outcomes: readonly (Outcome | null)[];
  }[];
  readonly caption: string;
}

export type LogFigure = RunsFigure | DaysFigure;
