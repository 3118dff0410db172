import type { LogState } from './log-state.ts';
import type { LogSource } from './protocol.ts';
import type { Corrections } from './view.ts';

/** A log that the reader of the page brought along: it makes way for lines of a link, and is kept. */
export interface OwnLog {
  readonly source: LogSource;
  readonly corrections: Corrections;
  /** The second log that was linked with it. */
  readonly beside: LogSource | null;
}

/** The reader's own log from a source; null for what the page or a link brings. */
export const ownFrom = (source: LogSource, corrections: Corrections): OwnLog | null =>
  source.kind === 'file' || source.kind === 'text' ? { source, corrections, beside: null } : null;

/** The second log of what is shown, also while it is still being read. */
export const besideIn = ({ beside }: Pick<LogState, 'beside'>): LogSource | null =>
  beside.kind === 'read' || beside.kind === 'reading' ? beside.source : null;
