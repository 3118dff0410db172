/** The log explainer opened for a test, with the recorded logs at hand. */
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { OpenSite, WatchedPage } from './open-site.ts';

/** Address of the tool's page. */
export const tool = '/tools/ds-client-log/';

const logs = new URL('../conformance/data/logs/', import.meta.url);

/** Path of a recorded log. */
export const sample = (name: string): string => fileURLToPath(new URL(name, logs));

/**
 * The tool, ready to be used: its controls are disabled until its script has come. `prepare` is done to
 * the page before it is opened.
 */
export async function openTool(
  site: OpenSite,
  fragment = '',
  prepare: (page: Page) => Promise<unknown> = async () => undefined,
): Promise<WatchedPage> {
  const opened = await site.newPage();
  await prepare(opened.page);
  await opened.open(tool + fragment);
  await opened.page.locator('#log-file:enabled').waitFor({ state: 'attached' });
  return opened;
}

/** The lines that the table has in the page. */
export const rows = (page: Page) => page.locator('.log-lines tbody tr[aria-rowindex]');

/** What is said of the chosen cell. */
export const said = (page: Page) => page.locator('.log-said');

/** Chooses recorded logs, all at once, and waits for nothing. */
export const handOver = (page: Page, ...names: readonly string[]): Promise<void> =>
  page.locator('#log-file').setInputFiles(names.map(sample));

/** Waits until all parts are of the log that is open. */
export const settled = (page: Page): Promise<void> =>
  page.locator('.log-parts:not([aria-busy])').waitFor();

/** Chooses a file and waits until its name stands over the answer. */
export async function choose(page: Page, name: string): Promise<void> {
  await handOver(page, name);
  const short = name.split('/').at(-1) ?? name;
  await page.locator('.log-of').filter({ hasText: short }).waitFor();
  await settled(page);
}

/** Drops files, or folders, on a place of the page as the system does. */
export async function dropOn(page: Page, place: string, files: readonly string[]): Promise<void> {
  const box = await page.locator(place).first().boundingBox();
  assert.ok(box);
  const client = await page.context().newCDPSession(page);
  const at = { x: box.x + 20, y: box.y + 10 };
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    // oxlint-disable-next-line no-await-in-loop -- a drag is these events in this order
    await client.send('Input.dispatchDragEvent', { type, ...at, data });
}
