import type { ExplainerLink } from '../../core/ds-client-log/explainer-link.ts';
import type { SharedLines } from '../../core/ds-client-log/shared-lines.ts';
import { arrangementIn, correctionsIn, isArranged, isCorrected } from './log-link.ts';
import { starting, type SessionContext } from './session-context.ts';
import type { LogReading } from './log-reading.ts';
import { besideAnswered, besideReading } from './opened-state.ts';
import { besideIn, ownFrom, type OwnLog } from './own-log.ts';
import type { LogSource } from './protocol.ts';
import type { Corrections } from './view.ts';

const ownNone: OwnLog = { source: { kind: 'sample' }, corrections: {}, beside: null };

/** The ways in which a log, or a second one, comes to be shown. */
export class LogOpener {
  readonly #context: SessionContext;
  readonly #reading: LogReading;

  constructor(context: SessionContext, reading: LogReading) {
    this.#context = context;
    this.#reading = reading;
  }

  /** A log that the reader of the page brings, or asks for. */
  async open(from: LogSource): Promise<boolean> {
    const reading = this.#reading;
    const corrections = correctionsIn(reading.linked);
    const was = reading.own;
    reading.own = ownFrom(from, corrections);
    const isRead = await reading.read(from, corrections, () => this.open(from));
    const isFailed = this.#context.state.get().phase.kind === 'failed';
    // What could not be read, or was stopped, is no log to come back to.
    if (!isRead && reading.own?.source === from && isFailed) reading.own = was;
    return isRead;
  }

  /** A second log, to be linked with the one that is open. */
  async addBeside(from: LogSource): Promise<void> {
    const { state, client, besideProgress, edit, lines } = this.#context;
    const reading = besideReading(from, state.get().beside);
    besideProgress.set(starting);
    edit({ beside: reading });
    const asked = await client.ask(
      { kind: 'beside', source: from },
      { onProgress: (step) => state.get().beside === reading && besideProgress.set(step) },
    );
    const beside = besideAnswered(reading, asked);
    this.#reading.keepBeside(reading, beside);
    // Another log is open by now, or another second one was chosen.
    if (state.get().beside !== reading) return;
    edit({ beside });
    await lines.explainAgain();
  }

  /** Reads the log anew as corrected, and the second one after it: nobody waits for that. */
  async correct(change: Corrections): Promise<void> {
    const { corrections, ...shown } = this.#context.state.get();
    const beside = besideIn(shown);
    const wanted = { ...corrections, ...change };
    const { source } = this.#reading;
    const isRead = await this.#reading.read(source, wanted, () => this.correct(change));
    if (isRead && beside) void this.addBeside(beside);
  }

  /**
   * The reader's own log, or else the sample, in place of lines that came with a link. It is shown once it
   * is read, and the address says so then: the second one may take its time.
   */
  async showOwn(wanted: Corrections): Promise<void> {
    const { source, corrections, beside } = this.#reading.own ?? ownNone;
    const read = { ...corrections, ...wanted };
    const isRead = await this.#reading.read(source, read, () => this.showOwn(wanted));
    if (isRead && beside) void this.addBeside(beside);
  }

  /** Shows a log as a link says, this one and those opened after it. */
  follow(link: ExplainerLink): void {
    this.#reading.linked = link;
    // What is to be said of a link comes late, and so does what reads a log.
    void this.#context.warmUp();
    if (link.lines) void this.#showShared(link.lines);
    else this.#showAs(link);
  }

  /** What a link without lines says of the log that is shown, or is to be. */
  #showAs(link: ExplainerLink): void {
    const { own, source, isReadingLines } = this.#reading;
    const { view, isSample, ...shown } = this.#context.state.get();
    // How another log is to be read says nothing of the sample: it waits for the reader's own.
    const isMeant = own !== null || link.mode === 'example';
    const wanted = isMeant ? correctionsIn(link) : {};
    const arrangement = arrangementIn(link, view);
    const isOwnHidden = own !== null && own.source !== source;
    if (shown.lines || isReadingLines || isOwnHidden) void this.showOwn(wanted);
    else if (isSample && (isCorrected(wanted) || isCorrected(shown.corrections)))
      void this.#showSample(wanted);
    else if (isCorrected(wanted)) void this.correct(wanted);
    else if (isArranged(arrangement) || isArranged(shown.arrangement))
      void this.#context.lines.show(arrangement);
  }

  async #showSample(wanted: Corrections): Promise<void> {
    await this.#reading.read({ kind: 'sample' }, wanted, () => this.#showSample(wanted));
  }

  /** Lines that came with a link, open at the cell that was chosen there. */
  async #showShared(shared: SharedLines): Promise<void> {
    const { state, lines } = this.#context;
    const reading = this.#reading;
    const { own } = reading;
    if (own && reading.source === own.source)
      reading.own = { ...own, beside: besideIn(state.get()) };
    const again = () => this.#showShared(shared);
    if (!(await reading.read({ kind: 'lines', lines: shared }, {}, again))) return;
    const told = shared.fields.findIndex((field) => field === 'completion' || field === 'text');
    const column = shared.at ? shared.fields.indexOf(shared.at.field) : Math.max(0, told);
    await lines.choose({ row: shared.at?.row ?? 0, column });
  }
}
