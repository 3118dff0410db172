/** The log explainer under strain: big logs, hostile ones, links, and what the reader may not do. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { openSiteForTests, type WatchedPage } from './open-site.ts';

const site = await openSiteForTests();
const tool = '/tools/ds-client-log/';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
declare const axe: { run: (options?: object) => Promise<AxeResults> };

const logs = new URL('../conformance/data/logs/', import.meta.url);
const sample = (name: string) => fileURLToPath(new URL(name, logs));

async function openTool(fragment = ''): Promise<WatchedPage> {
  const opened = await site.newPage();
  await opened.open(tool + fragment);
  await opened.page.locator('#log-file:enabled').waitFor({ state: 'attached' });
  return opened;
}

const rows = (page: Page) => page.locator('.log-lines tbody tr[aria-rowindex]');
const said = (page: Page) => page.locator('.log-said');

/** Chooses a file and waits until its name stands over the answer. */
async function choose(page: Page, name: string): Promise<void> {
  await page.locator('#log-file').setInputFiles(sample(name));
  const short = name.split('/').at(-1) ?? name;
  await page.locator('.log-of').filter({ hasText: short }).waitFor();
  await page.locator('.log-parts:not([aria-busy])').waitFor(); // all parts are of this log
}

const big = path.join(mkdtempSync(path.join(tmpdir(), 'log-')), 'big.txt');
after(() => rmSync(path.dirname(big), { recursive: true }));

/** A log of `count` backups, an hour apart, as DS-User might save it; on disk, as a person has it. */
function chooseBig(page: Page, count: number): Promise<void> {
  const head =
    'Type\tDescription\tErrors\tStart\tDuration\tFiles\tOnline\tTransmitted\tCompletion\n';
  const lines = Array.from({ length: count }, (_, i) => {
    const day = 1 + (Math.floor(i / 24) % 28);
    const month = 1 + (Math.floor(i / (24 * 28)) % 12);
    const start = `${month}/${day}/2026 ${i % 24}:00:00`;
    return `Backup\tEXAMPLE-H${i % 50} - Set\t0\t${start}\t0:10:00\t5\t${1_000_000 + i}\t${i}\tCompleted\n`;
  });
  writeFileSync(big, head + lines.join(''));
  return page.locator('#log-file').setInputFiles(big);
}

describe('the reader in its worker', () => {
  test('may not connect either: it lives under the policy of the page', async () => {
    const { page, close } = await openTool();
    await choose(page, 'activity-tab.txt');
    const [reader] = page.workers();
    assert.ok(reader, 'a worker holds the log');
    assert.match(reader.url(), /^blob:/);
    const outcome = await reader.evaluate(async (address) => {
      const fetched = await fetch(address).then(() => 'went through', () => 'refused'); // prettier-ignore
      try {
        const request = new XMLHttpRequest();
        request.open('GET', address, false);
        request.send();
        return [fetched, 'went through'];
      } catch {
        return [fetched, 'refused'];
      }
    }, site.url);
    assert.deepEqual(outcome, ['refused', 'refused']);
    await close();
  });

  test('can be stopped in mid-work, and what was open stays and answers', async () => {
    const { page, close } = await openTool();
    await choose(page, 'activity-tab.txt');
    await chooseBig(page, 400_000);
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.locator('.log-failure').filter({ hasText: 'stopped' }).waitFor();
    assert.equal(await rows(page).count(), 24);
    await rows(page).first().locator('td').filter({ hasText: '5,242,880' }).click();
    await said(page).getByText('5 MiB').first().waitFor();
    await close();
  });
});

describe('the page that needs no network', () => {
  test('says when it is ready, and reads a log with the network cut', async () => {
    const { page, context, close } = await openTool();
    const ready = page.locator('.log-stays').getByText('needs no network');
    assert.equal(await ready.count(), 0); // who only reads the page does not pay for the reader
    await page.mouse.move(200, 200);
    await ready.waitFor();
    await context.setOffline(true);
    await choose(page, 'activity.xlsx');
    await choose(page, 'activity-30days.csv');
    assert.equal(await rows(page).count(), 148);
    await close();
  });
});

