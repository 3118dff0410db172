/**
 * Asks the built site's own search page each question and looks at the first three results, as a
 * reader would. Needs a build in dist/ and a browser.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
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

const keys: ReadonlySet<string> = new Set(['query', 'type', 'anyOf', 'note', 'source']);

function queriesAt(path: string): readonly SearchCase[] {
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith('.json'))
        .toSorted()
        .map((name) => join(path, name))
    : [path];
  return files.flatMap((file) => {
    const { queries }: { readonly queries?: unknown } = JSON.parse(readFileSync(file, 'utf8'));
    if (!Array.isArray(queries)) throw new Error(`${file} holds no list of queries.`);
    return queries;
  });
}

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

/** Why a question cannot be judged; undefined where it can. */
function whyNot(entry: SearchCase): string | undefined {
  const unknown = Object.keys(entry).filter((key) => !keys.has(key));
  if (unknown.length > 0) return `nothing looks at ${unknown.join(', ')}`;
  return typeof entry.query === 'string' && Array.isArray(entry.anyOf)
    ? undefined
    : 'no query, or no anyOf';
}

async function outcomeOf(page: Page, siteUrl: string, entry: SearchCase): Promise<CaseOutcome> {
  const detail = whyNot(entry);
  if (detail !== undefined) return { id: String(entry.query), outcome: 'not covered', detail };
  return judge(entry, await resultsFor(page, siteUrl, entry.query));
}

/** Runs the questions in the file or folder at `path`, or those of this repository. */
export const run: Runner = async (path = data): Promise<Report> => {
  const queries = queriesAt(path);
  if (!existsSync(built)) throw new Error('There is no built site in dist/. Run `npm run build`.');
  const site = await openSite();
  try {
    const { page } = await site.newPage();
    const cases: CaseOutcome[] = [];
    for (const entry of queries) {
      // oxlint-disable-next-line no-await-in-loop -- one page asks one question at a time
      cases.push(await outcomeOf(page, site.url, entry));
    }
    const passed = cases.filter(({ outcome }) => outcome === 'passed').length;
    const judged = cases.filter(({ outcome }) => outcome !== 'not covered').length;
    const rate = judged === 0 ? 'none' : (passed / judged).toFixed(3);
    return { cases, remarks: [`success in the first ${looked}: ${rate}`] };
  } finally {
    await site.close();
  }
};
