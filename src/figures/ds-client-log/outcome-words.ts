import type { Outcome } from '../../core/ds-client-log/outcomes.ts';

/** How a run ended, short enough for a column of a table. */
export const outcomeWords = {
  completed: 'Completed',
  completed_with_warnings: 'With warnings',
  completed_with_errors: 'With errors',
  incomplete: 'Did not finish',
  running_or_unknown: 'Not known',
} as const satisfies Record<Outcome, string>;
