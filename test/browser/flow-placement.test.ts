/** What an engineer asks the flow placement tool, and what it must say, and must not. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import {
  answer,
  asBuilt,
  field,
  holds,
  openPlacement,
  put,
  shows,
  tool,
} from './flow-placement-page.ts';
import { blocksDuring, inWords, observeLongTasks } from './main-thread.ts';
import { openSiteForTests } from './open-site.ts';

const site = await openSiteForTests();
const openTool = (link?: string, address?: string) => openPlacement(site, link, address);

describe('without a script', () => {
  test('the page shows the default flows, each with its member, and a proposal', async () => {
    const { page, open, close } = await site.newPage({ javaScriptEnabled: false });
    await open(tool);
    assert.equal(await answer(page), asBuilt);
    assert.equal(await page.locator('.fp-figure svg').count(), 2);
    const rows = await page.getByRole('region', { name: 'Each flow' }).locator('tbody tr').allInnerTexts(); // prettier-ignore
    assert.equal(rows.length, 20);
    assert.match(rows[0] ?? '', /192\.168\.10\.10:8400.*192\.168\.10\.21:50000.*member 3 of 4/s);
    assert.match(await page.locator('.fp-pick').innerText(), /^These 4 addresses land on 4/);
    assert.ok(await field(page, 'flows').isDisabled());
    assert.ok((await page.locator('.fp-trust a').count()) > 0, 'a source');
    await close();
  });
});

describe('the members', () => {
  test('follow each key, and the address bar holds the device but no address', async () => {
    const { page, faults, close } = await openTool();
    await field(page, 'members').fill('2');
    await shows(page, '20 flows use both members: 10, 10.');
    await field(page, 'flows').fill('10.9.8.7:8400 -> 10.9.8.1-4:5000');
    await holds(page, '#v=1&members=2');
    await field(page, 'device').selectOption({ label: 'VMware, IP hash' });
    await shows(page, '4 flows use both members: 2, 2.');
    await holds(page, '#v=1&device=formula.vmware-ip-hash&members=2');
    assert.deepEqual(faults, []);
    await close();
  });

  test('fail at a key press, and the table says which flows moved', async () => {
    const { page, close } = await openTool();
    const second = page.getByRole('button', { name: 'Member 2 down' });
    await second.focus();
    await page.keyboard.press('Enter');
    await shows(page, '20 flows use all 3 members that are up: 5, down, 8, 7.');
    assert.equal(await second.getAttribute('aria-pressed'), 'true');
    assert.equal(await field(page, 'down').inputValue(), '2');
    const moved = await page.getByRole('cell', { name: /^moved from/ }).count();
    const stayed = await page.getByRole('cell', { name: 'the same' }).count();
    assert.deepEqual([moved + stayed, moved > 4], [20, true]);
    await page.keyboard.press('Enter');
    await shows(page, asBuilt);
    await close();
  });

  test('a hyphen between members that are down is refused: it could be a list or a range', async () => {
    const { page, close } = await openTool();
    await field(page, 'down').fill('1-3');
    await page
      .getByText('“1-3” could be a list or a range. Write 1, 3 for two of them, or 1, 2, 3.')
      .waitFor();
    await shows(page, asBuilt);
    await close();

    // Links were published in which a hyphen lists: they open as they always did, and say so in commas.
    const published = await openTool('#v=1&down=1-3');
    await shows(published.page, '20 flows use both members that are up: down, 10, down, 10.');
    assert.equal(await field(published.page, 'down').inputValue(), '1, 3');
    await published.close();
  });

  test('are told to a screen reader once, after a pause', async () => {
    const { page, close } = await openTool();
    await field(page, 'members').fill('2');
    await page.waitForFunction(
      () =>
        document.querySelector('.fp > [role=status]')?.textContent ===
        '20 flows use both members: 10, 10.',
    );
    await close();
  });
});

describe('the address bar', () => {
  test('is written once for a row of keys, not with each: some browsers refuse that', async () => {
    const { page, faults, close } = await openTool();
    const [atOnce, text] = await field(page, 'flows').evaluate((element) => {
      const input = element as HTMLTextAreaElement;
      let written = 0;
      const replace = history.replaceState.bind(history);
      history.replaceState = (...state) => {
        written += 1;
        replace(...state);
      };
      Object.defineProperty(window, 'timesWritten', { get: () => written });
      for (const key of '\n10.1.1.1:5 -> 10.1.1.2:6') {
        input.value += key;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }
      return [written, input.value];
    });
    assert.equal(atOnce, 0);
    await field(page, 'members').fill('2');
    await holds(page, '#v=1&members=2');
    const times = await page.evaluate(() => Reflect.get(window, 'timesWritten') as number);
    assert.ok(times <= 2, `written ${times} times`); // one for each field, if the second came late
    assert.equal(await field(page, 'flows').inputValue(), text);
    assert.deepEqual(faults, []);
    await close();
  });

  test('is written for whoever leaves at once, with both of two edits made together', async () => {
    const { page, close } = await openTool();
    const hashes = await page.evaluate(() => {
      for (const [name, text] of [
        ['members', '2'],
        ['down', '1'],
      ]) {
        const input = document.querySelector<HTMLInputElement>(`[name="${name}"]`);
        if (!input || !text) throw new Error(`no field ${name}`);
        input.value = text;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }
      const before = location.hash;
      document.dispatchEvent(new Event('visibilitychange'));
      return [before, location.hash];
    });
    assert.deepEqual(hashes, ['', '#v=1&members=2&down=1']);
    await close();
  });
});

describe('what was typed', () => {
  const typed = '10.9.9.1:5000 -> 10.9.9.2:445';

  test('is there after an anchor of the page and Back, though links carry no addresses', async () => {
    const { page, close } = await openTool();
    await field(page, 'flows').fill(typed);
    await field(page, 'members').fill('2');
    await holds(page, '#v=1&members=2');
    await page.evaluate(() => (location.hash = '#main'));
    await page.goBack();
    await holds(page, '#v=1&members=2');
    assert.equal(await field(page, 'flows').inputValue(), typed);
    await close();
  });

  test('is there where the page has gone back before it has heard of the anchor', async () => {
    const { page, close } = await openTool();
    await field(page, 'flows').fill(typed);
    await field(page, 'members').fill('2');
    await holds(page, '#v=1&members=2');
    await page.evaluate(() => {
      const { href } = location;
      const anchor = `${href.split('#')[0]}#main`;
      dispatchEvent(new HashChangeEvent('hashchange', { oldURL: href, newURL: anchor }));
      dispatchEvent(new HashChangeEvent('hashchange', { oldURL: anchor, newURL: href }));
    });
    assert.equal(await field(page, 'flows').inputValue(), typed);
    await close();
  });

  test('is there after a link that cannot be read and Back', async () => {
    const { page, close } = await openTool();
    await field(page, 'flows').fill(typed);
    await page.evaluate(() => (location.hash = '#v=99'));
    await page.locator('.fp-notice').waitFor();
    await page.goBack();
    await page.locator('.fp-notice').waitFor({ state: 'detached' });
    assert.equal(await field(page, 'flows').inputValue(), typed);
    await close();
  });
});

describe('a link that cannot be read', () => {
  for (const address of [tool, '/embed/flow-placement/'])
    test(`leaves the standard example, which is called so: ${address}`, async () => {
      const { page, close } = await openTool('#v=1&x=1', address);
      const notice = page.locator('.fp-notice');
      await notice.getByText('The answer below is the standard example, not your link.').waitFor();
      assert.doesNotMatch(await notice.innerText(), /shown before/);
      await close();
    });

  test('leaves the answer before it, where there was one', async () => {
    const { page, close } = await openTool('#v=1&members=3');
    await page.evaluate(() => (location.hash = '#v=1&x=1'));
    await page.locator('.fp-notice').getByText('The answer below is the one shown before.').waitFor(); // prettier-ignore
    await close();
  });
});

describe('what nobody outside can know', () => {
  test('is not made up: a Catalyst is asked with its own command', async () => {
    const { page, close } = await openTool();
    await field(page, 'device').selectOption('cisco-catalyst');
    await field(page, 'members').fill('3');
    await page.waitForFunction(() =>
      document.querySelector<HTMLElement>('.fp-verdict')?.innerText.includes('nearly 3 of 3'),
    );
    const text = await page.locator('.fp').innerText();
    assert.match(text, /test etherchannel load-balance .* ip 192\.168\.10\.10 192\.168\.10\.21/);
    assert.match(text, /3:3:2/);
    assert.doesNotMatch(text, /member \d of 3/);
    assert.match(await page.locator('.fp-trust').innerText(), /^Documented inputs/);
    await page.locator('.fp-trust a').first().waitFor(); // its sources come from a file
    await close();
  });

  test('has both readings where the maker contradicts itself', async () => {
    const { page, close } = await openTool('#v=1&device=vsphere-ip-hash&members=3&flows=10.1.1.20~10.1.3.31'); // prettier-ignore
    await page
      .getByRole('cell', { name: 'member 3 by the documentation, 2 by the support blog' })
      .waitFor();
    assert.match(await page.locator('.fp-trust').innerText(), /^Not settled/);
    await close();
  });

  test('is asked for, with the place to find it', async () => {
    const { page, close } = await openTool('#v=1&device=linux-8023ad-layer2');
    await shows(page, 'No member can be named: the sender’s MAC address is missing.');
    assert.match(await page.locator('.fp-hint').innerText(), /@52:54.*ip link show/s);
    await field(page, 'flows').fill('10.0.0.1@52:54:00:00:00:10 -> 10.0.0.2@02:a0:98:00:00:01');
    await shows(page, 'This flow takes member 2: three idle.');
    await close();
  });
});

describe('a flow without its ports', () => {
  test('is not placed; what to type, what to watch and what to expect are said', async () => {
    const { page, faults, close } = await openTool();
    await field(page, 'flows').fill('192.168.10.21-40 -> 192.168.10.10:8400');
    await shows(
      page,
      'No member can be named: ports are missing. If the missing ports are drawn at random, as clients draw them, 20 flows use 3.99 of 4 members on average.',
    );
    const hint = page.locator('.fp-hint');
    assert.match(await hint.innerText(), /with its own port in place of 50000\..*ip -s link/s);
    const lines = await hint.locator('code').allInnerTexts();
    assert.equal(lines[0], '192.168.10.21:50000 -> 192.168.10.10:8400');
    assert.equal(await page.locator('.fp-spread').count(), 1);
    assert.match(await page.locator('.fp-trust').innerText(), /The average is not/);
    assert.doesNotMatch(await page.locator('.fp').innerText(), /member \d of 4/);
    await field(page, 'flows').fill(lines[0] ?? '');
    await page.locator('.fp-verdict', { hasText: /^This flow takes member \d/ }).waitFor();
    assert.deepEqual(faults, []);
    await close();
  });
});

describe('input that makes no sense', () => {
  for (const [name, text] of [
    ['members', '0'],
    ['members', 'four'],
    ['down', '9'],
    ['flows', '10.0.0.1 10.0.0.2'],
    ['flows', '<b>10.0.0.1</b> -> 10.0.0.2'],
  ] as const) {
    test(`${name} = "${text}" gets a sentence beside the field, and the last result stays`, async () => {
      const { page, faults, close } = await openTool();
      const input = field(page, name);
      await input.fill(text);
      assert.equal(await input.getAttribute('aria-invalid'), 'true');
      const described = (await input.getAttribute('aria-describedby')) ?? '';
      const error = page.locator(`[id="${described.split(' ').at(-1)}"]`);
      await error.getByText(/Enter|Put|Write/).waitFor();
      assert.equal(await answer(page), asBuilt);
      assert.match(await page.locator('.fp-answer').innerText(), /out of date/i);
      assert.equal(await input.inputValue(), text);
      assert.deepEqual(faults, []);
      await close();
    });
  }

  test('is said to be unreadable where its sentence does not come, which the next edit asks for', async () => {
    const { page, context, open, close } = await site.newPage();
    await context.route('**/problem-words-*.js*', (route) => route.abort());
    await open(tool);
    const input = field(page, 'members').and(page.locator(':enabled'));
    await input.fill('0');
    const error = page.locator('#fp-members-error');
    await error.getByText('This cannot be read.').waitFor();
    await context.unroute('**/problem-words-*.js*');
    await input.fill('99');
    await error.getByText('“99” is not possible. Enter 1 to 16, in digits.').waitFor();
    await close();
  });
});

