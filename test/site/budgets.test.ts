/**
 * What a reader's connection has to carry, in bytes of Brotli as a good host sends them. The limits
 * are the architecture's; the table is printed so that a change shows before a limit is reached.
 * What a tool fetches once it is near is measured in a browser (test/browser/weight.test.ts).
 */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { articles, tools } from '../addresses.ts';
import { named, readSite, type BuiltPage, type Element } from './built-site.ts';

/** What arrives before the first acknowledgement: ten TCP segments (RFC 6928), 1,400 bytes each. */
const firstWindowBytes = 14_000;
const inlineScriptBytes = 1000;
const pageBytes = 20_000;
const bytesPerFigure = 3000;
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
  readonly all: number;
  readonly limit: number;
}

const measured: Measure[] = [];

function measure(page: BuiltPage): Measure {
  const html = packed(page.html);
  const inline = packed(inlineScripts(page).map(({ text }) => text).join('\n')); // prettier-ignore
  const loaded = loadedFiles(page);
  const files = [...loaded].filter((file) => file.endsWith('.js')).length;
  const all = html + bytesOf(loaded);
  const limit = pageBytes + bytesPerFigure * named(page, 'figure').length;
  const row = { address: page.address, html, inline, files, all, limit };
  measured.push(row);
  return row;
}

function pageAt(address: string): BuiltPage {
  const page = site.pages.get(address);
  assert.ok(page, `${address} is missing`);
  return page;
}

for (const address of [...articles, ...tools]) {
  describe(address, () => {
    test('keeps to its budget', () => {
      const { inline, files, all, limit } = measure(pageAt(address));
      assert.equal(files, 0, 'script files before a tool comes near');
      assert.ok(inline < inlineScriptBytes, `inline script: ${inline}`);
      assert.ok(all <= limit, `all bytes: ${all} of ${limit}`);
    });

    test('brings all styles and the first screen with its first bytes', () => {
      const page = pageAt(address);
      const arrival = firstArrival(page);
      const whole = visibleText(page.html).length;
      assert.ok(arrival.includes('</h1>'), 'all styles and the h1 are there');
      assert.ok(visibleText(arrival).length >= Math.min(firstScreenCharacters, whole));
      assert.ok(!/<link[^>]+rel="?stylesheet/.test(page.html), 'no style sheet to wait for');
    });
  });
}

after(() => {
  const columns = ['html', 'inline', 'files', 'all', 'limit'] as const;
  const cells = (row: Measure) =>
    columns.map((name) => row[name].toLocaleString('en-GB').padStart(8)).join('');
  console.log(
    `\n${'bytes of Brotli'.padEnd(40)}${columns.map((name) => name.padStart(8)).join('')}`,
  );
  for (const row of measured) console.log(row.address.padEnd(40) + cells(row));
});
