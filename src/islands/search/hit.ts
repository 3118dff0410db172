import type { PagefindPage } from './index-client.ts';

export interface Section {
  readonly title: string;
  readonly url: string;
  readonly excerpt: readonly Part[];
}

/** A piece of an excerpt; marked where it answers the question. */
export interface Part {
  readonly text: string;
  readonly marked: boolean;
}

export interface Hit extends Section {
  readonly type: string;
  readonly sections: readonly Section[];
}

const shownSections = 3;

/** Splits Pagefind's excerpt, in which only `<mark>` is markup and the rest is escaped text. */
export function parts(excerpt: string): readonly Part[] {
  const text = (escaped: string) =>
    escaped
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  return excerpt
    .split(/<mark>|<\/mark>/)
    .map((piece, index) => ({ text: text(piece), marked: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}

/** The place that answers, or the page's description where only its aliases do. */
function excerptOf(page: PagefindPage): readonly Part[] {
  const excerpt = parts(page.excerpt);
  if (excerpt.some(({ marked }) => marked)) return excerpt;
  return [{ text: page.meta['description'] ?? page.excerpt, marked: false }];
}

/** A page as it stands in the list. */
export function toHit(page: PagefindPage): Hit {
  const sections = page.sub_results
    .filter((section) => section.url.includes('#'))
    .slice(0, shownSections)
    .map((section) => ({
      title: section.title,
      url: section.url,
      excerpt: parts(section.excerpt),
    }));
  return {
    title: page.meta['title'] ?? page.url,
    url: page.url,
    type: page.meta['type'] ?? 'page',
    excerpt: excerptOf(page),
    sections,
  };
}
