/** What the tests of the flow placement read and wait for on its page. */
import type { Page } from 'playwright-core';
import type { OpenSite, WatchedPage } from './open-site.ts';

export const tool = '/tools/flow-placement/';
export const asBuilt = '20 flows use all 4 members: 5, 4, 5, 6.';

export const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);
export const answer = (page: Page) => page.locator('.fp-verdict').innerText();
export const fragment = (page: Page) => new URL(page.url()).hash;

/** Until the address bar is written: it follows the last of a row of edits. */
export const holds = (page: Page, wanted: string) =>
  page.waitForFunction((hash) => location.hash === hash, wanted);

export const shows = (page: Page, wanted: string) =>
  page.waitForFunction(
    (sentence) => document.querySelector<HTMLElement>('.fp-verdict')?.innerText === sentence,
    wanted,
  );

/** Puts text into a field at once, as from the clipboard: to type so many lines takes minutes. */
export const put = (page: Page, name: string, text: string) =>
  field(page, name).evaluate((element, pasted) => {
    (element as HTMLTextAreaElement).value = pasted;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);

/** The tool, ready to be used: its fields are disabled until its script has come. */
export async function openPlacement(
  site: OpenSite,
  link = '',
  address = tool,
): Promise<WatchedPage> {
  const opened = await site.newPage();
  await opened.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await opened.open(address + link);
  await field(opened.page, 'members')
    .and(opened.page.locator(':enabled'))
    .waitFor({ state: 'attached' });
  return opened;
}
