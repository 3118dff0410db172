/** A script that did not come: the page says so, stays, and asks again at the next sign of a person. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openSiteForTests } from './open-site.ts';

const site = await openSiteForTests();
const scripts = '**/_astro/mount-*';

/** A page whose scripts do not come, and how to let them come. */
async function openWithout(address: string) {
  const opened = await site.newPage();
  await opened.page.route(scripts, (route) => route.abort());
  await opened.open(address);
  return { ...opened, letCome: () => opened.page.unroute(scripts) };
}

const note = (page: Page) => page.getByText('The controls could not be loaded');
const errors = (faults: readonly string[]) =>
  faults.filter((fault) => fault.startsWith('script error') || fault.includes('policy'));

// Longer than the page waits before it takes a sign.
const pause = (page: Page) => page.waitForTimeout(700);

describe('a tool whose script did not come', () => {
  // prettier-ignore
  const tools = [
    ['/tools/link-aggregation/#v=1&hops=8x1~ip&clients=30x1', '[name="clients.0.count"]'],
    ['/tools/flow-placement/#v=1&members=3',                  '[name="members"]'],
    ['/tools/ds-client-log/',                                 '#log-file'],
  ] as const;
  for (const [address, input] of tools) {
    test(`says so and is asked for again: ${address}`, async () => {
      const { page, faults, letCome, close } = await openWithout(address);
      await note(page).and(page.locator(':visible')).waitFor();
      await pause(page);
      await page.keyboard.press('Shift');
      await pause(page);
      assert.ok(await note(page).isVisible(), 'nor did the second try');
      await letCome();
      await page.mouse.click(5, 300);
      await page.locator(`${input}:enabled`).first().waitFor({ state: 'attached' });
      await note(page).waitFor({ state: 'hidden' });
      assert.deepEqual(errors(faults), []);
      await close();
    });
  }

  test('shares one copy of itself with the pieces that come later', async () => {
    const { page, faults, letCome, close } = await openWithout(
      '/tools/link-aggregation/#v=1&clients=30x1',
    );
    await note(page).and(page.locator(':visible')).waitFor();
    await pause(page);
    await letCome();
    await page.keyboard.press('Shift');
    const count = page.locator('[name="clients.0.count"]');
    await count.and(page.locator(':enabled')).fill('31');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.locator('[name="hops.0.device"]:enabled').first().waitFor();
    assert.equal(await count.inputValue(), '31');
    assert.deepEqual(asked.filter((url) => /mount-[^?]*$/.test(url)), []); // prettier-ignore
    assert.deepEqual(errors(faults), []);
    await close();
  });
});

describe('a search whose script cannot be loaded', () => {
  const says = (page: Page) => page.getByText('The search could not be loaded.');

  for (const key of ['/', 'Control+k'])
    test(`leaves the page and what was typed where they are: ${key}`, async () => {
      const { page, context, open, close } = await site.newPage();
      await open('/tools/flow-placement/');
      const typed = '10.1.1.1 -> 10.1.1.2';
      await page.locator('[name="flows"]:enabled').fill(typed);
      await page.locator('[name="flows"]').blur();
      await context.setOffline(true);
      await page.keyboard.press(key);
      await says(page).waitFor();
      assert.match(page.url(), /\/tools\/flow-placement\//);
      assert.equal(await page.locator('[name="flows"]').inputValue(), typed);
      await page.locator('[name="members"]').fill('3'); // keys go to the page again
      assert.equal(await page.locator('[data-search]').getAttribute('aria-busy'), null);
      await page.locator('[name="members"]').blur();
      await context.setOffline(false);
      await page.keyboard.press(key);
      await page.locator('dialog[open]').waitFor();
      assert.equal(await says(page).isVisible(), false);
      await close();
    });
});
