/** What can be taken away from the flow placement: link, ticket, CSV, and a frame with its answer. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { violations } from './axe.ts';
import {
  answer,
  asBuilt,
  field,
  fragment,
  holds,
  openPlacement,
  put,
  shows,
  tool,
} from './flow-placement-page.ts';
import { openSiteForTests } from './open-site.ts';
import { copied, copiedByHand } from './share.ts';

const site = await openSiteForTests();
const openTool = (link?: string, address?: string) => openPlacement(site, link, address);

describe('sharing', () => {
  test('puts addresses into the link only after a tick, shown first, and opens to the same', async () => {
    const first = await openTool();
    await field(first.page, 'flows').fill('10.1.1.1:5 -> 10.1.1.2-3:6\n10.1.1.9:5 -> 10.1.1.4:6');
    const said = await answer(first.page);
    assert.ok(!(await copied(first.page, 'Copy link', 'Link')).includes('10.1.1'));
    await field(first.page, 'addresses').check();
    const shown = await first.page.locator('.fp-link').innerText();
    assert.match(shown, /flows=10\.1\.1\.1%3A5~10\.1\.1\.2-3%3A6,10\.1\.1\.9/);
    const link = await copied(first.page, 'Copy link', 'Link');
    assert.equal(link, shown);
    await holds(first.page, new URL(link).hash);
    await first.close();

    const second = await openTool(new URL(link).hash);
    await shows(second.page, said);
    assert.ok(await field(second.page, 'addresses').isChecked());
    await field(second.page, 'addresses').uncheck();
    await holds(second.page, '#v=1');
    await second.close();
  });

  test('says in the ticket what its link leaves out, and on the page what a link did not hold', async () => {
    const leaves = /\nAddresses: The link below leaves the addresses out: .*\nOpen it: /;
    const sample = (of: Page) =>
      of.getByText('This link holds no flows: those shown are the sample.');
    const { page, close } = await openTool();
    assert.equal(await sample(page).count(), 0);
    assert.doesNotMatch(await copied(page, 'Copy for ticket', 'Ticket text'), leaves);
    await field(page, 'flows').fill('10.1.1.1:5 -> 10.1.1.2-3:6');
    await field(page, 'members').fill('8');
    const ticket = await copied(page, 'Copy for ticket', 'Ticket text');
    assert.match(ticket, leaves);
    await field(page, 'addresses').check();
    const whole = await copied(page, 'Copy for ticket', 'Ticket text');
    assert.doesNotMatch(whole, leaves);
    await close();

    const link = (text: string) => new URL(text.slice(text.lastIndexOf('http'))).hash;
    const without = await openTool(link(ticket));
    await sample(without.page).waitFor();
    await field(without.page, 'members').fill('6');
    assert.equal(await sample(without.page).count(), 1, 'for as long as the sample is shown');
    await field(without.page, 'flows').fill('10.1.1.1:5 -> 10.1.1.2:6');
    await sample(without.page).waitFor({ state: 'detached' });
    await without.close();
    const complete = await openTool(link(whole));
    assert.equal(await sample(complete.page).count(), 0);
    await complete.close();
  });

  test('hands out no link that cannot be read, and says what shortens it', async () => {
    const { page, faults, close } = await openTool();
    const lines = (count: number) =>
      Array.from(
        { length: count },
        (_, line) => `10.1.${line >> 8}.${line & 255}:${50_000 + line} -> 192.168.110.210:8400`,
      ).join('\n');
    const paste = (text: string) => put(page, 'flows', text);
    await field(page, 'members').fill('3');
    await holds(page, '#v=1&members=3');
    await field(page, 'addresses').check();
    await paste(lines(1000));
    const sentence = page.getByText(
      /^This link would have \d\d,\d{3} characters, and at most 32,000/,
    );
    await sentence.waitFor();
    const described = await field(page, 'addresses').getAttribute('aria-describedby');
    assert.equal(described, await sentence.getAttribute('id'));
    assert.ok(await page.getByRole('button', { name: 'Copy link' }).isDisabled());
    assert.ok(await page.getByRole('button', { name: 'Copy embed code' }).isDisabled());
    assert.equal(await page.locator('.fp-link').count(), 0);
    assert.deepEqual(await violations(page), []);
    assert.match(await copied(page, 'Copy for ticket', 'Ticket text'), /too many for a link/);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    assert.equal(fragment(page), '#v=1&members=3');
    assert.equal(await field(page, 'flows').inputValue(), lines(1000));

    await paste(lines(200));
    await sentence.waitFor({ state: 'detached' });
    await page.locator('.fp-answer .fp-result:not([aria-busy])').waitFor();
    const said = await answer(page);
    await page.waitForFunction(() => location.hash.length > 8000);
    assert.deepEqual(await violations(page), []); // the link has a box of its own to scroll in
    assert.equal(await copied(page, 'Copy link', 'Link'), page.url());
    await page.reload();
    await shows(page, said);
    assert.equal(await field(page, 'flows').inputValue(), lines(200));
    assert.equal(await page.locator('[role=alert]').count(), 0);
    assert.deepEqual(faults, []);
    await close();
  });

  test('copies the flows as CSV and a ticket in plain text', async () => {
    const { page, close } = await openTool();
    const csv = await copied(page, 'Copy flows as CSV', 'CSV');
    assert.equal(csv.trim().split('\n').length, 21);
    assert.match(csv, /^192\.168\.10\.10:8400,192\.168\.10\.21:50000,tcp,,3,exact\r?$/m);
    const ticket = await copied(page, 'Copy for ticket', 'Ticket text');
    assert.match(ticket, /^Answer: 20 flows use all 4 members: 5, 4, 5, 6\.$/m);
    assert.match(ticket, /^Check: cat \/proc\/net\/bonding\/bond0/m);
    assert.doesNotMatch(ticket, /<[a-z]+[ >]|undefined|NaN/);
    await close();
  });

  test('shows the text to copy by hand where the browser forbids it', async () => {
    const shown = await copiedByHand(site, tool, 'Copy embed code');
    assert.match(shown, /^<iframe src="http.*\/embed\/flow-placement\/#v=1"/);
  });

  test('leaves a link that it cannot read as it is, and says so', async () => {
    const { page, close } = await openTool('#v=99&members=2');
    assert.match(await page.locator('[role=alert]').innerText(), /99/);
    assert.equal(fragment(page), '#v=99&members=2');
    assert.equal(await answer(page), asBuilt);
    await close();
  });
});

describe('embedded', () => {
  const embed = '/embed/flow-placement/';

  test('has no header and no footer, and opens the question of its link', async () => {
    const { page, faults, close } = await openTool('#v=1&members=2', embed);
    await shows(page, '20 flows use both members: 10, 10.');
    assert.equal(await page.locator('header.site-header, footer.site-footer').count(), 0);
    assert.equal(
      await page.getByRole('link', { name: 'Open the tool' }).getAttribute('href'),
      `${tool}#v=1&members=2`,
    );
    assert.deepEqual(faults, []);
    await close();
  });

  const cases = [
    // link, the most that its frame may ask for
    ['', 750],
    ['#v=1&device=cisco-catalyst&members=3', 1000],
    ['#v=1&members=16&flows=192.168.10.21-40~192.168.10.10%3A8400', 1400],
  ] as const;
  for (const [link, most] of cases) {
    test(`its code asks for the height that the answer has there: ${link}`, async () => {
      const { page, open, close } = await openTool(link);
      const code = await copied(page, 'Copy embed code', 'Embed code');
      assert.match(code, / title="[^"]+".* allow="clipboard-write"/);
      const given = Number(/height="(\d+)"/.exec(code)?.[1]);
      await page.setViewportSize({ width: 700, height: 300 });
      await open(embed + link);
      await page.locator('.fp-answer .fp-result:not([aria-busy])').waitFor();
      const needed = await page.evaluate(() => document.documentElement.scrollHeight);
      assert.ok(given >= needed && given <= needed + 150, `${given} for ${needed}`);
      assert.ok(given <= most, `${given} px for what should be compact`);
      await close();
    });
  }

  test('unfolds its inputs for whoever asks about other flows, with the tick for addresses', async () => {
    const { page, close } = await openTool('', embed);
    assert.equal(await field(page, 'members').isVisible(), false);
    await page.getByText('Change the device or the flows').click();
    await field(page, 'members').fill('2');
    await shows(page, '20 flows use both members: 10, 10.');
    assert.ok(await field(page, 'addresses').isVisible());
    assert.deepEqual(await violations(page), []);
    await close();
  });
});

test('a link that cannot be read is said to be none where the sentences about it do not come', async () => {
  const { page, close } = await site.newPage();
  await page.route('**/problem-words-*.js*', (route) => route.abort());
  await page.goto(`${site.url}tools/flow-placement/#v=99`);
  await page.getByText('The link in the address bar cannot be read.').waitFor();
  assert.equal(await answer(page), asBuilt);
  await close();
});
