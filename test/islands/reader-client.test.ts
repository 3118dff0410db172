/** How the reader's code is fetched, and that no worker is left running. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Question } from '../../src/islands/ds-client-log/protocol.ts';
import { clientOf } from '../../src/islands/ds-client-log/reader-client.ts';
import { ReaderDesk } from '../../src/islands/ds-client-log/reader-desk.ts';
import { loadReader, type ReaderParts } from '../../src/islands/ds-client-log/reader-load.ts';
import { ReaderRoom } from '../../src/islands/ds-client-log/reader-room.ts';
import { readerReady } from '../../src/islands/ds-client-log/reader-ready.ts';
import { openedLog } from './fake-reader.ts';

const text = (name: string) => ({ kind: 'text', text: name }) as const;
const refused = { kind: 'refused', notes: [] };
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
  /** Every question, in the order in which they were put. */
  readonly kinds: string[] = [];
  #asked: { readonly id: number; readonly question: Question }[] = [];
  postMessage(message: { readonly id: number; readonly question: Question }) {
    this.#asked.push(message);
    this.kinds.push(message.question.kind);
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

const openRoom: ReaderParts['openRoom'] = (parts) => new ReaderRoom(parts);

/** A client whose workers answer when a test says so. */
function clientOfFakes() {
  const workers: FakeWorker[] = [];
  const start = () => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  };
  const parts = { start, openRoom, catalogue: {}, late: {} } as unknown as ReaderParts;
  return { workers, client: clientOf(async () => parts) };
}

/** The same with a log open, and the worker that holds it. */
async function openClient() {
  const { workers, client } = clientOfFakes();
  const opening = client.open(text('a log'), {}, {});
  await turn();
  const [worker] = workers;
  assert.ok(worker);
  worker.answer(openedLog('a log'));
  await opening;
  return { workers, client, worker };
}

test('a worker that replaces another is stopped when a log was opened meanwhile', async () => {
  const { workers, client } = clientOfFakes();
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
    (lacksCatalogue) =>
      ({ start: () => new FakeWorker(), catalogue: {}, late: {}, lacksCatalogue }) as unknown,
  );
  let count = 0;
  const client = clientOf(async () => fetched[count++] as ReaderParts);
  await client.warmUp();
  await client.warmUp();
  await client.warmUp();
  assert.equal(count, 2);
});

describe('a second log', () => {
  test('that is refused is not asked for again when the worker is replaced', async () => {
    const { workers, client, worker } = await openClient();
    const asked = client.ask({ kind: 'beside', source: text('a picture') });
    await turn();
    worker.answer(refused);
    await asked;
    worker.dispatchEvent(new Event('error'));
    void client.ask({ kind: 'rows', from: 0, to: 1 });
    await turn();
    workers[1]?.answer(openedLog('a log'));
    await turn();
    assert.deepEqual(workers[1]?.kinds, ['open', 'rows']);
    workers[1]?.dispatchEvent(new Event('error')); // no clock runs on
  });

  test('is stopped at once, and the worker is told and stays', async () => {
    const { client, worker } = await openClient();
    const asked = client.ask({ kind: 'beside', source: text('events') });
    await turn();
    client.stopBeside();
    assert.deepEqual(await asked, { ok: false, failure: { kind: 'cancelled' } });
    assert.deepEqual(worker.kinds, ['open', 'beside', 'stop-beside']);
    assert.ok(!worker.isTerminated);
    worker.dispatchEvent(new Event('error')); // no clock runs on
  });

  test('does not make a question that waits behind it one that takes too long', async ({
    mock,
  }) => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const worker = new FakeWorker();
    const desk = new ReaderDesk(worker as unknown as Worker);
    void desk.ask({ kind: 'beside', source: text('events') }, 90);
    void desk.ask({ kind: 'rows', from: 0, to: 1 }, 20);
    mock.timers.tick(80_000);
    assert.ok(!worker.isTerminated);
    worker.answer(refused);
    mock.timers.tick(19_000);
    assert.ok(!worker.isTerminated, 'its own time has just begun');
    mock.timers.tick(2000);
    assert.ok(worker.isTerminated);
  });
});
