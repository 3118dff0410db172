/** The lines of a log when a question about them fails. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { logLines } from '../../src/islands/ds-client-log/log-lines.ts';
import { firstState } from '../../src/islands/ds-client-log/log-state.ts';
import { storeOf } from '../../src/islands/ds-client-log/store.ts';
import { wholeLog } from '../../src/islands/ds-client-log/view.ts';
import { answered, fakeReader, firstLog, last, lost, row } from './fake-reader.ts';

const sorted = { ...wholeLog, sorting: { by: 1, descending: true } };

function opened() {
  const { client, waiting } = fakeReader();
  const store = storeOf(firstState(firstLog));
  const lines = logLines(store, client);
  lines.reset();
  const count = () => waiting.filter(({ question }) => question.kind === 'rows').length;
  return { store, lines, waiting, count };
}

describe('a failed question', () => {
  test('for a page is put again, and an answered one is not', async () => {
    const { store, lines, waiting, count } = opened();
    for (const outcome of [lost, answered({ rows: [row(9)] })]) {
      const asked = lines.needPage(3);
      last(waiting, 'rows').answer(outcome);
      await asked;
    }
    assert.equal(count(), 2);
    assert.deepEqual(store.get().pages.get(3), [row(9)]);
    await lines.needPage(3);
    assert.equal(count(), 2);
  });

  test('for what a cell says leaves nothing that was said of another cell', async () => {
    const { store, lines, waiting } = opened();
    assert.notEqual(store.get().explanation, null);
    const chosen = { row: 1, column: 2 };
    const asked = lines.choose(chosen);
    last(waiting, 'explain').answer(lost);
    await asked;
    assert.deepEqual([store.get().chosen, store.get().explanation], [chosen, null]);
  });

  test('for an order leaves the old order over the old lines, and says so', async () => {
    const { store, lines, waiting } = opened();
    const before = store.get();
    const asked = lines.show(sorted);
    assert.equal(store.get().arrangement, sorted);
    last(waiting, 'arrange').answer(lost);
    await asked;
    const { arrangement, pages, phase, notArranged } = store.get();
    assert.deepEqual([arrangement, pages], [before.arrangement, before.pages]);
    assert.equal(notArranged, sorted, 'it can be asked for again');
    assert.equal(phase, before.phase, 'what became of the file is still told');
    const again = lines.show(sorted);
    assert.equal(store.get().notArranged, null, 'a note that is told once more is told anew');
    last(waiting, 'arrange').answer(answered({ count: 1, rows: [row(5)] }));
    await again;
    assert.deepEqual([store.get().arrangement, store.get().notArranged], [sorted, null]);
  });

  test('for an order goes back to the last one that was answered', async () => {
    const { store, lines, waiting } = opened();
    for (const [arrangement, outcome] of [
      [sorted, answered({ count: 2, rows: [row(5)] })],
      [wholeLog, lost],
    ] as const) {
      const asked = lines.show(arrangement);
      last(waiting, 'arrange').answer(outcome);
      await asked;
    }
    assert.equal(store.get().arrangement, sorted);
    assert.deepEqual(store.get().pages.get(0), [row(5)]);
  });
});
