import { plainLink, type ExplainerLink } from '../../core/ds-client-log/permalink.ts';
import type { SharedLines } from '../../core/ds-client-log/shared-lines.ts';
import { failureNote } from './failure-words.ts';
import { logLines } from './log-lines.ts';
import { arrangementIn, correctionsIn, isArranged } from './log-link.ts';
import {
  firstState,
  type BesideState,
  type Chosen,
  type FirstLog,
  type LogState,
} from './log-state.ts';
import type { Answers, LogSource, Opened, Progress } from './protocol.ts';
import type { ReaderClient } from './reader-client.ts';
import type { Outcome } from './reader-desk.ts';
import { storeOf, type Store } from './store.ts';
import { wholeLog, type Arrangement, type Corrections } from './view.ts';

export interface LogActions {
  /** Opens a log; false when it could not be read or was stopped. */
  readonly open: (source: LogSource) => Promise<boolean>;
  /** Links a second log, of the other kind, with the one that is open. */
  readonly addBeside: (source: LogSource) => Promise<void>;
  /** Shows a log as a link says, this one and those opened after it. */
  readonly follow: (link: ExplainerLink) => void;
  readonly correct: (edit: Corrections) => void;
  /** Stops reading; what was open before is there again as it was. */
  readonly cancel: () => void;
  readonly arrange: (edit: Partial<Arrangement>) => void;
  readonly choose: (chosen: Chosen) => void;
  /** Chooses a cell and leads to it, wherever in the table it stands. */
  readonly showLine: (chosen: Chosen & { readonly row: number }) => void;
  readonly needPage: (page: number) => void;
  readonly dismiss: () => void;
}

/** A page's way with logs: what it shows, how far reading is, and what can be done. */
export interface LogSession {
  readonly state: Store<LogState>;
  /** Apart from the rest, so that a step of it draws one line anew and not the whole page. */
  readonly progress: Store<Progress>;
  readonly actions: LogActions;
}

const starting: Progress = { stage: 'starting', share: 0, done: 0, total: 0 };

const nameOf = (source: LogSource): string =>
  source.kind === 'file'
    ? (source.file.name ?? 'the file')
    : source.kind === 'text'
      ? 'pasted text'
      : source.kind === 'lines'
        ? 'the lines from the link'
        : 'the sample';

const openedState = (
  { view, rows }: Opened,
  from: LogSource,
  corrections: Corrections,
): Partial<LogState> => ({
  view,
  isSample: from.kind === 'sample',
  lines: from.kind === 'lines' ? from.lines : null,
  pages: new Map([[0, rows]]),
  count: view.rowCount,
  arrangement: wholeLog,
  corrections,
  chosen: null,
  explanation: null,
  target: null,
  beside: { kind: 'none' },
});

/** What became of a second log. */
function besideAnswered(source: LogSource, asked: Outcome<Answers['beside']>): BesideState {
  if (asked.ok && asked.answer.kind === 'added')
    return { kind: 'read', view: asked.answer.view, source };
  const notes = asked.ok
    ? asked.answer.kind === 'refused'
      ? asked.answer.notes
      : []
    : [failureNote(asked.failure)];
  return { kind: 'refused', notes: notes.map(({ text }) => text) };
}

