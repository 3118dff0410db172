/** What a person does with a long log: opens it, looks through it, sorts it, filters it, asks about it. */
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';

const settled = (page: Page): Promise<void> =>
  page.locator('.log-parts:not([aria-busy])').waitFor();

/** Opens the log at `file` and waits until it is read, judged and drawn. */
export async function openLongLog(page: Page, file: string): Promise<void> {
  await page.mouse.move(300, 300); // the first sign of a person fetches the reader
  await page.locator('#log-file').setInputFiles(file);
  await page
    .locator('.log-of')
    .filter({ hasText: path.basename(file) })
    .waitFor();
  await page.locator('.log-status').getByText('lines read').waitFor();
  await settled(page);
}

/** Until what scrolls in `region` has stood still for ten pictures: nobody clicks on a line that moves. */
const stillness = (region: Locator): Promise<void> =>
  region.evaluate(
    (element) =>
      new Promise<void>((resolve) => {
        let [top, pictures] = [-1, 0];
        const look = () => {
          pictures = element.scrollTop === top ? pictures + 1 : 0;
          top = element.scrollTop;
          if (pictures >= 10) resolve();
          else requestAnimationFrame(look);
        };
        look();
      }),
  );

async function lookThrough(page: Page, lines: number): Promise<void> {
  const region = page.locator('.log-region-lines');
  await region.scrollIntoViewIfNeeded();
  const box = await region.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 200);
  for (let turn = 0; turn < 10; turn += 1) {
    // oxlint-disable no-await-in-loop -- a wheel turns step by step
    await page.mouse.wheel(0, 400 * (turn + 1));
    await page.waitForTimeout(60);
    // oxlint-enable no-await-in-loop
  }
  await stillness(region);
  await page.mouse.click((box?.x ?? 0) + 200, (box?.y ?? 0) + 210);
  await page.locator('tr[data-chosen]').waitFor();
  await page.keyboard.press('Control+End');
  await page.locator(`tr[aria-rowindex="${lines + 1}"] td:focus`).waitFor();
  await page.keyboard.press('PageUp');
  await page.locator(`tr[aria-rowindex="${lines - 9}"] td:focus`).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('tr[data-chosen]').waitFor();
  await page.keyboard.press('Control+Home');
}

async function sort(page: Page, label: string): Promise<void> {
  const button = page.locator('.log-table-lines').getByRole('button', { name: label, exact: true });
  for (const direction of ['ascending', 'descending']) {
    // oxlint-disable no-await-in-loop -- up, then down
    await button.click();
    await page.locator(`.log-table-lines th[aria-sort=${direction}]`).waitFor();
    await page.waitForTimeout(200); // the rows come from the worker
    // oxlint-enable no-await-in-loop
  }
}

async function filter(page: Page): Promise<void> {
  await page.locator('#log-outcome').selectOption('incomplete');
  await page.locator('.log-count').getByText(' of ').waitFor();
  await page.getByRole('button', { name: 'Show all lines' }).click();
  await page.locator('.log-count').getByText(' of ').waitFor({ state: 'detached' });
}

/** All of it, one after the other. `lines` is how many the log has. */
export async function useLongLog(page: Page, file: string, lines: number): Promise<void> {
  await openLongLog(page, file);
  await lookThrough(page, lines);
  await sort(page, 'Online');
  await sort(page, 'Description');
  await filter(page);
  await page.locator('.log-tasks').getByRole('button', { name: 'Show the line' }).first().click();
  await page.locator('tr[data-chosen]').waitFor();
}
