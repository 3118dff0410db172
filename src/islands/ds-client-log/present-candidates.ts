import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { namesInARow } from './present-words.ts';

/** Activities between which the logs do not decide, by name, each once. */
export interface Candidates {
  readonly likely: readonly string[];
  /** Those of an error message that ended in order and counted no error. */
  readonly quiet: readonly string[];
}

/**
 * An error is likelier of a run that counted errors or did not finish. It may be of a quiet one all the
 * same: a connection that was opened again is no error of a run.
 */
export const isQuiet = (activities: AcceptedReading, row: number): boolean =>
  activities.number(row, 'errors') === 0 && activities.outcome(row).startsWith('completed');

/** The names behind these rows; where all of them are alike, none stands before the others. */
export function candidatesOf(
  activities: AcceptedReading,
  rows: Iterable<number>,
  isError: boolean,
  name: (row: number) => string,
): Candidates {
  const likely = new Set<string>();
  const quiet = new Set<string>();
  for (const row of rows) (isError && isQuiet(activities, row) ? quiet : likely).add(name(row));
  const rest = [...quiet].filter((one) => !likely.has(one));
  return likely.size === 0 ? { likely: rest, quiet: [] } : { likely: [...likely], quiet: rest };
}

/** "Web root; and, with no errors in its line, etc and home" */
export function candidatesWords({ likely, quiet }: Candidates): string {
  if (quiet.length === 0) return namesInARow(likely);
  const lines = quiet.length === 1 ? 'its line' : 'their lines';
  return `${namesInARow(likely)}; and, with no errors in ${lines}, ${namesInARow(quiet)}`;
}
