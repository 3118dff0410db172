/**
 * What a reader's connection has to carry, in bytes of Brotli as a good host sends them. The limits
 * are the architecture's; the table is printed so that a change shows before a limit is reached.
 */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { articles, tools } from '../addresses.ts';
import { named, readSite, type BuiltPage, type Element } from './built-site.ts';

/** What arrives before the first acknowledgement: ten TCP segments (RFC 6928), 1,400 bytes each. */
const firstWindowBytes = 14_000;
const inlineScriptBytes = 1000;
const articleBytes = 20_000;
const bytesPerFigure = 3000;
const toolScriptBytes = 25_000;
const toolBytes = 50_000;

/** Text that fills a large screen before any scrolling, header included. */
const firstScreenCharacters = 1500;

const site = readSite('dist', '');

const packed = (text: string | Buffer) => brotliCompressSync(text).length;

const bytesOf = (addresses: Iterable<string>) =>
  [...addresses].reduce((sum, address) => sum + packed(site.read(address)), 0);

const runs = ({ attributes }: Element) =>
  /^$|javascript|^module$/.test(attributes.get('type') ?? '');

const inlineScripts = (page: BuiltPage) =>
  named(page, 'script').filter((script) => !script.attributes.has('src') && runs(script));

/** Files that the HTML itself makes a browser fetch. */
function loadedFiles(page: BuiltPage): ReadonlySet<string> {
  const scripts = named(page, 'script', 'img').map(({ attributes }) => attributes.get('src'));
  const links = named(page, 'link')
    .filter(({ attributes }) => /stylesheet|preload/.test(attributes.get('rel') ?? ''))
    .map(({ attributes }) => attributes.get('href'));
  return new Set([...scripts, ...links].filter((address) => address?.startsWith('/')) as string[]);
}

/** Built files that a text names, by full address or by file name alone. */
function filesNamedIn(text: string): readonly string[] {
  const names = text.match(/[\w./-]+\.(?:js|json|wasm|css)\b/g) ?? [];
  return names.flatMap((name) => {
    const built = [name, `/_astro/${name.replace(/^.*\//, '')}`];
    return built.find((address) => site.files.has(address)) ?? [];
  });
}

/** Files of the page's tools: what an island's element names, and what those files name in turn. */
function toolFiles(page: BuiltPage): ReadonlySet<string> {
  const islands = page.elements.filter(({ attributes }) => attributes.has('data-island'));
  const texts = islands.map(({ attributes }) => [...attributes.values()].join(' '));
  const found = new Set(texts.flatMap(filesNamedIn));
  for (const address of found) {
    for (const inner of filesNamedIn(site.read(address).toString())) found.add(inner);
  }
  return found;
}

/** As much of the page as the first bytes of its Brotli stream unpack to. */
function firstArrival(page: BuiltPage): string {
  const stream = brotliCompressSync(page.html).subarray(0, firstWindowBytes);
  return brotliDecompressSync(stream, { finishFlush: constants.BROTLI_OPERATION_FLUSH }).toString();
}

const visibleText = (html: string) =>
  html
    .replace(/^[\s\S]*<body[^>]*>/, '')
    .replace(/<(script|style|svg)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

interface Measure {
  readonly address: string;
  readonly html: number;
  readonly inline: number;
  readonly files: number;
  readonly script: number;
  readonly all: number;
  readonly limit: number;
}

const measured: Measure[] = [];

function measure(address: string, isTool: boolean): Measure & { readonly page: BuiltPage } {
  const page = site.pages.get(address);
  assert.ok(page, `${address} is missing`);
  const html = packed(page.html);
  const inline = packed(inlineScripts(page).map(({ text }) => text).join('\n')); // prettier-ignore
  const loaded = loadedFiles(page);
  const files = [...loaded].filter((file) => file.endsWith('.js')).length;
  const tool = isTool ? toolFiles(page) : new Set<string>();
  const script = bytesOf([...loaded, ...tool].filter((file) => file.endsWith('.js'))) + inline;
  const all = html + bytesOf(new Set([...loaded, ...tool]));
  const figures = named(page, 'figure').length;
  const limit = isTool ? toolBytes : articleBytes + bytesPerFigure * figures;
  const row = { address, html, inline, files, script, all, limit };
  measured.push(row);
  return { ...row, page };
}

function firstScreenArrivesAtOnce(page: BuiltPage): void {
  const arrival = firstArrival(page);
  const text = visibleText(page.html);
  assert.ok(arrival.includes('</h1>'), 'all styles and the h1 are there');
  assert.ok(visibleText(arrival).length >= Math.min(firstScreenCharacters, text.length));
  assert.ok(!/<link[^>]+rel="?stylesheet/.test(page.html), 'no style sheet to wait for');
}

describe('an article', () => {
  for (const address of articles) {
    test(`${address} keeps to its budget`, () => {
      const { page, inline, files, all, limit } = measure(address, false);
      assert.equal(files, 0, 'script files');
      assert.ok(inline < inlineScriptBytes, `inline script: ${inline}`);
      assert.ok(all <= limit, `all bytes: ${all} of ${limit}`);
      firstScreenArrivesAtOnce(page);
    });
  }
});

describe('a tool page', () => {
  for (const address of tools) {
    test(`${address} keeps to its budget`, () => {
      const { page, script, all, limit } = measure(address, true);
      assert.ok(script <= toolScriptBytes, `script: ${script}`);
      assert.ok(all <= limit, `all bytes: ${all} of ${limit}`);
      firstScreenArrivesAtOnce(page);
    });
  }

  test('names the files of its tool, or the budget would measure nothing', () => {
    for (const address of tools) {
      const page = site.pages.get(address);
      assert.ok(page && toolFiles(page).size > 0, address);
    }
  });
});

after(() => {
  const columns = ['html', 'inline', 'files', 'script', 'all', 'limit'] as const;
  const cells = (row: Measure) =>
    columns.map((name) => row[name].toLocaleString('en-GB').padStart(8)).join('');
  console.log(
    `\n${'bytes of Brotli'.padEnd(40)}${columns.map((name) => name.padStart(8)).join('')}`,
  );
  for (const row of measured) console.log(row.address.padEnd(40) + cells(row));
});
