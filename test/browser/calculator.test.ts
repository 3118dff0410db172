/** What an engineer does with the link-aggregation calculator, and what has to come of it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  field,
  nextVerdict,
  openCalculator,
  settled,
  shows,
  untilField,
  verdict,
} from './calculator-page.ts';
import { openSiteForTests } from './open-site.ts';
import { copied } from './share.ts';

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
