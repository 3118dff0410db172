/** Finding something with the keyboard alone, and by a link. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openSiteForTests } from './open-site.ts';

const site = await openSiteForTests();

describe('search from any page', () => {
  test('opens with "/", answers while typing, and Enter opens the article', async () => {
    const { page, faults, open, close } = await site.newPage();
    await open('/');
    await page.keyboard.press('/');
    const dialog = page.locator('dialog[open]');
    await dialog.waitFor();
    await page.keyboard.type('media agent lacp');
    await dialog.locator('[data-search-result]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    const chosen = await page.evaluate(() => (document.activeElement as HTMLAnchorElement).href);
    await page.keyboard.press('Enter');
    await page.waitForURL(chosen);
    assert.match(await page.locator('h1').innerText(), /media agent/i);
    assert.deepEqual(faults, []);
    await close();
  });

  test('opens with Ctrl+K, and Escape gives the focus back', async () => {
    const { page, open, close } = await site.newPage();
    await open('/articles/');
    await page.keyboard.press('Control+k');
    await page.locator('dialog[open]').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'INPUT');
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    // A dialog tells that it is closed, and so gives the focus back, a moment after it is.
    await page.waitForFunction(() => document.activeElement?.matches('[data-search]'));
    await close();
  });

  test('fetches nothing of the index before a reader reaches for it', async () => {
    const { requests, open, close } = await site.newPage();
    await open('/articles/media-agent-networking/');
    assert.deepEqual(requests.filter((address) => address.includes('/pagefind/')), []); // prettier-ignore
    await close();
  });
});

describe('the first question', () => {
  /** Pagefind's engine, its index of the words asked for, and the text of the pages found. */
  const isEngine = (address: string) => address.includes('/pagefind/');
  const ownBytes = 4000;

  test('costs little more than the engine that answers it', async (t) => {
    const { page, open, close } = await site.newPage();
    await open('/articles/');
    const answered = new Map<string, number>();
    page.on('requestfinished', async (request) => {
      if (request.url().endsWith('/favicon.svg')) return; // belongs to the page; it may come late
      answered.set(request.url(), (await request.sizes()).responseBodySize);
    });
    await page.keyboard.press('/');
    await page.locator('dialog[open]').waitFor();
    // In one go: letter by letter, a slow machine would ask about `LA` and fetch spellings for it.
    await page.locator('dialog[open] input').fill('LACP');
    await page.locator('[data-search-result]').first().waitFor();
    await page.waitForLoadState('networkidle');
    const bytes = (engine: boolean) =>
      [...answered].reduce((sum, [url, size]) => sum + (isEngine(url) === engine ? size : 0), 0);
    t.diagnostic(`bytes as sent: engine ${bytes(true)}, own ${bytes(false)}`);
    assert.ok(bytes(false) > 0 && bytes(true) > 0);
    assert.ok(bytes(false) <= ownBytes, `${bytes(false)} bytes of our own`);
    await close();
  });
});

describe('the search page', () => {
  test('answers a link with ?q=', async () => {
    const { page, open, close } = await site.newPage();
    await open('/search/?q=sudoers');
    const results = page.locator('[data-search-result]');
    await results.first().waitFor();
    const article = results.locator('a[href*="/articles/linux-restore-with-sudo/"]').first();
    assert.ok(await article.isVisible());
    assert.equal(await page.locator('main input[name=q]').inputValue(), 'sudoers');
    await close();
  });

  test('keeps the question in the address, so that it can be sent on', async () => {
    const { page, open, close } = await site.newPage();
    await open('/search/');
    await page.locator('main input[name=q]').fill('MPIO');
    await page.locator('[data-search-result]').first().waitFor();
    assert.equal(new URL(page.url()).searchParams.get('q'), 'MPIO');
    await close();
  });

  test('is not emptied by one word that no page has', async () => {
    const { page, open, close } = await site.newPage();
    await open('/search/?q=sudo%20restore%20zanzibar');
    await page.locator('[data-search-result]').first().waitFor();
    assert.match(await page.locator('main').innerText(), /zanzibar/);
    await close();
  });

  test('says what to try when nothing is found', async () => {
    const { page, open, close } = await site.newPage();
    await open('/search/?q=kubernetes%20ingress');
    await page.getByText('Nothing found.').first().waitFor();
    assert.equal(await page.locator('[data-search-result]').count(), 0);
    assert.ok((await page.locator('main [data-results] a').count()) > 0, 'a way on is offered');
    await close();
  });

  test('is a plain form without script on pages that may not connect', async () => {
    const { page, open, close } = await site.newPage();
    await open('/tools/ds-client-log/');
    await page.locator('header input[name=q]').fill('LACP');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\/\?q=LACP/);
    await page.locator('[data-search-result]').first().waitFor();
    await close();
  });
});