describe('a log of many rows', () => {
  test('has only those in view in the page, all of them within reach', async () => {
    const { page, faults, close } = await openTool();
    await chooseBig(page, 30_000);
    await page.locator('.log-of').filter({ hasText: 'big.txt' }).waitFor();
    const table = page.locator('.log-lines .log-table');
    assert.equal(await table.getAttribute('aria-rowcount'), '30001');
    assert.match(await table.locator('caption').innerText(), /30,000 rows/);
    assert.ok((await rows(page).count()) < 200);
    await table.locator('td[tabindex="0"]').focus();
    await page.keyboard.press('Control+End');
    await page.locator('tr[aria-rowindex="30001"] td').first().waitFor();
    await page.locator('tr[aria-rowindex="30001"]').getByText('1029999').waitFor();
    await table.getByRole('button', { name: 'Transmitted', exact: true }).click();
    await table.getByRole('button', { name: 'Transmitted', exact: true }).click();
    await table.locator('th[aria-sort=descending]').waitFor();
    await page.keyboard.press('Control+Home');
    await page.locator('tr[aria-rowindex="2"]').getByText('29999', { exact: true }).waitFor();
    assert.deepEqual(faults, []);
    await close();
  });
});

describe('“Show the line”', () => {
  for (const width of [1280, 360]) {
    test(`leads to the cell, and its explanation is in sight, ${width} px wide`, async () => {
      const { page, close } = await openTool();
      await page.setViewportSize({ width, height: 740 });
      await page.locator('#log-type').selectOption('Restore'); // it hides the line
      await page.locator('.log-count').getByText('1 of 24').waitFor();
      const task = page.locator('.log-tasks li').filter({ hasText: 'no ending recorded' });
      await task.getByRole('button', { name: 'Show the line' }).click();
      await said(page).getByText('Line 25').waitFor();
      const cell = page.locator('td:focus');
      await cell.waitFor();
      assert.match(
        await page.locator('tr[data-chosen]').innerText(),
        /EXAMPLE-MAIL01 - Mail stores/,
      );
      await page.waitForFunction(() => {
        const box = document.activeElement?.getBoundingClientRect();
        return box && box.top >= 0 && box.bottom <= innerHeight; // it scrolls smoothly
      });
      const places = await cell.evaluate((td) => {
        const box = td.getBoundingClientRect();
        const lead = td.parentElement?.firstElementChild?.getBoundingClientRect();
        const region = td.closest('.log-region')?.getBoundingClientRect();
        const panel = document.querySelector('.log-said')?.getBoundingClientRect();
        return {
          besideTheSet:
            box.left + 1 >= (lead?.right ?? Infinity) || td === td.parentElement?.firstElementChild,
          inRegion: box.bottom <= (region?.bottom ?? 0) && box.left < (region?.right ?? 0),
          panelInWindow: (panel?.top ?? Infinity) < innerHeight,
        };
      });
      assert.deepEqual(places, {
        besideTheSet: true,
        inRegion: true,
        panelInWindow: true,
      });
      await close();
    });
  }
});

describe('what does not fit', () => {
  test('is set aside with its reason, counted, and can be saved', async () => {
    const { page, close } = await openTool();
    await choose(page, 'hostile/02-wrong-column-count.txt');
    const expected = JSON.parse(
      readFileSync(sample('hostile/02-wrong-column-count.txt.expect.json'), 'utf8'),
    );
    const aside = page.locator('.log-left-out');
    await aside.locator('summary').click();
    const shown = await aside.locator('tbody tr').count();
    assert.equal(shown, expected.rows_total - expected.rows_ok);
    const waiting = page.waitForEvent('download');
    await aside.getByRole('button', { name: /Save/ }).click();
    const saved = readFileSync(await (await waiting).path(), 'utf8');
    assert.equal(saved.trimEnd().split('\r\n').length, shown + 1);
    await close();
  });

  test('hides nothing: what leaves no mark is shown as a box with its number', async () => {
    const { page, close } = await openTool();
    await choose(page, 'hostile/05-nul-bytes.txt');
    await page.locator('.log-lines .log-hidden').first().waitFor();
    assert.match(await page.locator('.log-lines .log-hidden').first().innerText(), /^U\+0000$/);
    await close();
  });

  test('shows the start of a cell of a million characters, and how much more there is', async () => {
    const { page, close } = await openTool();
    await choose(page, 'hostile/04-million-char-cell.txt');
    const more = page.locator('.log-lines td .log-more').first();
    await more.waitFor({ state: 'attached' });
    assert.match((await more.textContent()) ?? '', /^… [\d,]{6,} more$/);
    await close();
  });
});

