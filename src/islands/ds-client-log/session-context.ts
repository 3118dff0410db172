import type { LogLines } from './log-lines.ts';
import type { LogState } from './log-state.ts';
import type { Progress } from './protocol.ts';
import type { ReaderClient } from './reader-client.ts';
import type { Store } from './store.ts';

/** What the parts of a session have in common: what the page shows, and whom they ask. */
export interface SessionContext {
  readonly client: ReaderClient;
  readonly state: Store<LogState>;
  /** How far reading is; apart from the rest, so that a step of it draws one line anew. */
  readonly progress: Store<Progress>;
  /** The same of a second log. */
  readonly besideProgress: Store<Progress>;
  readonly lines: LogLines;
  readonly edit: (change: Partial<LogState>) => void;
  /** Brings the parts that come late; where they did not come, they are fetched again. */
  readonly warmUp: () => Promise<void>;
}

/** Where every reading begins. */
export const starting: Progress = { stage: 'starting', share: 0, done: 0, total: 0 };
