/** A log that takes seconds to read: how far it is, stopping it, its time limit, its lines ahead of the rest. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { makeLargeLog } from '../bench/make-large-log.ts';
import { choose, handOver, openTool, settled, tool } from './log-tool.ts';
import { openSiteForTests } from './open-site.ts';

const site = await openSiteForTests();

const folder = mkdtempSync(path.join(tmpdir(), 'long-log-'));
after(() => rmSync(folder, { recursive: true }));
const long = path.join(folder, 'long.txt');
const lines = 300_000;
makeLargeLog(lines, long);

interface Step {
  readonly share: number;
  readonly words: string;
  readonly spoken: string;
}

declare global {
  interface Window {
    steps?: Step[];
  }
}

/** Runs in the page: notes each change of the progress; presses Stop when its words hold `stopAt`. */
function noteSteps(stopAt: string | null): void {
  const steps: Step[] = [];
  window.steps = steps;
  const look = () => {
    const bar = document.querySelector<HTMLProgressElement>('.log-progress progress');
    if (!bar) return;
    const words = document.querySelector('.log-progress-words')?.textContent ?? '';
    const spoken = document.querySelector('.log-status [role=status]')?.textContent ?? '';
    const last = steps.at(-1);
    if (last?.words !== words || last.share !== bar.value || last.spoken !== spoken)
      steps.push({ share: bar.value, words, spoken });
    if (stopAt !== null && words.includes(stopAt)) {
      watcher.disconnect();
      document.querySelector<HTMLButtonElement>('.log-progress button')?.click();
    }
  };
  const watcher = new MutationObserver(look);
  watcher.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true }); // prettier-ignore
}

/** Everything a person sees of the open log, and where they are in it. */
const shown = (page: Page) =>
  page.evaluate(() => ({
    text: document.querySelector<HTMLElement>('.log-parts')?.innerText,
    sorted: document.querySelector('th[aria-sort=descending]')?.textContent,
    chosen: document.querySelector('tr[data-chosen]')?.textContent,
    filters: [...document.querySelectorAll('select')].map(({ id, value }) => `${id}=${value}`),
    scrolled: document.querySelector('.log-region-lines')?.scrollTop,
    address: location.hash,
  }));

