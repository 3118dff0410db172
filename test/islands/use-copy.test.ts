/** What a row of buttons says when presses overlap. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { useCopy } from '../../src/islands/share/use-copy.ts';
import { runningHook, turn } from './running-hook.ts';

Object.defineProperty(globalThis, 'navigator', {
  value: { clipboard: { writeText: async () => undefined } },
});

/** The row after a file was asked for, then a link copied, and then the file came or did not. */
async function lateFile(settle: 'comes' | 'fails') {
  const said: string[] = [];
  const row = await runningHook(useCopy, (words: string) => void said.push(words));
  const file = Promise.withResolvers<void>();
  const running = row.now().run('The file', () => file.promise);
  await row.now().copy('Link', 'https://example.org/');
  if (settle === 'comes') file.resolve();
  else file.reject(new Error('a part of the page did not come'));
  await running;
  await turn();
  const { copied } = row.now();
  row.end();
  return { copied, said };
}

describe('only the last press counts', () => {
  test('a file that comes late does not take the message of a later press away', async () => {
    assert.deepEqual(await lateFile('comes'), {
      copied: { kind: 'copied', what: 'Link' },
      said: ['Link copied.'],
    });
  });

  test('nor does one that fails late speak over it', async () => {
    assert.deepEqual(await lateFile('fails'), {
      copied: { kind: 'copied', what: 'Link' },
      said: ['Link copied.'],
    });
  });

  test('a file that fails by itself is told', async () => {
    const said: string[] = [];
    const row = await runningHook(useCopy, (words: string) => void said.push(words));
    await row.now().run('The file', () => Promise.reject(new Error('nothing came')));
    await turn();
    assert.deepEqual(row.now().copied, { kind: 'no-text', what: 'The file' });
    assert.match(said.join(), /^The file could not be made.* press again\.$/);
    row.end();
  });
});
