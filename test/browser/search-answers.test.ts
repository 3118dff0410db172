/** Questions as people type them, the page that has to be among the first three, and what excerpts are cut from. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openSiteForTests } from './open-site.ts';

const site = await openSiteForTests();
const message = (id: string): string => `/reference/messages/${id}/`;

describe('the search finds', () => {
  // prettier-ignore
  const questions = [
    ['error 24',                             message('errno-emfile')],
    ['error 2',                              message('errno-enoent')], // Windows has a 2 as well
    ['ERROR_NETNAME_DELETED',                message('win-64')],
    ['VSS_E_WRITERERROR_RETRYABLE',          message('vss-800423f3')],
    ['0X80042306',                           message('vss-80042306')],
    ['Der Netzwerkpfad wurde nicht gefunden', message('win-53')],
    ['Zugriff verweigert',                   message('win-5')],
    ['Festplatte voll',                      message('win-112')],
    ['Protokoll exportieren',                '/articles/ds-client-logs/'],
    ['shadow coppy',                         '/reference/messages/vss-'],
    ['round robbin',                         '/reference/glossary/'],
    ['polarisation',                         '/reference/glossary/'],
    ['synchronization failed',               message('completion-synchronisation-failed')],
    ['password',                             '/articles/linux-restore-with-sudo/'], // not of a dozen messages
    ['which password',                       '/articles/linux-restore-with-sudo/'],
    ['why is it slow',                       '/articles/media-agent-networking/'],
    ['slow',                                 '/tools/link-aggregation/'],
    ['slow backup',                          '/tools/link-aggregation/'],
    ['privacy',                              '/tools/ds-client-log/'],
    ['is my backup ok',                      '/articles/ds-client-logs/'],
    ['errors',                               '/articles/ds-client-logs/'],
    ['Completed with Errors',                message('completion-completed-with-errors')],
    ['error 67',                             message('win-67')],
    ['sudo',                                 '/articles/linux-restore-with-sudo/'],
    ['log columns',                          '/reference/log-columns/'],
    ['jumbo frames',                         '/reference/glossary/'],
    ['lacp',                                 '/tools/link-aggregation/'],
    ['teaming',                              '/tools/link-aggregation/'],
  ] as const;
  for (const [question, wanted] of questions) {
    test(`${wanted} for “${question}”`, async () => {
      const { page, open, close } = await site.newPage();
      await open(`/search/?q=${encodeURIComponent(question)}`);
      const results = page.locator('[data-search-result]');
      await results.first().waitFor();
      const first = await results.evaluateAll((items) =>
        items.slice(0, 3).map((item) => item.querySelector('a')?.pathname ?? ''),
      );
      assert.ok(first.some((address) => address.startsWith(wanted)), first.join(', ')); // prettier-ignore
      await close();
    });
  }
});

describe('the text that excerpts are taken from', () => {
  // prettier-ignore
  const glued = [
    // on the page,                         cells and terms that stand apart on it
    ['/articles/media-agent-networking/', /LinkSpeed|calculatorThe/],
    ['/tools/link-aggregation/',          /SituationWorst|groupFour/],
    ['/partners/',                        /LevelGold/],
    ['/reference/messages/win-67/',       /share\.You/],
  ] as const;
  for (const [address, together] of glued) {
    test(`of ${address} keeps them apart`, async () => {
      const { page, open, close } = await site.newPage();
      await open('/search/');
      const text = await page.evaluate(async (wanted) => {
        const engine = '/pagefind/pagefind.js';
        const api = await import(engine);
        const all: { readonly results: readonly { data(): Promise<Content> }[] } =
          await api.search(null);
        type Content = { readonly url: string; readonly content: string };
        const pages = await Promise.all(all.results.map((result) => result.data()));
        return pages.find(({ url }) => url === wanted)?.content ?? '';
      }, address);
      assert.ok(text.length > 100, text);
      assert.doesNotMatch(text, together);
      await close();
    });
  }
});
