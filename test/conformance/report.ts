/**
 * What every conformance runner returns. `npm run conformance -- NAME [path]` prints one line for
 * each case that fails or is not covered, then the closing line `N passed, N failed, N not covered`.
 */
export interface CaseOutcome {
  /** The case's own id or file name, as it stands in the data. */
  readonly id: string;
  readonly outcome: 'passed' | 'failed' | 'not covered';
  /** For a failure: field, what was expected, what came. For a case not covered: why. */
  readonly detail?: string;
}

export interface Report {
  readonly cases: readonly CaseOutcome[];
  /** Figures worth printing above the closing line, such as a success rate. */
  readonly remarks?: readonly string[];
}

/** A runner reads the file or folder at `path`, or its own data under `test/conformance/data`. */
export type Runner = (path?: string) => Promise<Report> | Report;
