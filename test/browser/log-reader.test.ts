/** The reader of the log explainer: its policy, big logs, hostile ones, and what does not fit. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { choose, dropOn, openTool, rows, said, sample } from './log-tool.ts';
import { openSiteForTests } from './open-site.ts';

const site = await openSiteForTests();

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
    const { page, close } = await openTool(site);
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
    const { page, close } = await openTool(site);
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

describe('what the browser cannot open', () => {
  const says = /The browser could not open this.*folder/;

  test('is no fault of the reader: a folder is named, and a file that came with it is read', async () => {
    const { page, faults, close } = await openTool(site);
    const folder = path.join(path.dirname(big), 'logs of March');
    mkdirSync(folder, { recursive: true });
    const refusal = page.locator('.log-failure');
    await dropOn(page, '.log-source', [folder]);
    await refusal.waitFor();
    assert.match(await refusal.innerText(), /Not read: logs of March/);
    assert.match(await refusal.innerText(), says);
    await dropOn(page, '.log-source', [folder, sample('activity-tab.txt')]);
    await page.locator('.log-status').getByText('24 lines read').waitFor();
    assert.match(await page.locator('.log-status').innerText(), says);
    assert.doesNotMatch(await page.locator('.log-status').innerText(), /fault/);
    assert.deepEqual(faults, []);
    await close();
  });

  test('is said as well of a second log, and the open one stays', async () => {
    const { page, close } = await openTool(site);
    await dropOn(page, '.log-source', [sample('activity-tab.txt'), path.dirname(big)]);
    await page.getByText(says).waitFor();
    assert.equal(await rows(page).count(), 24);
    await close();
  });
});

describe('the page that needs no network', () => {
  test('says when it is ready, and reads a log with the network cut', async () => {
    const { page, context, close } = await openTool(site);
    const ready = page.locator('.log-stays').getByText('needs no network');
    assert.equal(await ready.count(), 0); // who only reads the page does not pay for the reader
    await page.mouse.move(200, 200);
    await ready.waitFor();
    await context.setOffline(true);
    await choose(page, 'activity.xlsx');
    await choose(page, 'activity-30days.csv');
    await page.locator('.log-lines .log-table[aria-rowcount="149"]').waitFor(); // with its head
    await close();
  });
});

describe('a log of many rows', () => {
  test('has only those in view in the page, all of them within reach', async () => {
    const { page, faults, close } = await openTool(site);
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

describe('what does not fit', () => {
  test('is set aside with its reason, counted, and can be saved', async () => {
    const { page, close } = await openTool(site);
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
    const { page, close } = await openTool(site);
    await choose(page, 'hostile/05-nul-bytes.txt');
    await page.locator('.log-lines .log-hidden').first().waitFor();
    assert.match(await page.locator('.log-lines .log-hidden').first().innerText(), /^U\+0000$/);
    await close();
  });

  test('shows the start of a cell of a million characters, and how much more there is', async () => {
    const { page, close } = await openTool(site);
    await choose(page, 'hostile/04-million-char-cell.txt');
    const more = page.locator('.log-lines td .log-more').first();
    await more.waitFor({ state: 'attached' });
    assert.match((await more.textContent()) ?? '', /^… [\d,]{6,} more$/);
    await close();
  });
});
