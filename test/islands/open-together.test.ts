/** Several files that come at once: what is opened, and what is said of the others. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { logSession } from '../../src/islands/ds-client-log/log-session.ts';
import type { Answers, LogSource } from '../../src/islands/ds-client-log/protocol.ts';
import {
  answered,
  besideView,
  fakeReader,
  firstLog,
  last,
  notStarted,
  openedLog,
} from './fake-reader.ts';

const turn = () => new Promise((resolve) => setTimeout(resolve));
const file = (name: string): LogSource => ({
  kind: 'file',
  file: Object.assign(new Blob(['']), { name }),
});
const refused = (text: string) =>
  answered({ kind: 'refused', notes: [{ severity: 'error', text }] } as Answers['open']);

function session() {
  const { client, waiting } = fakeReader();
  const { state, actions } = logSession(firstLog, client);
  const asked = () =>
    waiting.flatMap(({ question }) =>
      (question.kind === 'open' || question.kind === 'beside') && question.source.kind === 'file'
        ? [`${question.kind} ${question.source.file.name}`]
        : [],
    );
  const notRead = () => state.get().notRead.map(({ name, notes }) => [name, notes[0]?.text]);
  return { client, state, actions, waiting, asked, notRead };
}

describe('files that come at once', () => {
  test('are opened side by side', async () => {
    const { actions, waiting, asked, notRead } = session();
    void actions.openTogether([file('a'), file('b')]);
    last(waiting, 'open').answer(answered(openedLog('a')));
    await turn();
    assert.deepEqual(asked(), ['open a', 'beside b']);
    assert.deepEqual(notRead(), []);
  });

  test('lose none to one that cannot be read, which is told beside the other', async () => {
    const { state, actions, waiting, asked, notRead } = session();
    void actions.openTogether([file('picture'), file('b'), file('c')]);
    last(waiting, 'open').answer(refused('This is a picture.'));
    await turn();
    last(waiting, 'open').answer(answered(openedLog('b')));
    await turn();
    assert.deepEqual(asked(), ['open picture', 'open b', 'beside c']);
    assert.equal(state.get().phase.kind, 'read');
    assert.deepEqual(notRead(), [['picture', 'This is a picture.']]);
    actions.dismiss();
    assert.deepEqual(notRead(), []);
  });

  test('are all told when none can be read', async () => {
    const { state, actions, waiting, notRead } = session();
    void actions.openTogether([file('a'), file('b')]);
    last(waiting, 'open').answer(refused('A picture.'));
    await turn();
    last(waiting, 'open').answer(refused('A program.'));
    await turn();
    const { phase } = state.get();
    assert.ok(phase.kind === 'failed' && phase.name === 'b');
    assert.deepEqual(notRead(), [['a', 'A picture.']]);
  });

  test('are not opened one after another once the reader says stop', async () => {
    const { actions, asked } = session();
    void actions.openTogether([file('a'), file('b')]);
    actions.cancel();
    await turn();
    assert.deepEqual(asked(), ['open a']);
  });

  test('beyond two are named and not opened', async () => {
    const { actions, waiting, asked, notRead } = session();
    void actions.openTogether([file('a'), file('b'), file('c')]);
    last(waiting, 'open').answer(answered(openedLog('a')));
    await turn();
    last(waiting, 'beside').answer(answered({ kind: 'added', view: besideView('b') }));
    await turn();
    assert.deepEqual(asked(), ['open a', 'beside b']);
    assert.deepEqual(notRead(), [
      ['c', 'Two logs are shown together, no more. Open this one by itself.'],
    ]);
  });

  test('leave nothing to tell once another log is opened', async () => {
    const { actions, waiting, notRead } = session();
    void actions.openTogether([file('a'), file('b')]);
    last(waiting, 'open').answer(refused('A picture.'));
    await turn();
    last(waiting, 'open').answer(answered(openedLog('b')));
    await turn();
    void actions.open(file('c'));
    assert.deepEqual(notRead(), []);
  });

  test('wait together for a reader that did not come, and are asked for again together', async () => {
    const { state, actions, waiting, asked, notRead } = session();
    void actions.openTogether([file('picture'), file('a'), file('b')]);
    last(waiting, 'open').answer(refused('This is a picture.'));
    await turn();
    last(waiting, 'open').answer(notStarted);
    await turn();
    const { phase } = state.get();
    assert.ok(phase.kind === 'failed' && phase.name === 'a' && phase.again);
    phase.again();
    last(waiting, 'open').answer(answered(openedLog('a')));
    await turn();
    assert.deepEqual(asked(), ['open picture', 'open a', 'open a', 'beside b']);
    assert.deepEqual(notRead(), []);
  });
});
