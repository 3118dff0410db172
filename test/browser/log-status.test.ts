/** The status at the top of the log explainer: both logs by name, and where the focus goes from it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { choose, openTool, sample } from './log-tool.ts';
import { openSiteForTests } from './open-site.ts';

const site = await openSiteForTests();

const status = (page: Page) => page.locator('.log-status [role=status]');
const chooseAll = (page: Page, ...names: readonly string[]) =>
  page.locator('#log-file').setInputFiles(names.map(sample));
/** What a keyboard would act on. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);
const enter = async (page: Page, name: string) => {
  await page.getByRole('button', { name }).first().focus();
  await page.keyboard.press('Enter');
};

describe('two files of which one is no log', () => {
  const picture = 'hostile/14-png-named-txt.txt';
  for (const names of [
    ['activity.csv', picture],
    [picture, 'activity.csv'],
    ['activity.csv', 'activity-tab.txt'],
  ])
    test(`are both told at the top: ${names.join(', ')}`, async () => {
      const { page, close } = await openTool(site);
      await chooseAll(page, ...names);
      const told = status(page);
      await told.getByText('activity.csv: 24 lines read.').waitFor();
      const refused =
        names
          .find((name) => name !== 'activity.csv')
          ?.split('/')
          .at(-1) ?? '';
      const note = told.locator('.log-failure').filter({ hasText: `Not read: ${refused}` });
      await note.getByText(/picture|image|activity log as well/i).waitFor();
      const others = page.locator('.log-beside-log [aria-live]');
      assert.equal(await others.innerText(), '', 'it is spoken once');
      await enter(page, 'Close this note');
      assert.equal(await focused(page), 'log-choose');
      assert.equal(await page.getByText(refused).count(), 0);
      await close();
    });
});

describe('an event log behind an activity log', () => {
  test('that came with it is said to be linked', async () => {
    const { page, close } = await openTool(site);
    await chooseAll(page, 'activity.csv', 'eventlog.csv');
    await status(page).getByText('activity.csv: 24 lines read.').waitFor();
    await status(page).getByText('eventlog.csv, event log, is linked.').waitFor();
    await close();
  });

  test('that is chosen later takes its place, and a button opens both', async () => {
    const { page, close } = await openTool(site);
    await choose(page, 'activity.csv');
    await choose(page, 'eventlog.csv');
    await status(page)
      .getByText(/The activity log activity\.csv, .* not shown any more/)
      .waitFor();
    await enter(page, 'Open both together');
    await status(page).getByText('activity.csv, activity log, is linked.').waitFor();
    assert.equal(await focused(page), 'log-status');
    assert.equal(await page.getByRole('button', { name: 'Open both together' }).count(), 0);
    await choose(page, 'activity-30days.csv');
    await status(page)
      .getByText(/The event log eventlog\.csv/)
      .waitFor();
    await choose(page, 'activity.csv');
    assert.equal(await page.getByRole('button', { name: 'Open both together' }).count(), 0);
    await close();
  });
});

describe('the focus', () => {
  test('goes to the choice of a log from a note on a link that is closed', async () => {
    const { page, close } = await openTool(site, '#v=1&m=log&clients=8');
    await page.locator('.log-link-note').waitFor();
    await enter(page, 'Close this note');
    assert.equal(await focused(page), 'log-choose');
    await close();
  });

  test('goes to the status from Try again and from Stop', async () => {
    const { page, context, close } = await openTool(site);
    let isAway = true;
    await context.route(/reader-start|late-parts|worker/, (route) =>
      isAway ? route.abort() : undefined,
    );
    await chooseAll(page, 'activity.csv');
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    // From here on the request is left without an answer: there is time to press Stop.
    isAway = false;
    await enter(page, 'Try again');
    assert.equal(await focused(page), 'log-status');
    await enter(page, 'Stop');
    await status(page).getByText('Reading was stopped.').waitFor();
    assert.equal(await focused(page), 'log-status');
    await close();
  });
});
