import { articles } from './articles.ts';
import { glossary } from './glossary.ts';
import { logColumns } from './log-columns.ts';
import { logMessages } from './log-messages.ts';
import { news } from './news.ts';

const headings = (body: string | undefined) => (body ?? '').match(/^#+ .*$/gm) ?? [];

/**
 * The words worth correcting a misspelling to: those of titles, headings, descriptions and aliases. Not
 * those of message texts: they would let "espresso machine" be answered by whatever names a machine.
 * Four letters or more, each once, in order; the search fetches them only for a word no page has.
 */
export async function searchWords(): Promise<readonly string[]> {
  const texts = [
    ...(await articles()).flatMap(({ data, body }) => [
      data.title,
      data.question,
      data.description,
      ...headings(body),
      ...data.aliases,
    ]),
    ...(await news()).flatMap(({ data }) => [data.title, data.description, ...data.aliases]),
    ...(await glossary()).flatMap(({ term, aliases }) => [term, ...aliases]),
    ...(await logColumns()).flatMap(({ label, aliases }) => [label, ...aliases]),
    ...(await logMessages()).flatMap(({ aliases }) => aliases),
  ];
  const words =
    texts
      .join(' ')
      .toLowerCase()
      .match(/\p{L}{4,}/gu) ?? [];
  return [...new Set(words)].toSorted();
}
