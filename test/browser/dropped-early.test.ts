/** A log that is dropped while the page is still loading, as on a slow line. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { dropOn, sample, tool } from './log-tool.ts';
import { openSiteForTests } from './open-site.ts';

const site = await openSiteForTests();

/** Drops files as the system does; says whether the page kept the browser from opening them itself. */
async function drop(page: Page, place: string, ...names: readonly string[]): Promise<boolean> {
  await page.evaluate(() => {
    addEventListener('drop', (event) =>
      setTimeout(() => Object.assign(window, { isKept: event.defaultPrevented })),
    );
  });
  await dropOn(page, place, names.map(sample));
  await page.waitForFunction(() => 'isKept' in window);
  return page.evaluate(() => (window as { isKept?: boolean }).isKept === true);
}

/** The page with its scripts on the way, and what lets them come. */
async function openSlowly(address: string) {
  const opened = await site.newPage();
  const { page } = opened;
  const { promise, resolve: letCome } = Promise.withResolvers<void>();
  await page.route(/\/_astro\/.*\.js/, async (route) => {
    await promise;
    await route.continue();
  });
  await page.goto(site.url + address.slice(1), { waitUntil: 'domcontentloaded' });
  return { ...opened, letCome };
}

describe('a log that is dropped before the script of the tool has come', () => {
  for (const address of [tool, '/embed/ds-client-log/'])
    test(`is read once it is there: ${address}`, async () => {
      const { page, faults, letCome, close } = await openSlowly(address);
      assert.ok(await drop(page, '.log-source', 'activity-30days.csv'));
      letCome();
      await page.locator('.log-status').getByText('148 lines read').waitFor();
      // From now on the tool takes it itself, and takes it once.
      await drop(page, '.log-source', 'activity-tab.txt', 'eventlog.csv');
      await page.locator('.log-beside-log').getByText('222 belong to one activity').waitFor();
      assert.equal(page.url(), site.url + address.slice(1));
      assert.deepEqual(faults, []);
      await close();
    });

  test('wins over the lines of a link, which leave the address, as one that is dropped later', async () => {
    const lines = '#v=1&m=log&head=description,completion&line=5,Set.A,Disconnected';
    const { page, letCome, close } = await openSlowly(tool + lines);
    assert.ok(await drop(page, '.log-source', 'activity-30days.csv'));
    letCome();
    await page.locator('.log-status').getByText('148 lines read').waitFor();
    await page.waitForFunction(() => !location.hash.includes('line='));
    assert.equal(await page.locator('.log-link-note').count(), 0);
    await close();
  });

  test('is read as well when it is dropped on a piece of text', async () => {
    const { page, faults, letCome, close } = await openSlowly(tool);
    const text = readFileSync(sample('activity-30days.csv'), 'utf8');
    await page
      .locator('.log-source label')
      .first()
      .evaluate((label, csv) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([csv], 'activity-30days.csv'));
        const piece = document.createTreeWalker(label, NodeFilter.SHOW_TEXT).nextNode();
        piece?.dispatchEvent(
          new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true, composed: true }),
        );
      }, text);
    letCome();
    await page.locator('.log-status').getByText('148 lines read').waitFor();
    assert.deepEqual(faults, []);
    await close();
  });

  test('is not read when it is dropped beside the tool, and the page stays', async () => {
    const { page, letCome, close } = await openSlowly(tool);
    assert.ok(await drop(page, 'h1', 'activity-30days.csv'));
    letCome();
    await page.locator('#log-file:enabled').waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
    assert.match(page.url(), /\/tools\/ds-client-log\/$/);
    assert.equal(await page.locator('.log-status p').count(), 0);
    await close();
  });

  test('cannot be chosen until then: what looks ready is ready', async () => {
    const { page, letCome, close } = await openSlowly(tool);
    assert.ok(await page.locator('#log-file').isDisabled());
    assert.ok(await page.locator('#log-text').isDisabled());
    letCome();
    await close();
  });
});
