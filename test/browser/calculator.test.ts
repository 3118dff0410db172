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
import { fieldLabels } from '../../src/core/link-aggregation/problem-words.ts';
import { openSiteForTests } from './open-site.ts';
import { copied, copiedByHand } from './share.ts';

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
    await page.route('**/engine.worker-*.js', (route) => route.abort());
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

describe('the row of rates', () => {
  test('is ordered from worst to best in the unit of the answer, the mean apart', async () => {
    const { page, close } = await openTool();
    const names = await page.locator('.lag-range dt').allInnerTexts();
    assert.deepEqual(names, ['Worst', 'Low (p5)', 'Typical (median)', 'High (p95)', 'Best']);
    const rates = await page.locator('.lag-range strong').allInnerTexts();
    const bits = rates.map((text) => {
      const unit = /([MG])bit\/s$/.exec(text)?.[1];
      assert.ok(unit, text);
      return Number.parseFloat(text) * (unit === 'G' ? 1000 : 1);
    });
    assert.deepEqual(
      bits,
      bits.toSorted((a, b) => a - b),
    );
    assert.match(await page.locator('.lag-mean').innerText(), /^Mean: /);
    await close();
  });

  test('is one card where chance has no say', async () => {
    const { page, close } = await openTool('#v=1&hops=1x10~ip');
    await untilField(page, 'hops.0.members', '1');
    await page.locator('.lag-mean').waitFor({ state: 'detached' });
    assert.deepEqual(await page.locator('.lag-range dt').allInnerTexts(), ['Worst to best']);
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
      // What reads the text comes with the engine, when a field is reached for.
      await input.and(page.locator('[aria-invalid="true"]')).waitFor();
      const described = (await input.getAttribute('aria-describedby')) ?? '';
      const error = page.locator(`[id="${described.split(' ').at(-1)}"]`);
      await error.filter({ hasText: /: .{15}/ }).waitFor(); // the field's name and a sentence
      assert.equal(await verdict(page), before);
      assert.match(await page.locator('.lag-answer').innerText(), /out of date/i);
      assert.equal(await input.inputValue(), text);
      assert.deepEqual(faults, []);
      await close();
    });
  }
});

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

test('every input is called what the sentences about it call it', async () => {
  for (const fragment of ['', '#v=1&side=storage&protocol=iscsi&hops=4x1~per-nic&addresses=4']) {
    const { page, close } = await openTool(fragment);
    if (fragment !== '') await untilField(page, 'addresses', '4');
    const called = await page
      .locator('.lag-inputs :is(input, select)')
      .evaluateAll((inputs) =>
        (inputs as HTMLInputElement[]).map((input) => [
          input.name.replace(/\.\d+\./, '.').replace(/^.*-/, ''),
          (input.type === 'radio'
            ? input.closest('fieldset')?.querySelector('legend')
            : input.labels?.[0]
          )?.textContent?.trim() ?? '',
        ]),
      );
    // What an end of a hop chooses by is called by its place, and the situation has no name: no link holds it.
    const byPlace = new Set(['hops.chooser', 'hops.back', '']);
    const labels = new Map<string, string>(Object.entries(fieldLabels));
    const fields = called.filter(([name = '']) => !byPlace.has(name));
    assert.ok(fields.length > 12, `${fields.length} inputs`);
    for (const [name = '', label = ''] of fields) {
      assert.ok(labels.has(name), `${name} has a name in sentences`);
      assert.ok(
        label.startsWith(labels.get(name) ?? '-'),
        `${name}: ${label}, ${labels.get(name)}`,
      );
    }
    await close();
  }
});

test('what is typical is the median and what is on average the mean, wherever they stand', async () => {
  // Five clients on three links: median and mean read differently.
  const { page, close } = await openTool('#v=1&hops=3x1~ip&clients=5x1');
  await untilField(page, 'hops.0.members', '3');
  await settled(page);
  const [worst, low, typical, high, best] = await page.locator('.lag-range strong').allInnerTexts();
  const mean = /^Mean: (\S+ \S+) of data/.exec(await page.locator('.lag-mean').innerText())?.[1];
  assert.ok(worst && low && typical && high && best && mean && mean !== typical);
  const ticket = await copied(page, 'Copy for ticket', 'Ticket text');
  assert.match(
    ticket,
    new RegExp(
      `^Data rate: Worst ${worst}, Low \\(p5\\) ${low}, Typical \\(median\\) ${typical}, High \\(p95\\) ${high}, Best ${best}\nMean: ${mean} `,
      'm',
    ),
  );
  assert.match(await verdict(page), new RegExp(`${mean.replace(' ', '.')}.on average`));
  const rows = await page.locator('.pf-rates tbody th').allInnerTexts();
  assert.deepEqual(
    rows.map((row) => row.split(':')[0]),
    ['Worst', 'Low (p5)', 'Typical (median)', 'High (p95)', 'Best', 'Mean'],
  );
  await close();
});

