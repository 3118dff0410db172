import { getCollection, type CollectionEntry } from 'astro:content';

export type Partner = CollectionEntry<'partners'>;

/** Vendor partners by name. */
export async function partners(): Promise<readonly Partner[]> {
  return (await getCollection('partners')).toSorted((a, b) =>
    a.data.name.localeCompare(b.data.name),
  );
}
