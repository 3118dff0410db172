import { plainLink, type ExplainerLink } from '../../core/ds-client-log/permalink.ts';
import type { SharedLines } from '../../core/ds-client-log/shared-lines.ts';
import { failureNote } from './failure-words.ts';
import { logLines } from './log-lines.ts';
import { arrangementIn, correctionsIn, isArranged, isCorrected } from './log-link.ts';
import { firstState, type Chosen, type FirstLog, type LogState } from './log-state.ts';
import { openTogether } from './open-together.ts';
import { besideAnswered, besideReading, nameOf, openedState } from './opened-state.ts';
import { besideIn, ownFrom, type OwnLog } from './own-log.ts';
import type { Answers, LogSource, Opened, Progress } from './protocol.ts';
import type { ReaderClient } from './reader-client.ts';
import type { Outcome } from './reader-desk.ts';
import { storeOf, type Store } from './store.ts';
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
  readonly cancel: () => void;
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
}

/** A page's way with logs: what it shows, how far reading is, and what can be done. */
export interface LogSession {
  readonly state: Store<LogState>;
  /** Apart from the rest, so that a step of it draws one line anew and not the whole page. */
  readonly progress: Store<Progress>;
  /** The same of a second log. */
  readonly besideProgress: Store<Progress>;
  readonly actions: LogActions;
}

/** Does once more what a log was to be read for. */
type Again = () => Promise<unknown>;

const ownNone: OwnLog = { source: { kind: 'sample' }, corrections: {}, beside: null };
const starting: Progress = { stage: 'starting', share: 0, done: 0, total: 0 };

