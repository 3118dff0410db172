/** The same site, hosted below a path: what scripts fetch has to find its way as links do. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tools } from '../addresses.ts';
import { openSiteForTests } from './open-site.ts';

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
