/**
 * What arrives when somebody opens a tool's page and reads on without touching the tool: bytes as
 * sent, packed as a good host sends them. The limits are the architecture's.
 */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { tools } from '../addresses.ts';
import { openSiteForTests } from './open-site.ts';

const scriptLimit = 25_000;
const limit = 50_000;

const site = await openSiteForTests();
const measured: string[] = [];

describe('a tool page that is only read', () => {
  for (const address of tools) {
    test(`${address} keeps to its budget`, async () => {
      const { page, open, close } = await site.newPage();
      const sizes: { readonly type: string; readonly url: string; readonly bytes: number }[] = [];
      page.on('requestfinished', async (request) => {
        if (!request.url().startsWith('http')) return;
        const { responseBodySize: bytes } = await request.sizes();
        sizes.push({ type: request.resourceType(), url: request.url(), bytes });
      });
      await open(address);
      await page.locator('main [data-island]').first().scrollIntoViewIfNeeded();
      await page.waitForTimeout(1500);
      await page.waitForLoadState('networkidle');
      const sum = (type: RegExp) =>
        sizes.reduce((total, one) => total + (type.test(one.type) ? one.bytes : 0), 0);
      const [html, script, all] = [sum(/^document$/), sum(/^script$/), sum(/./)];
      const cells = [html, script, all].map((n) => n.toLocaleString('en-GB').padStart(9));
      measured.push(address.padEnd(40) + cells.join(''));
      assert.ok(html > 0 && script > 0, 'something was measured');
      assert.ok(script <= scriptLimit, `script: ${script} of ${scriptLimit}`);
      assert.ok(all <= limit, `all: ${all} of ${limit}`);
      await close();
    });
  }
});

after(() => {
  const heads = ['html', 'script', 'all'].map((name) => name.padStart(9)).join('');
  console.log(['\nbytes as sent, without a touch'.padEnd(41) + heads, ...measured].join('\n'));
});
