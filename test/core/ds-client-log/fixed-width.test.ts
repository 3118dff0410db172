import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accepted, labels, ordinary } from './text-log.ts';

const rows = [
  ordinary,
  { ...ordinary, 'User Name': 'EXAMPLE\\j.doe', Type: 'Synchronization', Files: '0', Online: '0' },
].map((row: Readonly<Record<string, string>>) => labels.map((label) => row[label] ?? ''));
const all = [labels, ...rows];
const widths = labels.map((_, col) => Math.max(...all.map((cells) => cells[col]?.length ?? 0)));

interface Printing {
  readonly gap: number;
  readonly isRuled: boolean;
  /** Labels of the columns whose cells stand right. */
  readonly right: readonly string[];
}

/** A table as programs print it. */
function printed({ gap, isRuled, right }: Printing): string {
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, col) => {
        const width = widths[col] ?? 0;
        return right.includes(labels[col] ?? '') ? cell.padStart(width) : cell.padEnd(width);
      })
      .join(' '.repeat(gap))
      .trimEnd();
  const rule = line(widths.map((width) => '-'.repeat(width)));
  return [line(labels), ...(isRuled ? [rule] : []), ...rows.map(line), ''].join('\r\n');
}

describe('a table of fixed width', () => {
  const counts = ['Errors', 'Warnings', 'Files', 'Online', 'Transmitted'];
  for (const isRuled of [true, false]) {
    for (const gap of [1, 2, 3]) {
      for (const right of [[], counts, [...counts, 'Duration']]) {
        const how = `${isRuled ? 'with' : 'without'} a rule, ${gap} apart, ${right.length} columns right`;
        it(`${how}: the widths are those of its cells, without the gaps`, () => {
          const reading = accepted(printed({ gap, isRuled, right }));
          assert.equal(reading.detection.container, 'fixed-width');
          assert.deepEqual(reading.detection.widths, widths);
          assert.deepEqual(reading.diagnostics, []);
          const read = rows.map((_, row) =>
            labels.map((_label, col) => reading.cellText(row, col)),
          );
          assert.deepEqual(read, rows);
        });
      }
    }
  }
});
