/** A second log that takes seconds to read and to link: how far it is, what can be done meanwhile, Stop. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { choose, openTool, rows, sample } from './log-tool.ts';
import { openSiteForTests } from './open-site.ts';

const site = await openSiteForTests();

const folder = mkdtempSync(path.join(tmpdir(), 'second-log-'));
after(() => rmSync(folder, { recursive: true }));

/** An event log of 400,000 lines: those of the sample again and again. */
const long = path.join(folder, 'long-events.csv');
const [head = '', ...events] = readFileSync(sample('eventlog.csv'), 'utf8')
  .trimEnd()
  .split(/\r?\n/);
const lines = Array.from({ length: 400_000 }, (_, i) => events[i % events.length]);
writeFileSync(long, [head, ...lines, ''].join('\n'));

/** The tool with an activity log open and the long event log on its way. */
async function openBoth() {
  const opened = await openTool(site);
  await choose(opened.page, 'activity-tab.txt');
  return { ...opened, beside: opened.page.locator('.log-beside-log') };
}

/** Runs in the page: notes what the progress of the second log says and shows. */
function noteSteps(): void {
  const steps: { readonly words: string; readonly share: number }[] = [];
  Object.assign(window, { steps });
  new MutationObserver(() => {
    const bar = document.querySelector<HTMLProgressElement>('.log-beside-log progress');
    const words = document.querySelector('.log-beside-log .log-progress-words')?.textContent ?? '';
    if (bar && steps.at(-1)?.words !== words) steps.push({ words, share: bar.value });
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}

/** Sorts, and waits for the lines: they come once the reader has time for them, and till then move. */
const sortByOnline = async (page: Page) => {
  await page.getByRole('button', { name: 'Online', exact: true }).click();
  await page.locator('th[aria-sort=ascending]').filter({ hasText: 'Online' }).waitFor();
  // The first of those with 0 bytes.
  await rows(page).first().getByText('3/2/2026 3:00:00 AM').waitFor();
};

describe('a long second log', () => {
  test('says how far it is, and the open log can be sorted meanwhile', async () => {
    const { page, faults, beside, close } = await openBoth();
    await page.evaluate(noteSteps);
    await page.locator('#log-file-beside').setInputFiles(long);
    await beside.getByRole('button', { name: 'Stop' }).waitFor();
    await sortByOnline(page);
    await beside.getByText('is linked. Of 400,000 events').waitFor();
    type Steps = { readonly steps: readonly { readonly words: string; readonly share: number }[] };
    const steps = await page.evaluate(() => (window as unknown as Steps).steps);
    const words = steps.map((step) => step.words).join('\n');
    assert.match(words, /Taking in the file: .* of [\d.]+ MiB/);
    assert.match(words, /Reading columns, numbers and dates: [\d.]+ MiB of [\d.]+ MiB/);
    assert.match(words, /Finding what belongs together$/m);
    const shares = steps.map(({ share }) => share);
    assert.deepEqual(shares, shares.toSorted((a, b) => a - b)); // prettier-ignore
    assert.equal(await page.locator('.log-failure').count(), 0);
    assert.deepEqual(faults, []);
    await close();
  });

  for (const stage of ['Taking in', 'Reading columns', 'Finding what'])
    test(`can be stopped at “${stage}”, and the pair from before stays`, async () => {
      const { page, faults, beside, close } = await openBoth();
      await page.locator('#log-file-beside').setInputFiles(sample('eventlog.csv'));
      await beside.getByText('222 belong to one activity').waitFor();
      await page.evaluate((stopAt) => {
        const watcher = new MutationObserver(() => {
          const section = document.querySelector('.log-beside-log');
          const words = section?.querySelector('.log-progress-words')?.textContent ?? '';
          if (!words.includes(stopAt)) return;
          watcher.disconnect();
          section?.querySelector<HTMLButtonElement>('.log-progress button')?.click();
        });
        watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
      }, stage);
      await page.locator('#log-file-beside').setInputFiles(long);
      await beside.getByText('Reading was stopped.').waitFor();
      await beside.getByText('222 belong to one activity').waitFor();
      await sortByOnline(page);
      await page.locator('.log-lines td').filter({ hasText: 'EXAMPLE-WEB03' }).first().click();
      await page.locator('.log-related').getByText('216 events during').waitFor();
      assert.equal(page.workers().length, 1);
      assert.deepEqual(faults, []);
      await close();
    });
});
