/** The same site, hosted below a path: what scripts fetch has to find its way as links do. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tools } from '../addresses.ts';
import { openSiteForTests } from './open-site.ts';
import { copied } from './share.ts';

const site = await openSiteForTests('dist-kb', '/kb');

test('search finds pages and opens them below the path', async () => {
  const { page, faults, open, close } = await site.newPage();
  await open('/search/?q=sudoers');
  await page.locator('[data-search-result] a').first().click();
  await page.waitForLoadState();
  assert.match(new URL(page.url()).pathname, /^\/kb\/./);
  assert.ok((await page.locator('h1').innerText()).length > 3);
  assert.deepEqual(faults, []);
  await close();
});

for (const address of tools) {
  test(`${address} fetches its tool from below the path`, async () => {
    const { page, faults, requests, open, close } = await site.newPage();
    await open(address);
    await page.locator('main [data-island]').first().scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
    assert.ok(
      requests.some((request) => /\/kb\/_astro\/.*\.js$/.test(request)),
      'a script came',
    );
    assert.deepEqual(requests.filter((request) => !request.startsWith(site.url)), []); // prettier-ignore
    assert.deepEqual(faults, []);
    await close();
  });
}

test('what the calculator fetches later comes from below the path, too', async () => {
  const { page, context, faults, requests, open, close } = await site.newPage();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open('/tools/link-aggregation/');
  await page.locator('[name="hops.0.device"]:enabled').focus();
  await page.locator('[name="hops.0.device"] optgroup').first().waitFor({ state: 'attached' });
  const ticket = await copied(page, 'Copy for ticket', 'Ticket text');
  assert.ok(ticket.endsWith(`${site.url}tools/link-aggregation/#v=1`));
  for (const part of ['device-menu', 'share-texts'])
    assert.ok(
      requests.some((request) => request.includes(`/kb/_astro/${part}`)),
      part,
    );
  assert.deepEqual(faults, []);
  await close();
});
