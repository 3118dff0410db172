/** The numbers of one line, typed in by hand, when no answer comes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noValues, useNumbers } from '../../src/islands/ds-client-log/use-numbers.ts';
import type { ExplanationView } from '../../src/islands/ds-client-log/view.ts';
import { answered, fakeReader, last, lost } from './fake-reader.ts';
import { runningHook, turn } from './running-hook.ts';

test('numbers that get no answer do not keep the sentences of those before', async () => {
  const { client, waiting } = fakeReader();
  const hook = await runningHook(() => useNumbers(client, () => {}), null);
  const said = [{ title: 'for 1000' }] as unknown as readonly ExplanationView[];
  hook.now().changeNumbers({ online: '1000' });
  last(waiting, 'numbers').answer(answered({ explanations: said, values: noValues }));
  await turn();
  assert.deepEqual(hook.now().explanations, said);
  hook.now().changeNumbers({ online: '2000' });
  last(waiting, 'numbers').answer(lost);
  await turn();
  assert.deepEqual([hook.now().numbers.online, hook.now().explanations], ['2000', []]);
  hook.end();
});
