/** The lines of a log: led to, left out, put in order, and saved for a spreadsheet. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { choose, openTool, rows, said } from './log-tool.ts';
import { openSiteForTests } from './open-site.ts';

const site = await openSiteForTests();

const folder = mkdtempSync(path.join(tmpdir(), 'log-'));
after(() => rmSync(folder, { recursive: true }));

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

describe('“Show the line”', () => {
  for (const width of [1280, 360]) {
    test(`leads to the cell, and its explanation is in sight, ${width} px wide`, async () => {
      const { page, close } = await openTool(site);
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
  const hostile = path.join(folder, 'formulas.csv');
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
      const { page, requests, close } = await openTool(site);
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
    const { page, close } = await openTool(site);
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

test('empty columns are left out until asked for, and the set comes first', async () => {
  const { page, close } = await openTool(site);
  await choose(page, 'activity-30days.csv');
  const heads = page.locator('.log-table-lines thead th');
  assert.match(await heads.first().innerText(), /^Description/);
  const before = await heads.count();
  await page.getByLabel(/Show the empty column: User Name/).check();
  assert.equal(await heads.count(), before + 1);
  await close();
});