/** An open log and what can be done with it. The log itself stays in the worker. */
export function logSession(first: FirstLog, client: ReaderClient): LogSession {
  const state = storeOf(firstState(first));
  const progress = storeOf(starting);
  const besideProgress = storeOf(starting);
  const lines = logLines(state, client);
  const edit = (change: Partial<LogState>) => state.set({ ...state.get(), ...change });
  const warmUp = async () => edit({ late: await client.warmUp() });
  let source: LogSource = { kind: 'sample' };
  let linked: ExplainerLink = plainLink;
  /** The reader's own log that was opened last, also while it is still being read. */
  let own: OwnLog | null = null;
  let isReadingLines = false;
  let opening = 0;
  /** What was open before, once lines of a log are shown that is still being judged. */
  let before: LogState | null = null;

  const showLines = (opened: Opened, from: LogSource, corrections: Corrections) => {
    before ??= state.get();
    edit(openedState(opened, from, corrections, own));
    lines.reset();
  };

  const restore = () => {
    if (!before) return;
    state.set({ ...before, late: state.get().late });
    before = null;
    lines.reset();
  };

  /** What the second log says belongs to the explanation of the chosen cell. */
  const explainAgain = async () => {
    const { beside, chosen } = state.get();
    if (beside.kind === 'read' && chosen) await lines.choose({ ...chosen });
  };

  const comeBack = (name: string, outcome: Outcome<Answers['open']>, again: Again) => {
    restore();
    const refused = outcome.ok && outcome.answer.kind === 'refused' ? outcome.answer : null;
    const notes = refused?.notes ?? (outcome.ok ? [] : [failureNote(outcome.failure)]);
    const failure = outcome.ok ? null : outcome.failure.kind;
    const isStopped = failure === 'cancelled';
    edit({
      phase: {
        kind: 'failed',
        name,
        notes,
        isStopped,
        again: failure === 'not-started' ? again : null,
      },
    });
    void explainAgain();
  };

  const settle = async (opened: Opened, from: LogSource, corrections: Corrections) => {
    const { columns } = state.get().view;
    // Its lines are shown already, arranged as the reader of the page likes: only findings are new.
    if (before) edit({ view: { ...opened.view, columns } });
    else showLines(opened, from, corrections);
    before = null;
    source = from;
    if (own?.source === from) own = { ...own, corrections };
    edit({ phase: { kind: 'read', name: opened.view.name, lines: opened.view.rowCount } });
    const arrangement = arrangementIn(linked, opened.view);
    if (isArranged(arrangement) && !isArranged(state.get().arrangement))
      await lines.show(arrangement);
  };

  /** Reads a log; `again` does the whole of what it is read for once more. */
  const read = async (
    from: LogSource,
    corrections: Corrections,
    again: Again,
  ): Promise<boolean> => {
    const name = nameOf(from);
    const turn = (opening += 1);
    isReadingLines = from.kind === 'lines';
    restore();
    progress.set(starting);
    edit({ phase: { kind: 'reading', name }, notRead: [] });
    void warmUp();
    const isLatest = () => turn === opening;
    const outcome = await client.open(from, corrections, {
      onProgress: (step) => isLatest() && progress.set(step),
      onLines: (opened) => isLatest() && showLines(opened, from, corrections),
    });
    // Another log was opened in the meantime: this one is nobody's business any more.
    if (!isLatest()) return false;
    isReadingLines = false;
    if (outcome.ok && outcome.answer.kind === 'opened') {
      await settle(outcome.answer, from, corrections);
      return true;
    }
    comeBack(name, outcome, again);
    return false;
  };

  const addBeside = async (from: LogSource) => {
    const reading = besideReading(from, state.get().beside);
    besideProgress.set(starting);
    edit({ beside: reading });
    const asked = await client.ask(
      { kind: 'beside', source: from },
      { onProgress: (step) => state.get().beside === reading && besideProgress.set(step) },
    );
    const beside = besideAnswered(reading, asked);
    // Lines of another log are shown, which may yet be stopped: the pair is then there again.
    if (before?.beside === reading) before = { ...before, beside };
    // Another log is open by now, or another second one was chosen.
    if (state.get().beside !== reading) return;
    edit({ beside });
    await explainAgain();
  };

  /** Reads the log anew as corrected, and the second one with it. */
  const correct = async (change: Corrections) => {
    const { beside, corrections } = state.get();
    const isRead = await read(source, { ...corrections, ...change }, () => correct(change));
    if (isRead && (beside.kind === 'reading' || beside.kind === 'read'))
      await addBeside(beside.source);
  };

  const open = async (from: LogSource): Promise<boolean> => {
    const corrections = correctionsIn(linked);
    const was = own;
    own = ownFrom(from, corrections);
    const isRead = await read(from, corrections, () => open(from));
    // What could not be read, or was stopped, is no log to come back to.
    if (!isRead && own?.source === from && state.get().phase.kind === 'failed') own = was;
    return isRead;
  };

  /** The reader's own log, or else the sample, in place of lines that came with a link. */
  const showOwn = async (wanted: Corrections) => {
    const { source: from, corrections, beside } = own ?? ownNone;
    const isRead = await read(from, { ...corrections, ...wanted }, () => showOwn(wanted));
    if (isRead && beside) await addBeside(beside);
  };

  /** Lines that came with a link, open at the cell that was chosen there. */
  const showShared = async (shared: SharedLines) => {
    if (own && source === own.source) own = { ...own, beside: besideIn(state.get()) };
    const again = () => showShared(shared);
    if (!(await read({ kind: 'lines', lines: shared }, {}, again))) return;
    const told = shared.fields.findIndex((field) => field === 'completion' || field === 'text');
    const column = shared.at ? shared.fields.indexOf(shared.at.field) : Math.max(0, told);
    await lines.choose({ row: shared.at?.row ?? 0, column });
  };

  const showSample = async (wanted: Corrections) => {
    await read({ kind: 'sample' }, wanted, () => showSample(wanted));
  };

  const follow = (link: ExplainerLink) => {
    linked = link;
    // What is to be said of a link comes late, and so does what reads a log.
    void warmUp();
    if (link.lines) return void showShared(link.lines);
    const { view, isSample, ...shown } = state.get();
    // How another log is to be read says nothing of the sample: it waits for the reader's own.
    const isMeant = own !== null || link.mode === 'example';
    const wanted = isMeant ? correctionsIn(link) : {};
    const arrangement = arrangementIn(link, view);
    const isOwnHidden = own !== null && own.source !== source;
    if (shown.lines || isReadingLines || isOwnHidden) void showOwn(wanted);
    else if (isSample && (isCorrected(wanted) || isCorrected(shown.corrections)))
      void showSample(wanted);
    else if (isCorrected(wanted)) void correct(wanted);
    else if (isArranged(arrangement) || isArranged(shown.arrangement)) void lines.show(arrangement);
  };

  const actions: LogActions = {
    open,
    openTogether: (sources) => openTogether(sources, { state, open, addBeside }),
    reopen: () => showOwn({}),
    addBeside,
    warmUp,
    follow,
    correct: (change) => void correct(change),
    cancel: () => client.cancel(),
    stopBeside: () => client.stopBeside(),
    arrange: (change) => void lines.show({ ...state.get().arrangement, ...change }),
    choose: (chosen) => void lines.choose(chosen),
    showLine: (chosen) => void lines.showLine(chosen),
    needPage: (page) => void lines.needPage(page),
    dismiss: () => edit({ phase: { kind: 'idle' }, notRead: [] }),
  };
  return { state, progress, besideProgress, actions };
}
