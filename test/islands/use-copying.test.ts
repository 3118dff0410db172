/** What the explainer says of texts that are copied one after the other. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { useCopying } from '../../src/islands/ds-client-log/use-copying.ts';
import { runningHook, turn } from './running-hook.ts';

type Write = PromiseWithResolvers<void>;

const writes: Write[] = [];
Object.defineProperty(globalThis, 'navigator', {
  value: {
    clipboard: {
      writeText: () => {
        const write = Promise.withResolvers<void>();
        writes.push(write);
        return write.promise;
      },
    },
  },
});

/** The hook, and the next write to the clipboard once `copy` was called. */
async function copying() {
  const madeOf: readonly unknown[] = [];
  const hook = await runningHook(() => useCopying(madeOf), null);
  const press = (what: string): Write => {
    void hook.now().copy(what, `${what} as text`);
    return writes.at(-1)!;
  };
  return { hook, press };
}

describe('only the last press counts', () => {
  test('an earlier copy that is refused late does not take the message of the last one away', async () => {
    const { hook, press } = await copying();
    const [first, second] = [press('Reply'), press('Lines')];
    second.resolve();
    await turn();
    first.reject(new Error('refused'));
    await turn();
    assert.deepEqual(hook.now().copied, { kind: 'copied', what: 'Lines' });
    hook.end();
  });

  test('nor does it answer a question that was put since', async () => {
    const { hook, press } = await copying();
    const first = press('Reply');
    hook.now().hold({ what: 'Lines', text: 'lines', secrets: [] });
    first.resolve();
    await turn();
    assert.equal(hook.now().copied.kind, 'held');
    hook.end();
  });

  test('one that is refused by itself is shown for copying by hand', async () => {
    const { hook, press } = await copying();
    press('Reply').reject(new Error('refused'));
    await turn();
    assert.deepEqual(hook.now().copied, { kind: 'by-hand', text: 'Reply as text' });
    hook.end();
  });
});
