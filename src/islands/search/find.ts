import { pagefind, type PagefindPage, type PagefindResult } from './index-client.ts';
import { answers, nearest, wordsOf } from './words.ts';

export interface Section {
  readonly title: string;
  readonly url: string;
  readonly excerpt: readonly Part[];
}

/** A piece of an excerpt; marked where it answers the question. */
export interface Part {
  readonly text: string;
  readonly marked: boolean;
}

export interface Hit extends Section {
  readonly type: string;
  readonly sections: readonly Section[];
}

export interface Answer {
  readonly hits: readonly Hit[];
  /** Words of the question that no page has. */
  readonly unknown: readonly string[];
  /** Words that were read as another: `restroe` as `restore`. */
  readonly corrected: readonly (readonly [from: string, to: string])[];
}

const shownHits = 8;
const shownSections = 3;

/** Splits Pagefind's excerpt, in which only `<mark>` is markup and the rest is escaped text. */
export function parts(excerpt: string): readonly Part[] {
  const text = (escaped: string) =>
    escaped
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  return excerpt
    .split(/<mark>|<\/mark>/)
    .map((piece, index) => ({ text: text(piece), marked: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}

/** Whether a page found for `word` really has it: in a marked place, its title or its aliases. */
function has(page: PagefindPage, word: string): boolean {
  const marked = [page, ...page.sub_results].flatMap((section) =>
    parts(section.excerpt).filter((part) => part.marked),
  );
  const named = `${page.meta['title'] ?? ''} ${page.meta['aliases'] ?? ''}`.split(/[\s;,]+/);
  return [...marked.map((part) => part.text), ...named].some((text) => answers(word, text));
}

type Search = (query: string) => Promise<readonly PagefindResult[]>;

/** The results for one word, or for the known word nearest to it; none if no page has either. */
async function resultsFor(word: string, search: Search, known: () => Promise<readonly string[]>) {
  const trustworthy = async (query: string) => {
    const results = await search(query);
    const page = await results[0]?.data();
    return page && has(page, query) ? results : [];
  };
  const direct = await trustworthy(word);
  if (direct.length > 0) return { word, results: direct };
  const instead = nearest(word, await known());
  return { word, instead, results: instead ? await trustworthy(instead) : [] };
}

/**
 * Pages that answer a question in plain words, best first. Each word is searched alone and the scores
 * are added, rare words counting more, so that one unknown word never empties the list; all words on
 * one page, or the phrase in quotes, weigh most. Where unknown words outnumber known ones, the
 * question is about something else and nothing is shown.
 */
export async function find(question: string, base: string): Promise<Answer> {
  const api = await pagefind(base);
  const search: Search = async (query) => (await api.search(query)).results;
  const known = () => knownWords(base);
  const phrase = /"[^"]+"/.test(question) ? await search(question) : [];
  const each = await Promise.all(wordsOf(question).map((word) => resultsFor(word, search, known)));
  const found = each.filter(({ results }) => results.length > 0);
  const unknown = each.filter(({ results }) => results.length === 0).map(({ word }) => word);
  const corrected = found.flatMap(({ word, instead }) =>
    instead === undefined ? [] : [[word, instead] as const],
  );
  if (found.length === 0 || unknown.length > found.length) return { hits: [], unknown, corrected };
  const together = await search(found.map(({ word, instead }) => instead ?? word).join(' '));
  const ranked = rank(
    found.map(({ results }) => results),
    together,
    phrase,
  );
  const pages = await Promise.all(ranked.slice(0, shownHits).map((result) => result.data()));
  return { hits: pages.map(toHit), unknown, corrected };
}

/** Adds up scores; a list of few pages is telling, a list of all pages is not. */
function rank(
  lists: readonly (readonly PagefindResult[])[],
  together: readonly PagefindResult[],
  phrase: readonly PagefindResult[],
): readonly PagefindResult[] {
  const totals = new Map<string, { result: PagefindResult; score: number }>();
  const add = (results: readonly PagefindResult[], weight: number) => {
    const highest = results[0]?.score ?? 1;
    for (const result of results) {
      const entry = totals.get(result.id) ?? { result, score: 0 };
      entry.score += (weight * result.score) / highest;
      totals.set(result.id, entry);
    }
  };
  for (const results of lists) add(results, 1 / Math.log2(1 + results.length));
  add(together, 1);
  add(phrase, 4);
  return [...totals.values()].toSorted((a, b) => b.score - a.score).map(({ result }) => result);
}

function toHit(page: PagefindPage): Hit {
  const sections = page.sub_results
    .filter((section) => section.url.includes('#'))
    .slice(0, shownSections)
    .map((section) => ({
      title: section.title,
      url: section.url,
      excerpt: parts(section.excerpt),
    }));
  return {
    title: page.meta['title'] ?? page.url,
    url: page.url,
    type: page.meta['type'] ?? 'page',
    excerpt: parts(page.excerpt),
    sections,
  };
}

let words: Promise<readonly string[]> | undefined;

/** The words of titles, headings and aliases, fetched when a question has a word no page has. */
function knownWords(base: string): Promise<readonly string[]> {
  words ??= fetch(`${base}search/words.json`).then(
    (response) => (response.ok ? (response.json() as Promise<readonly string[]>) : []),
    () => [],
  );
  return words;
}
