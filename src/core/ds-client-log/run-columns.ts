import { completionClass, outcomeOf, outcomes, type Outcome } from './outcomes.ts';
import type { AcceptedReading } from './reading.ts';
import { eachRun } from './run-intervals.ts';
import { timeLineOf } from './time-line.ts';

/** The columns that judging looks at, a list for each: a million runs are gone through many times. */
export interface RunColumns {
  /** Places in `outcomes`. */
  readonly outcomes: Uint8Array;
  /** Wall time in seconds; NaN where there is none, as in all lists below. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** Where on the time line of the log a run began and ended; NaN where two places are possible. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** Seconds. */
  readonly duration: Float64Array;
  readonly errors: Float64Array;
}

const places = new Map<Outcome, number>(outcomes.map((outcome, place) => [outcome, place]));

/** The outcome of every row as its place in `outcomes`: the same as `reading.outcome` gives. */
export function outcomePlaces(reading: AcceptedReading): Uint8Array {
  const { codes, texts } = reading.textCodes('completion');
  const classes = texts.map(completionClass);
  const errors = reading.valuesOf('errors');
  const warnings = reading.valuesOf('warnings');
  const found = new Uint8Array(reading.rowCount);
  for (let row = 0; row < found.length; row += 1) {
    const ending = classes[codes[row] ?? 0] ?? 'unknown';
    // A count that is missing is NaN here, and no more than 0 either.
    found[row] = places.get(outcomeOf(ending, errors[row] ?? 0, warnings[row] ?? 0)) ?? 0;
  }
  return found;
}

function runPlaces(reading: AcceptedReading): Pick<RunColumns, 'from' | 'to'> {
  const from = new Float64Array(reading.rowCount).fill(Number.NaN);
  const to = from.slice();
  eachRun(reading, timeLineOf(reading), (row, begins, ends, isEither) => {
    if (isEither) return;
    from[row] = begins;
    to[row] = ends;
  });
  return { from, to };
}

/** All of these columns of a log, each gone through once. */
export const runColumns = (reading: AcceptedReading): RunColumns => ({
  outcomes: outcomePlaces(reading),
  start: reading.valuesOf('start'),
  end: reading.valuesOf('end'),
  ...runPlaces(reading),
  duration: reading.valuesOf('duration'),
  errors: reading.valuesOf('errors'),
});

/** Whether an outcome, by its place, is a run that went on to its end. */
export const isCompletedPlace: readonly boolean[] = outcomes.map((outcome) =>
  outcome.startsWith('completed'),
);

/** The place in `outcomes` of a run that was cut short. */
export const incompletePlace = outcomes.indexOf('incomplete');
/** The place of one that goes on, or ended with a word that nobody knows. */
export const unknownPlace = outcomes.indexOf('running_or_unknown');
