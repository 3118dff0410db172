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

/** One worker and the questions it has not answered yet. */
export class ReaderDesk {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (message: Answered | ReaderFailure) => void>();
  #stopped: ReaderFailure | null = null;
  #last = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<Answered>) =>
      this.#waiting.get(data.id)?.(data),
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
    for (const settle of this.#waiting.values()) settle(failure);
    this.#waiting.clear();
  }

  /** Puts a question; a worker that takes longer than `secondsMax` is stopped for good. */
  ask<Kind extends Question['kind']>(
    question: Extract<Question, { readonly kind: Kind }>,
    secondsMax: number,
    meanwhile: Meanwhile = {},
  ): Promise<Outcome<Answers[Kind]>> {
    if (this.#stopped) return Promise.resolve({ ok: false, failure: this.#stopped });
    const id = (this.#last += 1);
    return new Promise((resolve) => {
      const limit = setTimeout(
        () => this.stop({ kind: 'too-slow', seconds: secondsMax }),
        secondsMax * 1000,
      );
      const end = (outcome: Outcome<Answers[Kind]>) => {
        clearTimeout(limit);
        this.#waiting.delete(id);
        resolve(outcome);
      };
      this.#waiting.set(id, (message) => {
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
      });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker takes no origin
      this.#worker.postMessage({ id, question });
    });
  }
}