/** The cells of a saved file; quotes as RFC 4180 has them, whatever the delimiter. */
function cellsOf(text: string, delimiter: string): readonly (readonly string[])[] {
  const cells: string[][] = [[]];
  const pattern = new RegExp(`("(?:[^"]|"")*"|[^${delimiter}\r\n]*)(${delimiter}|\r\n|$)`, 'y');
  while (pattern.lastIndex < text.length) {
    const [, cell = '', end = ''] =
      pattern.exec(text) ?? assert.fail('the file is not well-formed');
    cells.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\r\n') cells.push([]);
  }
  return cells.filter((row) => row.length > 0);
}

describe('lines saved for a spreadsheet', () => {
  // OWASP's first characters, and the fullwidth ones that a spreadsheet takes for them.
  const starts = [
    '=',
    '+',
    '-',
    '@',
    '\t=',
    '\r=',
    '\uff1d',
    '\uff0b',
    '\uff0d',
    '\uff20',
    ' =',
    '\u200b=',
  ];
  const formulas = starts.map((start) => `${start}1+1`);
  const hostile = path.join(path.dirname(big), 'formulas.csv');
  const line = (text: string) =>
    `"Backup","${text}","2026-03-02 01:00:00","-734003200","Completed"`;
  writeFileSync(
    hostile,
    ['"Type","Description","Start","Online","Completion"', ...formulas.map(line), ''].join('\n'),
  );

  for (const [form, button, delimiter] of [
    ['csv', 'as CSV', ','],
    ['txt', 'as text with tabs', '\t'],
  ] as const) {
    test(`hold nothing that it would calculate, and nothing is lost: .${form}`, async () => {
      const { page, requests, close } = await openTool();
      await page.locator('#log-file').setInputFiles(hostile);
      await page.locator('.log-of').filter({ hasText: 'formulas.csv' }).waitFor();
      const before = requests.length;
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: button }).click(),
      ]);
      assert.equal(download.suggestedFilename(), `log-lines.${form}`);
      const saved = readFileSync(await download.path(), 'utf8');
      assert.ok(saved.startsWith('\ufeff'), 'marked as UTF-8');
      const [labels, ...lines] = cellsOf(saved.slice(1), delimiter);
      assert.deepEqual(labels, ['Type', 'Description', 'Start', 'Online', 'Completion']);
      assert.deepEqual(
        lines.map(([, description]) => description),
        formulas.map((text) => `'${text}`),
      );
      assert.ok(
        lines.every(([, , , online]) => online === '-734003200'),
        'a number stays one',
      );
      const asked = requests.slice(before).filter((url) => !/^(?:blob|data):/.test(url));
      assert.deepEqual(asked, [], 'the file is made here');
      await close();
    });
  }

  test('are those that the table shows, in its order', async () => {
    const { page, close } = await openTool();
    await choose(page, 'activity-tab.txt');
    await page.locator('#log-outcome').selectOption('incomplete');
    await page.getByRole('button', { name: 'Online', exact: true }).click();
    await page.locator('th[aria-sort=ascending]').filter({ hasText: 'Online' }).waitFor();
    const shown = await rows(page).locator('td:first-child').allInnerTexts();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'as CSV' }).click(),
    ]);
    const [labels = [], ...lines] = cellsOf(
      readFileSync(await download.path(), 'utf8').slice(1),
      ',',
    );
    const at = labels.indexOf('Description');
    assert.equal(lines.length, 5);
    assert.deepEqual(
      lines.map((cells) => cells[at]),
      shown,
    );
    await close();
  });
});

