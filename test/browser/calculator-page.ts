/** What the tests of the link-aggregation calculator read and wait for on its page. */
import type { Page } from 'playwright-core';
import type { OpenSite, WatchedPage } from './open-site.ts';

export const tool = '/tools/link-aggregation/';

export const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);
export const verdict = (page: Page) => page.locator('.lag-verdict').innerText();

export const shows = (page: Page, wanted: string) =>
  page.waitForFunction(
    (sentence) => document.querySelector<HTMLElement>('.lag-verdict')?.innerText === sentence,
    wanted,
  );

/** Waits for another verdict than `old` and returns it: figures are computed off the main thread. */
export async function nextVerdict(page: Page, old: string): Promise<string> {
  await page.waitForFunction(
    (sentence) => document.querySelector<HTMLElement>('.lag-verdict')?.innerText !== sentence,
    old,
  );
  return verdict(page);
}

/** The figures of the answer, as a reader sees them. */
export const figures = (page: Page) =>
  page.locator('.lag-answer dl, .lag-answer table').allInnerTexts();

/** Waits until no answer is on its way and the figures have stayed the same for a moment. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const now = document.querySelector<HTMLElement>('.lag-answer')?.innerText ?? '';
      const kept = document.body.dataset['settled'];
      document.body.dataset['settled'] = now;
      return kept === now && !document.querySelector('.lag-result[aria-busy]');
    },
    undefined,
    { polling: 200 },
  );
}

/** Waits until a field shows a value: a link is applied once the script has come. */
export const untilField = (page: Page, name: string, value: string) =>
  page.waitForFunction(
    ([wantedName, wantedValue]) =>
      document.querySelector<HTMLInputElement>(`[name="${wantedName}"]`)?.value === wantedValue,
    [name, value],
  );

/** The fragment of the address; it follows an edit after a moment. */
export const hash = (page: Page) => page.evaluate(() => location.hash);

/** The calculator, ready to be used: its fields are disabled until its script has come. */
export async function openCalculator(site: OpenSite, fragment = ''): Promise<WatchedPage> {
  const opened = await site.newPage();
  await opened.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await opened.open(tool + fragment);
  await field(opened.page, 'hops.0.members').and(opened.page.locator(':enabled')).waitFor();
  return opened;
}
