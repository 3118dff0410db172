import rss from '@astrojs/rss';
import type { APIContext } from 'astro';
import { articles } from '../queries/articles.ts';
import { news } from '../queries/news.ts';
import { absolute } from '../shell/address.ts';
import { site } from '../site.config.ts';

/** Articles by the day they were reviewed, and news; an undated item carries no date. */
export async function GET({ site: origin = new URL(site.url) }: APIContext) {
  const reviewed = (await articles()).map(({ id, data }) => ({
    title: data.title,
    description: data.description,
    link: absolute(`/articles/${id}/`, origin),
    pubDate: data.reviewed,
  }));
  const items = (await news()).map(({ id, data }) => ({
    title: data.title,
    description: data.description,
    link: absolute(`/news/${id}/`, origin),
    ...(data.date && { pubDate: data.date }),
  }));
  return rss({
    title: site.name,
    description: site.description,
    site: absolute('/', origin),
    items: [...reviewed, ...items],
  });
}
