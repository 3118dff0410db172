/** Reading: colours, no script, paper, and a page that stays still. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { articles, tools } from '../addresses.ts';
import { openSiteForTests } from './open-site.ts';

const site = await openSiteForTests();

const ground = () => getComputedStyle(document.documentElement).backgroundColor;

describe('the colour theme', () => {
  test('follows the system until the reader chooses, and then stays chosen', async () => {
    const { page, open, close } = await site.newPage({ colorScheme: 'light' });
    await open('/');
    const light = await page.evaluate(ground);
    await page.locator('#theme').selectOption('dark');
    const dark = await page.evaluate(ground);
    assert.notEqual(dark, light);
    await open('/articles/');
    assert.equal(await page.evaluate(ground), dark);
    assert.equal(await page.locator('#theme').inputValue(), 'dark');
    await page.locator('#theme').selectOption('system');
    assert.equal(await page.evaluate(ground), light);
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.equal(await page.evaluate(ground), dark);
    await close();
  });
});

describe('without script', () => {
  for (const address of [...articles, ...tools]) {
    test(`${address} can be read, with its default results`, async () => {
      const { page, open, close } = await site.newPage({ javaScriptEnabled: false });
      await open(address);
      assert.ok((await page.locator('h1').innerText()).length > 3);
      const text = await page.locator('main').innerText();
      assert.ok(text.length > 300, `${text.length} characters of text`);
      const results = await page.locator('main [data-island]').allInnerTexts();
      const blank = results.filter((result) => !/\d/.test(result));
      assert.deepEqual(blank, [], 'every tool shows a computed result');
      await close();
    });
  }
});

/** Sum of the layout shifts since the page began, as the Layout Instability API counts them. */
function layoutShift(): Promise<number> {
  return new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    // Buffered entries are handed over before the next frame but one.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum), 50)));
  });
}

describe('when a tool comes to life', () => {
  for (const address of [...tools, ...articles]) {
    test(`nothing on ${address} moves`, async () => {
      const { page, open, close } = await site.newPage();
      await open(address);
      const island = page.locator('main [data-island]').first();
      if ((await island.count()) > 0) await island.scrollIntoViewIfNeeded();
      await page.waitForLoadState('networkidle');
      const shift = await page.evaluate(layoutShift);
      assert.ok(shift < 0.01, `cumulative layout shift ${shift}`);
      await close();
    });
  }
});

describe('on paper', () => {
  for (const address of tools) {
    test(`${address} leaves room for the head of a table that goes on overleaf`, async () => {
      const { page, open, close } = await site.newPage();
      await open(address);
      await page.emulateMedia({ media: 'print' });
      // The browser lays out a grid before it breaks it: what follows the table then covers its end.
      const grids = await page.locator('main table:visible').evaluateAll((tables) =>
        tables.flatMap((table) => {
          const around: string[] = [];
          for (let at = table.parentElement; at; at = at.parentElement)
            if (/grid|flex/.test(getComputedStyle(at).display))
              around.push(at.className || at.tagName);
          return around;
        }),
      );
      assert.deepEqual(grids, []);
      await close();
    });

    test(`${address} names no fold whose content is not there`, async () => {
      const { page, open, close } = await site.newPage();
      await open(address);
      await page.emulateMedia({ media: 'print' });
      const folds = await page
        .locator('main details:not([open]) > summary:visible')
        .allInnerTexts();
      assert.deepEqual(
        folds.filter((title) => /as a table/.test(title)),
        [],
      );
      assert.equal(await page.getByLabel('One day by the hour').and(page.locator('select:visible')).count(), 0); // prettier-ignore
      await close();
    });
  }

  for (const address of articles) {
    test(`${address} prints its text and leaves out what only works on a screen`, async () => {
      const { page, open, close } = await site.newPage();
      await open(address);
      await page.emulateMedia({ media: 'print' });
      assert.ok(await page.locator('h1').isVisible());
      assert.ok(!(await page.locator('header.site-header nav').isVisible()), 'no navigation');
      assert.ok(!(await page.locator('#theme').isVisible()), 'no controls');
      const pdf = await page.pdf({ format: 'A4' });
      assert.ok(pdf.length > 10_000, `${pdf.length} bytes`);
      await close();
    });
  }
});
