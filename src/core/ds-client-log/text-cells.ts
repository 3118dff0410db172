import type { CellBatch } from './cell-batch.ts';
import { hashBasis, hashInView, mixed, sameInView } from './hashes.ts';
import type { TextChecker } from './text-checker.ts';

/** The text of a column that was looked at last and had nothing odd about it. */
export interface TextAbove {
  begin: number;
  length: number;
  hash: number;
}

export const noTextAbove = (): TextAbove => ({ begin: 0, length: 0, hash: hashBasis });

/**
 * Looks at the texts of a column. They repeat from row to row, so each is compared with the one above
 * before anything else is done with it. The first of the batch is the data row `dataRow`.
 */
export function takeTexts(
  batch: CellBatch,
  col: number,
  dataRow: number,
  above: TextAbove,
  checker: TextChecker,
): void {
  const { view, bounds, width, count, hashes } = batch;
  for (let i = 0; i < count; i += 1) {
    const place = (i * width + col) * 2;
    const from = bounds[place] ?? 0;
    const length = (bounds[place + 1] ?? 0) - from;
    let { hash } = above;
    if (length !== above.length || !sameInView(view, above.begin, from, length)) {
      hash = hashInView(view, from, from + length);
      // A text with something odd about it is said for each row, so the next is looked up again.
      if (checker.look(from, length, hash, dataRow + i, col)) {
        above.begin = from;
        above.length = length;
        above.hash = hash;
      }
    }
    hashes[i] = mixed(hashes[i] ?? 0, hash);
  }
}