describe('an event log', () => {
  test('says each message once: 214 of the same are one outage', async () => {
    const { page, close } = await openTool();
    await choose(page, 'eventlog.csv');
    const groups = page.locator('.log-groups > ol > li');
    assert.equal(await groups.count(), 14);
    const first = await groups.first().innerText();
    assert.match(first, /The network name cannot be found\./);
    assert.match(first, /214 of them between .*: one outage, not 214 faults/);
    assert.equal(await groups.first().locator('a[href$="/reference/messages/win-67/"]').count(), 1);
    await close();
  });
});

describe('two logs of the same days', () => {
  const summary = (page: Page) => page.locator('.log-beside-log');

  test('are linked: each message with its activity, each activity with its messages', async () => {
    const { page, close } = await openTool();
    assert.equal(await summary(page).count(), 0, 'the sample takes no log of somebody else');
    await choose(page, 'activity-tab.txt');
    await page.locator('#log-file-beside').setInputFiles(sample('eventlog.csv'));
    await summary(page).getByText('222 belong to one activity').waitFor();
    await summary(page).getByText('by the clock of the same machine').waitFor();
    // What to do comes from both, and what is beyond eight is folded and not lost.
    const tasks = page.locator('.log-tasks');
    const share = tasks.locator('ul > li').filter({ hasText: 'Share Unavailable' }).first();
    assert.match(await share.innerText(), /network name cannot be found\. \(214 times\.\)/);
    const tty = tasks.getByText('you must have a tty to run sudo');
    assert.ok(await tty.isHidden());
    await tasks.getByText('7 more to do').click();
    assert.ok(await tty.isVisible());
    const lost = page.locator('.log-groups > ol > li').filter({ hasText: '214 ×' });
    await lost.getByText(/214 different paths, all under .*inetpub/).click();
    assert.equal(await lost.locator('.log-paths li').count(), 8);
    await lost.getByRole('button', { name: 'Show the next 200' }).click();
    await lost.getByText('site207').waitFor();
    await lost.getByRole('button', { name: 'Show the other 6' }).click();
    await lost.getByText('site213').waitFor();
    assert.equal(await lost.locator('.log-paths li').count(), 214);
    await lost.getByText(/All during EXAMPLE-WEB03 - IIS content, .* \(line 5\)/).waitFor();
    await lost.getByRole('button', { name: 'Show the line' }).click();
    await page.locator('tr[data-chosen]').filter({ hasText: 'WEB03' }).waitFor();
    const related = page.locator('.log-said .log-related');
    await related.getByText('216 events during this activity').waitFor();
    await related.getByText('The network name cannot be found.').waitFor();
    // A correction reads the log anew; the second log is still beside it.
    await page.locator('.log-reading > summary').click();
    await page.getByRole('combobox', { name: 'Correct: Dates' }).selectOption('DMY');
    // Now most of the activities ran in February, and the events did not.
    await summary(page)
      .getByText(/Of 243 events, (?!222)/)
      .waitFor();
    await page.getByRole('combobox', { name: 'Correct: Dates' }).selectOption('MDY');
    await summary(page).getByText('222 belong to one activity').waitFor();
    await close();
  });

  test('that comes behind a file that is none is opened, and the file is named', async () => {
    const { page, close } = await openTool();
    await page
      .locator('#log-file')
      .setInputFiles([sample('hostile/13-binary-garbage.bin'), sample('activity-tab.txt')]);
    await page.locator('.log-status').getByText('24 lines read').waitFor();
    await page.locator('.log-failure').getByText('13-binary-garbage.bin').waitFor();
    await page.getByRole('button', { name: 'Close this note' }).click();
    assert.equal(await page.locator('.log-failure').count(), 0);
    await close();
  });

  test('can be chosen together, the events first; each event then names its activity', async () => {
    const { page, close } = await openTool();
    await page
      .locator('#log-file')
      .setInputFiles([sample('eventlog.csv'), sample('activity-tab.txt')]);
    await summary(page).getByText('222 belong to one activity').waitFor();
    await rows(page).nth(3).locator('td').nth(2).click();
    const related = page.locator('.log-said .log-related');
    await related.getByText(/EXAMPLE-LNX02 - Web root/).waitFor();
    await related.getByText('Which one it belongs to, the logs do not say.').waitFor();
    await close();
  });

  test('of the same kind are refused with a sentence, and another log begins without one', async () => {
    const { page, close } = await openTool();
    await choose(page, 'activity-tab.txt');
    await page.locator('#log-file-beside').setInputFiles(sample('activity.csv'));
    await summary(page).getByText('This is an activity log as well.').waitFor();
    await page.locator('#log-file-beside').setInputFiles(sample('eventlog.csv'));
    await summary(page).getByText('is linked').waitFor();
    await choose(page, 'activity-30days.csv');
    await summary(page).getByText('Add the event log of the same days').waitFor();
    await close();
  });
});

