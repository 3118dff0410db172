/** The grid of a log of many days, where they do not fit. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
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
