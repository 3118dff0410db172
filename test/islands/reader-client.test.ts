/** How the reader's code is fetched, and that no worker is left running. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Question } from '../../src/islands/ds-client-log/protocol.ts';
import { clientOf } from '../../src/islands/ds-client-log/reader-client.ts';
import { loadReader, type ReaderParts } from '../../src/islands/ds-client-log/reader-load.ts';
import { readerReady } from '../../src/islands/ds-client-log/reader-ready.ts';
import { openedLog } from './fake-reader.ts';

const turn = () => new Promise((resolve) => setTimeout(resolve));

test('the reader is there at the second try, though its code is evaluated once', async () => {
  Object.defineProperty(globalThis, 'document', { value: new EventTarget(), configurable: true });
  const address = `data:text/javascript,document.dispatchEvent(new CustomEvent('${readerReady}', { detail: Object }))`;
  assert.ok((await loadReader(address))());
  const again = await Promise.race([loadReader(address), turn()]);
  assert.ok(typeof again === 'function' && again() instanceof Object);
});

test('a reader that hands nothing over is a failure, and not a wait without end', async () => {
  await assert.rejects(loadReader('data:text/javascript,export {}'));
});

class FakeWorker extends EventTarget {
  isTerminated = false;
  #asked: { readonly id: number; readonly question: Question }[] = [];
  postMessage(message: { readonly id: number; readonly question: Question }) {
    this.#asked.push(message);
  }
  terminate() {
    this.isTerminated = true;
  }
  /** Answers the question that was put first. */
  answer(answer: unknown) {
    const { id } = this.#asked.shift() ?? { id: 0 };
    this.dispatchEvent(new MessageEvent('message', { data: { kind: 'answer', id, answer } }));
  }
}

test('a worker that replaces another is stopped when a log was opened meanwhile', async () => {
  const workers: FakeWorker[] = [];
  const start = () => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  };
  const parts = { start, catalogue: {}, late: {} } as unknown as ReaderParts;
  const client = clientOf(async () => parts);
  const rows = client.ask({ kind: 'rows', from: 0, to: 1 });
  await turn();
  const opening = client.open({ kind: 'text', text: 'a log' }, {}, {});
  await turn();
  const [replacing, opened] = workers;
  opened?.answer(openedLog('a log'));
  assert.ok((await opening).ok);
  replacing?.answer(openedLog('the sample'));
  await turn();
  opened?.answer({ rows: [] });
  assert.ok((await rows).ok);
  assert.deepEqual(
    workers.map(({ isTerminated }) => isTerminated),
    [true, false],
  );
});

test('a log is stopped at once, though the code that reads it has not come', async () => {
  const client = clientOf(() => new Promise(() => {}));
  const opening = client.open({ kind: 'text', text: 'a log' }, {}, {});
  await turn();
  client.cancel();
  const outcome = await Promise.race([opening, turn()]);
  assert.deepEqual(outcome, { ok: false, failure: { kind: 'cancelled' } });
});

test('parts without a catalogue serve for one log, and are fetched anew for the next', async () => {
  const fetched = [true, false, false].map(
    (isPoor) => ({ start: () => new FakeWorker(), catalogue: {}, late: {}, isPoor }) as unknown,
  );
  let count = 0;
  const client = clientOf(async () => fetched[count++] as ReaderParts);
  await client.warmUp();
  await client.warmUp();
  await client.warmUp();
  assert.equal(count, 2);
});
