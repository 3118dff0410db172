/** Recorded truths as tests. Which case failed, and how, stands in the failure's message. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseOutcome, Report, Runner } from './report.ts';

const count = (report: Report, outcome: CaseOutcome['outcome']) =>
  report.cases.filter((entry) => entry.outcome === outcome).length;

function named(report: Report, outcome: CaseOutcome['outcome']): string {
  const cases = report.cases.filter((entry) => entry.outcome === outcome);
  return cases.map((entry) => `${entry.id}: ${entry.detail ?? ''}`).join('\n');
}

/** Every set of truths: the share of cases that has to hold, and how to get its runner. */
const sets: readonly (readonly [string, number, () => Promise<{ readonly run: Runner }>])[] = [
  ['lag', 1, () => import('./lag.ts')],
  ['bonding', 1, () => import('./bonding.ts')],
  ['logs', 1, () => import('./logs.ts')],
  // A search engine may rank one page differently; nine questions in ten must find theirs.
  ['search', 0.9, () => import('./search.ts')],
];

// Set by scripts/test.mjs, which says so loudly, on systems for which no Chromium exists.
const withoutBrowser = process.env.WITHOUT_BROWSER === '1';

for (const [name, share, load] of sets) {
  if (name === 'search' && withoutBrowser) continue;
  test(`${name}: recorded truths hold`, async (t) => {
    const { run } = await load();
    const report = await run();
    const passed = count(report, 'passed');
    const failed = count(report, 'failed');
    t.diagnostic(`${passed} passed, ${failed} failed, ${count(report, 'not covered')} not covered`);
    for (const remark of report.remarks ?? []) t.diagnostic(remark);
    assert.ok(passed > 0, 'no case passed');
    // A file from elsewhere may ask for more than the core knows; the data of this repository may not.
    assert.equal(named(report, 'not covered'), '', 'cases that nothing covers');
    assert.ok(passed >= share * (passed + failed), `failed:\n${named(report, 'failed')}`);
  });
}
