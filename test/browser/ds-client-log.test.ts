/** The log explainer in every state it has: charts, corrections, no script, paper, a frame, axe. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import type { AxeResults } from 'axe-core';
import { choose, openTool, rows, said, sample, tool } from './log-tool.ts';
import { openSiteForTests } from './open-site.ts';

const site = await openSiteForTests();

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
declare const axe: { run: (options?: object) => Promise<AxeResults> };

test('a log of a month shows one day by the hour, and the next log asks anew', async () => {
  const { page, faults, close } = await openTool(site);
  await choose(page, 'activity-30days.csv');
  const day = page.locator('.log-one-day');
  const days = day.getByRole('combobox', { name: 'One day by the hour' });
  await days.selectOption({ index: 12 });
  await day.locator('.log-lanes').waitFor();
  await day.getByText(/At most \d runs at the same time|No two runs at the same time/).waitFor();
  await choose(page, 'activity-tab.txt');
  assert.equal(await day.count(), 0);
  assert.deepEqual(faults, []);
  await close();
});

describe('the chart of a set', () => {
  test('is walked with the keyboard, night by night, and leads to the line', async () => {
    const { page, close } = await openTool(site);
    assert.equal(await page.locator('.log-charts').count(), 0, 'two nights show no course');
    await choose(page, 'activity-30days.csv');
    const charts = page.locator('.log-charts');
    await charts.locator('p').first().getByText('1 day far from it').waitFor();
    await charts.getByLabel('Set').selectOption({ label: 'EXAMPLE-SQL01 - Orders database' });
    await charts.getByText('1 h 12 min (the median)').waitFor();
    const night = charts.getByRole('slider', { name: 'Night' });
    await night.focus();
    await page.keyboard.press('Home');
    for (let step = 0; step < 9; step += 1) await page.keyboard.press('ArrowRight');
    // 4:18:24 where 1:11:33 is usual
    const told = /^Wed 11 Feb 2026: 4 h 18 min, 3\.6 times the usual$/;
    assert.match((await night.getAttribute('aria-valuetext')) ?? '', told);
    await charts.getByRole('button', { name: 'Show the line' }).click();
    const chosen = page.locator('tr[data-chosen]');
    await chosen.filter({ hasText: 'Orders database' }).waitFor();
    await close();
  });

  test('has a table of the same nights, and each mark a shape of its own', async () => {
    const { page, close } = await openTool(site);
    await choose(page, 'activity-30days.csv');
    const charts = page.locator('.log-charts');
    await charts.getByLabel('Set').selectOption({ label: 'EXAMPLE-MAIL01 - Mail stores' });
    await charts.locator('.log-key').getByText('Did not finish').waitFor();
    await charts.getByText('The same as a table').click();
    const nights = charts.locator('tbody tr');
    assert.equal(await nights.count(), await charts.locator('.log-chart-plot > svg').count());
    await nights.filter({ hasText: 'the figure of part of a run' }).waitFor();
    const shapes = await charts
      .locator('.log-key path')
      .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('d')));
    assert.equal(new Set(shapes).size, shapes.length);
    await charts.getByLabel('Figure').selectOption('online');
    await charts.getByText('online: Usually').waitFor();
    assert.match(await nights.first().innerText(), /[KMGT]iB \([\d,]+ bytes\)/);
    const letters = await charts
      .locator('.log-chart text')
      .evaluateAll((texts) =>
        texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize)),
      );
    assert.ok(Math.min(...letters) >= 12, `${Math.min(...letters)} px`);
    await close();
  });
});

describe('how a log was read', () => {
  test('can be corrected, and the answer follows', async () => {
    const { page, close } = await openTool(site);
    await choose(page, 'activity-tab.txt');
    assert.match(await page.locator('.log-answer').innerText(), /Mon 2 Mar 2026 01:00/);
    await page.locator('.log-reading > summary').click();
    await page.getByRole('combobox', { name: 'Correct: Dates' }).selectOption('DMY');
    await page.locator('.log-answer').getByText('Tue 3 Feb 2026').first().waitFor();
    assert.match(new URL(page.url()).hash, /date=DMY/);
    await close();
  });
});

test('without a script the page shows the sample, its answer and one cell explained', async () => {
  const { page, open, close } = await site.newPage({ javaScriptEnabled: false });
  await open(tool);
  assert.equal(await page.locator('.log-lines tbody tr').count(), 24);
  assert.match(await page.locator('.log-answer h2').innerText(), /5 of 24 activities/);
  assert.match(await said(page).innerText(), /30\.004 GiB \(32,216,449,024 bytes\)/);
  assert.ok(await page.getByRole('button', { name: 'Choose a saved log…' }).isDisabled());
  assert.ok(await page.locator('.log-noscript').isVisible());
  await close();
});

test('on paper the lines that need somebody stand, and not the table that scrolls', async () => {
  const { page, close } = await openTool(site);
  await page.emulateMedia({ media: 'print' });
  const printed = page.locator('.log-printed');
  assert.match(await printed.innerText(), /EXAMPLE-WEB03 - IIS content/);
  assert.ok(await page.locator('.log-lines').isHidden());
  assert.ok(await page.locator('#privacy').isHidden());
  await page.emulateMedia({ media: 'screen' });
  assert.ok(await printed.isHidden());
  await close();
});

test('in a frame every link leads out of it', async () => {
  const { page, open, close } = await site.newPage();
  await open('/embed/ds-client-log/');
  await page.locator('#log-file:enabled').waitFor({ state: 'attached' });
  await choose(page, 'eventlog.csv');
  const out = page.locator('.log-tool a');
  assert.ok((await out.count()) > 10);
  assert.equal(await page.locator('.log-tool a:not([target=_blank][rel=noopener])').count(), 0);
  const home = page.getByRole('link', { name: 'Open in the knowledge base' });
  assert.match((await home.getAttribute('href')) ?? '', /\/tools\/ds-client-log\/$/);
  await close();
});

test('axe finds nothing in any mode', async () => {
  const { page, close } = await openTool(site);
  const clean = async (mode: string) => {
    await page.evaluate(axeSource);
    const { violations } = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }));
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    assert.deepEqual(found, [], mode);
  };
  await page.locator('.log-reading > summary').click();
  await page.locator('.log-mapping > summary').click();
  await page.locator('.log-paste > summary').click();
  await clean('the sample, everything unfolded');
  await page.locator('.log-tasks').getByRole('button', { name: 'Show the line' }).first().click();
  await page.locator('tr[data-chosen]').waitFor();
  await clean('a line that was led to');
  await page.getByLabel(/Put the text of the chosen lines/).check();
  await page.locator('.log-share-link').waitFor();
  await clean('a link with lines, before it is copied');
  await choose(page, 'eventlog.csv');
  await clean('an event log');
  await page.locator('#log-file-beside').setInputFiles(sample('activity-tab.txt'));
  await page.locator('.log-beside-log').getByText('is linked').waitFor();
  await rows(page).nth(3).locator('td').nth(2).click();
  await page.locator('.log-related').waitFor();
  await clean('an event log with its activities');
  await choose(page, 'activity-30days.csv');
  await page.getByText('The same as a table').click();
  await clean('a month, its chart as a table');
  await choose(page, 'hostile/02-wrong-column-count.txt');
  await page.locator('.log-left-out summary').click();
  await page.locator('#log-file').setInputFiles(sample('hostile/13-binary-garbage.bin'));
  await page.locator('.log-failure').waitFor();
  await clean('a file refused');
  await page.getByRole('button', { name: 'The log shown before' }).click();
  await clean('rows left out, and a file refused');
  await close();
});
