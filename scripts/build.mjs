/** Builds the site, but only when something it is made from has changed since the last build. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './runtime.mjs';

/** Everything a build reads: folders whole, and the settings beside them. */
const folders = ['src', 'content', 'public'];
const settings = ['astro.config.mjs', 'package-lock.json', 'tsconfig.json'];

/** A base path as a prefix of addresses: `/` gives an empty one, `/kb/` gives `/kb`. */
export const prefix = (base) => base.replace(/\/+$/, '');

function files() {
  const inFolders = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name)),
  );
  const beside = settings.map((name) => path.join(root, name)).filter((file) => existsSync(file));
  return [...inFolders, ...beside].toSorted();
}

function sourceHash(base) {
  const hash = createHash('sha256').update(`${base} ${process.env.SITE_URL ?? ''}`);
  for (const file of files()) {
    hash.update(`\n${path.relative(root, file)}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

const stampFile = (outDir) => path.join(root, '.cache', `build-${path.basename(outDir)}.json`);
const homePage = (outDir) => path.join(root, outDir, 'index.html');

/** A build by other means (`npm run build`) changes the home page's time, and so voids the stamp. */
function stampNow(outDir, hash) {
  return JSON.stringify({ hash, builtAt: statSync(homePage(outDir)).mtimeMs });
}

function isFresh(outDir, hash) {
  if (!existsSync(homePage(outDir)) || !existsSync(stampFile(outDir))) return false;
  return readFileSync(stampFile(outDir), 'utf8') === stampNow(outDir, hash);
}

/**
 * Builds into `outDir` (a folder of the project) under the path `base` unless that is up to date.
 * Astro's output is shown only when the build fails; then the process ends with its exit code.
 */
export function ensureBuilt({ outDir, base }) {
  const hash = sourceHash(base);
  if (isFresh(outDir, hash)) {
    console.log(`${outDir}/ is up to date.`);
    return;
  }
  console.log(`Building the site into ${outDir}/ for the path ${base}`);
  const astro = path.join(root, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const run = spawnSync(process.execPath, [astro, 'build', '--outDir', outDir], {
    cwd: root,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', SITE_BASE: base },
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (run.status !== 0) {
    console.error(`${run.stdout}\n${run.stderr}\nThe site could not be built.`);
    process.exit(run.status ?? 1);
  }
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  writeFileSync(stampFile(outDir), stampNow(outDir, hash));
}
