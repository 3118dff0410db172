/** Every address inside the site leads somewhere, under `/` and under a sub-path alike. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { promised } from '../addresses.ts';
import { named, readSite, type BuiltPage, type BuiltSite, type Element } from './built-site.ts';

const host = 'http://built.invalid'; // RFC 6761: never a real host, so it can only mean this site

const addressAttributes = ['href', 'src', 'action', 'poster', 'data-src', 'data-search'];

/** Addresses an element names, as written. */
function addressesOf({ name, attributes }: Element): readonly string[] {
  const plain = addressAttributes.flatMap((key) => attributes.get(key) ?? []);
  const sets = (attributes.get('srcset') ?? '')
    .split(',')
    .map((part) => part.trim().split(/\s/)[0]!);
  // Canonical and sharing addresses name the published host; pages.test.ts holds them.
  if (name === 'link' && attributes.get('rel') === 'canonical') return [];
  return [...plain, ...sets].filter((address) => address !== '');
}

/** What is wrong with an address on a page, or undefined. */
function fault(site: BuiltSite, page: BuiltPage, written: string): string | undefined {
  if (/^(?:mailto|tel|data|https?):/.test(written)) return undefined;
  const url = new URL(written, `${host}${site.base}${page.address}`);
  const full = decodeURI(url.pathname);
  if (!full.startsWith(`${site.base}/`)) return `leaves the base ${site.base}`;
  const inside = full.slice(site.base.length);
  const target = site.pages.get(inside);
  if (!target && site.pages.has(`${inside}/`)) return 'lacks its trailing slash';
  if (!target && !site.files.has(inside)) return 'leads nowhere';
  const anchor = decodeURIComponent(url.hash.slice(1));
  if (!anchor || !target || target.ids.has(anchor)) return undefined;
  // A question in the fragment is read by these two tools, and by nothing else.
  return anchor.startsWith('v=') &&
    /data-island="?(?:link-aggregation|flow-placement)/.test(target.html)
    ? undefined
    : `finds no such anchor on ${inside}`;
}

function faults(site: BuiltSite): readonly string[] {
  return [...site.pages.values()].flatMap((page) =>
    page.elements.flatMap(addressesOf).flatMap((written) => {
      const wrong = fault(site, page, written);
      return wrong ? [`${page.address}: ${written} ${wrong}`] : [];
    }),
  );
}

for (const [dir, base] of [
  ['dist', ''],
  ['dist-kb', '/kb'],
] as const) {
  // prettier-ignore
  describe(`${dir}, built for ${base}/`, () => {
    const site = readSite(dir, base);

    test('has links to check', () => {
      const all = [...site.pages.values()].flatMap((page) => page.elements.flatMap(addressesOf));
      assert.ok(all.length > 200, `${all.length} addresses found`);
    });

    test('every internal link and anchor resolves', () => {
      assert.deepEqual([...new Set(faults(site))], []);
    });

    test('every promised address is there', () => {
      assert.deepEqual(promised.filter((address) => !site.pages.has(address)), []); // prettier-ignore
    });

    test('every message of the catalogue has its page', () => {
      const entries = readdirSync('content/log-messages').map((file) => path.parse(file).name);
      const missing = entries.filter((id) => !site.pages.has(`/reference/messages/${id}/`));
      assert.ok(entries.length > 100, `${entries.length} entries found`);
      assert.deepEqual(missing, []);
    });

    test('the sitemap and the feed name pages that exist', () => {
      const addresses = ['/sitemap-0.xml', '/feed.xml'].flatMap((file) =>
        [...site.read(file).toString().matchAll(/<(?:loc|link)>([^<]+)</g)].map((m) => m[1]!),
      );
      assert.ok(addresses.length > 10);
      const paths = addresses.map((address) => new URL(address).pathname);
      const outside = paths.filter((one) => !one.startsWith(`${base}/`));
      assert.deepEqual(outside, []);
      const missing = paths.filter((one) => !site.pages.has(one.slice(base.length)));
      assert.deepEqual(missing, []);
    });
  });
}

test('every page is one or two links away from the search page', () => {
  const { pages } = readSite('dist', '');
  const linked = (address: string): readonly string[] => {
    const page = pages.get(address);
    const links = page ? named(page, 'a') : [];
    return links.flatMap(({ attributes }) => attributes.get('href')?.replace(/[#?].*/, '') ?? []);
  };
  const near = linked('/search/');
  const reached = new Set([...near, ...near.flatMap(linked)]);
  const apart = /^\/(?:embed|search|404)/; // for other sites, this page, and no page
  const missed = [...pages.keys()].filter((one) => !reached.has(one) && !apart.test(one));
  assert.deepEqual(missed, []);
});

test('both builds hold the same pages', () => {
  const [atRoot, below] = [readSite('dist', ''), readSite('dist-kb', '/kb')].map((site) =>
    [...site.pages.keys()].toSorted(),
  );
  assert.deepEqual(atRoot, below);
});
