import { plainLink, type ExplainerLink } from '../../core/ds-client-log/explainer-link.ts';
import { failureNote } from './failure-words.ts';
import { arrangementIn, isArranged } from './log-link.ts';
import { starting, type SessionContext } from './session-context.ts';
import type { BesideState, LogState } from './log-state.ts';
import { nameOf, openedState } from './opened-state.ts';
import type { OwnLog } from './own-log.ts';
import type { Answers, LogSource, Opened } from './protocol.ts';
import type { Outcome } from './reader-desk.ts';
import type { Corrections } from './view.ts';

/** Does once more what a log was to be read for. */
export type Again = () => Promise<unknown>;

/** Which log is open, which is on its way, and what is there again when that one is stopped. */
export class LogReading {
  /** Where the open log came from. */
  source: LogSource = { kind: 'sample' };
  /** The link that this log and those opened after it are shown by. */
  linked: ExplainerLink = plainLink;
  /** The reader's own log that was opened last, also while it is still being read. */
  own: OwnLog | null = null;
  /** Lines of a link are on their way. */
  isReadingLines = false;
  readonly #context: SessionContext;
  #latest = 0;
  /** The reading that was begun last. */
  #last: Promise<unknown> | null = null;
  /** What was open before, once lines of a log are shown that is still being judged. */
  #before: LogState | null = null;

  constructor(context: SessionContext) {
    this.#context = context;
  }

  /** Reads a log; `again` does the whole of what it is read for once more. */
  read(from: LogSource, corrections: Corrections, again: Again): Promise<boolean> {
    const read = this.#read(from, corrections, again);
    this.#last = read;
    return read;
  }

  /** Stops reading, and ends once what was open before is there again. */
  async cancel(): Promise<void> {
    this.#context.client.cancel();
    await this.#last;
  }

  async #read(from: LogSource, corrections: Corrections, again: Again): Promise<boolean> {
    const { client, progress } = this.#context;
    const turn = (this.#latest += 1);
    const isLatest = () => turn === this.#latest;
    this.#begin(from);
    const outcome = await client.open(from, corrections, {
      onProgress: (step) => isLatest() && progress.set(step),
      onLines: (opened) => isLatest() && this.#showLines(opened, from, corrections),
    });
    // Another log was opened in the meantime: this one is nobody's business any more.
    if (!isLatest()) return false;
    this.isReadingLines = false;
    if (outcome.ok && outcome.answer.kind === 'opened') {
      await this.#settle(outcome.answer, from, corrections);
      return true;
    }
    this.#comeBack(nameOf(from), outcome, again);
    return false;
  }

  /** A second log came while lines of another log are shown: if that is stopped, the pair is there again. */
  keepBeside(reading: BesideState, beside: BesideState): void {
    if (this.#before?.beside === reading) this.#before = { ...this.#before, beside };
  }

  #begin(from: LogSource): void {
    const { progress, edit, warmUp } = this.#context;
    this.isReadingLines = from.kind === 'lines';
    this.#restore();
    progress.set(starting);
    edit({ phase: { kind: 'reading', name: nameOf(from) }, notRead: [] });
    void warmUp();
  }

  #showLines(opened: Opened, from: LogSource, corrections: Corrections): void {
    const { state, edit, lines } = this.#context;
    const before = state.get();
    this.#before ??= before;
    const { view, former } = before;
    edit({
      ...openedState(opened, from, corrections, this.own),
      // One that is read anew has made way for nothing.
      former: from === this.source ? former : { view, source: this.source },
    });
    lines.reset();
  }

  #restore(): void {
    const { state, lines } = this.#context;
    if (!this.#before) return;
    state.set({ ...this.#before, late: state.get().late });
    this.#before = null;
    lines.reset();
  }

  async #settle(opened: Opened, from: LogSource, corrections: Corrections): Promise<void> {
    const { state, edit, lines } = this.#context;
    const { columns } = state.get().view;
    // Its lines are shown already, arranged as the reader of the page likes: only findings are new.
    if (this.#before) edit({ view: { ...opened.view, columns } });
    else this.#showLines(opened, from, corrections);
    this.#before = null;
    this.source = from;
    if (this.own?.source === from) this.own = { ...this.own, corrections };
    edit({ phase: { kind: 'read', name: opened.view.name, lines: opened.view.rowCount } });
    const arrangement = arrangementIn(this.linked, opened.view);
    if (isArranged(arrangement) && !isArranged(state.get().arrangement))
      await lines.show(arrangement);
  }

  #comeBack(name: string, outcome: Outcome<Answers['open']>, again: Again): void {
    const { edit, lines } = this.#context;
    this.#restore();
    const refused = outcome.ok && outcome.answer.kind === 'refused' ? outcome.answer : null;
    const notes = refused?.notes ?? (outcome.ok ? [] : [failureNote(outcome.failure)]);
    const failure = outcome.ok ? null : outcome.failure.kind;
    edit({
      phase: {
        kind: 'failed',
        name,
        notes,
        isStopped: failure === 'cancelled',
        again: failure === 'not-started' ? again : null,
      },
    });
    void lines.explainAgain();
  }
}
