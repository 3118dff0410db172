/**
 * `npm run conformance -- lag|bonding|logs|search [path]`
 *
 * Runs recorded truths against the core (or, for search, against the built site). Without a path it
 * takes the data in this repository; any file or folder of the same shape will do instead.
 */
import type { Report, Runner } from './report.ts';

const runners: Record<string, () => Promise<{ run: Runner }>> = {
  lag: () => import('./lag.ts'),
  bonding: () => import('./bonding.ts'),
  logs: () => import('./logs.ts'),
  search: () => import('./search.ts'),
};

function print(report: Report): number {
  const count = (outcome: string) => report.cases.filter((c) => c.outcome === outcome).length;
  for (const entry of report.cases) {
    if (entry.outcome !== 'passed') {
      console.log(`${entry.outcome}: ${entry.id}${entry.detail ? `: ${entry.detail}` : ''}`);
    }
  }
  for (const remark of report.remarks ?? []) console.log(remark);
  const failed = count('failed');
  console.log(`${count('passed')} passed, ${failed} failed, ${count('not covered')} not covered`);
  return failed;
}

const [name = '', path] = process.argv.slice(2);
const load = runners[name];
if (!load) {
  console.error(`Usage: npm run conformance -- ${Object.keys(runners).join('|')} [path]`);
  process.exit(2);
}
const { run } = await load();
process.exit(print(await run(path)) > 0 ? 1 : 0);
