import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
// Imported statically: a dynamic import inside the hook fails once Vite's module runner has closed.
import * as pagefind from 'pagefind';

// The site brings its own result list; Pagefind's interfaces would be dead weight in dist/.
const unusedFiles = /pagefind-(?:ui|modular-ui|component-ui|highlight)/;

/**
 * Pagefind (1.6.0) goes on without a part of its index that could not be loaded, and then finds nothing;
 * and it leaves its own start unwatched, which the console shows as an uncaught error. Here the search
 * fails with the part, so that the page can say so, and a start that failed is told by the search.
 */
const repairs = [
  { from: /("load_index_chunk"\)\))\.catch\(\(\)=>\{\}\)/, to: '$1' },
  { from: /(this\.init\(options2?\?\.language\));/, to: '$1.catch(()=>{});' },
] as const;

async function failAloud(file: string): Promise<void> {
  let text = await readFile(file, 'utf8');
  for (const { from, to } of repairs) {
    if (!from.test(text)) throw new Error(`Pagefind: ${file} has nothing like ${from.source}`);
    text = text.replace(from, to);
  }
  await writeFile(file, text);
}

/** Elements that stand apart on the page and that Pagefind reads as if they were words in one line. */
const apart = /<\/?(?:caption|dd|dt|figcaption|legend|option|pre|summary|th)\b/g;

/** Adds each page, its cells and terms kept apart: else an excerpt says "LinkSpeedLoad". */
async function addPages(index: pagefind.PagefindIndex, folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true });
  const pages = files.filter((file) => file.endsWith('.html'));
  const add = async (file: string) => {
    const html = await readFile(folder + file, 'utf8');
    return index.addHTMLFile({
      sourcePath: file.replaceAll('\\', '/'),
      content: html.replace(apart, ' $&'),
    });
  };
  const added = await Promise.all(pages.map(add));
  const errors = added.flatMap((one) => one.errors);
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
  return pages.length;
}

/** Indexes the built site into `pagefind/`, with the engine and nothing of its interfaces. */
export function pagefindIndex(): AstroIntegration {
  return {
    name: 'pagefind-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { index, errors } = await pagefind.createIndex();
        if (!index) throw new Error(`Pagefind could not start: ${errors.join('; ')}`);
        const outputPath = fileURLToPath(new URL('pagefind/', dir));
        const count = await addPages(index, fileURLToPath(dir));
        await index.writeFiles({ outputPath });
        await pagefind.close();
        for (const file of ['pagefind.js', 'pagefind-worker.js'])
          await failAloud(outputPath + file);
        for (const file of await readdir(outputPath)) {
          if (unusedFiles.test(file)) await rm(outputPath + file);
        }
        logger.info(`indexed ${count} pages`);
      },
    },
  };
}
