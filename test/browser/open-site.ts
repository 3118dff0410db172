/** One server and one browser for a file of tests, and pages that remember what went wrong on them. */
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { serve } from '../../scripts/serve.mjs';
import { launchBrowser } from './browser.ts';

/** The built site, served, and a browser to look at it. */
export interface OpenSite {
  /** Address of the home page, with a trailing slash. */
  readonly url: string;
  /** A page of its own context: nothing is shared with another test. */
  readonly newPage: (options?: BrowserContextOptions) => Promise<WatchedPage>;
  readonly close: () => Promise<void>;
}

export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Violated policies, errors of scripts and of the console, answers of 400 and above. */
  readonly faults: readonly string[];
  /** Every address asked for, in order. */
  readonly requests: readonly string[];
  /** Opens an address of the site (`/tools/`) and waits until its scripts have come to rest. */
  readonly open: (address: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

const folder = (dir: string) => fileURLToPath(new URL(`../../${dir}`, import.meta.url));

/** Runs in the page before its own scripts: a violation becomes a console error with its directive. */
function reportViolations(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(
      `policy violated: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`,
    );
  });
}

function watch(page: Page): { readonly faults: string[]; readonly requests: string[] } {
  const faults: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(`script error: ${error.message}`));
  page.on('request', (request) => requests.push(request.url()));
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  return { faults, requests };
}

/** Opens the site built into `dir` for `base`. The caller closes it. */
export async function openSite(dir = 'dist', base = ''): Promise<OpenSite> {
  const [server, browser] = await Promise.all([
    serve({ dir: folder(dir), base, host: '127.0.0.1' }),
    launchBrowser(),
  ]);
  const url = server.url.replace('localhost', '127.0.0.1');

  const newPage = async (options: BrowserContextOptions = {}): Promise<WatchedPage> => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      ...options,
    });
    if (options.javaScriptEnabled !== false) await context.addInitScript(reportViolations);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000); // a large log takes its time on a busy machine
    const open = async (address: string) => {
      const answer = await page.goto(url + address.slice(1), { waitUntil: 'networkidle' });
      // The 404 page looks well, too: a test must not pass on it by mistake.
      if (answer && !answer.ok()) throw new Error(`${address} answered ${answer.status()}`);
    };
    return { page, context, ...watch(page), open, close: () => context.close() };
  };

  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { url, newPage, close };
}

/** Opens the site for a file of tests and closes it after the last one. */
export async function openSiteForTests(dir?: string, base?: string): Promise<OpenSite> {
  const site = await openSite(dir, base);
  after(() => site.close());
  return site;
}
