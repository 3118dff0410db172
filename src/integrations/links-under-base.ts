import type { HastPluginDefinition } from 'satteri';

/**
 * Authors write links from the root of the site, `[calculator](/tools/link-aggregation/)`. Where the
 * site lies under a base such as `/kb`, they are rewritten here, so that no author ever thinks of it.
 */
export const linksUnderBase = (base: string): HastPluginDefinition => {
  const prefix = base.replace(/\/$/, '');
  return {
    name: 'links-under-base',
    element: {
      filter: ['a'],
      visit(link, context) {
        const href = link.properties?.href;
        if (typeof href !== 'string' || !href.startsWith('/') || href.startsWith('//')) return;
        if (prefix !== '') context.setProperty(link, 'href', `${prefix}${href}`);
      },
    },
  };
};
