import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { focusableCode } from './src/integrations/focusable-code.ts';
import { blobWorkers } from './src/integrations/blob-workers.ts';
import { authoredHeadingIds } from './src/integrations/heading-ids.ts';
import { importsAgain } from './src/integrations/imports-again.ts';
import { lateChunks } from './src/integrations/late-chunks.ts';
import { linksUnderBase } from './src/integrations/links-under-base.ts';
import { pagefindIndex } from './src/integrations/pagefind.ts';
import { precompress } from './src/integrations/precompress.ts';
import { pruneUnused } from './src/integrations/prune-unused.ts';
import { workerExports } from './src/integrations/worker-exports.ts';
import { stylesOfEachPage } from './src/integrations/styles-in-use.ts';
import { site } from './src/site.config.ts';

// Three pieces stand first in a page, as written: the script that must run before the first paint, the
// one that keeps a dropped log and the order of the cascade layers. Astro hashes what it inlines itself;
// these are hashed here.
const hashOf = (file) => {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8').trim();
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
};

const base = process.env.SITE_BASE ?? site.base;

export default defineConfig({
  site: process.env.SITE_URL ?? site.url,
  base,
  trailingSlash: 'always',
  cacheDir: './.cache/astro',
  markdown: {
    syntaxHighlight: false,
    processor: satteri({
      features: { headingAttributes: true },
      hastPlugins: [authoredHeadingIds, linksUnderBase(base), focusableCode],
    }),
  },
  integrations: [
    mdx(),
    preact(),
    lateChunks(),
    sitemap({ filter: (page) => !page.includes('/embed/') && !page.includes('/search/') }),
    pruneUnused(),
    stylesOfEachPage(),
    pagefindIndex(),
    precompress(),
  ],
  // One request brings all that the first viewport needs.
  build: { inlineStylesheets: 'always' },
  security: {
    csp: {
      // connect-src is set per page by shell/Page.astro: pages that read a log may not connect at all.
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "object-src 'none'",
      ],
      scriptDirective: {
        resources: ["'self'", "'wasm-unsafe-eval'"],
        hashes: [
          hashOf('./src/shell/theme-before-paint.js'),
          hashOf('./src/shell/keep-dropped.js'),
        ],
      },
      styleDirective: { hashes: [hashOf('./src/styles/layers.css')] },
    },
  },
  vite: {
    // Islands are bundled as worker entries: one file each, and what comes later (see src/islands/README.md).
    worker: {
      format: 'es',
      plugins: () => [blobWorkers(), workerExports(), importsAgain()],
      // Nobody shakes these files again: without the marks of pure calls each is some 200 bytes lighter.
      rolldownOptions: { output: { comments: { annotation: false } } },
    },
    build: { rolldownOptions: { checks: { moduleLevelDirective: false } } },
  },
});
