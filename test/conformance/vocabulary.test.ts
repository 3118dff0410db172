import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { severities } from '../../src/core/ds-client-log/diagnostics.ts';

test('the reader knows the codes that the samples may name, and no others', () => {
  const readme = readFileSync(join(import.meta.dirname, 'data', 'logs', 'README.md'), 'utf8');
  const table = readme.slice(readme.indexOf('| code |'));
  const firstCells = table.split('\n').map((line) => line.split('|')[1] ?? '');
  const named = firstCells.flatMap((cell) => cell.match(/[a-z]+\.[a-z0-9-]+/g) ?? []);
  assert.ok(named.length > 40);
  assert.deepEqual(Object.keys(severities).toSorted(), named.toSorted());
});
