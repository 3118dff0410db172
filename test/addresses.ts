/** Addresses that were promised, and one page of every kind, for the tests on the built site. */

/** Once published, an address is kept or redirected. This list only grows. */
export const promised = [
  '/',
  '/404.html',
  '/articles/',
  '/articles/ds-client-logs/',
  '/articles/linux-restore-with-sudo/',
  '/articles/media-agent-networking/',
  '/embed/ds-client-log/',
  '/embed/flow-placement/',
  '/embed/link-aggregation/',
  '/news/',
  '/news/veeam-gold-partner/',
  '/partners/',
  '/reference/glossary/',
  '/reference/log-columns/',
  '/reference/messages/',
  '/search/',
  '/tools/',
  '/tools/ds-client-log/',
  '/tools/flow-placement/',
  '/tools/link-aggregation/',
] as const;

/** What a reader can open, one of each kind; the search page with an answer on it. */
export const everyKind: readonly string[] = [
  ...promised.filter((address) => address !== '/search/'),
  '/reference/messages/win-67/',
  '/search/?q=LACP',
];

export const articles = promised.filter((address) => /^\/articles\/./.test(address));

export const tools = promised.filter((address) => /^\/(?:tools|embed)\/./.test(address));

/** Pages on which a log may be opened: the browser itself must forbid them every connection. */
export const logReaders = [
  '/articles/ds-client-logs/',
  '/embed/ds-client-log/',
  '/tools/ds-client-log/',
] as const;
