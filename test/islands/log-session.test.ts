/** What a page keeps of two linked logs while a third is opened, stopped or corrected. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { LateParts } from '../../src/islands/ds-client-log/late-parts.ts';
import { logSession } from '../../src/islands/ds-client-log/log-session.ts';
import type { LogSource } from '../../src/islands/ds-client-log/protocol.ts';
import { answered, fakeReader, firstLog, last, lost, openedLog } from './fake-reader.ts';

const text = (name: string): LogSource => ({ kind: 'text', text: name });
const added = answered({
  kind: 'added',
  view: { name: 'events', summary: [], groups: [], groupsMore: 0, tasks: [], tasksMore: 0 },
});
const turn = () => new Promise((resolve) => setTimeout(resolve));

function session() {
  const { client, waiting } = fakeReader();
  const { state, besideProgress, actions } = logSession(firstLog, client);
  const count = (kind: string) => waiting.filter(({ question }) => question.kind === kind).length;
  return { state, besideProgress, actions, waiting, count };
}

test('parts that did not come are there once they are asked for again', async () => {
  const { client } = fakeReader();
  const parts = {} as LateParts;
  const answers = [null, parts];
  const warmUp = async () => answers.shift() ?? null;
  const { state, actions } = logSession(firstLog, { ...client, warmUp });
  await actions.warmUp();
  assert.equal(state.get().late, null);
  await actions.warmUp();
  assert.equal(state.get().late, parts);
});

describe('a second log', () => {
  for (const shown of ['before', 'after'] as const)
    test(`that comes while another is opened stays when that is stopped ${shown} its lines came`, async () => {
      const { state, actions, waiting } = session();
      void actions.addBeside(text('events'));
      void actions.open(text('another'));
      if (shown === 'after') last(waiting, 'open').meanwhile.onLines?.(openedLog('another'));
      last(waiting, 'beside').answer(added);
      await turn();
      actions.cancel();
      await turn();
      assert.equal(state.get().view.name, 'the sample');
      assert.equal(state.get().beside.kind, 'read');
    });

  test('that is refused leaves the one before in its place, and says why', async () => {
    const { state, actions, waiting } = session();
    void actions.addBeside(text('events'));
    last(waiting, 'beside').answer(added);
    await turn();
    void actions.addBeside(text('a picture'));
    last(waiting, 'beside').answer({
      ok: true,
      answer: { kind: 'refused', notes: [{ text: 'A picture is no log.' }] },
    } as typeof added);
    await turn();
    const { beside } = state.get();
    assert.ok(beside.kind === 'read');
    assert.deepEqual(
      beside.refused?.notes.map(({ text: told }) => told),
      ['A picture is no log.'],
    );
  });

  test('that is stopped leaves the one before in its place, and one chosen meanwhile too', async () => {
    const { state, besideProgress, actions, waiting } = session();
    void actions.addBeside(text('events'));
    last(waiting, 'beside').answer(added);
    await turn();
    void actions.addBeside(text('other events'));
    void actions.addBeside(text('long events'));
    const step = { stage: 'linking', share: 0.6, done: 6, total: 10 } as const;
    last(waiting, 'beside').meanwhile.onProgress?.(step);
    assert.deepEqual(besideProgress.get(), step);
    actions.stopBeside();
    await turn();
    const { beside } = state.get();
    assert.ok(beside.kind === 'read');
    assert.match(beside.refused?.notes[0]?.text ?? '', /Reading was stopped\./);
  });

  test('that comes after another was stopped is taken as well', async () => {
    const { state, actions, waiting } = session();
    void actions.addBeside(text('events'));
    void actions.open(text('another'));
    last(waiting, 'open').meanwhile.onLines?.(openedLog('another'));
    actions.cancel();
    await turn();
    assert.equal(state.get().beside.kind, 'reading');
    last(waiting, 'beside').answer(added);
    await turn();
    assert.equal(state.get().beside.kind, 'read');
  });

  test('is asked for again with a correction, though another log was stopped between', async () => {
    const { state, actions, waiting, count } = session();
    const events = text('events');
    void actions.addBeside(events);
    last(waiting, 'beside').answer(added);
    await turn();
    void actions.open(text('another'));
    actions.cancel();
    await turn();
    actions.correct({});
    last(waiting, 'open').answer(answered(openedLog('the sample')));
    await turn();
    assert.equal(count('beside'), 2);
    const { question } = last(waiting, 'beside');
    assert.ok(question.kind === 'beside' && question.source === events);
    last(waiting, 'beside').answer(added);
    await turn();
    assert.equal(state.get().beside.kind, 'read');
  });

  test('is not linked with another log that was opened meanwhile, nor asked for with it', async () => {
    const { state, actions, waiting, count } = session();
    void actions.addBeside(text('events'));
    void actions.open(text('another'));
    last(waiting, 'open').answer(answered(openedLog('another')));
    await turn();
    last(waiting, 'beside').answer(lost);
    await turn();
    assert.equal(state.get().beside.kind, 'none');
    actions.correct({});
    last(waiting, 'open').answer(answered(openedLog('another')));
    await turn();
    assert.equal(count('beside'), 1);
  });
});
