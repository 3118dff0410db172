/** The part of Pagefind's browser API that the search uses (pagefind 1.6). */
interface Pagefind {
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

/** Loads the engine once, from the folder the build wrote beside the pages. */
export function pagefind(base: string): Promise<Pagefind> {
  engine ??= (async () => {
    const api = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`)) as Pagefind;
    await api.options({
      baseUrl: base,
      excerptLength: 24,
      // Aliases are the reader's own words for a page: nearly as telling as its title. The question an
      // article answers tells more: titles of messages are long, and "password" is in a dozen of them.
      ranking: { metaWeights: { title: 5, aliases: 4, question: 6 } },
    });
    await api.init();
    return api;
  })();
  return engine;
}
