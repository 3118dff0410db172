/** Taking something away from a tool: by the clipboard, and by hand where that is forbidden. */
import type { Page } from 'playwright-core';
import type { OpenSite } from './open-site.ts';

/** Presses a button and returns what is then on the clipboard. `what` is what the tool says it copied. */
export async function copied(page: Page, button: string, what: string): Promise<string> {
  // What an earlier press copied, and what was said of it, must not pass for this one.
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.getByRole('button', { name: button }).click();
  await page.getByText(`${what} copied.`).first().waitFor();
  await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== '');
  return page.evaluate(() => navigator.clipboard.readText());
}

/** What a tool shows for copying by hand where the browser has no clipboard. */
export async function copiedByHand(
  site: OpenSite,
  address: string,
  button: string,
): Promise<string> {
  const { page, context, open, close } = await site.newPage();
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await open(address);
  await page.getByRole('button', { name: button }).click();
  const shown = await page.locator('textarea[readonly]').inputValue();
  await close();
  return shown;
}
