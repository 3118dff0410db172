import { readdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
// Imported statically: a dynamic import inside the hook fails once Vite's module runner has closed.
import * as pagefind from 'pagefind';

// The site brings its own result list; Pagefind's interfaces would be dead weight in dist/.
const unusedFiles = /pagefind-(?:ui|modular-ui|component-ui|highlight)/;

/** Indexes the built site into `pagefind/`, with the engine and nothing of its interfaces. */
export function pagefindIndex(): AstroIntegration {
  return {
    name: 'pagefind-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { index, errors } = await pagefind.createIndex();
        if (!index) throw new Error(`Pagefind could not start: ${errors.join('; ')}`);
        const outputPath = fileURLToPath(new URL('pagefind/', dir));
        const added = await index.addDirectory({ path: fileURLToPath(dir) });
        if (added.errors.length > 0) throw new Error(`Pagefind: ${added.errors.join('; ')}`);
        await index.writeFiles({ outputPath });
        await pagefind.close();
        for (const file of await readdir(outputPath)) {
          if (unusedFiles.test(file)) await rm(outputPath + file);
        }
        logger.info(`indexed ${added.page_count} pages`);
      },
    },
  };
}
