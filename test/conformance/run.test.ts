/** The command itself: which exit code, and that a run which judged nothing does not look like one that passed. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';

const command = join(import.meta.dirname, 'run.ts');

/** What the command says and how it ends, with a folder that holds one file. */
function ran(name: string, file: string, text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  try {
    writeFileSync(join(folder, file), text);
    const { status, stderr } = spawnSync(process.execPath, [command, name, folder], {
      encoding: 'utf8',
    });
    return { status, stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a run that judges no case ends with 2 and says so', () => {
  // prettier-ignore
  const runs = [
    ['lag',     'cases.json',  '{"cases":[]}'],
    ['logs',    'notes.txt',   'no sidecar'],
    ['bonding', 'other.jsonl', '{"id":1}'],   // of another shape: not covered
  ] as const;
  for (const [name, file, text] of runs)
    test(name, () => {
      const { status, stderr } = ran(name, file, text);
      assert.equal(status, 2);
      assert.match(stderr, /No case was judged/);
    });
});
