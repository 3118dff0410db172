/** What the calculator shows and hands out while an answer is under way, or cannot come. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { violations } from './axe.ts';
import { field, nextVerdict, tool, untilField, verdict } from './calculator-page.ts';
import { openSiteForTests } from './open-site.ts';

const site = await openSiteForTests();

const copyLink = (page: Page) => page.getByRole('button', { name: 'Copy link' });
const pending = (page: Page) => page.getByText('Being computed.');
const beforeWords = (page: Page) => page.locator('.lag-before-words');
const styleOf = (of: Locator) =>
  of.evaluate((element) => {
    const { color, borderTopStyle, cursor } = getComputedStyle(element);
    return [color, borderTopStyle, cursor].join(' ');
  });
const outOfDate = (page: Page) => page.locator('.lag-head').getByText('Out of date.');

/** Runs in the page before its scripts: whatever is asked of a worker is asked some seconds later. */
function slowWorkers(): void {
  // oxlint-disable-next-line typescript/unbound-method -- it is called with the worker it belongs to
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function later(this: Worker, message: unknown) {
    setTimeout(() => postMessage.call(this, message), 3500); // longer than a slow machine takes to say that it waits
  };
}

/** Runs in the page before its scripts: notes a frame with another answer above the example's advice and no word. */
function noteWithoutWords(): void {
  let example: string | undefined;
  const look = () => {
    const answer = document.querySelector('.lag-verdict')?.textContent;
    if (answer) example ??= answer;
    const isSaid = document.querySelector('.lag-before-words, .lag-pending');
    if (answer && answer !== example && !isSaid && document.body.dataset['without'] === undefined)
      document.body.dataset['without'] = answer;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

// Two hashes in a row, more flows than can be counted out: it is simulated, in a worker.
const heavy = '#v=1&hops=8x1~ip,6x1~ip-port&clients=30x1';

async function openSlow(fragment = '') {
  const opened = await site.newPage();
  await opened.context.addInitScript(slowWorkers);
  await opened.open(tool + fragment);
  await field(opened.page, 'volume').and(opened.page.locator(':enabled')).waitFor();
  return opened;
}

describe('while an answer is being computed', () => {
  test('the former one says so and cannot be copied', async () => {
    const { page, close } = await openSlow();
    const before = await verdict(page);
    await page.evaluate((hash) => location.assign(hash), heavy);
    await pending(page).waitFor();
    assert.equal(await verdict(page), before);
    assert.equal(await copyLink(page).isDisabled(), true);
    await nextVerdict(page, before);
    await copyLink(page).and(page.locator(':enabled')).waitFor();
    assert.equal(await pending(page).count(), 0);
    await close();
  });

  test('so does the example, where a link was opened', async () => {
    const { page, close } = await openSlow(heavy);
    await pending(page).waitFor();
    assert.equal(await copyLink(page).isDisabled(), true);
    await close();
  });

  test('advice of the example says so as soon as the answer to a link is there', async () => {
    const { page, context, open, close } = await site.newPage();
    await context.addInitScript(slowWorkers);
    await context.addInitScript(noteWithoutWords);
    // Computed at once, so that the advice alone comes later.
    await open(`${tool}#v=1&hops=2x1~ip&clients=24x1`);
    await beforeWords(page).first().waitFor();
    assert.equal(await page.evaluate(() => document.body.dataset['without']), undefined);
    await close();
  });

  test('advice for the former one stays where it is, says so, and is not taken', async () => {
    const { page, close } = await openSlow();
    const before = await verdict(page);
    const place = () =>
      page
        .locator('.lag-changes .lag-small')
        .evaluateAll((all) =>
          all.map((one) => Math.round(one.getBoundingClientRect().top + scrollY)),
        );
    const tryIt = page.getByRole('button', { name: /^Try it: Use 8 members/ });
    const [look, stood] = [await styleOf(tryIt), await place()];
    await field(page, 'volume').fill('42');
    await tryIt.press('Enter');
    await page
      .getByRole('status')
      .getByText(/^Working out the changes for these/)
      .waitFor();
    await beforeWords(page).first().waitFor();
    assert.equal(await beforeWords(page).count(), 2, 'above the changes and above the needs');
    assert.match(await beforeWords(page).first().innerText(), /Those shown are for the answer/);
    assert.notEqual(await styleOf(tryIt), look);
    assert.deepEqual(await place(), stood);
    assert.equal(await field(page, 'hops.0.members').inputValue(), '4');
    assert.equal(await field(page, 'volume').inputValue(), '42');
    assert.equal(await verdict(page), before);
    assert.deepEqual(await violations(page), []);
    await close();
  });

  test('the button that has the focus keeps it, and is the one of the new advice', async () => {
    const { page, close } = await openSlow();
    const tryIt = page.getByRole('button', { name: /^Try it: / }).first();
    const name = await tryIt.getAttribute('aria-label');
    await field(page, 'clients.0.count').fill('7');
    await tryIt.focus();
    await beforeWords(page).first().waitFor();
    await beforeWords(page).first().waitFor({ state: 'detached' });
    const focused = page.locator('.lag-changes .lag-small:focus');
    assert.notEqual(await focused.getAttribute('aria-label'), name);
    assert.equal(await focused.getAttribute('aria-disabled'), 'false');
    await close();
  });

  test('a question that was overtaken does not hold up the next one', async () => {
    const { page, close } = await openSlow();
    const stopped = page.waitForEvent('worker').then((worker) => worker.waitForEvent('close'));
    await page.evaluate((hash) => location.assign(hash), heavy);
    await pending(page).waitFor();
    await page.waitForTimeout(700); // longer than a question is waited for once another one is asked
    await page.evaluate((hash) => location.assign(hash), heavy.replace('30x1', '31x1'));
    await stopped;
    await close();
  });
});

describe('where the engine cannot be fetched', () => {
  test('an answer to something else is out of date and cannot be copied, until it can', async () => {
    const { page, context, open, close } = await site.newPage();
    await context.route('**/engine.worker*', (route) => route.abort());
    await open(tool);
    await field(page, 'volume').and(page.locator(':enabled')).fill('99');
    await outOfDate(page).waitFor();
    assert.equal(await copyLink(page).isDisabled(), true);
    assert.equal(await field(page, 'volume').inputValue(), '99');

    await page.getByText('Those for these figures could not be worked out').first().waitFor();

    await context.unroute('**/engine.worker*');
    await field(page, 'volume').fill('98');
    await copyLink(page).and(page.locator(':enabled')).waitFor();
    assert.equal(await outOfDate(page).count(), 0);
    await close();
  });
});

describe('a link that is opened while the engine cannot be fetched', () => {
  const example = (page: Page) =>
    page.getByText('This is the standard example, not your link.').and(page.locator(':visible'));
  const address = (page: Page) => page.evaluate(() => location.hash);

  async function openUnread(link: string) {
    const opened = await site.newPage();
    await opened.context.route('**/engine.worker*', (route) => route.abort());
    await opened.open(tool + link);
    await example(opened.page).waitFor();
    return { ...opened, letCome: () => opened.context.unroute('**/engine.worker*') };
  }

  test('stays in the address whatever is edited, and is opened by the next key', async () => {
    const { page, letCome, close } = await openUnread(heavy);
    await field(page, 'volume').fill('12');
    await page.getByRole('button', { name: 'Add a hop' }).click();
    await page.waitForTimeout(500); // longer than the address bar waits for the next edit
    assert.equal(await address(page), heavy);
    assert.equal(await example(page).count(), 1);
    await letCome();
    await field(page, 'volume').press('9');
    await untilField(page, 'hops.1.members', '6');
    await copyLink(page).and(page.locator(':enabled')).waitFor();
    assert.equal(await field(page, 'clients.0.count').inputValue(), '30');
    assert.equal(await field(page, 'volume').inputValue(), '10', 'as the link says, not as typed');
    assert.equal(await address(page), heavy);
    assert.equal(await page.locator('.lag-notice:visible').count(), 0);
    await close();
  });

  test('is opened by “Try again”, which hands its focus to the answer', async () => {
    const { page, letCome, close } = await openUnread(heavy);
    const again = page.getByRole('button', { name: 'Try again', exact: true });
    await again.press('Enter');
    await page.waitForTimeout(300);
    assert.equal(await again.count(), 1, 'it has not helped yet');
    await letCome();
    await again.press('Enter');
    await copyLink(page).and(page.locator(':enabled')).waitFor();
    assert.equal(await field(page, 'clients.0.count').inputValue(), '30');
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Answer');
    await close();
  });

  test('is opened after an anchor of the page was followed meanwhile', async () => {
    const { page, letCome, close } = await openUnread(heavy);
    await page.evaluate(() => location.assign('#how-it-is-computed'));
    await letCome();
    await field(page, 'volume').press('9');
    await untilField(page, 'hops.1.members', '6');
    await close();
  });

  test('and is no link that can be read leaves the example whole, not what was typed', async () => {
    const { page, letCome, close } = await openUnread('#v=9');
    await letCome();
    const volume = await field(page, 'volume').inputValue();
    await field(page, 'volume').fill('77');
    await page.getByText('This link is of version “9”').waitFor();
    assert.equal(await field(page, 'volume').inputValue(), volume);
    assert.equal(await page.getByText('The calculation could not').count(), 0);
    assert.equal(await address(page), '#v=9');
    await close();
  });
});

test('where the advice cannot be worked out, that of the answer before is named so', async () => {
  const { page, context, open, close } = await site.newPage();
  await context.addInitScript(() => {
    Worker.prototype.postMessage = function fails(this: Worker) {
      setTimeout(() => this.dispatchEvent(new Event('error')), 0);
    };
  });
  await open(tool);
  await field(page, 'volume').and(page.locator(':enabled')).fill('42');
  await beforeWords(page).filter({ hasText: 'could not be worked out' }).first().waitFor();
  assert.equal(await page.locator('.lag-more section[aria-busy]').count(), 0);
  assert.equal(await copyLink(page).isEnabled(), true);
  await close();
});
