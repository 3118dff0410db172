/** The part of Pagefind's browser API that the search uses (pagefind 1.6). */
export interface Pagefind {
  options(options: Readonly<Record<string, unknown>>): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<{ readonly results: readonly PagefindResult[] }>;
}

export interface PagefindResult {
  readonly id: string;
  readonly score: number;
  data(): Promise<PagefindPage>;
}

interface PagefindSection {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
}

export interface PagefindPage extends PagefindSection {
  readonly meta: Readonly<Record<string, string>>;
  readonly sub_results: readonly PagefindSection[];
}

let engine: Promise<Pagefind> | undefined;
let failures = 0;

async function load(base: string): Promise<Pagefind> {
  // A browser remembers under which address a module could not be loaded: the next try needs another.
  const again = failures > 0 ? `?${failures}` : '';
  const api = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js${again}`)) as Pagefind;
  await api.options({
    baseUrl: base,
    excerptLength: 24,
    // Aliases are the reader's own words for a page: nearly as telling as its title. The question an
    // article answers tells more: titles of messages are long, and "password" is in a dozen of them.
    ranking: { metaWeights: { title: 5, aliases: 4, question: 6 } },
  });
  await api.init();
  return api;
}

/**
 * Forgets an engine that failed: some of it may be missing for good. The next question loads it anew.
 * One that has already been replaced is not forgotten twice.
 */
export function startAnew(failed: Promise<Pagefind>): void {
  if (engine !== failed) return;
  engine = undefined;
  failures += 1;
}

/** Loads the engine once, from the folder the build wrote beside the pages. */
export const pagefind = (base: string): Promise<Pagefind> => (engine ??= load(base));
