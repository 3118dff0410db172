/** A search of which a part does not come, or comes late: what is said, and that it goes on. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openSiteForTests } from './open-site.ts';

const site = await openSiteForTests();

/** Lets requests for `part` fail until the function that comes back is called. */
async function withhold(page: Page, part: string): Promise<() => void> {
  let isMissing = true;
  await page.route(part, (route) =>
    isMissing ? route.fulfill({ status: 404, body: 'not here' }) : route.continue(),
  );
  return () => (isMissing = false);
}

const note = (page: Page) =>
  page.getByText('The search could not be loaded.').and(page.locator(':visible'));

describe('a search of which a part is missing', () => {
  // prettier-ignore
  const parts = [
    // what is missing,         the part,                   a question that needs it
    ['the engine',              '**/pagefind/pagefind.js*',   'LACP'],
    ['its list of languages',   '**/pagefind-entry.json*',    'LACP'],
    ['its list of words',       '**/*.pf_meta',               'LACP'],
    ['its program',             '**/wasm.*.pagefind',         'LACP'],
    ['a piece of its index',    '**/*.pf_index',              'LACP'],
    ['the text of its pages',   '**/*.pf_fragment',           'LACP'],
    ['the list of spellings',   '**/search/words.json',       'tbroughput'],
  ] as const;
  for (const [name, part, question] of parts) {
    test(`says so without ${name}, offers the articles, and is whole again at the next press`, async () => {
      const { page, faults, open, close } = await site.newPage();
      const giveBack = await withhold(page, part);
      await open('/search/');
      await page.locator('main input[name=q]').fill(question);
      await note(page).last().waitFor();
      assert.equal(await page.getByText('Nothing found').count(), 0);
      const way = page.locator('[data-results] a');
      assert.equal(await way.getAttribute('href'), '/articles/');
      assert.equal(await page.locator('main [role=status]').textContent(), 'The search could not be loaded. Check the connection, or look through all articles by topic.'); // prettier-ignore
      giveBack();
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.locator('[data-search-result]').first().waitFor();
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'q');
      assert.deepEqual(faults.filter((fault) => fault.startsWith('script error')), []); // prettier-ignore
      await close();
    });
  }

  // prettier-ignore
  const loads = [
    // what is missing,       the part,                     a question that needs it, the engine's addresses
    ['the engine',            '**/pagefind/pagefind.js*',   'LACP',       ['pagefind.js', 'pagefind.js?1']],
    ['the list of spellings', '**/search/words.json',       'tbroughput', ['pagefind.js']],
  ] as const;
  for (const [name, part, question, addresses] of loads) {
    test(`loads ${addresses.length === 1 ? 'no engine' : 'one engine'} anew without ${name}`, async () => {
      const { page, open, close } = await site.newPage();
      const asked: string[] = [];
      page.on('request', (request) => {
        const file = request.url().replace(/.*\//, '');
        if (file.startsWith('pagefind.js')) asked.push(file);
      });
      const giveBack = await withhold(page, part);
      await open(`/search/?q=${question}`);
      await note(page).last().waitFor();
      giveBack();
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.locator('[data-search-result]').first().waitFor();
      assert.deepEqual(asked, addresses);
      await close();
    });
  }

  test('asks again with the next key in the dialog', async () => {
    const { page, open, close } = await site.newPage();
    const giveBack = await withhold(page, '**/pagefind/pagefind.js*');
    await open('/articles/');
    await page.keyboard.press('/');
    await page.locator('dialog[open]').waitFor();
    await page.keyboard.type('sud');
    await note(page).last().waitFor();
    giveBack();
    await page.keyboard.type('o');
    await page.locator('[data-search-result]').first().waitFor();
    await close();
  });

  test('lists pages though the code for an answer above the list is missing, and has it at the next key', async () => {
    const { page, open, close } = await site.newPage();
    const giveBack = await withhold(page, '**/quick-answer*');
    await open('/search/');
    const input = page.locator('main input[name=q]');
    await input.fill('4x1GbE LACP');
    await page.locator('[data-search-result]').first().waitFor();
    assert.equal(await note(page).count(), 0);
    giveBack();
    await input.fill('4x1GbE LACP 20 clients');
    await page.getByText('4 × 1 Gbit/s').waitFor();
    await close();
  });

  test('finds what it knows though the list of spellings is missing', async () => {
    const { page, open, close } = await site.newPage();
    await withhold(page, '**/search/words.json');
    await open('/search/?q=sudo%20restore%20zanzibar');
    await page.locator('[data-search-result]').first().waitFor();
    await close();
  });
});

