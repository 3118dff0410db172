import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { cellLengthMax } from '../../../src/core/ds-client-log/cell-checks.ts';
import { columnsMax } from '../../../src/core/ds-client-log/read-table.ts';
import { rowLaneBytes, rowLaneSource } from '../../../src/core/ds-client-log/row-lane-bytes.ts';
import { rowLane, type RowLane } from '../../../src/core/ds-client-log/row-lane.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'src', 'assembly');
const lane = rowLane() ?? assert.fail('this engine has no WebAssembly');

describe('the compiled row reader', () => {
  it('is made of the sources beside it (else: npm run row-lane)', () => {
    const names = globSync('*.ts', { cwd: folder }).toSorted();
    const hash = createHash('sha256');
    for (const name of names) hash.update(readFileSync(join(folder, name)));
    assert.equal(hash.digest('hex'), rowLaneSource);
  });

  it('imports nothing: it can reach its own memory and no more', () => {
    const module = new WebAssembly.Module(Buffer.from(rowLaneBytes, 'base64'));
    assert.deepEqual(WebAssembly.Module.imports(module), []);
  });

  it('keeps its parts apart, each where numbers of its size may stand', () => {
    const sizes: readonly (readonly [keyof RowLane, number, number])[] = [
      // part, bytes of one value, bytes in all
      ['kinds', 1, columnsMax],
      ['wideColumns', 1, columnsMax],
      ['byteKinds', 1, 256],
      ['above', 4, columnsMax * lane.aboveSize.value],
      ['kept', 1, columnsMax * lane.keptMax.value],
      ['states', 2, 2 * columnsMax * lane.rowsMax.value],
      ['values', 8, 8 * columnsMax * lane.rowsMax.value],
      ['counts', 4, 4 * columnsMax * lane.numberStates.value],
      ['hashes', 4, 4 * lane.rowsMax.value],
      ['starts', 4, 4 * lane.rowsMax.value],
      ['oddTexts', 4, lane.oddTextsMax.value * lane.oddTextSize.value],
      ['dates', 8, 8 * lane.datesMax.value],
      // Behind the text a line break is put, and a date or a time is read to its end.
      ['input', 1, lane.inputMax.value + 32],
      ['memoryEnd', 1, 0],
    ];
    assert.ok(lane.memoryEnd.value <= lane.memory.buffer.byteLength);
    const at = (part: keyof RowLane) => (lane[part] as { readonly value: number }).value;
    for (const [index, [part, unit, bytes]] of sizes.entries()) {
      const next = sizes[index + 1];
      assert.equal(at(part) % unit, 0, part);
      assert.ok(at(part) + bytes <= (next ? at(next[0]) : lane.memory.buffer.byteLength), part);
    }
  });

  it('has room for a table of most columns and a row of most bytes', () => {
    assert.equal(lane.columnsMax.value, columnsMax);
    assert.ok(lane.inputMax.value > 2 * cellLengthMax);
  });
});
