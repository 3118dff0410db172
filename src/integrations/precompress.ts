import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';

const compressible = new Set(['.html', '.css', '.js', '.json', '.md', '.svg', '.txt', '.xml']);

/** Below this a header costs more than compression saves. */
const smallestBytes = 1000;

/** Bits of the size of a block: which packs a file best is found by trying; 0 leaves it to Brotli. */
const blockBits = [0, 16] as const;

/** The smallest of what Brotli makes of a file. */
async function toBrotli(bytes: Buffer): Promise<Buffer> {
  const packed = blockBits.map((bits) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        [constants.BROTLI_PARAM_LGBLOCK]: bits,
      },
    }),
  );
  const forms = await Promise.all(packed);
  return forms.reduce((least, form) => (form.length < least.length ? form : least));
}

const toGzip = (bytes: Buffer) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION });

/** Pagefind packs its index files itself; only its scripts gain anything. */
function gains(file: string): boolean {
  const extension = path.extname(file);
  return file.split(path.sep).includes('pagefind')
    ? extension === '.js'
    : compressible.has(extension);
}

/** Writes `file.br` and `file.gz`; returns the bytes that a reader's browser is spared. */
async function compress(file: string): Promise<number> {
  const bytes = await readFile(file);
  if (bytes.length < smallestBytes) return 0;
  const [brotli, gzipped] = await Promise.all([toBrotli(bytes), toGzip(bytes)]);
  await Promise.all([writeFile(`${file}.br`, brotli), writeFile(`${file}.gz`, gzipped)]);
  return bytes.length - brotli.length;
}

/**
 * Puts a Brotli and a gzip copy beside each text file of the built site, so that a host only has to
 * pick one. Register it last: it packs what the other integrations have written.
 */
export function precompress(): AstroIntegration {
  return {
    name: 'precompress',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const files = (await readdir(folder, { recursive: true })).filter(gains);
        const spared = await Promise.all(files.map((file) => compress(path.join(folder, file))));
        const kilobytes = Math.round(spared.reduce((sum, bytes) => sum + bytes, 0) / 1000);
        logger.info(`${files.length} files, ${kilobytes} kB saved by Brotli`);
      },
    },
  };
}
