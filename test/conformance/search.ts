/**
 * Asks the built site's own search page each question and looks at the first three results, as a
 * reader would. Needs a build in dist/ and a browser.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { openSite } from '../browser/open-site.ts';
import type { CaseOutcome, Report, Runner } from './report.ts';

interface SearchCase {
  readonly query: string;
  readonly type: string;
  /** Prefixes of addresses, one of which has to be among the first three; empty: nothing is found. */
  readonly anyOf: readonly string[];
}

const data = fileURLToPath(new URL('data/search-queries.json', import.meta.url));
const built = fileURLToPath(new URL('../../dist/index.html', import.meta.url));

const looked = 3;

/** Addresses of the results to a question, best first, without the anchor. */
async function resultsFor(page: Page, siteUrl: string, query: string): Promise<readonly string[]> {
  await page.goto(`${siteUrl}search/?q=${encodeURIComponent(query)}`);
  await page.waitForFunction(
    (asked) => document.querySelector<HTMLElement>('[data-results]')?.dataset['answered'] === asked,
    query.trim(),
  );
  const links = await page
    .locator('[data-search-result]')
    .evaluateAll((items) => items.map((item) => item.querySelector('a')?.pathname ?? ''));
  return links;
}

function judge({ query, anyOf }: SearchCase, results: readonly string[]): CaseOutcome {
  const first = results.slice(0, looked);
  const right =
    anyOf.length === 0
      ? results.length === 0
      : first.some((address) => anyOf.some((prefix) => address.startsWith(prefix)));
  if (right) return { id: query, outcome: 'passed' };
  const wanted = anyOf.length === 0 ? 'nothing' : `one of ${anyOf.join(', ')}`;
  return {
    id: query,
    outcome: 'failed',
    detail: `expected ${wanted}; got ${first.join(', ') || 'nothing'}`,
  };
}

/** Runs the questions in the file at `path`, or those of this repository. */
export const run: Runner = async (path = data): Promise<Report> => {
  const { queries } = JSON.parse(readFileSync(path, 'utf8')) as { queries: readonly SearchCase[] };
  if (!existsSync(built)) throw new Error('There is no built site in dist/. Run `npm run build`.');
  const site = await openSite();
  try {
    const { page } = await site.newPage();
    const cases: CaseOutcome[] = [];
    for (const entry of queries) {
      // oxlint-disable-next-line no-await-in-loop -- one page asks one question at a time
      cases.push(judge(entry, await resultsFor(page, site.url, entry.query)));
    }
    const passed = cases.filter(({ outcome }) => outcome === 'passed').length;
    const rate = (passed / cases.length).toFixed(3);
    return { cases, remarks: [`success in the first ${looked}: ${rate}`] };
  } finally {
    await site.close();
  }
};
