/** A second link that is opened in the same tab, and what becomes of a log that was open. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readPermalink } from '../../src/core/ds-client-log/permalink.ts';
import { logSession } from '../../src/islands/ds-client-log/log-session.ts';
import type { LogSource, Question } from '../../src/islands/ds-client-log/protocol.ts';
import {
  answered,
  besideView,
  fakeReader,
  firstLog,
  last,
  notStarted,
  openedLog,
} from './fake-reader.ts';

const pasted = (text: string): LogSource => ({ kind: 'text', text });
const turn = () => new Promise((resolve) => setTimeout(resolve));
const withLines = '#v=1&m=log&head=description,completion&line=5,Set.A,Disconnected';

function session() {
  const { client, waiting } = fakeReader();
  const { state, actions } = logSession(firstLog, client);
  /** The sources that were to be opened, in their order. */
  const opened = () =>
    waiting.flatMap(({ question }) => (question.kind === 'open' ? [question.source] : []));
  const answer = async (kind: Question['kind'], name: string) => {
    last(waiting, kind).answer(answered(openedLog(name)));
    await turn();
  };
  const follow = (fragment: string) => actions.follow(readPermalink(fragment).link);
  const open = async (source: LogSource, name: string) => {
    void actions.open(source);
    await answer('open', name);
  };
  return { state, actions, waiting, opened, answer, follow, open };
}

describe('a link with lines', () => {
  test('takes the place of an own log, says so, and gives it back as it was read', async () => {
    const { state, actions, waiting, opened, answer, follow, open } = session();
    const own = pasted('own');
    await open(own, 'own');
    actions.correct({ dateOrder: 'DMY' });
    await answer('open', 'own');
    const events = pasted('events');
    void actions.addBeside(events);
    last(waiting, 'beside').answer(answered({ kind: 'added', view: besideView('events') }));
    await turn();
    follow(withLines);
    await answer('open', 'lines');
    assert.equal(state.get().madeWay, 'pasted text');
    actions.reopen();
    await answer('open', 'own');
    assert.equal(opened().at(-1), own);
    const { question } = last(waiting, 'open');
    assert.deepEqual(question.kind === 'open' && question.corrections, { dateOrder: 'DMY' });
    const beside = last(waiting, 'beside').question;
    assert.ok(beside.kind === 'beside' && beside.source === events);
    assert.equal(state.get().madeWay, null);
  });

  test('is over once the own log is read, though its second log is still being linked', async () => {
    const { actions, waiting, answer, follow, open } = session();
    await open(pasted('own'), 'own');
    void actions.addBeside(pasted('long events'));
    follow(withLines);
    await answer('open', 'lines');
    const reopened = actions.reopen().then(() => 'the own log is shown');
    await answer('open', 'own');
    assert.equal(waiting.filter(({ question }) => question.kind === 'beside').length, 2);
    assert.equal(await Promise.race([reopened, turn()]), 'the own log is shown');
  });

  test('says so as well of a log that was still being read', async () => {
    const { state, actions, opened, answer, follow } = session();
    const own = pasted('own');
    void actions.open(own);
    follow(withLines);
    await answer('open', 'lines');
    assert.equal(state.get().madeWay, 'pasted text');
    actions.reopen();
    assert.equal(opened().at(-1), own);
  });

  test('has nothing to say where only the sample was open', async () => {
    const { state, answer, follow } = session();
    follow(withLines);
    await answer('open', 'lines');
    assert.equal(state.get().madeWay, null);
  });

  test('and one without after it bring back the own log, as Back does, or else the sample', async () => {
    const { opened, answer, follow, open } = session();
    const own = pasted('own');
    await open(own, 'own');
    follow(withLines);
    await answer('open', 'lines');
    follow('#v=1&m=log');
    assert.equal(opened().at(-1), own);

    const other = session();
    other.follow(withLines);
    await other.answer('open', 'lines');
    other.follow('');
    assert.equal(other.opened().at(-1)?.kind, 'sample');
  });

  test('that found no reader opens at its cell once the reader comes', async () => {
    const { state, waiting, answer, follow } = session();
    follow(`${withLines}&at=1.completion`);
    last(waiting, 'open').answer(notStarted);
    await turn();
    const { phase } = state.get();
    assert.ok(phase.kind === 'failed' && phase.again);
    phase.again();
    await answer('open', 'lines');
    const { question } = last(waiting, 'explain');
    assert.ok(question.kind === 'explain' && question.column === 1);
  });

  test('does not come late over the link that was opened after it', async () => {
    const { opened, follow } = session();
    follow(withLines);
    follow('#v=1&m=example');
    assert.equal(opened().at(-1)?.kind, 'sample');
  });
});

describe('a second link without lines', () => {
  test('shows the own log in its way, and keeps it open', async () => {
    const { state, waiting, opened, follow, open } = session();
    const own = pasted('own');
    await open(own, 'own');
    follow('#v=1&m=log&date=DMY');
    assert.equal(opened().at(-1), own);
    const { question } = last(waiting, 'open');
    assert.deepEqual(question.kind === 'open' && question.corrections, { dateOrder: 'DMY' });
    assert.equal(state.get().madeWay, null);
  });

  test('shows the sample as it says, and again as built when the next says nothing', async () => {
    const { waiting, answer, follow } = session();
    const corrections = () => {
      const { question } = last(waiting, 'open');
      return question.kind === 'open' ? question.corrections : null;
    };
    follow('#v=1&m=example&date=DMY');
    assert.deepEqual(corrections(), { dateOrder: 'DMY' });
    await answer('open', 'the sample');
    follow('#v=1&m=example');
    assert.deepEqual(corrections(), {});
  });
});
