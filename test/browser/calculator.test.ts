/** What an engineer does with the link-aggregation calculator, and what has to come of it. */
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

const site = await openSiteForTests();
const openTool = (fragment?: string) => openCalculator(site, fragment);

describe('changing a field', () => {
  test('changes the answer and the address', async () => {
    const { page, faults, close } = await openTool();
    const before = await verdict(page);
    await field(page, 'hops.0.members').fill('2');
    await nextVerdict(page, before);
    await page.waitForFunction(() => /^#v=1&.*2x1~/.test(location.hash));
    await field(page, 'hops.0.members').fill('4');
    await shows(page, before);
    assert.deepEqual(faults, []);
    await close();
  });

  test('asks nobody: the figures are computed in the browser', async () => {
    const { page, requests, close } = await openTool();
    const before = await verdict(page);
    await field(page, 'clients.0.count').fill('7'); // the engine may come with the first change
    const second = await nextVerdict(page, before);
    await page.waitForLoadState('networkidle');
    const asked = requests.length;
    await field(page, 'clients.0.count').fill('2');
    await nextVerdict(page, second);
    const later = requests.slice(asked).filter((request) => !request.endsWith('/favicon.svg'));
    assert.deepEqual(later, []);
    await close();
  });

  test('keeps the focus and what was typed', async () => {
    const { page, close } = await openTool();
    await field(page, 'window').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('12.5');
    assert.equal(await field(page, 'window').inputValue(), '12.5');
    assert.equal(
      await page.evaluate(() => (document.activeElement as HTMLInputElement).name),
      'window',
    );
    await close();
  });
});

describe('a permalink', () => {
  test('opens to the figures it was copied from', async () => {
    const first = await openTool();
    const before = await verdict(first.page);
    await field(first.page, 'clients.0.count').fill('9');
    await field(first.page, 'hops.0.members').fill('3');
    await nextVerdict(first.page, before);
    await settled(first.page);
    await first.page.getByRole('button', { name: 'Copy link' }).click();
    await first.page.getByText('Link copied.').first().waitFor();
    const link = await first.page.evaluate(() => navigator.clipboard.readText());
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
    await page.locator('[role=alert]').waitFor();
    assert.match(await page.locator('[role=alert]').innerText(), /99/);
    assert.equal(new URL(page.url()).hash, '#v=99&hops=4x1~ip');
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

describe('input that makes no sense', () => {
  for (const [name, text] of [
    ['hops.0.members', '0'], // nothing can pass
    ['hops.0.members', 'four'],
    ['hops.0.speed', '-1'],
    ['clients.0.count', '1000000000'],
    ['window', '0'],
    ['mtu', '12'],
  ] as const) {
    test(`${name} = "${text}" gets a sentence beside the field, and the last result stays`, async () => {
      const { page, faults, close } = await openTool();
      await page.locator('details').evaluateAll((all) => {
        for (const details of all as HTMLDetailsElement[]) details.open = true;
      });
      const before = await verdict(page);
      const input = field(page, name);
      await input.fill(text);
      assert.equal(await input.getAttribute('aria-invalid'), 'true');
      const described = (await input.getAttribute('aria-describedby')) ?? '';
      const error = page.locator(`[id="${described.split(' ').at(-1)}"]`);
      assert.ok((await error.innerText()).length > 15, 'a sentence');
      assert.equal(await verdict(page), before);
      assert.match(await page.locator('.lag-answer').innerText(), /out of date/i);
      assert.equal(await input.inputValue(), text);
      assert.deepEqual(faults, []);
      await close();
    });
  }
});

describe('copy for ticket', () => {
  test('gives plain text with the answer and the link', async () => {
    const { page, close } = await openTool('#v=1&clients=12x1');
    await untilField(page, 'clients.0.count', '12');
    await page.getByRole('button', { name: 'Copy for ticket' }).click();
    await page.getByText('Ticket text copied.').first().waitFor();
    const ticket = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(ticket.includes(page.url()), 'the link');
    assert.ok(ticket.includes(await verdict(page)), 'the verdict');
    assert.ok(ticket.split('\n').length >= 8, `${ticket.split('\n').length} lines`);
    assert.doesNotMatch(ticket, /<[a-z]+[ >]|undefined|NaN/);
    await close();
  });

  test('shows the text to copy by hand where the browser forbids it', async () => {
    const { page, context, open, close } = await site.newPage();
    await context.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await open(tool);
    await page.getByRole('button', { name: 'Copy link' }).click();
    const shown = page.locator('textarea[readonly]');
    await shown.waitFor();
    assert.match(await shown.inputValue(), /\/tools\/link-aggregation\/#v=1/);
    await close();
  });
});

describe('with the keyboard alone', () => {
  test('a link fails and comes back, and the screen reader hears the new answer', async () => {
    const { page, close } = await openTool();
    const before = await verdict(page);
    const first = page.locator('.lag-switch').first();
    await first.focus();
    await page.keyboard.press('Enter');
    const after = await nextVerdict(page, before);
    assert.equal(await first.getAttribute('aria-pressed'), 'true');
    await page.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll('.lag [role=status]')].some(
          (s) => s.textContent?.trim() === wanted,
        ),
      after.replace(/\s+/g, ' '),
    );
    await page.keyboard.press('Enter');
    await shows(page, before);
    await close();
  });
});

describe('embedded', () => {
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