describe('while the inputs are edited on a narrow screen', () => {
  test('the answer stays in sight in one line, says when it is out of date, and leads back', async () => {
    const { page, open, faults, close } = await site.newPage({
      viewport: { width: 360, height: 640 },
      reducedMotion: 'reduce',
    });
    await open(tool);
    const bar = page.locator('.lag-bar');
    const input = field(page, 'clients.0.count').and(page.locator(':enabled'));
    await input.focus();
    const before = await bar.innerText();
    assert.match(before.replace(/\s+/g, ' '), /^Mean 3\.75 Gbit\/s, 11 h 48 min Answer$/);
    assert.equal((await bar.boundingBox())?.y, 0, 'at the edge of the screen');
    await input.fill('4');
    await page.waitForFunction(
      (old) => document.querySelector<HTMLElement>('.lag-bar')?.innerText !== old,
      before,
    );
    await input.fill('none');
    await bar.getByText('Out of date').waitFor();
    await bar.click();
    assert.equal(
      await page.evaluate(() => document.activeElement?.textContent),
      'Answer',
      'the heading has the focus',
    );
    assert.deepEqual(faults, []);
    await close();
  });

  // WCAG 2.2, 2.4.11: what has the focus is not hidden by what the page itself lays over it.
  test('no input that has the focus lies under that line, forwards and backwards', async () => {
    const { page, open, close } = await site.newPage({
      viewport: { width: 320, height: 480 },
      reducedMotion: 'reduce',
    });
    await open(tool);
    await field(page, 'hops.0.members').and(page.locator(':enabled')).focus();
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let step = 0; step < 14; step += 1) {
        await page.keyboard.press(key);
        const covered = await page.evaluate(() => {
          const focused = document.activeElement;
          const top = document.querySelector('.lag-bar')?.getBoundingClientRect();
          const box = focused?.getBoundingClientRect();
          if (!focused?.closest('.lag-inputs') || !top || !box) return undefined;
          return box.top < top.bottom && box.bottom > top.top ? focused.outerHTML : undefined;
        });
        assert.equal(covered, undefined);
      }
    }
    await close();
  });
});

test('on paper the form is a list of what was entered', async () => {
  const { page, close } = await openTool('#v=1&hops=2x10~ip~team.lacp&clients=30x1');
  await untilField(page, 'clients.0.count', '30');
  await page.emulateMedia({ media: 'print' });
  const look = await page.locator('.lag-inputs :is(input[type=text], select)').evaluateAll((all) =>
    all.map((input) => {
      const { borderTopWidth, appearance } = getComputedStyle(input);
      return `${borderTopWidth} ${appearance}`;
    }),
  );
  assert.deepEqual([...new Set(look)], ['0px none']);
  const seen = await page.locator('.lag-inputs .field-radios label:visible').allInnerTexts();
  assert.deepEqual(seen, [
    'Clients and media agent',
    'Backup',
    'On the same subnet',
    'All at once',
  ]);
  assert.equal(await page.locator('.lag-inputs :is(button, .field-hint):visible').count(), 0);
  assert.equal(await page.locator('.lag-bar:visible').count(), 0);
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
    await page.route('**/share-texts-*.js', (route) => route.abort());
    await open(tool);
    await page.getByRole('button', { name: 'Copy for ticket' }).click();
    await page.getByText('Ticket text could not be made').first().waitFor();
    await page.getByRole('button', { name: 'Download flows (CSV)' }).click();
    await page.getByText('The file could not be made').first().waitFor();
    assert.match(await copied(page, 'Copy link', 'Link'), /#v=1$/);
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

describe('the focus', () => {
  const focused = (page: Parameters<typeof verdict>[0]) =>
    page.evaluate(() => ({
      text: document.activeElement?.textContent,
      name: document.activeElement?.getAttribute('name'),
    }));

  test('goes to the answer with a change that is tried', async () => {
    const { page, close } = await openTool();
    await page.getByRole('button', { name: 'Try it' }).first().click();
    assert.equal((await focused(page)).text, 'Answer');
    await close();
  });

  test('goes to the hop before one that is removed', async () => {
    const { page, close } = await openTool();
    await page.getByRole('button', { name: 'Add a hop' }).click();
    await page.getByRole('button', { name: 'Remove hop 2' }).click();
    assert.equal((await focused(page)).name, 'hops.0.members');
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