describe('a search that takes its time', () => {
  /** All that the page says, in order: the status region is written anew each time. */
  async function said(page: Page): Promise<() => Promise<readonly string[]>> {
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      const status = document.querySelector('main [role=status]')!;
      new MutationObserver(() => heard.push(status.textContent)).observe(status, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    return () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
  }

  test('says that it is loading, to the eye as well, and then what it found', async () => {
    const { page, open, close } = await site.newPage();
    await page.route('**/*.pf_index', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 2000));
      await route.continue();
    });
    await open('/search/');
    const heard = await said(page);
    await page.locator('main input[name=q]').fill('LACP');
    await page.locator('[data-results]').getByText('Loading the search…').waitFor();
    await page.locator('[data-search-result]').first().waitFor();
    assert.deepEqual((await heard()).map((text) => text.slice(0, 7)), ['Loading', 'The 4 b']); // prettier-ignore
    await close();
  });

  test('keeps the list of the question before, and says that it searches', async () => {
    const { page, open, close } = await site.newPage();
    await open('/search/?q=LACP');
    const found = page.locator('[data-search-result]').first();
    await found.waitFor();
    const before = await found.innerText();
    await page.route(/pf_(?:index|fragment)/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 2000));
      await route.continue();
    });
    const heard = await said(page);
    await page.locator('main input[name=q]').fill('sudo');
    await page.locator('[data-results]').getByText('Searching…').waitFor();
    assert.equal(await found.innerText(), before);
    await page.waitForFunction(() => document.querySelector('[data-answered=sudo]'));
    assert.equal(await page.getByText('Searching…').count(), 0);
    assert.deepEqual((await heard()).map((text) => text.slice(0, 7)), ['Searchi', 'The 8 b']); // prettier-ignore
    await close();
  });

  test('shows at the place that was pressed that the dialog is on its way', async () => {
    const { page, open, close } = await site.newPage();
    await open('/articles/');
    await page.route('**/_astro/mount*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await route.continue();
    });
    await page.keyboard.press('/');
    const opener = page.locator('[data-search]');
    assert.equal(await opener.getAttribute('aria-busy'), 'true');
    assert.equal(await opener.evaluate((link) => getComputedStyle(link).cursor), 'progress');
    await page.locator('dialog[open]').waitFor();
    assert.equal(await opener.getAttribute('aria-busy'), null);
    await close();
  });

  test('says nothing of loading where the answer is there at once', async () => {
    const { page, open, close } = await site.newPage();
    await open('/search/?q=LACP');
    await page.locator('[data-search-result]').first().waitFor();
    const heard = await said(page);
    await page.locator('main input[name=q]').fill('MPIO');
    await page.waitForFunction(() => document.querySelector('[data-answered=MPIO]'));
    assert.equal((await heard()).some((text) => text.startsWith('Loading')), false); // prettier-ignore
    await close();
  });
});

/** Holds the script of the search back until the function that comes back is called. */
async function holdScript(page: Page): Promise<() => void> {
  const address = await page.locator('[data-search]').getAttribute('data-search');
  let letCome = () => {};
  const gate = new Promise<void>((resolve) => (letCome = resolve));
  await page.route(`**${address}*`, async (route) => {
    await gate;
    await route.continue();
  });
  return letCome;
}

describe('while the script of the search is on its way', () => {
  test('the keys that move about and the fields of a tool are left alone', async () => {
    const { page, open, close } = await site.newPage();
    await open('/tools/link-aggregation/');
    const volume = page.locator('[name=volume]:enabled');
    await volume.waitFor();
    const letCome = await holdScript(page);
    await page.locator('h1').click();
    await page.keyboard.press('/');
    // prettier-ignore
    const keys = [{ key: 'Tab' }, { key: 'F5' }, { key: 'Escape' }, { key: 'PageDown' }, { key: 'c', ctrlKey: true }, { key: 'd', altKey: true }];
    const taken = await page.evaluate((all) => all.filter((key) => !document.body.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }))), keys); // prettier-ignore
    assert.deepEqual(taken, []);
    await volume.fill('');
    await volume.pressSequentially('77');
    assert.equal(await volume.inputValue(), '77');
    letCome();
    await page.locator('dialog[open]').waitFor();
    assert.equal(await page.locator('dialog input').inputValue(), '');
    await close();
  });

  test('another press keeps the letters that were typed', async () => {
    const { page, open, close } = await site.newPage();
    await open('/articles/');
    const letCome = await holdScript(page);
    await page.keyboard.press('/');
    await page.keyboard.type('la');
    await page.locator('[data-search]').dispatchEvent('click');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('cp');
    letCome();
    await page.locator('dialog[open]').waitFor();
    assert.equal(await page.locator('dialog input').inputValue(), 'lacp');
    await close();
  });
});

describe('where the script of the search does not come', () => {
  test('the page stays, leads to the list of all pages, and takes keys', async () => {
    const { page, open, close } = await site.newPage();
    await open('/articles/');
    await page.route('**/_astro/mount*', (route) => route.abort());
    await page.keyboard.press('/');
    await page.locator('#no-search a[href="/search/"]').and(page.locator(':visible')).waitFor();
    assert.match(page.url(), /\/articles\/$/);
    assert.equal(await page.locator('[data-search]').getAttribute('aria-busy'), null);
    const isTaken = await page.evaluate(
      () => !dispatchEvent.call(document.body, new KeyboardEvent('keydown', { key: 'a', bubbles: true, cancelable: true })), // prettier-ignore
    );
    assert.equal(isTaken, false);
    await close();
  });

  test('the search page says that it is loading, and what to do', async () => {
    const { page, close } = await site.newPage();
    await page.route('**/_astro/mount*', (route) => route.abort());
    await page.goto(`${site.url}search/?q=LACP`);
    await page.getByText('Loading the search. If this stays, load the page again.').waitFor();
    await close();
  });

  test('the search page says nothing of it once the script is there', async () => {
    const { page, open, close } = await site.newPage();
    await open('/search/');
    await page.locator('main input[name=q]:enabled').waitFor();
    await page.waitForTimeout(1200);
    assert.equal(await page.getByText('Loading the search').first().isVisible(), false);
    await close();
  });
});

describe('without script', () => {
  test('the form of the home page leads to a page that says so and lists what there is', async () => {
    const { page, open, close } = await site.newPage({ javaScriptEnabled: false });
    await open('/');
    await page.locator('main input[name=q]').fill('LACP');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\/\?q=LACP$/);
    const main = page.locator('main');
    assert.match(await main.innerText(), /JavaScript, which is switched off/);
    assert.doesNotMatch(await main.innerText(), /Loading/);
    await main.getByRole('link', { name: 'Messages and completion states' }).click();
    assert.ok(
      await page.getByRole('link', { name: 'The network name cannot be found.' }).isVisible(),
    );
    await close();
  });
});
