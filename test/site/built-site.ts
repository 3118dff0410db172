/** The built site as data: its pages, their elements, and its files. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Within a tool, whose text changes with what a reader does. */
  readonly inIsland: boolean;
  /** What stands inside, for elements whose content is no markup: script, style, title. */
  readonly text: string;
}

export interface BuiltPage {
  /** As promised to readers, without the base: `/articles/`. */
  readonly address: string;
  readonly html: string;
  readonly elements: readonly Element[];
  readonly ids: ReadonlySet<string>;
}

export interface BuiltSite {
  /** '' or '/kb'. */
  readonly base: string;
  readonly pages: ReadonlyMap<string, BuiltPage>;
  /** Every file as an address without the base: `/_astro/x.css`. */
  readonly files: ReadonlySet<string>;
  readonly read: (address: string) => Buffer;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

const attribute = String.raw`\s+[^\s=>/"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?`;
const rawNames = 'script|style|title|textarea';
const elementPattern = new RegExp(
  String.raw`<!--[\s\S]*?-->` +
    String.raw`|<(${rawNames})((?:${attribute})*)\s*>([\s\S]*?)</\1\s*>` +
    String.raw`|<([a-z][\w:-]*)((?:${attribute})*)\s*/?>` +
    String.raw`|</([a-z][\w:-]*)\s*>`,
  'gi',
);
const attributePattern = /([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

const decoded = (text: string) =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hexadecimal) return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
    return entities[name] ?? whole;
  });

function attributesOf(source: string): ReadonlyMap<string, string> {
  const found = [...source.matchAll(attributePattern)];
  return new Map(found.map((m) => [m[1]!.toLowerCase(), decoded(m[2] ?? m[3] ?? m[4] ?? '')]));
}

const voids = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** The elements of an HTML page in order of their start tags; comments are left out. */
export function elementsOf(html: string): readonly Element[] {
  const open: { readonly name: string; readonly inIsland: boolean }[] = [];
  return [...html.matchAll(elementPattern)].flatMap((found) => {
    const name = (found[1] ?? found[4])?.toLowerCase();
    if (name === undefined) {
      const closed = open.findLastIndex((element) => element.name === found[6]?.toLowerCase());
      if (closed >= 0) open.length = closed;
      return [];
    }
    const attributes = attributesOf(found[2] ?? found[5] ?? '');
    const inIsland = open.at(-1)?.inIsland ?? false;
    const isOpen = found[4] !== undefined && !voids.test(name) && !found[0].endsWith('/>');
    if (isOpen) open.push({ name, inIsland: inIsland || attributes.has('data-island') });
    return [{ name, attributes, inIsland, text: found[3] ?? '' }];
  });
}

function readPage(file: string, address: string): BuiltPage {
  const html = readFileSync(file, 'utf8');
  const elements = elementsOf(html);
  const ids = new Set(elements.flatMap(({ attributes }) => attributes.get('id') ?? []));
  return { address, html, elements, ids };
}

/** Reads the site built into the folder `dir` of the project for the path `base`. */
export function readSite(dir: string, base: string): BuiltSite {
  const folder = path.join(root, dir);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(path.join(folder, file)).isFile())
    .map((file) => `/${file.replaceAll('\\', '/')}`);
  const pages = files
    .filter((file) => file.endsWith('.html'))
    .map((file) => readPage(path.join(folder, file), file.replace(/index\.html$/, '')));
  return {
    base,
    pages: new Map(pages.map((page) => [page.address, page])),
    files: new Set(files),
    read: (address) => readFileSync(path.join(folder, address)),
  };
}

/** The elements with one of these names. */
export const named = (page: BuiltPage, ...names: readonly string[]): readonly Element[] =>
  page.elements.filter(({ name }) => names.includes(name));

/** The page's policy, directive by directive. */
export function policyOf(page: BuiltPage): ReadonlyMap<string, readonly string[]> {
  const meta = named(page, 'meta').find(
    ({ attributes }) => attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy',
  );
  const directives = (meta?.attributes.get('content') ?? '').split(';').map((d) => d.trim());
  return new Map(
    directives.filter(Boolean).map((directive) => {
      const [name = '', ...values] = directive.split(/\s+/);
      return [name, values];
    }),
  );
}
