/** A part of the reader that did not come: it is asked for again, and no page has to be loaded anew. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { choose, handOver, openTool, rows } from './log-tool.ts';
import { openSiteForTests } from './open-site.ts';

const site = await openSiteForTests();

/** The tool where what `pieces` names does not come, and how to let it come. */
async function openWithout(pieces: RegExp) {
  const opened = await openTool(site, '', (page) => page.route(pieces, (route) => route.abort()));
  return { ...opened, letCome: () => opened.page.unroute(pieces) };
}

const parts = [
  ['the reader', /reader-start/],
  ['the late parts', /late-parts/],
  ['anything', /reader-start|late-parts|catalogue\.js/],
] as const;

describe('a log that is chosen while the reader cannot be loaded', () => {
  for (const [what, pieces] of parts)
    test(`is read by “Try again” once the network is back: without ${what}`, async () => {
      const { page, context, faults, letCome, close } = await openWithout(pieces);
      await handOver(page, 'activity-tab.txt');
      const note = page.locator('.log-failure');
      await note.getByText('The reader could not be loaded.').waitFor();
      await note.getByRole('button', { name: 'Try again' }).click();
      await note.getByText('The reader could not be loaded.').waitFor();
      await letCome();
      await note.getByRole('button', { name: 'Try again' }).click();
      await page.locator('.log-status').getByText('24 lines read').waitFor();
      // From here on everything is there: the network may be cut.
      await context.setOffline(true);
      await handOver(page, 'activity-30days.csv');
      await page.locator('.log-status').getByText('148 lines read').waitFor();
      await page.locator('.log-charts').waitFor();
      assert.deepEqual(
        faults.filter((fault) => fault.includes('policy')),
        [],
      );
      await close();
    });

  test('is read when it is chosen again, and both of two files are', async () => {
    const { page, letCome, close } = await openWithout(/reader-start/);
    await handOver(page, 'eventlog.csv', 'activity-tab.txt');
    await page.getByText('The reader could not be loaded.').waitFor();
    assert.equal(await page.locator('.log-failure').count(), 1, 'one thing is told once');
    await letCome();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.log-beside-log').getByText('222 belong to one activity').waitFor();
    await handOver(page, 'activity-tab.txt');
    await page.locator('.log-status').getByText('24 lines read').waitFor();
    await close();
  });
});

test('lines that are saved while the reader cannot be loaded are saved by “Try again”', async () => {
  const { page, letCome, close } = await openWithout(/reader-start|late-parts/);
  await page.getByRole('button', { name: 'as CSV' }).click();
  const note = page.getByRole('alert');
  await note.getByText('The reader could not be loaded.').waitFor();
  const [button, told] = await Promise.all([
    page.getByRole('button', { name: 'as CSV' }).boundingBox(),
    note.boundingBox(),
  ]);
  assert.ok(
    button && told && told.y > button.y && told.y - button.y < 400,
    'it stands near the button',
  );
  await letCome();
  const saved = page.waitForEvent('download');
  await note.getByRole('button', { name: 'Try again' }).click();
  assert.equal((await saved).suggestedFilename(), 'log-lines.csv');
  await note.waitFor({ state: 'detached' });
  await close();
});

test('a log that was read without the catalogue does not keep the next one from it', async () => {
  const { page, letCome, close } = await openWithout(/catalogue\.js/);
  const link = page.locator('.log-groups a[href*="/reference/messages/"]').first();
  await handOver(page, 'eventlog.csv');
  await page.locator('.log-status').getByText('lines read').waitFor();
  await page.locator('.log-groups').waitFor();
  assert.equal(await link.count(), 0);
  await letCome();
  await handOver(page, 'eventlog.csv');
  await link.waitFor();
  await close();
});

/** The tool whose worker is lost over the first question of a kind. */
const openLosing = (kind: string) =>
  openTool(site, '', (page) =>
    page.addInitScript((lost) => {
      const { postMessage } = Worker.prototype;
      let isLost = false;
      Worker.prototype.postMessage = function (this: Worker, message: unknown) {
        const { question } = message as { readonly question: { readonly kind: string } };
        if (isLost || question.kind !== lost) return postMessage.call(this, message);
        isLost = true;
        this.dispatchEvent(new ErrorEvent('error', { message: 'lost' }));
      };
    }, kind),
  );

describe('a worker that is lost', () => {
  for (const [button, kind, file] of [
    ['as CSV', 'export', 'log-lines.csv'],
    ['Save them as a text file', 'left-out', 'rows-left-out.txt'],
  ] as const)
    test(`over ${file} is told near the button, and “Try again” makes the file`, async () => {
      const { page, close } = await openLosing(kind);
      await choose(page, 'hostile/02-wrong-column-count.txt');
      const shown = await rows(page).count();
      if (kind === 'left-out') await page.locator('.log-left-out > summary').click();
      await page.getByRole('button', { name: button }).click();
      const note = page.getByRole('alert');
      await note.getByText('fault of its own (lost). Nothing was saved.').waitFor();
      assert.equal(await rows(page).count(), shown, 'what the page shows stays');
      const saved = page.waitForEvent('download');
      await note.getByRole('button', { name: 'Try again' }).click();
      assert.equal((await saved).suggestedFilename(), file);
      await note.waitFor({ state: 'detached' });
      assert.equal(await page.locator('#log-save:focus').count(), 1, 'the focus is not lost');
      await close();
    });

  test('over a filter is told at the table and nowhere else, and “Try again” filters', async () => {
    const { page, close } = await openLosing('arrange');
    await choose(page, 'activity-tab.txt');
    await page.getByLabel('Outcome').selectOption('incomplete');
    const note = page.getByText('could not be sorted or filtered. They are shown as before.');
    await note.waitFor();
    assert.equal(await note.count(), 1);
    assert.equal(await page.locator('.log-lines [role=alert]').count(), 1);
    assert.ok(await page.locator('.log-status').getByText('24 lines read').isVisible());
    assert.equal(await rows(page).count(), 24);
    await page.locator('.log-lines').getByRole('button', { name: 'Try again' }).click();
    await page.getByText(/^\d+ of 24 lines/).waitFor();
    assert.equal(await note.count(), 0);
    assert.equal(await page.locator('#log-lines:focus').count(), 1, 'the focus is not lost');
    await close();
  });
});
