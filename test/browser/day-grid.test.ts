/** The grid of a log of many days, where they do not fit. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import { handOver, openTool } from './log-tool.ts';
import { openSiteForTests } from './open-site.ts';

const site = await openSiteForTests();

test('sets by day show the newest day first where the days do not fit, and the page stays', async () => {
  const { page, close } = await openTool(site, '', (phone) =>
    phone.setViewportSize({ width: 360, height: 740 }),
  );
  await handOver(page, 'activity-30days.csv');
  const grid = page.getByRole('region', { name: 'Sets by day' });
  await grid.locator('tbody tr').first().waitFor();
  const where = () =>
    grid.evaluate((region) => {
      const frame = region.getBoundingClientRect();
      const isSeen = (cell: Element | null | undefined): boolean => {
        const box = cell?.getBoundingClientRect();
        return box !== undefined && box.left >= frame.left && box.right <= frame.right + 1;
      };
      const heads = [...region.querySelectorAll('thead th')];
      const name = region.querySelector('tbody th')?.getBoundingClientRect();
      return {
        newest: isSeen(heads.at(-1)),
        // The second cell: the first is the head of the names, which stay.
        oldest: isSeen(heads[1]) && (heads[1]?.getBoundingClientRect().left ?? 0) >= (name?.right ?? 0), // prettier-ignore
        nameAtTheLeft: Math.abs((name?.left ?? 0) - frame.left) < 3,
        pageFits: document.documentElement.scrollWidth <= document.documentElement.clientWidth,
        pageTop: scrollY,
      };
    });
  const first = await where();
  assert.deepEqual(first, {
    newest: true,
    oldest: false,
    nameAtTheLeft: true,
    pageFits: true,
    pageTop: 0,
  });
  // Focus alone would lead the page to the grid.
  await grid.evaluate((region) => region.focus({ preventScroll: true }));
  for (let step = 0; step < 40; step += 1) await page.keyboard.press('ArrowLeft');
  await page.waitForFunction(() => {
    const region = document.querySelector('.log-days');
    const head = region?.querySelectorAll('thead th')[1];
    const name = region?.querySelector('tbody th');
    return (head?.getBoundingClientRect().left ?? 0) >= (name?.getBoundingClientRect().right ?? 0) - 1; // prettier-ignore
  });
  const last = await where();
  assert.equal(last.nameAtTheLeft, true);
  assert.equal(last.newest, false);
  assert.equal(last.pageTop, 0);
  await close();
});

/** The month that stands over the first day in sight, and whether the days are said to go on. */
const monthInSight = (grid: Locator) =>
  grid.evaluate((region) => {
    const from = region.querySelector('tbody th')?.getBoundingClientRect().right ?? 0;
    const { right } = region.getBoundingClientRect();
    const isSeen = (element: Element): boolean => {
      const box = element.getBoundingClientRect();
      return box.left >= from - 1 && box.right <= right + 1;
    };
    const first = [...region.querySelectorAll('thead th')].slice(1).find(isSeen);
    const label = [...region.querySelectorAll('.log-month')].find(isSeen);
    const box = label?.getBoundingClientRect();
    return {
      day: first?.getAttribute('title') ?? '',
      month: label?.textContent ?? '',
      isAtTheFirst: Math.abs((box?.left ?? 0) - from) < 12,
    };
  });

test('on a phone the month of the first day in sight stands over it, wherever the days are scrolled', async () => {
  const { page, close } = await openTool(site, '', (phone) =>
    phone.setViewportSize({ width: 360, height: 740 }),
  );
  await handOver(page, 'activity-30days.csv');
  const grid = page.getByRole('region', { name: 'Sets by day' });
  await grid.locator('tbody tr').first().waitFor();
  const places = [
    [0, 'Thu 26 Feb 2026', 'Feb 2026'],
    [-150, 'Sat 21 Feb 2026', 'Feb 2026'],
    [-5000, 'Mon 2 Feb 2026', 'Feb 2026'],
  ] as const;
  for (const [left, day, month] of places) {
    await grid.evaluate((region, to) => (region.scrollLeft = to), left);
    assert.deepEqual(await monthInSight(grid), { day, month, isAtTheFirst: true });
  }
  await close();
});

test('on a phone a month of days says that it goes on, and on a wide screen, where all are seen, it does not', async () => {
  const { page, close } = await openTool(site);
  await handOver(page, 'activity-30days.csv');
  const more = page.getByText('30 days: scroll sideways for the earlier ones.');
  await more.waitFor({ state: 'attached' });
  for (const [width, isSaid] of [
    [360, true],
    [1280, false],
  ] as const) {
    await page.setViewportSize({ width, height: 740 });
    assert.equal(await more.isVisible(), isSaid, `${width} px`);
  }
  await close();
});
