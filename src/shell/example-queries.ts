/** Questions that people really ask; each is answered by a page (test/conformance/data/search-queries.json). */
export const exampleQueries = [
  'Completed with Errors',
  'which password do I enter for root',
  'media agent slow with two links',
] as const;
