/** Links to the log explainer: what they carry, show and keep to themselves. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { choose, handOver, openTool } from './log-tool.ts';
import { openSiteForTests } from './open-site.ts';

const site = await openSiteForTests();

describe('a link', () => {
  test('to a log says that the log is to be loaded here; what it does not know is named', async () => {
    const fragment = '#v=1&m=line&online=5&outcome=bogus&clients=8';
    const { page, close } = await openTool(site, fragment);
    const note = page.locator('.log-link-note');
    await note.getByText('outcome=bogus').waitFor();
    await note.getByText('has a part “clients”').waitFor();
    await page.locator('.log-numbers-said').getByText('5 bytes').first().waitFor();
    assert.equal(new URL(page.url()).hash, fragment, 'the link is left as it was sent');
    await close();
    const plain = await openTool(site, '#v=1&m=log&sort=online.up');
    const advice = plain.page
      .locator('.log-link-note')
      .getByText('The log itself is not in the link');
    await advice.waitFor();
    await choose(plain.page, 'activity-tab.txt');
    await advice.waitFor({ state: 'hidden' });
    await plain.close();
  });

  test('carries how the log is shown and nothing that stands in it', async () => {
    const { page, close } = await openTool(site);
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
    const { page, close } = await openTool(site, '#v=1&m=log&sort=online.up&outcome=incomplete');
    await choose(page, 'activity-30days.csv');
    await page.locator('.log-count').getByText('1 of 148').waitFor();
    await page.locator('th[aria-sort=ascending]').filter({ hasText: 'Online' }).waitFor();
    await close();
  });

  test('with typed numbers opens to their sentences', async () => {
    const { page, close } = await openTool(site, '#v=1&m=line&online=32216449024&sent=5242880');
    // 32,216,449,024 / 5,242,880 = 6144.8
    await page.locator('.log-numbers-said').getByText('6,145 : 1').waitFor();
    assert.equal(await page.locator('[name=online]').inputValue(), '32,216,449,024');
    await close();
  });

  test('holds the text of a line only when it was seen first, and opens to the same sentences', async () => {
    const { page, context, requests, close } = await openTool(site);
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

    const opened = await openTool(site, new URL(link).hash);
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
    const { page, close } = await openTool(site);
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
    const { page, close } = await openTool(site, '#v=1&m=line&online=32216449024');
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
    await page.locator('.log-link-note').waitFor({ state: 'detached' });
    // The address says what is shown, as soon as it is shown.
    await page.waitForFunction(() => location.hash === '#v=1&m=log');
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
    const { page, faults, close } = await openTool(
      site,
      `#v=1&m=events&head=time,text&line=7,x,${cell}`,
    );
    await page.locator('.log-lines td').getByText('<img src=x onerror=alert(1)>').waitFor();
    assert.equal(await page.locator('.log-tool img').count(), 0);
    await page.locator('.log-table .log-hidden').getByText('U+202E').waitFor();
    assert.deepEqual(faults, []);
    await close();
  });

  test('for a ticket names nothing unless the reader says so', async () => {
    const { page, context, close } = await openTool(site);
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
    const { page, context, close } = await openTool(site);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('.log-paste > summary').click();
    const lines =
      'Type\tTime\tDescription\nError\t2026-03-02 01:00:00\tMYSQL_PWD=Fict1onal failed\n';
    await page.locator('#log-text').fill(lines);
    await page.getByRole('button', { name: 'Explain these lines' }).click();
    await page.getByText('There is one event in this log.').waitFor();
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
      site,
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

describe('while the lines of a link are still being read', () => {
  const withLines = '#v=1&m=log&head=description,completion&line=5,Set.A,Disconnected';

  /** The page with the lines of a link on their way, and how to let them come. */
  async function openWaiting() {
    let letCome = () => {};
    const held = new Promise<void>((resolve) => (letCome = resolve));
    const opened = await openTool(site, '', (page) =>
      page.route(/reader-start/, async (route) => {
        await held;
        await route.continue();
      }),
    );
    await opened.page.evaluate((link) => (location.hash = link), withLines);
    await opened.page.locator('.log-progress').getByText('the lines from the link').waitFor();
    return { ...opened, letCome };
  }
  const hash = (page: Page) => new URL(page.url()).hash;

  test('a file that is refused leaves the address to what is shown', async () => {
    const { page, letCome, close } = await openWaiting();
    await handOver(page, 'hostile/13-binary-garbage.bin');
    assert.equal(hash(page), withLines);
    letCome();
    await page.locator('.log-failure').getByText('13-binary-garbage.bin').waitFor();
    await page.waitForFunction(() => !location.hash.includes('line='));
    assert.match(hash(page), /m=example/, 'it is the sample');
    await close();
  });

  test('Stop leaves the address to what is shown', async () => {
    const { page, letCome, close } = await openWaiting();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.waitForFunction(() => !location.hash.includes('line='));
    letCome();
    await close();
  });

  test('what is done to the sample does not take the lines out of the address', async () => {
    const { page, letCome, close } = await openWaiting();
    await page.locator('#log-outcome').selectOption('incomplete');
    assert.equal(hash(page), withLines);
    letCome();
    await page.locator('.log-status').getByText('1 line read').waitFor();
    assert.equal(hash(page), withLines);
    await close();
  });
});
