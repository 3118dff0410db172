/** What can be taken away from the calculator: ticket, embed code, and the way there from an article. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { field, openCalculator, settled, tool, untilField, verdict } from './calculator-page.ts';
import { openSiteForTests } from './open-site.ts';
import { copied, copiedByHand } from './share.ts';

const site = await openSiteForTests();
const openTool = (fragment?: string) => openCalculator(site, fragment);

test('no embed code is copied where the height of the tool is not known', async () => {
  const { page, close } = await openTool();
  await page.locator('[data-island="link-aggregation"]').evaluate((root) => {
    delete (root as HTMLElement).dataset['island'];
  });
  await page.getByRole('button', { name: 'Copy embed code' }).click();
  await page.locator('.field-error').filter({ hasText: 'Embed code could not be made' }).waitFor();
  assert.equal(await page.getByText('Embed code copied.').count(), 0);
  await close();
});

describe('copy for ticket', () => {
  test('gives plain text with the answer and the link', async () => {
    const { page, close } = await openTool('#v=1&clients=12x1');
    await untilField(page, 'clients.0.count', '12');
    const ticket = await copied(page, 'Copy for ticket', 'Ticket text');
    assert.ok(ticket.includes(page.url()), 'the link');
    assert.ok(ticket.includes(await verdict(page)), 'the verdict');
    assert.ok(ticket.split('\n').length >= 8, `${ticket.split('\n').length} lines`);
    assert.doesNotMatch(ticket, /<[a-z]+[ >]|undefined|NaN/);
    await close();
  });

  test('shows the text to copy by hand where the browser forbids it', async () => {
    assert.match(await copiedByHand(site, tool, 'Copy link'), /\/tools\/link-aggregation\/#v=1/);
    const ticket = await copiedByHand(site, tool, 'Copy for ticket');
    assert.match(ticket, /^Link aggregation estimate \(backup\)\n/);
  });

  test('says so where the part that makes the text does not come; the link needs none', async () => {
    const { page, context, open, close } = await site.newPage();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.route('**/share-texts-*.js*', (route) => route.abort());
    await open(tool);
    await page.getByRole('button', { name: 'Copy for ticket' }).click();
    await page.getByText('Ticket text could not be made').first().waitFor();
    await page.getByRole('button', { name: 'Download flows (CSV)' }).click();
    await page.getByText('The file could not be made').first().waitFor();
    assert.match(await copied(page, 'Copy link', 'Link'), /#v=1$/);
    await close();
  });
});

describe('embedded', () => {
  const cases = [
    // link, the most that its frame may ask for
    ['', 1300],
    ['#v=1&hops=4x1~ip,4x1~ip,4x1~ip', 2100], // three drawings of a bundle, one under the other
  ] as const;
  for (const [fragment, most] of cases) {
    test(`its code asks for the height that the answer has there, and lets it copy: ${fragment}`, async () => {
      const { page, open, close } = await openTool(fragment);
      await settled(page);
      await page.getByRole('button', { name: 'Copy embed code' }).click();
      await page.getByText('Embed code copied.').first().waitFor();
      const code = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(code, / title="[^"]+".* allow="clipboard-write"/);
      const given = Number(/height="(\d+)"/.exec(code)?.[1]);
      await page.setViewportSize({ width: 700, height: 800 });
      await open(`/embed/link-aggregation/${fragment}`);
      await settled(page);
      const needed = await page.evaluate(() => document.documentElement.scrollHeight);
      assert.ok(given >= needed && given <= needed + 150, `${given} for ${needed}`);
      assert.ok(given <= most, `${given} px for what should be compact`);
      await close();
    });
  }

  test('unfolds its inputs for whoever wants to change the path', async () => {
    const { page, open, close } = await site.newPage();
    await open('/embed/link-aggregation/');
    assert.equal(await field(page, 'volume').isVisible(), false);
    await page.getByRole('button', { name: 'Change the path' }).click();
    assert.ok(await field(page, 'volume').isVisible());
    assert.equal(await page.evaluate(() => document.activeElement?.id.endsWith('-preset')), true);
    await close();
  });

  test('has no header and no footer, and opens the scenario of its link', async () => {
    const { page, faults, open, close } = await site.newPage();
    await open('/embed/link-aggregation/#v=1&clients=8x1');
    await untilField(page, 'clients.0.count', '8');
    assert.equal(await page.locator('header.site-header, footer.site-footer').count(), 0);
    assert.deepEqual(faults, []);
    await close();
  });
});

describe('the article', () => {
  test('leads to the calculator with the same figures', async () => {
    const { page, open, close } = await site.newPage();
    await open('/articles/media-agent-networking/');
    const links = page.locator('main a[href*="/tools/link-aggregation/#v="]');
    assert.ok((await links.count()) > 0, 'a figure with its scenario');
    const address = (await links.first().getAttribute('href')) ?? '';
    await links.first().click();
    await page.waitForURL(/\/tools\/link-aggregation\/#v=/);
    assert.ok(page.url().endsWith(address));
    await field(page, 'hops.0.members').and(page.locator(':enabled')).waitFor();
    assert.equal(await page.locator('[role=alert]').count(), 0);
    await close();
  });
});
