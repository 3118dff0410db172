import { getCollection, type CollectionEntry } from 'astro:content';
import { partners, type Partner } from './partners.ts';

export type News = CollectionEntry<'news'>;

/** News, newest first; undated ones (the source has no date) come last, by title. */
export async function news(): Promise<readonly News[]> {
  const time = (item: News) => item.data.date?.getTime() ?? 0;
  const all = await getCollection('news');
  return all.toSorted((a, b) => time(b) - time(a) || a.data.title.localeCompare(b.data.title));
}

/** The partner a news item is about; a missing one stops the build. */
export async function partnerOf(item: News): Promise<Partner> {
  const found = (await partners()).find(({ id }) => id === item.data.partner.id);
  if (!found)
    throw new Error(`content/news/${item.id}: partner "${item.data.partner.id}" does not exist.`);
  return found;
}
