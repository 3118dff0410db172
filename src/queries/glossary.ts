import { getCollection } from 'astro:content';
import type { CollectionEntry } from 'astro:content';

export type Term = CollectionEntry<'glossary'>['data'] & { readonly id: string };

/** The glossary in the order of its words. */
export async function glossary(): Promise<readonly Term[]> {
  const all = await getCollection('glossary');
  return all
    .map(({ id, data }) => ({ id, ...data }))
    .toSorted((a, b) => a.term.localeCompare(b.term, 'en'));
}
