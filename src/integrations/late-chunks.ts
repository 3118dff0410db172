import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Brings into `_astro/` what an island imports later with `import()`. Vite puts such a piece beside the
 * island's file in the build of the pages, and Astro then keeps only the files that a page names
 * itself.
 */
export function lateChunks(): AstroIntegration {
  let folder = '';
  const plugin = {
    name: 'late-chunks',
    async writeBundle(
      this: { readonly environment: { readonly name: string } },
      _: unknown,
      bundle: Readonly<Record<string, { readonly type: string; readonly source?: unknown }>>,
    ) {
      if (this.environment.name !== 'prerender') return;
      for (const [name, { type, source }] of Object.entries(bundle)) {
        if (type !== 'asset' || !name.endsWith('.js')) continue;
        const file = path.join(folder, name);
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, source as string | Uint8Array);
      }
    },
  };
  return {
    name: 'late-chunks',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        folder = fileURLToPath(config.outDir);
        updateConfig({ vite: { plugins: [plugin] } });
      },
    },
  };
}
