/** The runner takes any folder of samples, and says of each claim that it does not judge. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { logText } from '../core/ds-client-log/text-log.ts';
import { run } from './logs.ts';

const folder = mkdtempSync(join(tmpdir(), 'samples-'));
after(() => rmSync(folder, { recursive: true }));

async function outcomeOf(name: string, text: string | null, sidecar: unknown) {
  const own = mkdtempSync(join(folder, 'case-'));
  if (text !== null) writeFileSync(join(own, name), text);
  const written = typeof sidecar === 'string' ? sidecar : JSON.stringify(sidecar);
  writeFileSync(join(own, `${name}.expect.json`), written);
  const [first] = (await run(own)).cases;
  return `${first?.outcome}${first?.detail ? `: ${first.detail}` : ''}`;
}

describe('a sample beside a sidecar', () => {
  const log = logText({});
  const short = `${log}\tBackup\tEXAMPLE\r\n`;
  const cases = [
    // what the sidecar says, the sample, the sidecar, what comes of it
    ['nothing', log, {}, /^passed$/],
    ['that the file is to be accepted', log, { expect: 'accept' }, /^passed$/],
    [
      'that it is to be accepted without a warning',
      short,
      { expect: 'accept' },
      /^failed: .*row\.short/,
    ],
    [
      'that something is said',
      log,
      { expect: 'accept-with-warnings' },
      /^failed: something is said/,
    ],
    ['the diagnostics', short, { diagnostics: [{ code: 'row.short', row: 2 }] }, /^passed$/],
    ['no diagnostics', short, { diagnostics: [] }, /^failed: .*row\.short/],
    ['a refusal', log, { expect: 'reject' }, /^failed/],
    [
      'a refusal that is allowed',
      '',
      { expect: 'accept', may_refuse_with: 'file.empty' },
      /^passed$/,
    ],
    ['another refusal than that allowed', '', { may_refuse_with: 'file.not-text' }, /^failed/],
    ['rows without numbers', log, { rows: [{ files: 5, duration_s: 4360 }] }, /^passed$/],
    ['fields by longer names', log, { rows: [{ n: 1, net_transmitted: null }] }, /^passed$/],
    [
      'columns without their labels',
      log,
      { columns: Array.from({ length: 13 }, (_, index) => ({ index })) },
      /^passed$/,
    ],
    ['an unknown claim', log, { colours: 3 }, /^not covered: no check for "colours"$/],
    [
      'an unknown detail',
      log,
      { detect: { sheet: 'Log' } },
      /^not covered: no check for "detect\.sheet"$/,
    ],
    [
      'an unknown figure',
      log,
      { metrics: { rows: 1, mood: 'good' } },
      /^not covered: .*"metrics\.mood"/,
    ],
    ['an unknown cell', log, { rows: [{ n: 1, mood: null }] }, /^not covered: .*"rows\.mood"/],
    ['an unknown fact', log, { facts: [{ row: 1, mood: 1 }] }, /^not covered: .*"facts\.mood"/],
    ['an unknown sentence', log, { must: ['it sings'] }, /^not covered: .*it sings/],
    [
      'a figure that is wrong beside an unknown one',
      log,
      { metrics: { rows: 2, mood: 1 } },
      /^failed/,
    ],
    ['no JSON', log, '{', /^failed: its sidecar is no JSON object$/],
    ['something of no sample', null, {}, /^failed: there is no log\.txt$/],
  ] as const;
  for (const [what, text, sidecar, expected] of cases) {
    it(`that says ${what}: ${expected.source}`, async () => {
      assert.match(await outcomeOf('log.txt', text, sidecar), expected);
    });
  }
  it('can be named alone', async () => {
    writeFileSync(join(folder, 'alone.txt'), log);
    writeFileSync(join(folder, 'alone.txt.expect.json'), '{"expect":"accept"}');
    for (const path of ['alone.txt', 'alone.txt.expect.json']) {
      const report = await run(join(folder, path));
      assert.deepEqual(report.cases, [{ id: 'alone.txt', outcome: 'passed' }]);
    }
  });
});
