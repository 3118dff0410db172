import type { ReaderFailure } from './reader-desk.ts';
import type { Note } from './view.ts';

/** Why a log was not read, for who gave it. */
export function failureNote(
  failure: ReaderFailure,
  kept = 'The log from before is still open.',
): Note {
  switch (failure.kind) {
    case 'cancelled':
      return { severity: 'info', text: `Reading was stopped. ${kept}` };
    case 'too-slow':
      return {
        severity: 'error',
        text: `Reading took longer than ${failure.seconds} seconds and was stopped. Save a shorter range of days and try again. ${kept}`,
      };
    case 'not-started':
      return {
        severity: 'error',
        text: `The reader could not be loaded. Check the connection to the network, then try again. ${kept}`,
      };
    case 'fault':
      return {
        severity: 'error',
        text: `The reader stopped at a fault of its own (${failure.message}). ${kept}`,
      };
    default:
      return failure satisfies never;
  }
}
