import type { ExplainerLink } from '../../core/ds-client-log/explainer-link.ts';
import { logLines } from './log-lines.ts';
import { LogOpener } from './log-opener.ts';
import { starting, type SessionContext } from './session-context.ts';
import { LogReading } from './log-reading.ts';
import { firstState, type Chosen, type FirstLog, type LogState } from './log-state.ts';
import { openTogether } from './open-together.ts';
import { withoutRefusal } from './opened-state.ts';
import type { LogSource } from './protocol.ts';
import type { ReaderClient } from './reader-client.ts';
import { storeOf } from './store.ts';
import type { Arrangement, Corrections } from './view.ts';

export interface LogActions {
  /** Opens a log; false when it could not be read or was stopped. */
  readonly open: (source: LogSource) => Promise<boolean>;
  /** Opens what came at once: two logs side by side, and what cannot be read is told. */
  readonly openTogether: (sources: readonly LogSource[]) => Promise<void>;
  /** Links a second log, of the other kind, with the one that is open. */
  readonly addBeside: (source: LogSource) => Promise<void>;
  /** Opens the reader's own log again, which made way for the lines of a link. */
  readonly reopen: () => Promise<void>;
  /** Shows a log as a link says, this one and those opened after it. */
  readonly follow: (link: ExplainerLink) => void;
  readonly correct: (edit: Corrections) => void;
  /** Stops reading; what was open before is there again as it was. */
  readonly cancel: () => Promise<void>;
  /** Stops reading a second log; the one linked before stays. */
  readonly stopBeside: () => void;
  readonly arrange: (edit: Partial<Arrangement>) => void;
  readonly choose: (chosen: Chosen) => void;
  /** Chooses a cell and leads to it, wherever in the table it stands. */
  readonly showLine: (chosen: Chosen & { readonly row: number }) => void;
  readonly needPage: (page: number) => void;
  /** Brings the parts that come late; where they did not come, they are fetched again. */
  readonly warmUp: () => Promise<void>;
  readonly dismiss: () => void;
  /** Closes the note on lines that could not be arranged. */
  readonly keepArrangement: () => void;
}

/** A page's way with logs: what it shows, how far reading is, and what can be done. */
export interface LogSession extends Pick<SessionContext, 'state' | 'progress' | 'besideProgress'> {
  readonly actions: LogActions;
  /** Lines of a link are on their way. */
  readonly isReadingLines: () => boolean;
}

function sessionContext(first: FirstLog, client: ReaderClient): SessionContext {
  const state = storeOf(firstState(first));
  const edit = (change: Partial<LogState>) => state.set({ ...state.get(), ...change });
  return {
    client,
    state,
    progress: storeOf(starting),
    besideProgress: storeOf(starting),
    lines: logLines(state, client),
    edit,
    warmUp: async () => edit({ late: await client.warmUp() }),
  };
}

/** An open log and what can be done with it. The log itself stays in the worker. */
export function logSession(first: FirstLog, client: ReaderClient): LogSession {
  const context = sessionContext(first, client);
  const reading = new LogReading(context);
  const opener = new LogOpener(context, reading);
  const { state, progress, besideProgress, lines, edit, warmUp } = context;
  const actions: LogActions = {
    open: (source) => opener.open(source),
    openTogether: (sources) => openTogether(sources, state, opener),
    reopen: () => opener.showOwn({}),
    addBeside: (source) => opener.addBeside(source),
    warmUp,
    follow: (link) => opener.follow(link),
    correct: (change) => void opener.correct(change),
    cancel: () => reading.cancel(),
    stopBeside: () => client.stopBeside(),
    arrange: (change) => void lines.show({ ...state.get().arrangement, ...change }),
    choose: (chosen) => void lines.choose(chosen),
    showLine: (chosen) => void lines.showLine(chosen),
    keepArrangement: () => edit({ notArranged: null }),
    needPage: (wanted) => void lines.needPage(wanted),
    dismiss: () => {
      const beside = withoutRefusal(state.get().beside);
      edit({ phase: { kind: 'idle' }, notRead: [], beside });
    },
  };
  return { state, progress, besideProgress, actions, isReadingLines: () => reading.isReadingLines };
}
