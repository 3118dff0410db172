/** What a reader's eye and finger need on every kind of page: still, large enough, and not cut off. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { articles, everyKind, tools } from '../addresses.ts';
import { openSiteForTests } from './open-site.ts';

const site = await openSiteForTests();

/** A phone: its scroll bars lie over the page, and taps are not exact. */
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

/**
 * Runs in the page before its scripts: what moves although nobody did anything is written down. A page
 * of the tests has no input, so what the browser takes for one (its own first size) excuses nothing.
 */
function noteShifts(): void {
  const shifts: string[] = [];
  Object.assign(globalThis, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, sources } = entry as PerformanceEntry & {
        readonly value: number;
        readonly sources: readonly { readonly node?: Element }[];
      };
      const nodes = sources.map(({ node }) => node?.className || node?.nodeName);
      shifts.push(`${value.toFixed(4)} ${nodes.join(', ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Goes to the end of the page as a reader does, so that what loads when it comes near has come. */
async function readToTheEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let top = 0; top < document.body.scrollHeight; top += innerHeight / 2) {
      scrollTo(0, top);
      // oxlint-disable-next-line no-await-in-loop -- one screen after the other
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  });
  await page.waitForLoadState('networkidle');
}

/** Texts that are drawn smaller than `least` pixels, each kind once, with the size. */
const smallTexts = (page: Page, least: number) =>
  page.evaluate((limit) => {
    const found = [...document.querySelectorAll<Element>('body *')].flatMap((element) => {
      const own = [...element.childNodes].some(
        (node) => node.nodeType === 3 && node.nodeValue?.trim(),
      );
      if (!own || !element.checkVisibility() || element.closest('.visually-hidden')) return [];
      const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.d ?? 1) : 1;
      const size = parseFloat(getComputedStyle(element).fontSize) * scale;
      return size < limit ? [`${element.getAttribute('class')} ${size.toFixed(1)} px`] : [];
    });
    return [...new Set(found)];
  }, least);

/**
 * What is to be pressed and is smaller than 24 pixels in a direction (WCAG 2.5.8). A link in a sentence
 * is as high as its line; a box to tick is as large as its label.
 */
const smallTargets = (page: Page) =>
  page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary',
    );
    return [...all].flatMap((element) => {
      if (!element.checkVisibility() || element.closest('.visually-hidden, .skip-link')) return [];
      const target = element.closest('label') ?? element;
      const inSentence =
        element.matches('a') &&
        getComputedStyle(element).display === 'inline' &&
        !!element.closest('p, li, dd, td, th, figcaption');
      const { width, height } = target.getBoundingClientRect();
      const isHidden = width <= 1 || height <= 1; // a file input behind its button
      if (inSentence || isHidden || (width >= 23.5 && height >= 23.5)) return [];
      return [`${element.outerHTML.slice(0, 80)} ${width.toFixed(0)} × ${height.toFixed(0)}`];
    });
  });

const shifts = (page: Page) =>
  page.evaluate(() => (globalThis as { shifts?: readonly string[] }).shifts ?? []);

test('the watch itself sees a jump', async () => {
  const { page, open, close } = await site.newPage(phone);
  await page.addInitScript(noteShifts);
  await open('/');
  await page.evaluate(() => {
    const late = document.createElement('p');
    late.style.blockSize = '10rem';
    document.querySelector('main')?.prepend(late);
  });
  await page.waitForFunction(() => (globalThis as { shifts?: unknown[] }).shifts?.length);
  assert.notDeepEqual(await shifts(page), []);
  await close();
});

for (const address of everyKind) {
  describe(address, () => {
    test('on a phone has no text under 12 px, no target under 24 px, and nothing that jumps', async () => {
      const { page, open, close } = await site.newPage(phone);
      await page.addInitScript(noteShifts);
      await open(address);
      await readToTheEnd(page);
      assert.deepEqual(await smallTexts(page, 11.95), [], 'texts');
      assert.deepEqual(await smallTargets(page), [], 'targets');
      assert.deepEqual(await shifts(page), [], 'jumps');
      await close();
    });
  });
}

for (const address of [...articles, ...tools]) {
  test(`nothing jumps on ${address} on a wide screen`, async () => {
    const { page, open, close } = await site.newPage();
    await page.addInitScript(noteShifts);
    await open(address);
    await readToTheEnd(page);
    assert.deepEqual(await shifts(page), []);
    await close();
  });
}

describe('with the keyboard alone', () => {
  for (const address of ['/', '/articles/media-agent-networking/', ...tools]) {
    test(`each stop on ${address} is marked, in sight and under nothing`, async () => {
      const { page, open, close } = await site.newPage();
      await open(address);
      const lost: string[] = [];
      for (let stop = 0; stop < 60; stop += 1) {
        // oxlint-disable-next-line no-await-in-loop -- one key after the other
        await page.keyboard.press('Tab');
        // oxlint-disable-next-line no-await-in-loop -- as above
        const fault = await page.evaluate(() => {
          const at = document.activeElement;
          if (!at || at === document.body) return 'end';
          const { outlineStyle, outlineWidth } = getComputedStyle(at);
          // A link over two lines: its first one.
          const box = at.getClientRects()[0] ?? at.getBoundingClientRect();
          const top = Math.max(box.top, 0); // what is higher than the screen begins above it
          const there = document.elementFromPoint(box.left + 4, top + Math.min(box.height / 2, 20));
          const isSeen =
            !!there && (at.contains(there) || there.contains(at) || !!at.closest('label'));
          const isMarked = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
          return isSeen && isMarked ? '' : `${at.outerHTML.slice(0, 80)} seen: ${isSeen}`;
        });
        if (fault === 'end') break;
        if (fault) lost.push(fault);
      }
      assert.deepEqual(lost, []);
      await close();
    });
  }
});

describe('each backup set of a log', () => {
  for (const width of [320, 360]) {
    test(`reads without a scroll sideways and in few lines at ${width} px, still as a table`, async () => {
      const { page, open, close } = await site.newPage({ viewport: { width, height: 740 } });
      await open('/tools/ds-client-log/');
      const region = page.locator('.log-region-sets');
      assert.ok(await region.evaluate((it) => it.scrollWidth <= it.clientWidth), 'cut off');
      const lines = await region.locator('td, tbody th').evaluateAll((cells) =>
        cells.map((cell) => cell.getBoundingClientRect().height / parseFloat(getComputedStyle(cell).lineHeight)),
      ); // prettier-ignore
      assert.ok(Math.max(...lines) < 3.5, `${Math.max(...lines)} lines`);
      const table = region.getByRole('table');
      assert.equal(await table.getByRole('row').count(), 12, 'a head and eleven sets');
      assert.equal(await table.getByRole('columnheader').count(), 3);
      assert.equal(await table.getByRole('rowheader').count(), 11);
      await close();
    });
  }

  test('is not cut where a month of runs has a usual duration', async () => {
    const { page, open, close } = await site.newPage(phone);
    await open('/tools/ds-client-log/');
    await page.locator('#log-file:enabled').waitFor({ state: 'attached' });
    await page.locator('#log-file').setInputFiles('test/conformance/data/logs/activity-30days.csv');
    await page.locator('.log-usual-cell').first().waitFor();
    const cut = await page.locator('.log-region-sets :is(td, tbody th)').evaluateAll((cells) =>
      cells.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent),
    ); // prettier-ignore
    assert.deepEqual(cut, []);
    await close();
  });
});
