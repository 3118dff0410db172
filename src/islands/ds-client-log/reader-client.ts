import type { Answered, Answers, Catalogue, LogSource, Question } from './protocol.ts';
import { readerReady } from './reader-ready.ts';
import type { Corrections } from './view.ts';

/** A worker that takes longer than this is stopped: a log of a million rows needs about ten seconds. */
const openSecondsMax = 90;
const askSecondsMax = 20;

export type ReaderFailure =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'too-slow'; readonly seconds: number }
  | { readonly kind: 'not-started'; readonly message: string }
  | { readonly kind: 'fault'; readonly message: string };

export type Outcome<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly failure: ReaderFailure };

/** Where the build put the reader's code and the catalogue. */
export interface ReaderAddresses {
  readonly reader: string;
  readonly catalogue: string;
}

interface Parts {
  readonly start: () => Worker;
  readonly catalogue: Catalogue;
}

const noCatalogue: Catalogue = { columns: [], messages: [] };

async function loadReader(address: string): Promise<() => Worker> {
  const constructed = new Promise<new () => Worker>((resolve) => {
    document.addEventListener(
      readerReady,
      (event) => resolve((event as CustomEvent<new () => Worker>).detail),
      { once: true },
    );
  });
  await import(/* @vite-ignore */ address);
  const Reader = await constructed;
  return () => new Reader();
}

async function loadCatalogue(address: string): Promise<Catalogue> {
  try {
    const module: { readonly catalogue: Catalogue } = await import(/* @vite-ignore */ address);
    return module.catalogue;
  } catch {
    // Without the catalogue a log is still read; completion states are then named and not explained.
    return noCatalogue;
  }
}

/** One worker and the questions it has not answered yet. */
class Desk {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (message: Answered | ReaderFailure) => void>();
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

  stop(failure: ReaderFailure): void {
    this.#worker.terminate();
    for (const settle of this.#waiting.values()) settle(failure);
    this.#waiting.clear();
  }

  ask<Kind extends Question['kind']>(
    question: Extract<Question, { readonly kind: Kind }>,
    secondsMax: number,
    onProgress: (stage: string) => void = () => undefined,
  ): Promise<Outcome<Answers[Kind]>> {
    const id = (this.#last += 1);
    return new Promise((resolve) => {
      const limit = setTimeout(
        () => this.stop({ kind: 'too-slow', seconds: secondsMax }),
        secondsMax * 1000,
      );
      this.#waiting.set(id, (message) => {
        if (message.kind === 'progress') return onProgress(message.stage);
        clearTimeout(limit);
        this.#waiting.delete(id);
        if (message.kind === 'answer') {
          resolve({ ok: true, answer: message.answer as Answers[Kind] });
        } else {
          const failure: ReaderFailure =
            message.kind === 'fault' ? { kind: 'fault', message: message.message } : message;
          resolve({ ok: false, failure });
        }
      });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker takes no origin
      this.#worker.postMessage({ id, question });
    });
  }
}

export interface ReaderClient {
  /** Fetches what reading needs, once; afterwards the network may be cut. */
  warmUp(): Promise<boolean>;
  /** Reads a log in a worker of its own. The log that is open stays open unless this succeeds. */
  open(
    source: LogSource,
    corrections: Corrections,
    onProgress: (stage: string) => void,
  ): Promise<Outcome<Answers['open']>>;
  cancel(): void;
  ask<Kind extends Exclude<Question['kind'], 'open'>>(
    question: Extract<Question, { readonly kind: Kind }>,
  ): Promise<Outcome<Answers[Kind]>>;
}

export function readerClient(addresses: ReaderAddresses): ReaderClient {
  let parts: Promise<Parts> | null = null;
  let current: Desk | null = null;
  let opening: Desk | null = null;
  let sample: Promise<Outcome<Answers['open']>> | null = null;

  const load = (): Promise<Parts> => {
    parts ??= Promise.all([loadReader(addresses.reader), loadCatalogue(addresses.catalogue)]).then(
      ([start, catalogue]) => ({ start, catalogue }),
    );
    // A failed load is tried again the next time.
    parts.catch(() => (parts = null));
    return parts;
  };

  const open: ReaderClient['open'] = async (source, corrections, onProgress) => {
    opening?.stop({ kind: 'cancelled' });
    let loaded: Parts;
    try {
      loaded = await load();
    } catch (error) {
      return { ok: false, failure: { kind: 'not-started', message: String(error) } };
    }
    let desk: Desk;
    try {
      desk = new Desk(loaded.start());
    } catch (error) {
      return { ok: false, failure: { kind: 'fault', message: String(error) } };
    }
    opening = desk;
    const { catalogue } = loaded;
    const question = { kind: 'open', source, corrections, catalogue } as const;
    const outcome = await desk.ask(question, openSecondsMax, onProgress);
    if (opening === desk) opening = null;
    if (outcome.ok && outcome.answer.kind === 'opened') {
      current?.stop({ kind: 'cancelled' });
      current = desk;
    } else desk.stop({ kind: 'cancelled' });
    return outcome;
  };

  return {
    warmUp: () =>
      load().then(
        () => true,
        () => false,
      ),
    open,
    cancel: () => opening?.stop({ kind: 'cancelled' }),
    ask: async (question) => {
      if (!current) {
        // The page was built with the sample explained; the first question opens it for good.
        sample ??= open({ kind: 'sample' }, {}, () => undefined);
        const opened = await sample;
        sample = null;
        if (!opened.ok) return opened;
      }
      return current
        ? current.ask(question, askSecondsMax)
        : { ok: false, failure: { kind: 'fault', message: 'No log is open.' } };
    },
  };
}
