/** Links to the calculator, the address bar and Back: what is opened, what is written and what is left. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  field,
  figures,
  nextVerdict,
  openCalculator,
  settled,
  shows,
  tool,
  untilField,
  verdict,
} from './calculator-page.ts';
import { openSiteForTests } from './open-site.ts';
import { copied } from './share.ts';

const site = await openSiteForTests();
const openTool = (fragment?: string) => openCalculator(site, fragment);

test('whoever leaves the page at once finds the address written', async () => {
  const { page, close } = await openTool();
  const [typed, left] = await field(page, 'clients.0.count').evaluate((element) => {
    const input = element as HTMLInputElement;
    input.value = '17';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    const before = location.hash;
    document.dispatchEvent(new Event('visibilitychange'));
    return [before, location.hash];
  });
  assert.deepEqual([typed, left], ['', '#v=1&clients=17x1']);
  await close();
});

describe('a permalink', () => {
  test('opens to the figures it was copied from', async () => {
    const first = await openTool();
    const before = await verdict(first.page);
    await field(first.page, 'clients.0.count').fill('9');
    await field(first.page, 'hops.0.members').fill('3');
    await nextVerdict(first.page, before);
    await settled(first.page);
    const link = await copied(first.page, 'Copy link', 'Link');
    assert.equal(link, first.page.url());
    const [sentence, numbers] = [await verdict(first.page), await figures(first.page)];
    await first.close();

    const second = await openTool(new URL(link).hash);
    await shows(second.page, sentence);
    await settled(second.page);
    assert.deepEqual(await figures(second.page), numbers);
    assert.equal(await field(second.page, 'clients.0.count').inputValue(), '9');
    await second.close();
  });

  test('that cannot be read says so and is left as it is', async () => {
    const { page, close } = await openTool('#v=99&hops=4x1~ip');
    await page.locator('[role=alert]').filter({ hasText: '99' }).waitFor();
    assert.equal(new URL(page.url()).hash, '#v=99&hops=4x1~ip');
    await close();
  });

  test('that could not be read is not written: the one before stays', async () => {
    const { page, close } = await openTool();
    await field(page, 'clients.0.count').fill('7');
    await page.waitForFunction(() => location.hash === '#v=1&clients=7x1');
    await field(page, 'window').fill('1'.repeat(5000));
    await field(page, 'window').and(page.locator('[aria-invalid="true"]')).waitFor();
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    assert.equal(new URL(page.url()).hash, '#v=1&clients=7x1');
    await page.getByText('Restore', { exact: true }).click(); // a step of its own in the history
    assert.equal(new URL(page.url()).hash, '#v=1&clients=7x1');
    await close();
  });

  test('changes the figures when the address bar is edited, and Back brings the old ones', async () => {
    const { page, close } = await openTool('#v=1&clients=8x1');
    await untilField(page, 'clients.0.count', '8');
    await page.evaluate(() => {
      location.hash = '#v=1&clients=6x1';
    });
    await untilField(page, 'clients.0.count', '6');
    await page.goBack();
    await untilField(page, 'clients.0.count', '8');
    assert.equal(new URL(page.url()).hash, '#v=1&clients=8x1');
    await close();
  });
});

const example = 'This is the standard example, not your link.';

describe('a link that gives no figures', () => {
  for (const [why, fragment] of [
    ['a part that is not known', '#v=1&spam=1'],
    ['a version that is not known', '#v=2'],
    ['no version', '#clients=8x1'],
    ['a part that is there twice', '#v=1&mtu=1500&mtu=9000'],
    ['no link at all', '#garbage'],
    ['values that make no sense', '#v=1&hops=0x1~ip'],
  ] as const) {
    test(`${why}: the example is named as one, and nothing can be copied`, async () => {
      const { page, faults, close } = await openTool(fragment);
      await page.locator('[role=alert]').filter({ hasText: example }).waitFor();
      const copy = page.getByRole('button', { name: 'Copy for ticket' });
      assert.ok(await copy.isDisabled());
      await field(page, 'hops.0.members').fill('3');
      await page.getByText(example).waitFor({ state: 'detached' });
      await copy.and(page.locator(':enabled')).waitFor();
      assert.deepEqual(faults, []);
      await close();
    });
  }

  test('an anchor of the page is no link', async () => {
    const { page, open, close } = await site.newPage();
    await open(`${tool}#how-to-read`);
    await page.locator('.lag').scrollIntoViewIfNeeded();
    await field(page, 'hops.0.members').and(page.locator(':enabled')).waitFor();
    assert.equal(await page.locator('[role=alert]').count(), 0);
    assert.ok(await page.getByRole('button', { name: 'Copy link' }).isEnabled());
    await close();
  });
});

describe('while what reads a link is on its way', () => {
  test('the form waits, so that nothing typed is overwritten by it', async () => {
    const { page, faults, close } = await site.newPage();
    await page.route('**/engine.worker-*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await page.goto(`${site.url}tools/link-aggregation/#v=1&clients=7x1`);
    const clients = field(page, 'clients.0.count');
    assert.ok(await clients.isDisabled());
    await clients.and(page.locator(':enabled')).waitFor();
    await untilField(page, 'clients.0.count', '7');
    await page.waitForFunction(() => !document.querySelector('.lag-result[aria-busy]'));
    assert.match(await verdict(page), /on average/);
    assert.equal(await page.locator('[role=alert]').count(), 0);
    assert.deepEqual(faults, []);
    await close();
  });

  test('and where it cannot come, the example is named as one', async () => {
    const { page, close } = await site.newPage();
    await page.route('**/engine.worker-*.js*', (route) => route.abort());
    await page.goto(`${site.url}tools/link-aggregation/#v=1&clients=7x1`);
    await page.getByText('This is the standard example, not your link.').waitFor();
    await page.getByText('The calculation could not be started.').waitFor();
    assert.ok(await page.getByRole('button', { name: 'Copy link' }).isDisabled());
    await close();
  });
});

describe('Back', () => {
  test('undoes a choice, and what was typed before it stays', async () => {
    const { page, close } = await openTool();
    await field(page, 'clients.0.count').fill('6');
    await page.getByText('Restore', { exact: true }).click();
    await page.waitForFunction(() => location.hash.includes('direction=restore'));
    await page.getByRole('button', { name: 'Add a hop' }).click();
    await field(page, 'hops.1.members').waitFor();
    await page.goBack();
    await field(page, 'hops.1.members').waitFor({ state: 'detached' });
    await page.goBack();
    await page.waitForFunction(() => location.hash === '#v=1&clients=6x1');
    await untilField(page, 'clients.0.count', '6');
    assert.ok(await page.getByLabel('Backup', { exact: true }).isChecked());
    await close();
  });
});

describe('leaving and coming back', () => {
  test('shows the figures that were left', async () => {
    const { page, open, close } = await openTool();
    const before = await verdict(page);
    await field(page, 'clients.0.count').fill('5');
    const left = await nextVerdict(page, before);
    await open('/articles/');
    await page.goBack();
    await shows(page, left);
    assert.equal(await field(page, 'clients.0.count').inputValue(), '5');
    await close();
  });
});
