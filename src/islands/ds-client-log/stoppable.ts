import type { ReaderDesk } from './reader-desk.ts';

/** What a person may stop. */
export class Stoppable {
  isStopped = false;
  #tell: (stopped: null) => void = () => {};
  /** Comes when it is stopped, for who waits for something that may never come. */
  readonly stopped = new Promise<null>((resolve) => (this.#tell = resolve));

  stop(): void {
    this.isStopped = true;
    this.#tell(null);
  }
}

/** A log on its way to the desk. */
export class PendingLog extends Stoppable {
  desk: ReaderDesk | null = null;

  override stop(): void {
    super.stop();
    this.desk?.stop({ kind: 'cancelled' });
  }
}
