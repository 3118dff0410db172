/** `npm start`: builds when something changed, then serves the built site until Ctrl+C. */
import path from 'node:path';
import { ensureRecentNode, root } from './runtime.mjs';

await ensureRecentNode();
const { ensureBuilt, prefix } = await import('./build.mjs');
const { serveUntilStopped } = await import('./serve.mjs');
const { site } = await import('../src/site.config.ts');

const base = process.env.SITE_BASE ?? site.base;
ensureBuilt({ outDir: 'dist', base });
await serveUntilStopped({ dir: path.join(root, 'dist'), base: prefix(base) });
