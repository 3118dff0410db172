import { getCollection, type CollectionEntry } from 'astro:content';

export type Article = CollectionEntry<'articles'>;

/** The topics in the order of the index, each with the question it answers. */
export const topics = [
  { id: 'logs', title: 'Logs', question: 'Did it run, what did it save, and is an error a worry?' },
  {
    id: 'restore',
    title: 'Restoring',
    question: 'How do I get files back, and which password goes where?',
  },
  {
    id: 'networking',
    title: 'Networking',
    question: 'Why is the backup slow, and which link carries it?',
  },
] as const;

/** All articles, in the order of topics and then of `order`. */
export async function articles(): Promise<readonly Article[]> {
  const rank = (article: Article) => topics.findIndex(({ id }) => id === article.data.topic);
  const all = await getCollection('articles');
  return all.toSorted((a, b) => rank(a) - rank(b) || a.data.order - b.data.order);
}

/** The articles an article names as related. Astro only logs a missing one; here it stops the build. */
export async function relatedTo(article: Article): Promise<readonly Article[]> {
  const all = await articles();
  return article.data.related.map(({ id }) => {
    const found = all.find((other) => other.id === id);
    if (!found)
      throw new Error(`content/articles/${article.id}: related article "${id}" does not exist.`);
    return found;
  });
}
