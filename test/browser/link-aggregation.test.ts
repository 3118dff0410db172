/** The calculator as it is built, as it comes alive, and its figure under a pointer and at every width. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { choosers } from '../../src/core/link-aggregation/fields.ts';
import { field, settled, tool, untilField, verdict } from './calculator-page.ts';
import { openSiteForTests, type WatchedPage } from './open-site.ts';

const site = await openSiteForTests();

/** Resolves once the verdict is another than `before`. */
const untilVerdictIsNot = (page: Page, before: string) =>
  page.waitForFunction(
    (old) => document.querySelector<HTMLElement>('.lag-verdict')?.innerText !== old,
    before,
  );

/** The address is asked of the page itself: the test hears of a replaced one later. */
const untilHashIs = (page: Page, hash: string) =>
  page.waitForFunction((wanted) => location.hash === wanted, hash);

async function openTool(
  fragment = '',
  options: Parameters<typeof site.newPage>[0] = {},
): Promise<WatchedPage> {
  const opened = await site.newPage(options);
  await opened.open(tool + fragment);
  await field(opened.page, 'hops.0.members').and(opened.page.locator(':enabled')).waitFor();
  return opened;
}

describe('without a script', () => {
  test('the page holds the default result, its figure, the inputs to read and worked examples', async () => {
    const { page, open, close } = await site.newPage({ javaScriptEnabled: false });
    await open(tool);
    assert.match(await verdict(page), /^Expect .*Gbit\/s of data/);
    assert.ok(await page.locator('.lag-figure svg:visible').first().isVisible());
    assert.equal(await field(page, 'hops.0.members').inputValue(), '4');
    assert.ok(await field(page, 'hops.0.members').isDisabled(), 'it would change nothing');
    assert.ok(await page.locator('noscript .lag-notice').isVisible());
    assert.ok((await page.locator('.presets tbody tr').count()) >= 15);
    await close();
  });
});

