import { parts, toHit, type Hit } from './hit.ts';
import { pagefind, startAnew } from './index-client.ts';
import type { Pagefind, PagefindPage, PagefindResult } from './index-client.ts';
import { answers, nearest, plain, wordsOf } from './words.ts';

export interface Answer {
  readonly hits: readonly Hit[];
  /** Words of the question that no page has. */
  readonly unknown: readonly string[];
  /** Words that were read as another: `restroe` as `restore`. */
  readonly corrected: readonly (readonly [from: string, to: string])[];
}

const shownHits = 8;
const weighedHits = 12;

/** Found by trying the recorded questions and the four worries of the home page. */
const messageWeight = 0.7;

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
 * Whether what was found is about the question at all. Fewer unknown words than known ones: yes. As
 * many: only if a known word is one of a title, heading or alias, so that "kubernetes ingress" is not
 * answered by a page that mentions an ingress port in passing.
 */
async function isAnswered(
  found: readonly { readonly word: string }[],
  unknown: readonly string[],
  known: () => Promise<readonly string[]>,
): Promise<boolean> {
  if (unknown.length !== found.length) return unknown.length < found.length;
  const telling = await known();
  return found.some(({ word }) => telling.includes(word));
}

/**
 * Pages that answer a question in plain words, best first. An engine of which a part did not come is
 * forgotten; where only the list of spellings is missing, it is kept.
 */
export async function find(question: string, base: string): Promise<Answer> {
  const engine = pagefind(base);
  let failure: unknown;
  const known = () =>
    knownWords(base).catch((reason: unknown) => {
      failure = reason;
      return [];
    });
  const answer = await engine
    .then((api) => findWith(api, question, known))
    .catch((reason: unknown) => {
      startAnew(engine);
      throw reason;
    });
  // Without the spellings nothing is corrected, and "nothing found" would say too much.
  if (failure && answer.hits.length === 0) throw failure;
  return answer;
}

/**
 * Each word is searched alone and the scores are added, rare words counting more, so that one unknown
 * word never empties the list; all words on one page count extra, and the question word for word, as a
 * message is pasted, counts most.
 */
async function findWith(
  api: Pagefind,
  question: string,
  known: () => Promise<readonly string[]>,
): Promise<Answer> {
  const search: Search = async (query) => (await api.search(query)).results;
  const words = wordsOf(question);
  const each = await Promise.all(words.map((word) => resultsFor(word, search, known)));
  const found = each.filter(({ results }) => results.length > 0);
  const unknown = each.filter(({ results }) => results.length === 0).map(({ word }) => word);
  const corrected = found.flatMap(({ word, instead }) =>
    instead === undefined ? [] : [[word, instead] as const],
  );
  if (!(await isAnswered(found, unknown, known))) return { hits: [], unknown, corrected };
  const [phrase, together] = await Promise.all([
    words.length > 1 || question.includes('"') ? search(`"${question.replaceAll('"', '')}"`) : [],
    search(found.map(({ word, instead }) => instead ?? word).join(' ')),
  ]);
  const lists = found.map(({ results }) => results);
  const ranked = rank(lists, together, phrase).slice(0, weighedHits);
  const pages = await Promise.all(
    ranked.map(async ({ result, score }) => weighed(await result.data(), score, question)),
  );
  const hits = pages.toSorted((a, b) => b.score - a.score).slice(0, shownHits);
  return { hits: hits.map(({ page }) => toHit(page)), unknown, corrected };
}

/**
 * A score that knows what kind of page it is for. A worry is answered by an article or a tool before
 * it is by one of a hundred and sixty messages that share a word with it; a message that is pasted is
 * its own page, however often others quote it.
 */
function weighed(page: PagefindPage, score: number, question: string) {
  const isNamed = plain(page.meta['title'] ?? '') === plain(question);
  const weight = page.meta['type'] === 'message' ? messageWeight : 1;
  return { page, score: isNamed ? Infinity : score * weight };
}

/** Adds up scores; a list of few pages is telling, a list of all pages is not. */
function rank(
  lists: readonly (readonly PagefindResult[])[],
  together: readonly PagefindResult[],
  phrase: readonly PagefindResult[],
): readonly { readonly result: PagefindResult; readonly score: number }[] {
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
  add(phrase, 3);
  return [...totals.values()].toSorted((a, b) => b.score - a.score);
}

let words: Promise<readonly string[]> | undefined;

/** The words of titles, headings and aliases, fetched when a question has a word no page has. */
function knownWords(base: string): Promise<readonly string[]> {
  words ??= fetch(`${base}search/words.json`)
    .then((response) => response.json() as Promise<readonly string[]>)
    .catch((reason: unknown) => {
      words = undefined;
      throw reason;
    });
  return words;
}
