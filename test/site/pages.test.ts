/** What every page carries: a name, a language, one heading, and a policy that holds. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { logReaders } from '../addresses.ts';
import { named, policyOf, readSite, type BuiltPage, type Element } from './built-site.ts';

const site = readSite('dist', '');
const pages = [...site.pages.values()];

/** A test that names each page on which `judge` finds something wrong. */
function everyPage(fact: string, judge: (page: BuiltPage) => string | false | undefined): void {
  test(fact, () => {
    const wrong = pages.flatMap((page) => {
      const found = judge(page);
      return found ? [`${page.address}: ${found}`] : [];
    });
    assert.deepEqual(wrong, []);
  });
}

const meta = (page: BuiltPage, name: string) =>
  named(page, 'meta')
    .find(({ attributes }) => attributes.get('name') === name)
    ?.attributes.get('content') ?? '';

const title = (page: BuiltPage) => named(page, 'title')[0]?.text.trim() ?? '';

/** Values that occur more than once. */
const repeated = (values: readonly string[]) =>
  values.filter((value, index) => values.indexOf(value) !== index);

const bareHeadings = (page: BuiltPage) =>
  named(page, 'h2', 'h3').filter(({ attributes, inIsland }) => !inIsland && !attributes.get('id'));

const idsOf = (page: BuiltPage) =>
  page.elements.flatMap(({ attributes }) => attributes.get('id') ?? []);

describe('every page', () => {
  everyPage('has a title', (page) => title(page).length < 3 && 'no title');

  test('has a title of its own, unless search engines are kept out', () => {
    const indexed = pages.filter((page) => meta(page, 'robots') !== 'noindex');
    assert.deepEqual(repeated(indexed.map(title)), []);
  });

  everyPage('has a description that a result shows whole', (page) => {
    const { length } = meta(page, 'description');
    return (length === 0 || length > 160) && `${length} characters`;
  });

  everyPage('says its language', (page) => {
    const language = named(page, 'html')[0]?.attributes.get('lang');
    return language !== 'en' && `lang is ${language}`;
  });

  everyPage('has exactly one h1', (page) => {
    const { length } = named(page, 'h1');
    return length !== 1 && `${length} h1`;
  });

  everyPage('names its own address as canonical', (page) => {
    const links = named(page, 'link').filter(
      ({ attributes }) => attributes.get('rel') === 'canonical',
    );
    const path = new URL(links[0]?.attributes.get('href') ?? 'none:').pathname;
    // A host serves 404.html at any address; which spelling it names matters to nobody.
    const same = path === page.address || (page.address === '/404.html' && path.startsWith('/404'));
    return (links.length !== 1 || !same) && `${links.length} canonical, ${path}`;
  });

  everyPage('gives each heading of its text an id to link to', (page) => {
    const { length } = bareHeadings(page);
    return length > 0 && `${length} without`;
  });

  everyPage('uses each id once', (page) => repeated(idsOf(page)).join(', '));
});

/** Scripts that run; data blocks such as JSON are not governed by script-src. */
const runs = ({ attributes }: Element) =>
  /^$|javascript|^module$/.test(attributes.get('type') ?? '');

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Inline scripts and styles, which the policy has to name by their hash. */
const inlineCode = (page: BuiltPage) =>
  named(page, 'script', 'style').filter(
    (element) => !element.attributes.has('src') && (element.name === 'style' || runs(element)),
  );

describe('the policy of every page', () => {
  everyPage('starts from nothing and never says unsafe-inline', (page) => {
    const policy = policyOf(page);
    const values = [...policy.values()].flat();
    if (policy.get('default-src')?.join() !== "'none'") return 'default-src is not none';
    return values.find((value) => /^(?:\*|https?:|'unsafe-inline'|'unsafe-eval')/.test(value));
  });

  everyPage('names the hash of each inline script and style', (page) => {
    const policy = policyOf(page);
    const allowed = new Set([
      ...(policy.get('script-src') ?? []),
      ...(policy.get('style-src') ?? []),
    ]);
    const unknown = inlineCode(page).filter(({ text }) => !allowed.has(hash(text)));
    return unknown.map(({ name, text }) => `${name} ${text.slice(0, 40)}`).join(', ');
  });

  everyPage('is not asked to allow inline styles or handlers', (page) =>
    page.elements
      .flatMap(({ attributes }) => [...attributes.keys()])
      .find((key) => key === 'style' || /^on[a-z]/.test(key)),
  );

  test('forbids every connection wherever a log may be opened', () => {
    // Not by a list that somebody has to keep: whatever page holds the explainer.
    const readers = pages.filter((page) =>
      page.elements.some(({ attributes }) => attributes.get('data-island') === 'ds-client-log'),
    );
    const addresses = readers.map(({ address }) => address);
    assert.deepEqual(logReaders.filter((address) => !addresses.includes(address)), []); // prettier-ignore
    for (const page of readers) {
      assert.deepEqual(policyOf(page).get('connect-src'), ["'none'"], page.address);
    }
  });
});

/** Elements that make a browser fetch something while it shows a page. */
const loads = 'script img iframe source video audio embed object use image link'.split(' ');
const namedOnly = /^(?:canonical|alternate|author|license)$/;
const elsewhere = /^(?:[a-z]+:)?\/\//i;
const elsewhereInCss = /url\(["']?(?:https?:)?\/\/[^)]*/g;

describe('nothing comes from another host', () => {
  everyPage('in its elements', (page) =>
    named(page, ...loads)
      .filter(({ attributes }) => !namedOnly.test(attributes.get('rel') ?? ''))
      .flatMap(({ attributes }) => ['src', 'href', 'data'].map((key) => attributes.get(key) ?? ''))
      .find((address) => elsewhere.test(address)),
  );

  everyPage('in its inline styles', (page) =>
    named(page, 'style')
      .flatMap(({ text }) => text.match(elsewhereInCss) ?? [])
      .join(', '),
  );

  test('in any style sheet', () => {
    const sheets = [...site.files].filter((file) => file.endsWith('.css'));
    const foreign = sheets.filter((file) => site.read(file).toString().match(elsewhereInCss));
    assert.deepEqual(foreign, []);
  });
});
