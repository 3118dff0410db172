/** The address bar of the log explainer: which links in it are followed, and what is said of them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { linkNote } from '../../src/islands/ds-client-log/present-link.ts';
import { useAddress } from '../../src/islands/ds-client-log/use-address.ts';
import { noValues, useNumbers } from '../../src/islands/ds-client-log/use-numbers.ts';
import { answered, fakeReader, last } from './fake-reader.ts';
import { runningHook, turn } from './running-hook.ts';

/** A tab at an address: links are opened in it, and the page writes its own. */
async function tab(hash: string, isUsed = true) {
  const listeners = new Set<() => void>();
  const location = { hash };
  const stand = {
    location,
    history: {
      state: null,
      replaceState: (_: unknown, __: string, fragment: string) => void (location.hash = fragment),
    },
    addEventListener: (_: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
  };
  for (const [name, value] of Object.entries(stand))
    Object.defineProperty(globalThis, name, { value, configurable: true });
  const followed: string[] = [];
  const hook = await runningHook(
    (used: boolean) =>
      useAddress(used, ({ mode }) => {
        followed.push(mode);
        return { online: '5', transmitted: '', duration: '' };
      }),
    isUsed,
  );
  const open = async (next: string) => {
    location.hash = next;
    for (const listener of listeners) listener();
    await turn();
  };
  return { hook, followed, open, location, listeners };
}

describe('the address bar', () => {
  test('is followed again whenever another link is opened in it', async () => {
    const { followed, open, hook, listeners } = await tab('#v=1&m=log');
    await open('#v=1&m=events');
    await open('#how-to-read');
    await open('#v=1&m=events');
    await open('');
    assert.deepEqual(followed, ['log', 'events', 'columns']);
    hook.end();
    assert.equal(listeners.size, 0);
  });

  test('leaves lines of a link behind once another log is shown, and no link without lines', async () => {
    const { hook, location, open } = await tab('#v=1&m=log&head=description&line=5,Set.A');
    hook.now().leaveLines('#v=1&m=log&date=DMY');
    assert.equal(location.hash, '#v=1&m=log&date=DMY');
    await open('#v=1&m=line&online=5');
    hook.now().leaveLines('#v=1&m=log');
    assert.equal(location.hash, '#v=1&m=line&online=5');
  });

  test('is not followed for what the page itself wrote, nor where fragments are headings', async () => {
    const { followed, open, hook, location } = await tab('');
    hook.now().write('#v=1&m=log');
    assert.equal(location.hash, '#v=1&m=log');
    await open('#anchor');
    await open('#v=1&m=log');
    assert.deepEqual(followed, []);
    const article = await tab('#v=1&m=log', false);
    await article.open('#v=1&m=events');
    assert.deepEqual(article.followed, []);
  });

  test('stays as it is at a link that was not understood, until the next one', async () => {
    const { open, hook, location } = await tab('#v=1&date=XYZ');
    hook.now().write('#v=1');
    assert.equal(location.hash, '#v=1&date=XYZ');
    await open('#v=1&m=log');
    hook.now().write('#v=1');
    assert.equal(location.hash, '#v=1');
  });

  test('says which numbers had been typed when a link brought others', async () => {
    const { hook } = await tab('#v=1&m=line&online=7');
    await turn();
    assert.match(
      linkNote(hook.now().followed!)?.lost ?? '',
      /made way for those of this link: online 5\.$/,
    );
  });
});

describe('numbers', () => {
  const none = { online: '', transmitted: '', duration: '' };
  async function running() {
    const { client } = fakeReader();
    return runningHook(() => useNumbers(client, () => {}), null);
  }

  test('of a link go with the next link, those that were typed stay until it brings others', async () => {
    const hook = await running();
    const followed = { ...none, online: '7' };
    assert.equal(hook.now().followNumbers(followed), null);
    await turn();
    assert.deepEqual(hook.now().numbers, followed);
    assert.equal(hook.now().followNumbers(none), null);
    await turn();
    assert.deepEqual(hook.now().numbers, none);
    const typed = { ...none, duration: '1:00' };
    hook.now().changeNumbers({ duration: '1:00' });
    await turn();
    assert.equal(hook.now().followNumbers(none), null);
    assert.deepEqual(hook.now().numbers, typed);
    assert.deepEqual(hook.now().followNumbers(followed), typed);
    await turn();
    assert.deepEqual(hook.now().numbers, followed);
  });

  test('of a link are not written into the address, where the next link may stand by then', async () => {
    const { client, waiting } = fakeReader();
    const heard: boolean[] = [];
    const hook = await runningHook(
      () => useNumbers(client, (_, isTyped) => void heard.push(isTyped)),
      null,
    );
    const answerLast = async () => {
      last(waiting, 'numbers').answer(answered({ explanations: [], values: noValues } as never));
      await turn();
    };
    hook.now().followNumbers({ ...none, online: '7' });
    await answerLast();
    hook.now().changeNumbers({ online: '8' });
    await answerLast();
    assert.deepEqual(heard, [false, true]);
  });
});