describe('a log that takes seconds', () => {
  test('says how far it is, in bytes and lines, and to a screen reader only now and then', async () => {
    const { page, close } = await openTool(site);
    await page.evaluate(noteSteps, null);
    const begun = performance.now();
    await page.locator('#log-file').setInputFiles(long);
    const status = page.locator('.log-status [role=status]');
    await status.getByText(`long.txt: ${lines.toLocaleString('en-GB')} lines read.`).waitFor();
    const seconds = (performance.now() - begun) / 1000;
    const steps = await page.evaluate(() => window.steps ?? []);
    const shares = steps.map(({ share }) => share);
    assert.deepEqual(shares, shares.toSorted((a, b) => a - b)); // prettier-ignore
    assert.ok(new Set(shares).size >= 6, `${new Set(shares).size} different shares`);
    const words = steps.map((step) => step.words).join('\n');
    assert.match(words, /Taking in the file: .* of [\d.]+ MiB/);
    assert.match(words, /Reading columns, numbers and dates: [\d.]+ MiB of [\d.]+ MiB/);
    assert.match(words, /Working out what the lines say: [\d,]+ of 300,000 lines/);
    const spoken = new Set(steps.map((step) => step.spoken)).size;
    assert.ok(spoken <= seconds / 5 + 2, `${spoken} announcements in ${seconds} s`);
    await close();
  });

  const stages = ['Starting', 'Taking in', 'Reading columns', 'Working out'];
  test('can be stopped at every stage, and the page is as it was before', async () => {
    const { page, faults, close } = await openTool(site);
    await choose(page, 'activity-30days.csv');
    const label = page.getByRole('button', { name: 'Online', exact: true });
    await label.click();
    await label.click();
    await page.locator('th[aria-sort=descending]').waitFor();
    await page.locator('#log-outcome').selectOption('completed');
    await page.locator('.log-count').getByText(' of 148').waitFor();
    await page.locator('.log-table-lines tr[aria-rowindex="4"] td').nth(2).click();
    await page.locator('.log-said .log-mark').first().waitFor();
    const before = await shown(page);
    assert.match(before.text ?? '', /activity-30days\.csv/);
    assert.ok(before.sorted && before.chosen);
    for (const stage of stages) {
      // oxlint-disable no-await-in-loop -- one file after the other on the same page
      await page.evaluate(noteSteps, stage);
      await page.locator('#log-file').setInputFiles(long);
      await page.locator('.log-failure').getByText('Reading was stopped.').waitFor();
      await settled(page);
      assert.deepEqual(await shown(page), before, `stopped at “${stage}”`);
      await page.getByRole('button', { name: 'Close this note' }).click();
      await page.locator('.log-failure').waitFor({ state: 'detached' });
      // oxlint-enable no-await-in-loop
    }
    // It is the log from before that answers.
    await page.getByRole('button', { name: 'Show all lines' }).click();
    await page.locator('.log-count').getByText('148 lines', { exact: true }).waitFor();
    assert.deepEqual(faults, []);
    await close();
  });

  test('shows its lines before it is judged, and they stay where one looks at them', async () => {
    const { page, close } = await openTool(site);
    await choose(page, 'activity-tab.txt');
    // At the moment in which the lines stand there and the answer does not: go to them.
    const seen = page.evaluate(
      () =>
        new Promise<{ readonly rows: number; readonly top: number }>((resolve) => {
          const watcher = new MutationObserver(() => {
            const region = document.querySelector('.log-region-lines');
            const rows = document.querySelectorAll('.log-table-lines tr[aria-rowindex]').length;
            if (!region || rows < 20 || !document.querySelector('.log-awaited')) return;
            if (document.querySelector('.log-count')?.textContent !== '300,000 lines') return;
            watcher.disconnect();
            region.scrollIntoView({ behavior: 'instant' });
            requestAnimationFrame(() => resolve({ rows, top: region.getBoundingClientRect().top }));
          });
          watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
        }),
    );
    await page.locator('#log-file').setInputFiles(long);
    const { top } = await seen;
    await settled(page);
    assert.equal(await page.locator('.log-awaited').count(), 0);
    assert.match(await page.locator('.log-answer h2').innerText(), /of 300,000 activities/);
    const now = await page
      .locator('.log-region-lines')
      .evaluate((region) => region.getBoundingClientRect().top);
    assert.ok(Math.abs(now - top) <= 2, `the lines moved by ${now - top} pixels`);
    await close();
  });

  test('is stopped after 90 seconds with a sentence, and the page stays usable', async () => {
    // The page's clock is put forward; the worker is at work all the while and is really stopped.
    const { page, faults, close } = await openTool(site, '', ({ clock }) => clock.install());
    await choose(page, 'activity-tab.txt');
    await page.locator('#log-file').setInputFiles(long);
    await page.locator('.log-progress progress').waitFor();
    const working = page.workers().length;
    await page.clock.fastForward(91_000);
    const note = page.locator('.log-failure');
    await note.getByText('Reading took longer than 90 seconds and was stopped.').waitFor();
    await page.waitForFunction(() => document.querySelector('.log-progress progress') === null);
    assert.ok(page.workers().length < working, 'the worker has ended');
    await page.getByRole('button', { name: 'The log shown before' }).click();
    await page.locator('.log-table-lines td').filter({ hasText: '5,242,880' }).first().click();
    await page.locator('.log-said').getByText('5 MiB').first().waitFor();
    await choose(page, 'activity-30days.csv');
    assert.equal(await page.locator('.log-failure').count(), 0);
    await page.locator('.log-lines .log-table[aria-rowcount="149"]').waitFor(); // with its head
    assert.deepEqual(faults, []);
    await close();
  });
});

describe('the worker that reads', () => {
  test('may compile the row reader under the policy of the page', async () => {
    const { page, close, open } = await site.newPage();
    const started = page.waitForEvent('worker');
    await open(tool);
    await page.locator('#log-file:enabled').waitFor({ state: 'attached' });
    await handOver(page, 'activity.csv');
    const worker = await started;
    // Where it may not, each row goes by the full rules, ten times slower and without a word.
    const emptyModule = [0, 97, 115, 109, 1, 0, 0, 0];
    const made = await worker.evaluate(
      (bytes) => String(new WebAssembly.Module(Uint8Array.from(bytes))),
      emptyModule,
    );
    assert.equal(made, '[object WebAssembly.Module]');
    await close();
  });
});
