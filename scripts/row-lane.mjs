/**
 * `npm run row-lane`: compiles src/assembly to the bytes that core carries. Only whoever changes those
 * files needs it, so the compiler (100 MB) is no dependency: npx fetches the version named here.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './runtime.mjs';

const compiler = 'assemblyscript@0.28.20';
const target = path.join(root, 'src', 'core', 'ds-client-log', 'row-lane-bytes.ts');
const folder = path.join(root, 'src', 'assembly');
/** What each of these exports is seen by core. */
const entries = ['memory.ts', 'texts.ts', 'rows.ts'].map((name) => path.join(folder, name));
/** In pages of 64 kB: `memoryEnd` lies below it, which a test holds. The compiler puts nothing there. */
const memory = ['--initialMemory', '48'];

function compiled() {
  const own = mkdtempSync(path.join(tmpdir(), 'row-lane-'));
  const out = path.join(own, 'rows.wasm');
  const options = ['--outFile', out, '-O3', '--runtime', 'stub', '--noAssert', ...memory];
  const done = spawnSync('npx', ['--yes', '--package', compiler, 'asc', ...entries, ...options], {
    cwd: own,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) process.exit(1);
  const bytes = readFileSync(out);
  rmSync(own, { recursive: true });
  return bytes.toString('base64');
}

/** Of the sources, so that a test can tell whether the bytes are theirs. */
const sourceHash = () =>
  globSync('*.ts', { cwd: folder })
    .toSorted()
    .reduce(
      (hash, name) => hash.update(readFileSync(path.join(folder, name))),
      createHash('sha256'),
    )
    .digest('hex');

writeFileSync(
  target,
  `/** Compiled from src/assembly by ${compiler}: run \`npm run row-lane\` when it changes. */\n` +
    `export const rowLaneSource = '${sourceHash()}';\n` +
    `export const rowLaneBytes =\n  '${compiled()}';\n`,
);
