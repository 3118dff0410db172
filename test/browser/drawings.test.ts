/** Drawings of windows and of links: their text is large enough on the smallest screen and stays inside. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { field, openPlacement } from './flow-placement-page.ts';
import { openSiteForTests } from './open-site.ts';

const site = await openSiteForTests();

interface Wanted {
  readonly drawings: string;
  readonly smallest: number;
}

/** Texts of all drawings that are smaller than `smallest` pixels or stick out of their window. */
function unreadable({ drawings, smallest }: Wanted): readonly string[] {
  const all = [...document.querySelectorAll<SVGSVGElement>(drawings)];
  return all.flatMap((drawing) => {
    const shown = drawing.getBoundingClientRect().width;
    const scale = shown / drawing.viewBox.baseVal.width;
    if (shown === 0) return []; // the form for other widths
    return [...drawing.querySelectorAll('text')].flatMap((text) => {
      const { x, y, width, height } = text.getBBox();
      const size = Number.parseFloat(getComputedStyle(text).fontSize) * scale;
      const { width: across, height: down } = drawing.viewBox.baseVal;
      const inside = x >= 0 && y >= 0 && x + width <= across && y + height <= down;
      return inside && size >= smallest ? [] : [`${text.textContent}: ${size.toFixed(1)} px`];
    });
  });
}

// Look at 12 px on the smallest screen, whatever the scroll bar takes away from it.
const windows = { drawings: 'svg.dialog', smallest: 12 };
const links = { drawings: 'svg.pf, svg.mf', smallest: 12 };

describe('the drawings of windows', () => {
  for (const address of ['/articles/linux-restore-with-sudo/', '/articles/ds-client-logs/']) {
    for (const width of [320, 360, 1280]) {
      test(`of ${address} can be read at ${width} pixels`, async () => {
        const { page, open, close } = await site.newPage({ viewport: { width, height: 800 } });
        await open(address);
        assert.ok((await page.locator('svg.dialog').count()) > 4);
        assert.deepEqual(await page.evaluate(unreadable, windows), []);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${wide} px`);
        await close();
      });
    }
  }
});

describe('the drawings of links', () => {
  for (const address of [
    '/',
    '/articles/media-agent-networking/',
    '/tools/link-aggregation/',
    '/embed/link-aggregation/',
    '/tools/flow-placement/',
    '/embed/flow-placement/',
  ]) {
    for (const width of [320, 768]) {
      test(`of ${address} can be read at ${width} pixels`, async () => {
        const { page, open, close } = await site.newPage({ viewport: { width, height: 800 } });
        await open(address);
        assert.ok((await page.locator('svg:is(.pf, .mf):visible').count()) > 0);
        assert.deepEqual(await page.evaluate(unreadable, links), []);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${wide} px`);
        await close();
      });
    }
  }

  test('hold the longest name of a device, and what stands on a link, in the narrow form', async () => {
    const { page, close } = await openPlacement(site, '#v=1&members=16');
    await page.setViewportSize({ width: 320, height: 800 });
    const devices = await page
      .locator('[name="device"] option')
      .evaluateAll((options) => (options as HTMLOptionElement[]).map(({ value }) => value));
    assert.ok(devices.length > 40, `${devices.length} devices`);
    for (const device of devices) {
      await field(page, 'device').selectOption(device);
      assert.deepEqual(await page.evaluate(unreadable, links), [], device);
    }
    await close();
  });
});
