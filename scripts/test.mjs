/**
 * `npm test [core|conformance|site|browser …]`: builds what the tests look at, runs the parts in
 * order (all of them unless some are named), and closes with what ran, part by part.
 */
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { ensureRecentNode, root } from './runtime.mjs';

await ensureRecentNode();
const { ensureBuilt } = await import('./build.mjs');

/** `needs` says what has to be there first: a build, or a build and a browser. */
const parts = [
  {
    name: 'core',
    needs: 'nothing',
    files: ['test/core/**/*.test.ts', 'test/islands/**/*.test.ts', 'test/architecture.test.ts'],
  },
  { name: 'conformance', needs: 'browser', files: ['test/conformance/**/*.test.ts'] },
  { name: 'site', needs: 'build', files: ['test/site/**/*.test.ts'] },
  { name: 'browser', needs: 'browser', files: ['test/browser/**/*.test.ts'] },
];

const tenMinutes = 600_000; // a file that takes longer hangs

const heading = (text) =>
  console.log(`\n━━ ${text} ${'━'.repeat(Math.max(3, 74 - text.length))}\n`);

function node(...args) {
  return spawnSync(process.execPath, [...process.execArgv, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
}

/** The closing counts of a TAP report; a report without them belongs to a run that broke off. */
function readCounts(report) {
  const count = (name) =>
    Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(report)?.[1] ?? Number.NaN);
  const passed = count('pass');
  // A skipped test has shown nothing, so it does not pass for one that has.
  const failed = ['fail', 'cancelled', 'skipped', 'todo'].reduce(
    (sum, name) => sum + count(name),
    0,
  );
  return Number.isNaN(passed + failed) ? undefined : { passed, failed };
}

function runPart({ name, files }) {
  const found = files.flatMap((pattern) => globSync(pattern, { cwd: root })).toSorted();
  if (found.length === 0) return { name, passed: 0, failed: 1, remark: 'no test file was found' };
  const report = path.join(root, '.cache', 'test', `${name}.tap`);
  rmSync(report, { force: true });
  const started = Date.now();
  const run = node(
    '--test',
    `--test-timeout=${tenMinutes}`,
    `--test-concurrency=${Math.max(2, availableParallelism() - 1)}`, // browsers mostly wait
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${report}`,
    ...found,
  );
  const counts = readCounts(readFileSync(report, 'utf8'));
  if (!counts) return { name, passed: 0, failed: 1, remark: 'the run broke off' };
  // The runner's own word counts as well: it may find a fault that belongs to no test.
  const failed = run.status === 0 ? counts.failed : Math.max(1, counts.failed);
  return {
    name,
    passed: counts.passed,
    failed,
    remark: `${Math.round((Date.now() - started) / 1000)} s`,
  };
}

/** What a browser is found: 'ready', 'missing' (a fault) or 'impossible' (no Chromium for here). */
function findBrowser() {
  const asked = node('test/browser/browser.ts');
  return { 0: 'ready', 3: 'impossible' }[asked.status] ?? 'missing';
}

function attempt(part, browser) {
  heading(part.name);
  if (part.needs === 'browser' && browser === 'missing') {
    const remark = 'NOT RUN: no browser. Install Chromium, Chrome or Edge, or set CHROME_PATH';
    console.error(remark);
    return { name: part.name, passed: 0, failed: 1, remark };
  }
  if (part.name === 'browser' && browser === 'impossible') {
    const remark = `NOT RUN: no Chromium exists for ${process.platform}-${process.arch}`;
    console.error(remark);
    return { name: part.name, passed: 0, failed: 0, remark };
  }
  return runPart(part);
}

const named = process.argv.slice(2);
const unknown = named.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(
    `No such part: ${unknown.join(', ')}. The parts: ${parts.map((p) => p.name).join(', ')}`,
  );
  process.exit(2);
}
const chosen = parts.filter(({ name }) => named.length === 0 || named.includes(name));
mkdirSync(path.join(root, '.cache', 'test'), { recursive: true });

heading('preparation');
console.log(`Node ${process.version} on ${process.platform}-${process.arch}`);
if (chosen.some(({ needs }) => needs !== 'nothing')) {
  ensureBuilt({ outDir: 'dist', base: '/' });
  ensureBuilt({ outDir: 'dist-kb', base: '/kb' });
}
const browser = chosen.some(({ needs }) => needs === 'browser') ? findBrowser() : 'ready';
if (browser === 'impossible') process.env.WITHOUT_BROWSER = '1';

const results = chosen.map((part) => attempt(part, browser));

heading('summary');
for (const { name, passed, failed, remark } of results) {
  const counts = `${String(passed + failed).padStart(5)} run, ${passed} passed, ${failed} failed`;
  console.log(`${name.padEnd(12)} ${counts}  (${remark})`);
}
if (browser === 'impossible') {
  console.log('\nNOT RUN on this system: everything that needs a browser (journeys, search).');
}
const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
process.exit(total('failed') > 0 ? 1 : 0);
