/**
 * `npm run bench [-- NAME ... [ROWS]]`: how long things take, measured, never asserted, but for ratios within
 * one run. Each benchmark prints lines and says whether what it promises held.
 */
import type { Benchmark } from './benchmark.ts';

const benchmarks: Readonly<Record<string, () => Promise<Benchmark>>> = {
  'key-press': () => import('./key-press.ts'),
  lag: () => import('./lag.ts'),
  logs: () => import('./logs.ts'),
  page: () => import('./page.ts'),
  table: () => import('./table.ts'),
};

const words = process.argv.slice(2);
/** A number is how many rows the logs have. */
const rows = words.map(Number).find((count) => Number.isInteger(count) && count > 0);
const asked = words.filter((word) => !/^\d+$/.test(word));
const names = asked.length > 0 ? asked : Object.keys(benchmarks);
let held = true;
for (const name of names) {
  const load = benchmarks[name];
  if (!load) {
    console.error(`Usage: npm run bench [-- ${Object.keys(benchmarks).join('|')}]`);
    process.exit(2);
  }
  console.log(`${name}:`);
  const { run } = await load();
  held = (await run(rows)) && held;
}
process.exit(held ? 0 : 1);