test('a log of a month shows one day by the hour, and the next log asks anew', async () => {
  const { page, faults, close } = await openTool();
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
    const { page, close } = await openTool();
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
    const { page, close } = await openTool();
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
    const { page, close } = await openTool();
    await choose(page, 'activity-tab.txt');
    assert.match(await page.locator('.log-answer').innerText(), /Mon 2 Mar 2026 01:00/);
    await page.locator('.log-reading > summary').click();
    await page.getByRole('combobox', { name: 'Correct: Dates' }).selectOption('DMY');
    await page.locator('.log-answer').getByText('Tue 3 Feb 2026').first().waitFor();
    assert.match(new URL(page.url()).hash, /date=DMY/);
    await close();
  });
});

describe('a link', () => {
  test('to a log says that the log is to be loaded here; what it does not know is named', async () => {
    const fragment = '#v=1&m=line&online=5&outcome=bogus';
    const { page, close } = await openTool(fragment);
    const note = page.locator('.log-link-note');
    await note.getByText('outcome=bogus').waitFor();
    await page.locator('.log-numbers-said').getByText('5 bytes').first().waitFor();
    assert.equal(new URL(page.url()).hash, fragment, 'the link is left as it was sent');
    await close();
    const plain = await openTool('#v=1&m=log&sort=online.up');
    const advice = plain.page
      .locator('.log-link-note')
      .getByText('The log itself is not in the link');
    await advice.waitFor();
    await choose(plain.page, 'activity-tab.txt');
    await advice.waitFor({ state: 'hidden' });
    await plain.close();
  });

  test('carries how the log is shown and nothing that stands in it', async () => {
    const { page, close } = await openTool();
    await choose(page, 'activity-tab.txt');
    await page.getByRole('button', { name: 'Online', exact: true }).click();
    await page.locator('#log-outcome').selectOption('incomplete');
    await page.locator('#log-set').selectOption('EXAMPLE-WEB03 - IIS content');
    await page.locator('.log-count').getByText('1 of 24').waitFor();
    const { hash } = new URL(page.url());
    assert.equal(hash, '#v=1&m=log&sort=online.up&outcome=incomplete');
    await close();
  });

  test('shows the next reader’s log in the same way', async () => {
    const { page, close } = await openTool('#v=1&m=log&sort=online.up&outcome=incomplete');
    await choose(page, 'activity-30days.csv');
    await page.locator('.log-count').getByText('1 of 148').waitFor();
    await page.locator('th[aria-sort=ascending]').filter({ hasText: 'Online' }).waitFor();
    await close();
  });

  test('with typed numbers opens to their sentences', async () => {
    const { page, close } = await openTool('#v=1&m=line&online=32216449024&sent=5242880');
    // 32,216,449,024 / 5,242,880 = 6144.8
    await page.locator('.log-numbers-said').getByText('6,145 : 1').waitFor();
    assert.equal(await page.locator('[name=online]').inputValue(), '32,216,449,024');
    await close();
  });

  test('holds the text of a line only when it was seen first, and opens to the same sentences', async () => {
    const { page, context, requests, close } = await openTool();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await choose(page, 'activity-tab.txt');
    await page.locator('.log-tasks').getByRole('button', { name: 'Show the line' }).first().click();
    await page.locator('tr[data-chosen]').waitFor();
    const sentences = (on: Page) => on.locator('.log-said .log-sentence').allInnerTexts();
    const told = await sentences(page);
    await page.getByLabel(/Put the text of the chosen lines/).check();
    const preview = page.locator('.log-share-link');
    await preview.waitFor();
    const link = await preview.inputValue();
    assert.doesNotMatch(link, /EXAMPLE/, 'names are replaced');
    assert.match(link, /line=5,.*Set\.A.*Share\.Unavailable/);
    assert.doesNotMatch(new URL(page.url()).hash, /line=/, 'the address bar does not hold it');
    await page.getByRole('button', { name: 'Copy this link' }).click();
    await page.locator('.log-share-said').getByText('clipboard').waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);
    assert.ok(!requests.some((url) => url.includes('line=')));
    await close();

    const opened = await openTool(new URL(link).hash);
    await opened.page.locator('.log-answer').getByText('1 line of an activity log').waitFor();
    await opened.page.locator('.log-said').getByText('Line 5, Set A').waitFor();
    assert.deepEqual(await sentences(opened.page), told);
    assert.equal(await opened.page.locator('.log-link-note').count(), 0);
    assert.equal(new URL(opened.page.url()).hash, new URL(link).hash);
    // What is shown next keeps the lines: they are all there is.
    await opened.page.getByRole('button', { name: 'Online', exact: true }).click();
    await opened.page.waitForFunction(() => location.hash.includes('sort=online.up'));
    assert.match(new URL(opened.page.url()).hash, /line=5,/);
    await choose(opened.page, 'activity-tab.txt');
    await opened.page.locator('.log-count').getByText('24 lines').waitFor();
    await opened.page.waitForFunction(() => !location.hash.includes('line='));
    await opened.close();
  });

  test('is refused for a line that looks as if it held a secret, and can go without it', async () => {
    const { page, close } = await openTool();
    await page.locator('.log-paste > summary').click();
    await page
      .locator('#log-text')
      .fill(
        'Type\tDescription\tStart\tCompletion\nBackup\tEXAMPLE - Set\t2026-03-02 01:00:00\tpassword=Fict1onal!\n',
      );
    await page.getByRole('button', { name: 'Explain these lines' }).click();
    await page.locator('.log-lines td').filter({ hasText: 'Fict1onal' }).click();
    await page.getByLabel(/Put the text of the chosen lines/).check();
    await page.locator('.log-refused').getByText('this looks like a password').waitFor();
    assert.equal(await page.locator('.log-share-link').count(), 0);
    await page.getByRole('button', { name: 'Leave these texts out' }).click();
    const link = page.locator('.log-share-link');
    await link.waitFor();
    assert.match(await link.inputValue(), /left\.out\.by\.the\.sender/);
    assert.doesNotMatch(await link.inputValue(), /Fict1onal/);
    await close();
  });

  test('that is opened in the same tab is shown, and a log of the reader comes back', async () => {
    const { page, close } = await openTool('#v=1&m=line&online=32216449024');
    await choose(page, 'activity-tab.txt');
    await page.locator('.log-count').getByText('24 lines').waitFor();
    const open = (hash: string) => page.evaluate((to) => void (location.hash = to), hash);
    await open('#v=1&m=log&sort=online.down');
    await page.locator('th[aria-sort=descending]').filter({ hasText: 'Online' }).waitFor();
    assert.equal(await page.locator('[name=online]').inputValue(), '');
    await open('#v=1&m=log&head=description,completion&line=5,Set.A,Disconnected');
    await page.locator('.log-answer').getByText('1 line of an activity log').waitFor();
    await page.locator('.log-link-note').getByText('activity-tab.txt').waitFor();
    await page.getByRole('button', { name: 'Show it again' }).click();
    await page.locator('.log-count').getByText('24 lines').waitFor();
    assert.equal(await page.locator('.log-link-note').count(), 0);
    assert.equal(new URL(page.url()).hash, '#v=1&m=log', 'the address says what is shown');
    await open('#v=1&m=log&head=description,completion&line=6,Set.B,Disconnected');
    await page.locator('.log-said').getByText('Line 6, Set B').waitFor();
    await page.goBack();
    await page.goBack();
    await page.locator('.log-count').getByText('24 lines').waitFor();
    await page.locator('th[aria-sort=descending]').filter({ hasText: 'Online' }).waitFor();
    await close();
  });

  test('with hostile text in its lines shows it and does nothing else', async () => {
    const cell = '~3Cimg.src~3Dx.onerror~3Dalert~281~29~3E~E2~80~AEgnp~00';
    const { page, faults, close } = await openTool(`#v=1&m=events&head=time,text&line=7,x,${cell}`);
    await page.locator('.log-lines td').getByText('<img src=x onerror=alert(1)>').waitFor();
    assert.equal(await page.locator('.log-tool img').count(), 0);
    await page.locator('.log-table .log-hidden').getByText('U+202E').waitFor();
    assert.deepEqual(faults, []);
    await close();
  });

  test('for a ticket names nothing unless the reader says so', async () => {
    const { page, context, close } = await openTool();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await choose(page, 'activity-tab.txt');
    const copied = async () => {
      await page.getByRole('button', { name: 'Copy for ticket' }).click();
      await page.locator('.log-share-said').getByText('clipboard').waitFor();
      return page.evaluate(() => navigator.clipboard.readText());
    };
    const masked = await copied();
    assert.match(masked, /Set A, Mon 2 Mar 03:00 \(line 5\), Share Unavailable, 214 errors/);
    assert.doesNotMatch(masked, /EXAMPLE/);
    await page.getByLabel(/with names/).check();
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await page.getByRole('button', { name: 'Copy for ticket' }).click();
    await page.waitForFunction(async () =>
      (await navigator.clipboard.readText()).includes('EXAMPLE-WEB03'),
    );
    await close();
  });

  test('for a ticket waits with a secret in it until the reader says that it is none', async () => {
    const { page, context, close } = await openTool();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('.log-paste > summary').click();
    const lines =
      'Type\tTime\tDescription\nError\t2026-03-02 01:00:00\tMYSQL_PWD=Fict1onal failed\n';
    await page.locator('#log-text').fill(lines);
    await page.getByRole('button', { name: 'Explain these lines' }).click();
    await page.getByText('1 events say').waitFor();
    await page.evaluate(() => navigator.clipboard.writeText('from before'));
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await page.getByLabel(/with names/).check();
    const copy = page.getByRole('button', { name: 'Copy for ticket' });
    await copy.click();
    await page.getByRole('alert').getByText('This looks like a password').waitFor();
    assert.equal(await clipboard(), 'from before');
    await page.getByRole('button', { name: 'Do not copy' }).click();
    assert.equal(await page.getByRole('alert').count(), 0);
    await copy.click();
    await page.getByRole('button', { name: 'It is no secret: copy it' }).click();
    await page.locator('.log-share-said').getByText('clipboard').waitFor();
    assert.match(await clipboard(), /MYSQL_PWD=Fict1onal/);
    await close();
  });

  test('that holds a secret is not copied on without asking', async () => {
    const { page, context, close } = await openTool(
      '#v=1&m=log&head=description,completion&line=5,Set.A,Kennwort~3A.geheim',
    );
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('.log-answer').getByText('1 line of an activity log').waitFor();
    await page.evaluate(() => navigator.clipboard.writeText('from before'));
    await page.getByRole('button', { name: 'Copy link with my settings' }).click();
    await page.getByRole('alert').getByText('This looks like a password').waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'from before');
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

test('empty columns are left out until asked for, and the set comes first', async () => {
  const { page, close } = await openTool();
  await choose(page, 'activity-30days.csv');
  const heads = page.locator('.log-table-lines thead th');
  assert.match(await heads.first().innerText(), /^Description/);
  const before = await heads.count();
  await page.getByLabel(/Show the empty column: User Name/).check();
  assert.equal(await heads.count(), before + 1);
  await close();
});

test('on paper the lines that need somebody stand, and not the table that scrolls', async () => {
  const { page, close } = await openTool();
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
  const { page, close } = await openTool();
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
