/** The drawings of windows: their text is large enough on the smallest screen and stays inside. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openSiteForTests } from './open-site.ts';

const site = await openSiteForTests();

/** Texts of all drawings that are smaller than `smallest` pixels or stick out of their window. */
function unreadable(smallest: number): readonly string[] {
  return [...document.querySelectorAll<SVGSVGElement>('svg.dialog')].flatMap((drawing) => {
    const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
    return [...drawing.querySelectorAll('text')].flatMap((text) => {
      const { x, y, width, height } = text.getBBox();
      const size = Number.parseFloat(getComputedStyle(text).fontSize) * scale;
      const { width: across, height: down } = drawing.viewBox.baseVal;
      const inside = x >= 0 && y >= 0 && x + width <= across && y + height <= down;
      return inside && size >= smallest ? [] : [`${text.textContent}: ${size.toFixed(1)} px`];
    });
  });
}

describe('the drawings of windows', () => {
  for (const address of ['/articles/linux-restore-with-sudo/', '/articles/ds-client-logs/']) {
    for (const width of [360, 1280]) {
      test(`of ${address} can be read at ${width} pixels`, async () => {
        const { page, open, close } = await site.newPage({ viewport: { width, height: 800 } });
        await open(address);
        assert.ok((await page.locator('svg.dialog').count()) > 4);
        // Look at 12 px on the smallest screen, whatever the scroll bar takes away from it.
        assert.deepEqual(await page.evaluate(unreadable, 12), []);
        await close();
      });
    }
  }
});
