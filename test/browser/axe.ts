/** What axe finds on a page as it stands. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** Injected by the debugger, not by a script element: the page's policy stays untouched. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare const axe: { run: (options?: object) => Promise<AxeResults> };

/** Rule, element and reason of each violation; none on a page that is as it should be. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(source);
  const { violations: found } = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }));
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
}
