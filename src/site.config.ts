/**
 * The one file a hoster edits. Everything else follows from it; `SITE_URL` and `SITE_BASE` in the
 * environment win over it, so that one checkout can be built for several places.
 */
export const site = {
  /** Stands in the header, in titles and in search results. */
  name: 'Lewan Knowledge Base',
  /** Said once on the home page and used where a page has no description of its own. */
  description:
    'Answers about media agent networking, Linux restores with sudo and DS-Client logs, with calculators that show their work.',
  /** The provider whose customers read this. */
  provider: 'Lewan',
  /** Origin without a path, for canonical links, the sitemap and the feed. */
  url: 'https://kb.example.com',
  /** `/` or a sub-path such as `/kb`. */
  base: '/',
  /** Where "Report a problem with this page" leads. The page's address is added to the subject. */
  contact: 'mailto:support@example.com',
} as const;
