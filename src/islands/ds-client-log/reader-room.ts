import type { Answers, LogSource, Question } from './protocol.ts';
import { ReaderDesk, type Meanwhile, type Outcome, type ReaderFailure } from './reader-desk.ts';
import type { ReaderParts } from './reader-load.ts';
import { PendingLog, Stoppable } from './stoppable.ts';
import { wholeLog, type Arrangement, type Corrections } from './view.ts';

/** A worker that takes longer than this is stopped: a log of a million rows needs about ten seconds. */
const openSecondsMax = 90;
const askSecondsMax = 20;

/** What lies on the desk of an open log, so that a worker that was lost can be replaced. */
interface Laid {
  readonly source: LogSource;
  readonly corrections: Corrections;
  arrangement: Arrangement;
  /** The second log that was linked with it. */
  beside: LogSource | null;
}

interface Standing {
  readonly desk: ReaderDesk;
  readonly laid: Laid;
}

const failed = (failure: ReaderFailure) => ({ ok: false, failure }) as const;

/** What a desk is set up from. */
type DeskParts = Pick<ReaderParts, 'start' | 'catalogue'>;

/** The desks of a page: the one at which a log is open, and those at which one is being opened. */
export class ReaderRoom {
  #parts: DeskParts;
  #current: Standing | null = null;
  /** The log that was open before the lines of the one being opened took its place. */
  #before: Standing | null = null;
  #pending: PendingLog | null = null;
  /** The second log that is being linked with the open one. */
  #linking: Stoppable | null = null;
  // The page was built with the sample explained; the first question lays it down for good.
  #laid: Laid = {
    source: { kind: 'sample' },
    corrections: {},
    arrangement: wholeLog,
    beside: null,
  };
  #replacing: Promise<Outcome<Standing>> | null = null;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  /** Reads a log at a desk of its own, set up from `parts`. See {@link ReaderClient.open}. */
  async open(
    parts: DeskParts,
    source: LogSource,
    corrections: Corrections,
    meanwhile: Meanwhile,
  ): Promise<Outcome<Answers['open']>> {
    this.cancel();
    this.#parts = parts;
    const laid: Laid = { source, corrections, arrangement: wholeLog, beside: null };
    const pending = new PendingLog();
    this.#pending = pending;
    const outcome = await this.#lay(laid, pending, {
      ...meanwhile,
      onLines: (opened) => {
        this.#take(pending, laid);
        meanwhile.onLines?.(opened);
      },
    });
    if (pending.isStopped) return failed({ kind: 'cancelled' });
    if (outcome.ok && outcome.answer.kind === 'opened') {
      this.#take(pending, laid);
      this.#before?.desk.stop({ kind: 'cancelled' });
      this.#before = null;
      this.#laid = laid;
      this.#pending = null;
    } else this.cancel();
    return outcome;
  }

  /** Gives up the log that is being opened; the one that was open before is open again. */
  cancel(): void {
    const desk = this.#pending?.desk;
    this.#pending?.stop();
    this.#pending = null;
    if (!desk || this.#current?.desk !== desk) return;
    this.#current = this.#before;
    this.#before = null;
  }

  /** Puts a question about the open log; the desk is set up anew where its worker was lost. */
  async ask<Kind extends Exclude<Question['kind'], 'open'>>(
    question: Extract<Question, { readonly kind: Kind }>,
    meanwhile: Meanwhile,
  ): Promise<Outcome<Answers[Kind]>> {
    const asked: Question = question;
    const linking = asked.kind === 'beside' ? new Stoppable() : null;
    if (linking) this.#linking = linking;
    const outcome = this.#put(question, meanwhile, linking);
    const answered = await (linking ? Promise.race([outcome, linking.stopped]) : outcome);
    return answered ?? failed({ kind: 'cancelled' });
  }

  /** Gives up the second log that is being read; what was linked before stays. */
  stopBeside(): void {
    this.#linking?.stop();
    // What the worker does of it until it hears this is lost, and nothing else.
    void this.#current?.desk.ask({ kind: 'stop-beside' }, askSecondsMax);
  }

  async #put<Kind extends Exclude<Question['kind'], 'open'>>(
    question: Extract<Question, { readonly kind: Kind }>,
    meanwhile: Meanwhile,
    linking: Stoppable | null,
  ): Promise<Outcome<Answers[Kind]>> {
    const standing = await this.#standing();
    if (!standing.ok) return standing;
    if (linking?.isStopped) return failed({ kind: 'cancelled' });
    const { desk, laid } = standing.answer;
    const asked: Question = question;
    const secondsMax = asked.kind === 'beside' ? openSecondsMax : askSecondsMax;
    const outcome = await desk.ask(question, secondsMax, meanwhile);
    if (!outcome.ok) return outcome;
    // A worker that was lost over a question is not to be replaced by one that is asked it again.
    if (asked.kind === 'arrange') laid.arrangement = asked.arrangement;
    if (asked.kind === 'beside' && 'view' in outcome.answer) {
      // Stopped when the answer was on its way already: a worker that has linked it must not go on.
      if (linking?.isStopped) desk.stop({ kind: 'cancelled' });
      else laid.beside = asked.source;
    }
    return outcome;
  }

  #take({ desk }: PendingLog, laid: Laid): void {
    if (!desk || this.#current?.desk === desk) return;
    this.#before = this.#current;
    this.#current = { desk, laid };
  }

  /** Reads a log on a new desk. */
  #lay(
    { source, corrections }: Laid,
    pending: PendingLog,
    meanwhile: Meanwhile,
  ): Promise<Outcome<Answers['open']>> {
    const { start, catalogue } = this.#parts;
    try {
      pending.desk = new ReaderDesk(start());
    } catch (error) {
      return Promise.resolve(failed({ kind: 'fault', message: String(error) }));
    }
    const question = { kind: 'open', source, corrections, catalogue } as const;
    return pending.desk.ask(question, openSecondsMax, meanwhile);
  }

  /** The desk of the open log: a new one where there was none yet, or where its worker was stopped. */
  async #standing(): Promise<Outcome<Standing>> {
    const standing = () => (this.#current?.desk.isStopped ? null : this.#current);
    const ready = standing();
    if (ready) return { ok: true, answer: ready };
    this.#replacing ??= this.#replace();
    const outcome = await this.#replacing;
    this.#replacing = null;
    // A log that was opened meanwhile is the one that is meant.
    const opened = standing();
    if (opened) {
      if (outcome.ok && outcome.answer !== opened) outcome.answer.desk.stop({ kind: 'cancelled' });
      return { ok: true, answer: opened };
    }
    if (outcome.ok) this.#current = outcome.answer;
    return outcome;
  }

  async #replace(): Promise<Outcome<Standing>> {
    const laid = this.#laid;
    const pending = new PendingLog();
    const outcome = await this.#lay(laid, pending, {});
    if (!outcome.ok) return outcome;
    const { desk } = pending;
    if (!desk || outcome.answer.kind === 'refused')
      return failed({ kind: 'fault', message: 'No log is open.' });
    const { arrangement, beside } = laid;
    if (arrangement !== wholeLog) await desk.ask({ kind: 'arrange', arrangement }, askSecondsMax);
    if (beside) await desk.ask({ kind: 'beside', source: beside }, openSecondsMax);
    return { ok: true, answer: { desk, laid } };
  }
}
