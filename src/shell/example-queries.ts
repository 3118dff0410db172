/** Questions that people really ask; each is answered by a page (test/conformance/data/search-queries.json). */
export const exampleQueries = [
  'media agent slow with two links',
  'which password do I enter for root',
  'difference between online and transmitted',
] as const;