const proposes = (page: Page, words: string) =>
  page.locator('.fp-pick', { hasText: words }).waitFor();

describe('the address picker', () => {
  test('proposes addresses and puts them into the flow list', async () => {
    const { page, close } = await openTool();
    await field(page, 'device').selectOption('vsphere-ip-hash');
    await field(page, 'hosts').fill('10.0.0.1, 10.0.0.5');
    await field(page, 'range').fill('10.0.0.100-120');
    await field(page, 'wanted').fill('3');
    assert.match(await page.locator('.fp').innerText(), /Find addresses again/);
    await field(page, 'wanted').press('Enter');
    await proposes(page, 'These 3 addresses land on 3 different members for every host.');
    await page.getByRole('button', { name: 'Put these into the flow list' }).click();
    assert.equal(
      await field(page, 'flows').inputValue(),
      '10.0.0.1, 10.0.0.5 -> 10.0.0.100, 10.0.0.101, 10.0.0.102',
    );
    await shows(page, '6 flows use 3 of 4 members: 2, 2, 0, 2. One idles.');
    await close();
  });

  test('proves that there are none', async () => {
    const { page, close } = await openTool();
    await field(page, 'device').selectOption('vsphere-ip-hash');
    await field(page, 'hosts').fill('10.0.0.1');
    await field(page, 'range').fill('10.0.0.100, 10.0.0.104, 10.0.0.108');
    await field(page, 'wanted').fill('2');
    await page.getByRole('button', { name: 'Find addresses' }).click();
    await proposes(
      page,
      'No 2 addresses of the range do it: every combination was tried. At most 1 can differ.',
    );
    await close();
  });

  test('shows how far a long search is, lets the page be used, and can be stopped and asked again', async () => {
    const { page, faults, close } = await openTool();
    // Each timer of the page waits a little, so that the search is still on when it is looked at.
    await page.evaluate(() => {
      const soon = globalThis.setTimeout;
      globalThis.setTimeout = ((act: () => void, wait = 0) =>
        soon(act, wait + 100)) as typeof setTimeout;
    });
    await field(page, 'device').selectOption('vsphere-ip-hash');
    await field(page, 'members').fill('15');
    await field(page, 'hosts').fill('10.1.0.1-3, 10.3.7.1-9');
    await field(page, 'range').fill('10.2.0.0/20');
    await field(page, 'wanted').fill('15');
    const find = page.getByRole('button', { name: 'Find addresses' });
    const stopped = page.getByText('Stopped before there was an answer.');
    const progress = (name: RegExp) => page.getByRole('progressbar', { name });
    await find.click();
    await progress(/^Sets of addresses/).waitFor();
    await find.click(); // begins anew
    await progress(/^Flows placed/).waitFor();
    await field(page, 'members').fill('3');
    await page.locator('.fp-verdict', { hasText: 'use all 3 members' }).waitFor();
    await field(page, 'members').fill('15');
    await page.getByRole('button', { name: 'Stop' }).press('Enter');
    await stopped.waitFor();
    assert.equal(await progress(/./).count(), 0);
    // The button that had the focus is gone: the next key starts the search again.
    assert.ok(await find.evaluate((button) => button === document.activeElement));
    await page.keyboard.press('Enter');
    await progress(/^Flows placed/).waitFor();
    assert.equal(await stopped.count(), 0);
    await page.getByRole('button', { name: 'Stop' }).press('Enter');
    await stopped.waitFor();
    assert.deepEqual(faults, []);
    await close();
  });

  test('says beside the field what is wrong', async () => {
    const { page, close } = await openTool();
    await field(page, 'range').fill('10.0.0.0/8');
    await page.locator('#fp-range-error', { hasText: 'more than 4096' }).waitFor();
    assert.ok(await page.getByRole('button', { name: 'Find addresses' }).isDisabled());
    assert.equal(await answer(page), asBuilt);
    await close();
  });
});

