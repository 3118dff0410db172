import type { Answered, Answers, Opened, Progress, Question } from './protocol.ts';

export type ReaderFailure =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'too-slow'; readonly seconds: number }
  | { readonly kind: 'not-started'; readonly message: string }
  | { readonly kind: 'fault'; readonly message: string };

export type Outcome<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly failure: ReaderFailure };

/** What is told while a question is being worked on. */
export interface Meanwhile {
  readonly onProgress?: (progress: Progress) => void;
  /** The lines can be shown and asked about; what they say is still being worked out. */
  readonly onLines?: (opened: Opened) => void;
}

interface Waiting {
  readonly hear: (message: Answered | ReaderFailure) => void;
  /** Begins to count the time that the answer takes. */
  readonly startClock: () => void;
  readonly isReading: boolean;
}

/** One worker and the questions it has not answered yet. */
export class ReaderDesk {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #stopped: ReaderFailure | null = null;
  #last = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<Answered>) =>
      this.#waiting.get(data.id)?.hear(data),
    );
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.stop({ kind: 'fault', message: event.message || 'The reader could not run.' });
    });
  }

  get isStopped(): boolean {
    return this.#stopped !== null;
  }

  stop(failure: ReaderFailure): void {
    this.#stopped ??= failure;
    this.#worker.terminate();
    for (const { hear } of this.#waiting.values()) hear(failure);
    this.#waiting.clear();
  }

  get #isReading(): boolean {
    return [...this.#waiting.values()].some(({ isReading }) => isReading);
  }

  /**
   * Puts a question; a worker that takes longer than `secondsMax` is stopped for good. The time that a
   * question waits behind a log that is being read is not its own.
   */
  ask<Kind extends Question['kind']>(
    question: Extract<Question, { readonly kind: Kind }>,
    secondsMax: number,
    meanwhile: Meanwhile = {},
  ): Promise<Outcome<Answers[Kind]>> {
    if (this.#stopped) return Promise.resolve({ ok: false, failure: this.#stopped });
    const id = (this.#last += 1);
    return new Promise((resolve) => {
      let limit: ReturnType<typeof setTimeout> | undefined;
      const startClock = () => {
        limit ??= setTimeout(
          () => this.stop({ kind: 'too-slow', seconds: secondsMax }),
          secondsMax * 1000,
        );
      };
      const end = (outcome: Outcome<Answers[Kind]>) => {
        clearTimeout(limit);
        this.#waiting.delete(id);
        if (isReading && !this.#isReading)
          for (const waiting of this.#waiting.values()) waiting.startClock();
        resolve(outcome);
      };
      const hear = (message: Answered | ReaderFailure) => {
        switch (message.kind) {
          case 'progress':
            return meanwhile.onProgress?.(message.progress);
          case 'lines':
            return meanwhile.onLines?.(message.opened);
          case 'answer':
            return end({ ok: true, answer: message.answer as Answers[Kind] });
          default:
            return end({ ok: false, failure: message });
        }
      };
      const isReading = question.kind === 'open' || question.kind === 'beside';
      if (isReading || !this.#isReading) startClock();
      this.#waiting.set(id, { hear, startClock, isReading });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker takes no origin
      this.#worker.postMessage({ id, question });
    });
  }
}
