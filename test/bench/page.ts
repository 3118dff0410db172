/**
 * The built page with a log of a million lines, or as many as asked for: how long until its lines stand
 * there and until it is judged, and what held up the main thread meanwhile and while the log was used.
 * The browser test does the same with 100,000 lines and fails above 50 ms.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { useLongLog } from '../browser/long-log-journey.ts';
import { blocksDuring, inWords, observeLongTasks } from '../browser/main-thread.ts';
import { openSite, type OpenSite } from '../browser/open-site.ts';
import { makeLargeLog } from './make-large-log.ts';

const rowsUsual = 1_000_000;
const longestMax = 50; // milliseconds

declare global {
  interface Window {
    /** When the lines stood there, and when the log was judged; milliseconds of the page. */
    came?: { lines: number; all: number };
  }
}

/** Runs in the page: notes when the lines of a large log come, and when what they say does. */
function noteWhatComes(): void {
  const came = { lines: 0, all: 0 };
  window.came = came;
  const begun = performance.now();
  new MutationObserver(() => {
    if (came.lines === 0 && document.querySelector('.log-awaited'))
      came.lines = performance.now() - begun;
    const isRead = document
      .querySelector('.log-status [role=status]')
      ?.textContent?.endsWith('read.');
    if (came.all === 0 && isRead) came.all = performance.now() - begun;
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}

async function measure(site: OpenSite, file: string, rows: number): Promise<boolean> {
  const { page, open, close } = await site.newPage();
  page.setDefaultTimeout(120_000);
  await page.addInitScript(observeLongTasks);
  await open('/tools/ds-client-log/');
  await page.locator('#log-file:enabled').waitFor({ state: 'attached' });
  await page.evaluate(noteWhatComes);
  const blocks = await blocksDuring(page, () => useLongLog(page, file, rows));
  const came = await page.evaluate(() => window.came ?? { lines: 0, all: 0 });
  await close();
  const longest = blocks.reduce((most, { own }) => Math.max(most, own), 0);
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  console.log(`  lines there    ${seconds(came.lines)} after the file was chosen`);
  console.log(`  judged         ${seconds(came.all)} after it`);
  console.log(`  long tasks     ${inWords(blocks)}`);
  console.log(`  longest        ${longest} ms of the page's own work (${longestMax} promised)`);
  return longest <= longestMax;
}

export async function run(rows = rowsUsual): Promise<boolean> {
  if (!existsSync(fileURLToPath(new URL('../../dist/tools/ds-client-log', import.meta.url)))) {
    console.log('  there is no built site: run `npm run build` first');
    return false;
  }
  const folder = mkdtempSync(join(tmpdir(), 'large-log-'));
  const site = await openSite();
  try {
    const file = join(folder, `${rows}.txt`);
    makeLargeLog(rows, file);
    console.log(`  ${rows.toLocaleString('en-GB')} rows in the browser`);
    return await measure(site, file, rows);
  } finally {
    await site.close();
    rmSync(folder, { recursive: true });
  }
}
