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

/** Prints a report and gives the exit code: a run that judged nothing has shown nothing. */
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
  if (failed > 0) return 1;
  if (count('passed') > 0) return 0;
  console.error('No case was judged: look at the path, and at the shape of what is there.');
  return 2;
}

const [name = '', path] = process.argv.slice(2);
const load = runners[name];
if (!load) {
  console.error(`Usage: npm run conformance -- ${Object.keys(runners).join('|')} [path]`);
  process.exit(2);
}
const { run } = await load();
process.exit(print(await run(path)));