describe('a token of 500 characters in the link', () => {
  const token = 'a1'.repeat(250);
  for (const part of [`device=${token}`, `flows=${token}`, `${token}=1`, `hosts=${token}`]) {
    test(`${part.slice(0, 10)}… does not widen a page of 320 px`, async () => {
      const { page, open, close } = await site.newPage({ viewport: { width: 320, height: 640 } });
      await open(`${tool}#v=1&${part}`);
      await page
        .getByText(/a1a1a1/)
        .first()
        .waitFor({ state: 'attached' });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 320, `${wide} px`);
      await close();
    });
  }
});

describe('thousands of flows', () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, line) => `10.1.${line >> 8}.${line & 255} -> 10.9.9.9:8400`);

  test('are placed without the page standing still, and the answer before is named so', async () => {
    const { page, context, open, faults, close } = await site.newPage();
    await context.addInitScript(observeLongTasks);
    await open(tool);
    await field(page, 'flows').and(page.locator(':enabled')).waitFor();
    await put(page, 'flows', lines(3000).join('\n'));
    await page.locator('.fp-verdict', { hasText: '3,000 flows use 4 of 4' }).waitFor();
    const blocks = await blocksDuring(page, async () => {
      await field(page, 'members').fill('3');
      await page.locator('.fp-verdict', { hasText: '3,000 flows use 3 of 3' }).waitFor();
    });
    assert.deepEqual(blocks.filter(({ own }) => own > 50), [], inWords(blocks)); // prettier-ignore
    assert.equal(await page.locator('.fp-pending, .fp-result[aria-busy]').count(), 0);
    assert.deepEqual(faults, []);
    await close();
  });

  test('leave the answer before in sight, and nothing of it can be copied', async () => {
    const { page, close } = await openTool();
    // Each timer of the page waits, so that the work is still on when it is looked at.
    await page.evaluate(() => {
      const soon = globalThis.setTimeout;
      globalThis.setTimeout = ((act: () => void, wait = 0) =>
        soon(act, wait + 1000)) as typeof setTimeout;
    });
    await put(page, 'flows', lines(3000).join('\n'));
    await page.getByText('Being computed. These figures are for').waitFor();
    assert.equal(await answer(page), asBuilt);
    assert.ok(await page.getByRole('button', { name: 'Copy for ticket' }).isDisabled());
    await close();
  });

  /** Pastes text over what is selected in the list of flows. */
  async function paste(page: Page, text: string) {
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await field(page, 'flows').focus();
    await page.keyboard.press('Control+V');
  }

  test('too many lines are not put into the field: a sentence says how many it would hold', async () => {
    const { page, close } = await openTool();
    const flows = field(page, 'flows');
    const before = await flows.inputValue();
    await paste(page, '\n'.repeat(100_000));
    await page.getByText('the field would hold 100,001 lines and 100,044 characters.').waitFor();
    assert.equal(await flows.inputValue(), before);
    await page.keyboard.press('End');
    await page.keyboard.type('1');
    await page.getByText('Not inserted').waitFor({ state: 'detached' });
    await close();
  });

  test('nothing is said of them any more once a link has brought another list', async () => {
    const { page, close } = await openTool();
    await paste(page, '\n'.repeat(100_000));
    await page.getByText('Not inserted').waitFor();
    assert.equal(await field(page, 'flows').getAttribute('aria-invalid'), 'true');
    await page.evaluate(() => (location.hash = '#v=1&flows=10.0.0.1:5~10.0.0.2:6'));
    await page.getByText('Not inserted').waitFor({ state: 'detached' });
    assert.equal(await field(page, 'flows').getAttribute('aria-invalid'), null);
    await close();
  });

  test('a long list gives way to another one, and takes no second one at its end', async () => {
    const { page, close } = await openTool();
    const flows = field(page, 'flows');
    const other = '# another list\n'.repeat(2999) + '10.0.0.1 -> 10.0.0.2';
    await put(page, 'flows', lines(3000).join('\n'));
    await flows.evaluate((list: HTMLTextAreaElement) => list.setSelectionRange(0, 0));
    await paste(page, other);
    await page.getByText('Not inserted: the field would hold 5,999 lines').waitFor();
    await flows.selectText();
    await paste(page, other);
    await page.getByText('Not inserted').waitFor({ state: 'detached' });
    assert.equal(await flows.inputValue(), other);
    await close();
  });
});