/** An open log and what can be done with it. The log itself stays in the worker. */
export function logSession(first: FirstLog, client: ReaderClient): LogSession {
  const state = storeOf(firstState(first));
  const progress = storeOf(starting);
  const lines = logLines(state, client);
  const edit = (change: Partial<LogState>) => state.set({ ...state.get(), ...change });
  let source: LogSource = { kind: 'sample' };
  let linked: ExplainerLink = plainLink;
  let opening = 0;
  /** What was open before, once lines of a log are shown that is still being judged. */
  let before: LogState | null = null;

  const showLines = (opened: Opened, from: LogSource, corrections: Corrections) => {
    before ??= state.get();
    edit(openedState(opened, from, corrections));
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

  const comeBack = (name: string, outcome: Outcome<Answers['open']>) => {
    restore();
    const refused = outcome.ok && outcome.answer.kind === 'refused' ? outcome.answer : null;
    const notes = refused?.notes ?? (outcome.ok ? [] : [failureNote(outcome.failure)]);
    const isStopped = !outcome.ok && outcome.failure.kind === 'cancelled';
    edit({ phase: { kind: 'failed', name, notes, isStopped } });
    void explainAgain();
  };

  const settle = async (opened: Opened, from: LogSource, corrections: Corrections) => {
    const { columns } = state.get().view;
    // Its lines are shown already, arranged as the reader of the page likes: only findings are new.
    if (before) edit({ view: { ...opened.view, columns } });
    else showLines(opened, from, corrections);
    before = null;
    source = from;
    edit({ phase: { kind: 'read', name: opened.view.name, lines: opened.view.rowCount } });
    const arrangement = arrangementIn(linked, opened.view);
    if (isArranged(arrangement) && !isArranged(state.get().arrangement))
      await lines.show(arrangement);
  };

  const read = async (from: LogSource, corrections: Corrections): Promise<boolean> => {
    const name = nameOf(from);
    const turn = (opening += 1);
    restore();
    progress.set(starting);
    edit({ phase: { kind: 'reading', name } });
    void client.warmUp().then((late) => edit({ late }));
    const isLatest = () => turn === opening;
    const outcome = await client.open(from, corrections, {
      onProgress: (step) => isLatest() && progress.set(step),
      onLines: (opened) => isLatest() && showLines(opened, from, corrections),
    });
    // Another log was opened in the meantime: this one is nobody's business any more.
    if (!isLatest()) return false;
    if (outcome.ok && outcome.answer.kind === 'opened') {
      await settle(outcome.answer, from, corrections);
      return true;
    }
    comeBack(name, outcome);
    return false;
  };

  const addBeside = async (from: LogSource) => {
    const reading: BesideState = { kind: 'reading', name: nameOf(from), source: from };
    edit({ beside: reading });
    const asked = await client.ask({ kind: 'beside', source: from });
    const beside = besideAnswered(from, asked);
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
    const isRead = await read(source, { ...corrections, ...change });
    if (isRead && (beside.kind === 'reading' || beside.kind === 'read'))
      await addBeside(beside.source);
  };

  /** Lines that came with a link, open at the cell that was chosen there. */
  const showShared = async (shared: SharedLines) => {
    if (!(await read({ kind: 'lines', lines: shared }, {}))) return;
    const told = shared.fields.findIndex((field) => field === 'completion' || field === 'text');
    const column = shared.at ? shared.fields.indexOf(shared.at.field) : Math.max(0, told);
    await lines.choose({ row: shared.at?.row ?? 0, column });
  };

  const follow = (link: ExplainerLink) => {
    linked = link;
    if (link.lines) return void showShared(link.lines);
    const corrections = correctionsIn(link);
    const arrangement = arrangementIn(link, state.get().view);
    // How another log is to be read says nothing of the sample: it waits for the reader's own.
    if (link.mode === 'example' && Object.keys(corrections).length > 0)
      void read({ kind: 'sample' }, corrections);
    else if (isArranged(arrangement)) void lines.show(arrangement);
  };

  const actions: LogActions = {
    open: (from) => read(from, correctionsIn(linked)),
    addBeside,
    follow,
    correct: (change) => void correct(change),
    cancel: () => client.cancel(),
    arrange: (change) => void lines.show({ ...state.get().arrangement, ...change }),
    choose: (chosen) => void lines.choose(chosen),
    showLine: (chosen) => void lines.showLine(chosen),
    needPage: (page) => void lines.needPage(page),
    dismiss: () => edit({ phase: { kind: 'idle' } }),
  };
  return { state, progress, actions };
}
