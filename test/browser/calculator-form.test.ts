/** The form of the calculator: its names, its errors, its focus, on a narrow screen and on paper. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  field,
  nextVerdict,
  openCalculator,
  shows,
  tool,
  untilField,
  verdict,
} from './calculator-page.ts';
import { fieldLabels } from '../../src/core/link-aggregation/problem-words.ts';
import { openSiteForTests } from './open-site.ts';

const site = await openSiteForTests();
const openTool = (fragment?: string) => openCalculator(site, fragment);

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

describe('with the keyboard alone', () => {
  test('a link fails and comes back, and the screen reader hears the new answer', async () => {
    const { page, close } = await openTool();
    const before = await verdict(page);
    const first = page.locator('.lag-switch').first();
    await first.focus();
    await page.keyboard.press('Enter');
    const after = await nextVerdict(page, before);
    // The figure and its switches are drawn a frame after the answer.
    await page.locator('.lag-switch[aria-pressed=true]').waitFor();
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
