/** What a customer does with the log explainer, and the promise that nothing leaves the browser. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { handOver, openTool as openLogTool, said, sample } from './log-tool.ts';
import { openSiteForTests, type WatchedPage } from './open-site.ts';

const site = await openSiteForTests();

const table = (page: Page) => page.locator('.log-table-lines');
const cell = (page: Page, text: string) =>
  table(page).locator('tbody td').filter({ hasText: text }).first();

/** The explainer with all that reading needs: the network may be cut. */
async function openTool(): Promise<WatchedPage> {
  const opened = await openLogTool(site);
  await opened.page.mouse.move(300, 300); // the first sign of a person fetches the reader
  await opened.page.waitForLoadState('networkidle');
  return opened;
}

/** Chooses a file and waits until the table shows a cell of it. */
async function choose(page: Page, name: string, expected: string): Promise<void> {
  await handOver(page, name);
  await cell(page, expected).waitFor();
}

/** Opens the sample as a log of its own; until it is read, the one that the build drew is shown. */
async function showSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Show the sample' }).click();
  await page.locator('.log-status').getByText('24 lines read').waitFor();
}

/** Drops a file on the tool as a person would, with the events of a drag. */
async function drop(page: Page, name: string): Promise<void> {
  const bytes = [...readFileSync(sample(name))];
  const transfer = await page.evaluateHandle(
    ([content, fileName]) => {
      const made = new DataTransfer();
      made.items.add(new File([new Uint8Array(content as number[])], fileName as string));
      return made;
    },
    [bytes, name] as const,
  );
  for (const type of ['dragenter', 'dragover', 'drop']) {
    // oxlint-disable-next-line no-await-in-loop -- a drag is these events in this order
    await page.locator('.log-tool').dispatchEvent(type, { dataTransfer: transfer });
  }
}

/** A month of another customer: 148 rows, and numbers that the sample does not have. */
const month = { name: 'activity-30days.csv', rows: 148, online: '32381049121', other: '723733345' };

/** Requests that would have left the machine; the reader itself starts from a blob. */
const outward = (requests: readonly string[], from: number) =>
  requests.slice(from).filter((url) => !/^(?:blob|data):|\/favicon\.svg$/.test(url));

describe('the sample', () => {
  test('is explained cell by cell, with exact bytes, GiB and where the sentence is from', async () => {
    const { page, faults, close } = await openTool();
    await showSample(page);
    await cell(page, '32,216,449,024').click();
    await said(page).getByText('32,216,449,024').first().waitFor();
    const text = await said(page).innerText();
    assert.match(text, /30(?:\.00\d*)? GiB/); // 32,216,449,024 / 2^30 = 30.0039
    assert.match(text, /documents this|guide says this|our reading/i);
    assert.deepEqual(faults, []);
    await close();
  });

  test('has every column explained from its header', async () => {
    const { page, close } = await openTool();
    await page.getByRole('button', { name: 'What does Transmitted mean?' }).click();
    await said(page)
      .getByText(/transmitted/i)
      .first()
      .waitFor();
    await said(page).locator('.log-mark').first().waitFor();
    const more = said(page).locator('a[href*="/reference/log-columns/#"]');
    assert.equal(await more.count(), 1);
    await close();
  });

  test('is sorted by a press on a label, numbers as numbers', async () => {
    const { page, close } = await openTool();
    await showSample(page);
    const label = page.getByRole('button', { name: 'Online', exact: true });
    const head = table(page).locator('th').filter({ has: label });
    await label.click();
    await table(page).locator('th[aria-sort=ascending]').waitFor();
    assert.equal(await head.getAttribute('aria-sort'), 'ascending');
    const place = await head.evaluate((th) => (th as HTMLTableCellElement).cellIndex);
    const column = table(page).locator(`tbody tr[aria-rowindex] td:nth-child(${place + 1})`);
    await page.waitForTimeout(300);
    const texts = await column.allInnerTexts();
    const written = texts.filter((text) => /\d/.test(text)); // what is missing stands last
    const numbers = written.map((text) => Number(text.replace(/\D/g, '')));
    assert.ok(numbers.length > 5);
    assert.deepEqual(numbers, numbers.toSorted((a, b) => a - b)); // prettier-ignore
    await close();
  });
});

