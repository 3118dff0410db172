import type { LateParts } from './late-parts.ts';
import type { Answers, LogSource, Question } from './protocol.ts';
import type { Meanwhile, Outcome } from './reader-desk.ts';
import { loadParts, type ReaderAddresses, type ReaderParts } from './reader-load.ts';
import type { ReaderRoom } from './reader-room.ts';
import { Stoppable } from './stoppable.ts';
import type { Corrections } from './view.ts';

export interface ReaderClient {
  /** Fetches what reading needs, once; afterwards the network may be cut. Null when it does not come. */
  warmUp(): Promise<LateParts | null>;
  /**
   * Reads a log in a worker of its own. The log that is open stays open unless this succeeds. Once
   * `onLines` was called, questions are about the new log, until this fails or is cancelled.
   */
  open(
    source: LogSource,
    corrections: Corrections,
    meanwhile: Meanwhile,
  ): Promise<Outcome<Answers['open']>>;
  cancel(): void;
  ask<Kind extends Exclude<Question['kind'], 'open'>>(
    question: Extract<Question, { readonly kind: Kind }>,
    meanwhile?: Meanwhile,
  ): Promise<Outcome<Answers[Kind]>>;
  /** Gives up the second log that is being read; what was linked before stays. */
  stopBeside(): void;
}

const cancelled = { ok: false, failure: { kind: 'cancelled' } } as const;
const notStarted = (error: unknown) =>
  ({ ok: false, failure: { kind: 'not-started', message: String(error) } }) as const;

/** Passes everything on to the reader's room, whose code it fetches when it is first needed. */
class Client implements ReaderClient {
  readonly #fetchParts: () => Promise<ReaderParts>;
  #parts: Promise<ReaderParts> | null = null;
  /** One for good: it knows which log is open. */
  #room: ReaderRoom | null = null;
  /** A log that waits for the code which reads it. */
  #waiting: Stoppable | null = null;

  constructor(fetchParts: () => Promise<ReaderParts>) {
    this.#fetchParts = fetchParts;
  }

  warmUp(): Promise<LateParts | null> {
    return this.#load().then(
      ({ late }) => late,
      () => null,
    );
  }

  async open(
    source: LogSource,
    corrections: Corrections,
    meanwhile: Meanwhile,
  ): Promise<Outcome<Answers['open']>> {
    this.cancel();
    const waiting = new Stoppable();
    this.#waiting = waiting;
    let parts: ReaderParts | null;
    try {
      parts = await Promise.race([this.#load(), waiting.stopped]);
    } catch (error) {
      return notStarted(error);
    }
    if (parts === null || waiting.isStopped) return cancelled;
    return this.#roomFor(parts).open(parts, source, corrections, meanwhile);
  }

  cancel(): void {
    this.#waiting?.stop();
    this.#room?.cancel();
  }

  async ask<Kind extends Exclude<Question['kind'], 'open'>>(
    question: Extract<Question, { readonly kind: Kind }>,
    meanwhile: Meanwhile = {},
  ): Promise<Outcome<Answers[Kind]>> {
    let room: ReaderRoom;
    try {
      room = this.#room ?? this.#roomFor(await this.#load());
    } catch (error) {
      return notStarted(error);
    }
    return room.ask(question, meanwhile);
  }

  stopBeside(): void {
    this.#room?.stopBeside();
  }

  #roomFor(parts: ReaderParts): ReaderRoom {
    this.#room ??= parts.openRoom(parts);
    return this.#room;
  }

  #load(): Promise<ReaderParts> {
    if (this.#parts) return this.#parts;
    const parts = this.#fetchParts();
    this.#parts = parts;
    // What did not come is asked for again the next time.
    const forget = () => {
      if (this.#parts === parts) this.#parts = null;
    };
    parts.then(({ lacksCatalogue }) => lacksCatalogue && forget(), forget);
    return parts;
  }
}

/** A client of a reader at `addresses`; nothing is fetched before it is needed. */
export const readerClient = (addresses: ReaderAddresses): ReaderClient =>
  clientOf(() => loadParts(addresses));

/** A client of a reader whose parts come from elsewhere; `fetchParts` is called again when it rejects. */
export const clientOf = (fetchParts: () => Promise<ReaderParts>): ReaderClient =>
  new Client(fetchParts);