describe('coming alive', () => {
  test('changes no word and moves nothing', async () => {
    const built = await site.newPage({ javaScriptEnabled: false });
    await built.open(tool);
    const words = await built.page.locator('.lag').innerText();
    await built.close();
    const { page, context, open, close } = await site.newPage();
    await context.addInitScript(() => {
      Object.assign(globalThis, { shifted: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
          (globalThis as unknown as { shifted: number }).shifted += entry.value;
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await open(tool);
    await field(page, 'hops.0.members').and(page.locator(':enabled')).waitFor();
    assert.equal(await page.locator('.lag').innerText(), words);
    assert.equal(
      await page.evaluate(() => (globalThis as unknown as { shifted: number }).shifted),
      0,
    );
    await close();
  });

  test('fetches what computes only once the reader reaches for an input', async () => {
    const { page, requests, close } = await openTool();
    assert.ok(!requests.some((address) => address.includes('engine')));
    await field(page, 'window').focus();
    await page
      .waitForRequest((request) => request.url().includes('engine'), { timeout: 5000 })
      .catch(() => {});
    assert.ok(requests.some((address) => address.includes('engine')));
    await close();
  });
});

describe('the figure', () => {
  test('a press on a link takes it down, and the flows move to the others', async () => {
    const { page, faults, close } = await openTool();
    const before = await verdict(page);
    await page.locator('.pf-wide').first().scrollIntoViewIfNeeded();
    // A straight line has no height, so the pointer is put on it by hand.
    const line = await page.locator('.pf-wide .pf-hit').nth(1).boundingBox();
    assert.ok(line);
    await page.mouse.click(line.x + line.width / 3, line.y + line.height / 2);
    await untilVerdictIsNot(page, before);
    await untilHashIs(page, '#v=1&hops=4x1~ip~down.2');
    assert.equal(await field(page, 'hops.0.down').inputValue(), '2');
    assert.equal(await page.locator('.pf-wide .pf-cross').count(), 1);
    assert.match(await page.locator('.pf-wide').first().innerHTML(), />down</);
    assert.deepEqual(faults, []);
    await close();
  });

  for (const width of [320, 360, 768, 1280]) {
    test(`fits ${width} px, in letters of 12 px and more from 360 on`, async () => {
      const { page, close } = await openTool('#v=1&hops=8x1~ip~down.2,2x10~ip&clients=6x1,2x10', {
        viewport: { width, height: 800 },
      });
      await page.locator('.pf-cross:visible').first().waitFor();
      const sizes = await page.locator('.pf:visible').evaluateAll((drawings) =>
        drawings.map((drawing) => {
          const svg = drawing as unknown as SVGSVGElement;
          const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
          const letters = [...svg.querySelectorAll('text')].map((text) =>
            Number.parseFloat(getComputedStyle(text).fontSize),
          );
          return Math.min(...letters) * scale;
        }),
      );
      assert.equal(sizes.length, 2, 'the path and the distribution, one form of each');
      if (width >= 360) {
        for (const size of sizes) assert.ok(size >= 11.9, `${size} px`); // rounding of the scale
      }
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.ok(overflow <= 0, `${overflow} px to scroll sideways`);
      await close();
    });
  }
});

test('in forced colours idle, failed and busy links still differ, and every word can be read', async () => {
  const { page, close } = await openTool('#v=1&hops=4x1~ip~down.2&clients=2x1');
  await untilField(page, 'hops.0.down', '2');
  await settled(page);
  await page.emulateMedia({ forcedColors: 'active' });
  const look = (selector: string) =>
    page
      .locator(`.pf-wide ${selector}`)
      .first()
      .evaluate((shape) => {
        const { stroke, strokeDasharray, fill } = getComputedStyle(shape);
        return { stroke, strokeDasharray, fill };
      });
  const [idle, down, cross] = [
    await look('.pf-idle'),
    await look('.pf-down'),
    await look('.pf-cross'),
  ];
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.notEqual(idle.strokeDasharray, down.strokeDasharray);
  assert.notEqual(cross.stroke, ground);
  const words = await page
    .locator('.pf-wide text')
    .evaluateAll((texts) => texts.map((text) => getComputedStyle(text).fill));
  assert.ok(words.length > 4 && words.every((fill) => fill !== ground && fill !== 'none'));
  await close();
});

describe('a worked example', () => {
  test('opens in the calculator above it and leads there', async () => {
    const { page, close } = await openTool();
    const before = await verdict(page);
    await page.getByRole('link', { name: 'Clients behind a router, MAC hash' }).click();
    await untilVerdictIsNot(page, before);
    assert.equal(await field(page, 'hops.0.chooser').inputValue(), 'mac');
    await page.waitForFunction(() => {
      const answer = document.querySelector('.lag-verdict')?.getBoundingClientRect();
      return answer && answer.bottom > 0 && answer.top < innerHeight;
    });
    await page.goBack();
    await page.waitForFunction(
      (wanted) => document.querySelector<HTMLElement>('.lag-verdict')?.innerText === wanted,
      before,
    );
    await close();
  });
});

describe('what cannot be known', () => {
  test('shows both likely results, and taking one settles it', async () => {
    const { page, close } = await openTool('#v=1&side=storage&hops=4x1~unknown&connections=8');
    const readings = page.locator('.lag-readings > div');
    await readings.first().waitFor();
    const told = await readings.allInnerTexts();
    assert.equal(told.length, 2);
    assert.notEqual(told[0]?.match(/Expect .*/)?.[0], told[1]?.match(/Expect .*/)?.[0]);
    await page.getByRole('button', { name: 'Take IP addresses and ports' }).click();
    await readings.first().waitFor({ state: 'detached' });
    assert.equal(await field(page, 'hops.0.chooser').inputValue(), 'ip-port');
    await close();
  });
});

describe('what to change', () => {
  test('is one press away, with the figure that was promised', async () => {
    const { page, close } = await openTool();
    const first = page.locator('.lag-changes li').first();
    const promised = /gives ([\d.]+ [MGT]bit\/s)/.exec(await first.innerText())?.[1];
    assert.ok(promised);
    const before = await verdict(page);
    await first.getByRole('button').click();
    await untilVerdictIsNot(page, before);
    assert.ok(
      (await verdict(page)).includes(promised.replace(/(\.\d)\d /, '$1 ')) ||
        (await verdict(page)).includes(promised),
      `${promised} in: ${await verdict(page)}`,
    );
    await page.waitForFunction(() => location.hash.startsWith('#v=1&'));
    await close();
  });
});

describe('the path', () => {
  test('grows and shrinks by hops and client groups', async () => {
    const { page, close } = await openTool();
    await page.getByRole('button', { name: 'Add a hop' }).click();
    assert.equal(await field(page, 'hops.1.members').inputValue(), '4');
    await page.getByRole('button', { name: 'Add a group of other clients' }).click();
    await field(page, 'clients.1.count').fill('3');
    await untilHashIs(page, '#v=1&hops=4x1~ip,4x1~ip&clients=20x1,3x10');
    await page.getByRole('button', { name: 'Remove hop 2' }).click();
    await page.getByRole('button', { name: 'Remove group 2' }).click();
    await untilHashIs(page, '#v=1');
    await close();
  });

  // prettier-ignore
  const removals = [
    // group, focus, what is left
    [1,       0,     '3x10,5x25'],
    [2,       0,     '20x1,5x25'],
    [3,       1,     '20x1,3x10'],
  ] as const;
  for (const [removed, focus, left] of removals) {
    test(`keeps the focus in the form when group ${removed} is removed`, async () => {
      const { page, close } = await openTool('#v=1&clients=20x1,3x10,5x25');
      await page.getByRole('button', { name: `Remove group ${removed}` }).press('Enter');
      await untilHashIs(page, `#v=1&clients=${left}`);
      const focused = await page.evaluate(() => document.activeElement?.getAttribute('name'));
      assert.equal(focused, `clients.${focus}.count`);
      await close();
    });
  }

  test('has up to six hops, and on each every way of choosing, sixteen links and any speed', async () => {
    const { page, faults, close } = await openTool('#v=1&clients=2x1');
    for (let hops = 1; hops < 6; hops += 1)
      await page.getByRole('button', { name: 'Add a hop' }).click();
    assert.equal(await page.getByRole('button', { name: 'Add a hop' }).count(), 0);
    assert.equal(await page.locator('.lag-hop').count(), 6);
    for (const hop of [0, 5]) {
      const ways = await field(page, `hops.${hop}.chooser`)
        .locator('option')
        .evaluateAll((options) => (options as HTMLOptionElement[]).map(({ value }) => value));
      assert.deepEqual(ways, [...choosers]);
    }
    for (const [members, speed] of [
      ['16', '100'],
      ['1', '2.5'],
      ['3', '40'],
    ] as const) {
      await field(page, 'hops.5.members').fill(members);
      await field(page, 'hops.5.speed').fill(speed);
      await settled(page);
      assert.equal(await page.locator('.lag-stale').count(), 0);
    }
    assert.deepEqual(faults, []);
    await close();
  });

  test('asks the other end in a restore', async () => {
    const { page, close } = await openTool('#v=1&hops=4x1~ip~back.one-link');
    const before = await verdict(page);
    await page.getByText('Restore', { exact: true }).click();
    await untilVerdictIsNot(page, before);
    const open = page.locator('.lag-hop > .field select[name$="back"]');
    assert.equal(await open.inputValue(), 'one-link');
    await close();
  });
});

describe('with the keyboard alone', () => {
  test('a situation is chosen, a number changed and the link copied, in the order of the page', async () => {
    const { page, context, faults, close } = await openTool();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const reach = async (what: string, key: string, isThere: () => boolean) => {
      for (let step = 0; step < 80; step += 1) {
        if (await page.evaluate(isThere)) return;
        await page.keyboard.press(key);
      }
      assert.fail(`${what} was not reached`);
    };
    await reach(
      'the situation',
      'Tab',
      () => document.activeElement?.id.endsWith('-preset') ?? false,
    );
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => location.hash.includes('clients=4x1'));
    await reach(
      'the number of clients',
      'Tab',
      () => document.activeElement?.getAttribute('name') === 'clients.0.count',
    );
    await page.keyboard.press('Control+a');
    await page.keyboard.type('9');
    await reach(
      'the button that copies the link',
      'Shift+Tab',
      () => document.activeElement?.textContent === 'Copy link',
    );
    // What is copied is what is shown, and that is computed off the main thread.
    await settled(page);
    await page.keyboard.press('Enter');
    await page.locator('.share-done').waitFor();
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /#v=1&clients=9x1$/);
    assert.deepEqual(faults, []);
    await close();
  });
});

describe('a screen reader', () => {
  test('is told the answer once, after a pause, and not after each key', async () => {
    const { page, close } = await openTool();
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      const region = document.querySelector('.lag [role=status]') as Element;
      new MutationObserver(() => heard.push(region.textContent ?? '')).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    await field(page, 'clients.0.count').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('137', { delay: 80 });
    await page.waitForFunction(
      () => (globalThis as unknown as { heard: string[] }).heard.length > 0,
    );
    const heard = await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
    assert.deepEqual(heard, [(await verdict(page)).replace(/\s+/g, ' ')]);
    assert.equal(await page.locator('.lag [aria-live]:not([aria-live=off])').count(), 0);
    await close();
  });
});

describe('inside an article', () => {
  test('the address stays the article’s, and the way into the calculator follows every change', async () => {
    const { page, faults, open, close } = await site.newPage();
    await open('/articles/media-agent-networking/');
    const calculator = page.locator('[data-island="link-aggregation"]').first();
    await calculator.scrollIntoViewIfNeeded();
    const count = calculator.locator('[name="clients.0.count"]');
    await count.and(page.locator(':enabled')).waitFor();
    const before = await calculator.locator('.lag-verdict').innerText();
    await count.fill('3');
    await untilVerdictIsNot(page, before);
    assert.equal(new URL(page.url()).hash, '');
    const way = calculator.getByRole('link', { name: 'Open in the calculator' });
    assert.match(
      (await way.getAttribute('href')) ?? '',
      /\/tools\/link-aggregation\/#v=1.*clients=3x1/,
    );
    // The words above it promise no address, but the button that gives one.
    const [, named = ''] =
      /press (.+) under the answer: the address of this page stays as it is/.exec(
        await page.locator('main').innerText(),
      ) ?? [];
    assert.equal(await calculator.getByRole('button', { name: named, exact: true }).count(), 1);
    assert.deepEqual(faults, []);
    await close();
  });
});

/** What is moving in the answer once another one has been painted. */
async function movedByNewAnswer(reducedMotion: 'reduce' | 'no-preference'): Promise<number> {
  const { page, close } = await openTool('', { reducedMotion });
  const before = await verdict(page);
  await field(page, 'hops.0.members').fill('2');
  await untilVerdictIsNot(page, before);
  await page.locator('.lag-result:not([aria-busy])').waitFor();
  const moving = await page.locator('.lag-verdict').evaluate(async (element) => {
    // The mark begins after the answer has been painted, and takes longer than this.
    await new Promise((resolve) => setTimeout(resolve, 300));
    return element.getAnimations({ subtree: true }).length;
  });
  await close();
  return moving;
}

describe('a new answer', () => {
  test('is marked for a moment', async () => {
    assert.equal(await movedByNewAnswer('no-preference'), 1);
  });

  test('is not, for a reader who wants no motion', async () => {
    assert.equal(await movedByNewAnswer('reduce'), 0);
  });
});
