/** The site's sections in the order of the navigation; the path is the URL promised to readers. */
export const sections = [
  { path: '/articles/', label: 'Articles' },
  { path: '/tools/', label: 'Tools' },
  { path: '/reference/', label: 'Reference' },
  { path: '/news/', label: 'News' },
] as const;
