/** An event log, and an activity log beside it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { choose, openTool, rows, sample } from './log-tool.ts';
import { openSiteForTests } from './open-site.ts';

const site = await openSiteForTests();

describe('an event log', () => {
  test('of which nothing stands out has no heading that says so', async () => {
    const { page, close } = await openTool(site);
    await choose(page, 'eventlog.csv');
    const flags = page.locator('.log-flags:not(.log-today)');
    assert.equal(await flags.locator('li:not([data-level=grey])').count(), 0);
    assert.equal(await flags.getByRole('heading').innerText(), 'What to bear in mind');
    await choose(page, 'activity-30days.csv');
    assert.equal(await flags.getByRole('heading').innerText(), 'What else stands out');
    await close();
  });

  test('says each message once: 214 of the same are one outage', async () => {
    const { page, close } = await openTool(site);
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
    const { page, close } = await openTool(site);
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
    // 3/2 is the third of February now, for the events as well.
    await lost.getByText(/^Error, Tue 3 Feb 2026 03:00:02/).waitFor();
    await summary(page).getByText('220 belong to one activity').waitFor();
    await page.getByRole('combobox', { name: 'Correct: Dates' }).selectOption('MDY');
    await summary(page).getByText('222 belong to one activity').waitFor();
    await close();
  });

  test('are both read in the date order that a link says', async () => {
    const { page, close } = await openTool(site, '#v=1&m=log&date=DMY');
    await page.locator('#log-file').setInputFiles([sample('activity.csv'), sample('eventlog.csv')]);
    await summary(page).getByText('222 belong to one activity').waitFor();
    const lost = page.locator('.log-groups > ol > li').filter({ hasText: '214 ×' });
    await lost.getByText(/^Error, Tue 3 Feb 2026/).waitFor();
    await lost.getByText(/All during EXAMPLE-WEB03 - IIS content, Tue 3 Feb/).waitFor();
    await close();
  });

  test('that comes behind a file that is none is opened, and the file is named', async () => {
    const { page, close } = await openTool(site);
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
    const { page, close } = await openTool(site);
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
    const { page, close } = await openTool(site);
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
