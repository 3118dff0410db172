/** What has to hold on every kind of page, in light and dark, narrow and wide. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { everyKind } from '../addresses.ts';
import { violations } from './axe.ts';
import { openSiteForTests } from './open-site.ts';

const site = await openSiteForTests();

/** Walks to the end of the page, so that what loads when it comes near has loaded. */
async function walkThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let top = 0; top < document.body.scrollHeight; top += innerHeight) {
      scrollTo(0, top);
      // oxlint-disable-next-line no-await-in-loop -- one screen after the other, as a reader scrolls
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    scrollTo(0, 0);
  });
  await page.waitForLoadState('networkidle');
}

/** What stands out to the right of the screen, apart from tools, figures and what can be scrolled. */
function standingOut(): readonly string[] {
  const canScroll = (inside: Element): boolean => {
    const around = inside.parentElement;
    if (!around) return false;
    return getComputedStyle(around).overflowX !== 'visible' || canScroll(around);
  };
  return [...document.querySelectorAll('body *:not([data-island] *, figure *, .skip-link)')]
    .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .filter((one) => !canScroll(one))
    .map((one) => `${one.tagName} ${one.className}`);
}

const isOurs = (address: string) => address.startsWith(site.url) || /^(?:data|blob):/.test(address);

for (const address of everyKind) {
  describe(address, () => {
    test('passes axe in light and in dark, breaks no policy and asks no other host', async () => {
      const { page, faults, requests, open, close } = await site.newPage({ colorScheme: 'light' });
      await open(address);
      await walkThrough(page);
      assert.deepEqual(await violations(page), [], 'light');
      await page.emulateMedia({ colorScheme: 'dark' });
      assert.deepEqual(await violations(page), [], 'dark');
      assert.deepEqual(faults, []);
      assert.deepEqual(requests.filter((request) => !isOurs(request)), []); // prettier-ignore
      await close();
    });

    test('fits screens of 320, 768 and 1280 pixels without scrolling sideways', async () => {
      const { page, open, close } = await site.newPage({ viewport: { width: 320, height: 640 } });
      await open(address);
      await walkThrough(page);
      for (const width of [320, 768, 1280]) {
        // oxlint-disable-next-line no-await-in-loop -- one page has one width at a time
        await page.setViewportSize({ width, height: 800 });
        // oxlint-disable-next-line no-await-in-loop -- as above
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${wide} pixels wide on a screen of ${width}`);
      }
      await close();
    });

    test('keeps its text on a phone whose letters are set to twice their size', async () => {
      const { page, open, close } = await site.newPage({ viewport: { width: 360, height: 740 } });
      await open(address);
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('html { font-size: 200% !important; }');
        document.adoptedStyleSheets.push(sheet);
      });
      assert.deepEqual(await page.evaluate(standingOut), []);
      await close();
    });
  });
}
