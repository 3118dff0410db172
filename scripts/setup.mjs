/**
 * Installs exactly what package-lock.json names, once: `node scripts/setup.mjs`. Runs before
 * `npm start` and `npm test` on a fresh clone, so it needs no dependency and no newer Node than 20.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isRecentEnough, packagedNode, root, versionOf } from './runtime.mjs';

const modules = path.join(root, 'node_modules');
const record = path.join(modules, '.lock-sha');

/** What is installed depends on the lock file and, through optional packages, on the platform. */
function wanted() {
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  return createHash('sha256')
    .update(lock)
    .update(`${process.platform}/${process.arch}`)
    .digest('hex');
}

const installed = () => (existsSync(record) ? readFileSync(record, 'utf8').trim() : '');

/** `npm` as a command: its own script when npm started us, since Windows cannot spawn npm.cmd. */
function npm(...args) {
  const script = process.env.npm_execpath ?? '';
  const options = { cwd: root, stdio: 'inherit' };
  if (/npm-cli\.c?js$/.test(script)) return spawnSync(process.execPath, [script, ...args], options);
  return process.platform === 'win32'
    ? spawnSync(`npm ${args.join(' ')}`, { ...options, shell: true })
    : spawnSync('npm', args, options);
}

function install(sha) {
  if (process.platform === 'win32' && process.execPath.startsWith(modules)) {
    // npm ci empties node_modules, and Windows does not delete a program while it runs.
    stop('The dependencies have changed. Delete the folder node_modules, then run this again.');
  }
  console.log('Installing what package-lock.json names (npm ci); this takes about a minute.');
  // Tests and the packaged Node are needed whatever NODE_ENV or a user's own npm settings say.
  const done = npm('ci', '--include=dev', '--include=optional', '--no-progress');
  if (done.status !== 0) stop('npm ci did not succeed; its message stands above.');
  writeFileSync(record, `${sha}\n`);
}

/** Makes sure that `node` inside npm scripts is one that can build the site. */
function checkRuntime() {
  const packaged = packagedNode();
  const version = packaged && versionOf(packaged);
  if (version && isRecentEnough(version)) return;
  if (packaged) {
    // It is here but does not run, as a glibc build on a musl system: let the system's own be found.
    for (const name of ['node', 'node.cmd', 'node.ps1']) {
      rmSync(path.join(modules, '.bin', name), { force: true });
    }
  }
  if (isRecentEnough(process.version)) return;
  stop(
    `This system (${process.platform}-${process.arch}) has no packaged Node, and ${process.version} ` +
      'is too old for Astro 7: install Node 22.12 or later (24 is recommended) from ' +
      'https://nodejs.org/ and run the command again.',
  );
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

const sha = wanted();
if (installed() !== sha) install(sha);
checkRuntime();
