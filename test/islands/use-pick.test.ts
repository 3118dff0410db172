/** When looking for addresses starts, stops and starts again. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { formulas } from '../../src/core/link-aggregation/placement/choices.ts';
import { defaultFlowFields } from '../../src/core/link-aggregation/placement/flow-form.ts';
import { usePick } from '../../src/islands/flow-placement/use-pick.ts';
import { runningHook, turn } from './running-hook.ts';

/** Timers that wait until they are let go, so that a search stands still where it is looked at. */
const waiting = new Map<number, () => void>();
let timers = 0;
Object.assign(globalThis, {
  window: {
    setTimeout: (act: () => void) => {
      timers += 1;
      waiting.set(timers, act);
      return timers;
    },
  },
});
const clear = globalThis.clearTimeout;
globalThis.clearTimeout = ((timer?: number) => {
  if (typeof timer !== 'number' || !waiting.delete(timer)) clear(timer);
}) as typeof clearTimeout;

const small = { ...defaultFlowFields, device: 'formula.vmware-ip-hash', range: '10.0.0.1-4' };
// Fifteen members for twelve hosts: half a million steps, far more than one slice.
const long = {
  ...small,
  members: '15',
  hosts: '10.1.0.1-3, 10.3.7.1-9',
  range: '10.2.0.0/20',
  wanted: '15',
};

const search = async () => {
  const hook = await runningHook(usePick, { asked: small, choices: formulas });
  assert.equal(hook.now().pick.kind, 'picked');
  await hook.again({ asked: long, choices: formulas });
  await turn();
  assert.equal(hook.now().pick.kind, 'picking');
  assert.equal(waiting.size, 1);
  return hook;
};

describe('looking for addresses', () => {
  test('starts again after it was stopped, when the same is asked anew', async () => {
    const hook = await search();
    hook.now().stop();
    await turn();
    assert.equal(hook.now().pick.kind, 'stopped');
    assert.equal(waiting.size, 0);
    await hook.again({ asked: { ...long }, choices: formulas });
    await turn();
    assert.equal(hook.now().pick.kind, 'picking');
    assert.equal(waiting.size, 1);
    hook.end();
  });

  test('goes on with other devices where they come while it runs', async () => {
    const hook = await search();
    await hook.again({ asked: long, choices: [...formulas] });
    await turn();
    assert.equal(waiting.size, 1, 'one search is on, and not two');
    const { pick } = hook.now();
    assert.equal(pick.kind, 'picking');
    hook.end();
  });

  test('ends with what showed it', async () => {
    const hook = await search();
    hook.end();
    assert.equal(waiting.size, 0);
  });
});