describe('a log of one’s own', () => {
  test('is read, and a cell of it explained', async () => {
    const { page, faults, close } = await openTool();
    await choose(page, month.name, month.online);
    assert.equal(await table(page).getAttribute('aria-rowcount'), String(month.rows + 1));
    await cell(page, 'Completed').click();
    await said(page).getByText('Completed').first().waitFor();
    await said(page).locator('.log-mark').first().waitFor();
    assert.deepEqual(faults, []);
    await close();
  });

  test('can be pasted, one line without its labels included', async () => {
    const { page, close } = await openTool();
    await page.locator('.log-paste summary').click();
    await page.locator('#log-text').fill(readFileSync(sample('paste-one-row.txt'), 'utf8'));
    await page.getByRole('button', { name: 'Explain these lines' }).click();
    await page.waitForFunction(
      () => document.querySelectorAll('.log-table tbody tr[aria-rowindex]').length === 1,
    );
    await close();
  });

  test('that is a picture is refused with a sentence, and what was open is folded away', async () => {
    const { page, close } = await openTool();
    await choose(page, month.name, month.online);
    await handOver(page, 'hostile/14-png-named-txt.txt');
    const note = page.locator('.log-failure');
    await note.waitFor();
    assert.match(await note.innerText(), /picture|image|screenshot/i);
    assert.ok(await page.locator('.log-answer').isHidden());
    await page.getByRole('button', { name: 'The log shown before' }).click();
    assert.ok(await cell(page, month.online).isVisible());
    await page.getByRole('button', { name: 'Close this note' }).click();
    assert.ok(await page.locator('.log-answer').isVisible());
    await close();
  });

  test('with markup in its cells is shown as text', async () => {
    const { page, faults, close } = await openTool();
    let asked = 0;
    page.on('dialog', (dialog) => {
      asked += 1;
      void dialog.dismiss();
    });
    await choose(page, 'hostile/07-script-tags.txt', '<script>alert(1)</script>');
    await cell(page, '<img').click();
    await said(page).getByText('<img').first().waitFor();
    assert.equal(await page.locator('.log-tool img, .log-tool script').count(), 0);
    assert.equal(asked, 0);
    assert.deepEqual(faults, []);
    await close();
  });
});

describe('private, provably', () => {
  test('a dropped log is read with the network cut, and no request of any kind follows', async () => {
    const { page, context, requests, close } = await openTool();
    // The page says: click into it, wait a second, then unplug.
    await page.locator('h1').click();
    await page.waitForTimeout(1000);
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    const before = requests.length;
    await drop(page, month.name);
    await cell(page, month.online).waitFor();
    await cell(page, month.other).click();
    await said(page).getByText('723,733,345').first().waitFor();
    assert.deepEqual(outward(requests, before), []);
    await close();
  });

  test('the browser refuses every connection that the page could try', async () => {
    const { page, faults, close } = await openTool();
    const refused = await page.evaluate(async () => {
      const attempts = [
        fetch('/').then(() => 'fetch went through', () => ''), // prettier-ignore
        new Promise<string>((resolve) => {
          const request = new XMLHttpRequest();
          request.onerror = () => resolve('');
          request.onload = () => resolve('XMLHttpRequest went through');
          request.open('GET', '/');
          request.send();
        }),
      ];
      return (await Promise.all(attempts)).filter(Boolean);
    });
    assert.deepEqual(refused, []);
    assert.ok(
      faults.some((fault) => fault.includes('connect-src')),
      'the policy refused it',
    );
    await close();
  });

  test('nothing is stored: not the log, not that there was one', async () => {
    const { page, context, close } = await openTool();
    await choose(page, month.name, month.online);
    const kept = await page.evaluate(async () => ({
      local: { ...localStorage },
      session: { ...sessionStorage },
      databases: (await indexedDB.databases()).length,
      address: location.search + location.hash,
    }));
    assert.deepEqual(kept, { local: {}, session: {}, databases: 0, address: '' });
    assert.deepEqual(await context.cookies(), []);
    await close();
  });

  for (const address of ['/embed/ds-client-log/', '/articles/ds-client-logs/']) {
    test(`${address} keeps the same promise`, async () => {
      const { page, requests, open, close } = await site.newPage();
      await open(address);
      await page.locator('[data-island="ds-client-log"]').scrollIntoViewIfNeeded();
      await page.locator('#log-file:enabled').waitFor({ state: 'attached' });
      await page.mouse.move(300, 300);
      await page.waitForTimeout(1000);
      const before = requests.length;
      await drop(page, month.name);
      await cell(page, month.online).waitFor();
      assert.deepEqual(outward(requests, before), []);
      await close();
    });
  }
});

describe('with the keyboard alone', () => {
  test('the arrow keys walk through the table and Enter explains a cell', async () => {
    const { page, close } = await openTool();
    await table(page).locator('td[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const text = await page.evaluate(() => document.activeElement?.closest('td')?.innerText ?? '');
    const before = await said(page).innerText();
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (old) => document.querySelector<HTMLElement>('.log-said')?.innerText !== old,
      before,
    );
    assert.equal(await table(page).locator('td[aria-selected=true]').innerText(), text);
    await close();
  });
});

test('three numbers typed in are explained without any log', async () => {
  const { page, close } = await openTool();
  await page.locator('.log-numbers summary').click();
  await page.locator('[name=online]').fill('32,216,449,024');
  await page.locator('[name=transmitted]').fill('5,242,880');
  const answer = page.locator('.log-numbers-said');
  await answer.getByText('5 MiB').first().waitFor(); // 5,242,880 = 5 x 2^20
  assert.match(await answer.innerText(), /30(?:\.00\d*)? GiB/);
  await close();
});
