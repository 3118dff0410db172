import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Removes scripts from `_astro/` that no page and no other script names. Astro always emits Preact's
 * hydration client; islands here are self-contained files, so nothing ever fetches it.
 */
export function pruneUnused(): AstroIntegration {
  return {
    name: 'prune-unused',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const files = (await readdir(root, { recursive: true })).filter((f) =>
          /\.(?:html|js)$/.test(f),
        );
        const texts = new Map<string, string>();
        for (const file of files) texts.set(file, await readFile(join(root, file), 'utf8'));
        for (let removed = true; removed;) {
          removed = false;
          for (const file of texts.keys()) {
            const name = /_astro[\\/]([^\\/]+\.js)$/.exec(file)?.[1];
            if (!name) continue;
            const named = [...texts].some(([other, text]) => other !== file && text.includes(name));
            if (named) continue;
            await rm(join(root, file));
            texts.delete(file);
            removed = true;
            logger.info(`removed ${name}`);
          }
        }
      },
    },
  };
}
