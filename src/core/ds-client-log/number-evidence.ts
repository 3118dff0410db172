import { groupingOf, isIndian, marks, type NumberGroup } from './numbers.ts';

type Mark = Exclude<NumberGroup, null>;

export interface NumberEvidence {
  cell(col: number, text: string): void;
  /** A mark seen `times` times in a column, proved by two groups or more or alone. */
  count(col: number, mark: Mark, isProof: boolean, times: number): void;
  /** The mark of one column; a column of lone groups takes the mark that other columns prove. */
  groupOf(col: number): NumberGroup;
  /** The mark of the file as a whole. */
  fileGroup(): NumberGroup;
}

/** Gathers which mark groups the digits: two groups or more prove it, a lone `1.234` does not. */
export function numberEvidence(): NumberEvidence {
  const proofs = new Map<number, Map<Mark, number>>();
  const lone = new Map<number, Map<Mark, number>>();
  const count = (col: number, mark: Mark, isProof: boolean, times: number): void => {
    if (times === 0) return;
    const map = isProof ? proofs : lone;
    const own = map.get(col) ?? new Map<Mark, number>();
    own.set(mark, (own.get(mark) ?? 0) + times);
    map.set(col, own);
  };
  // Of two marks seen equally often the one that comes first in our list, whichever came first here.
  const most = (seen: ReadonlyMap<Mark, number> | undefined): NumberGroup => {
    let best: NumberGroup = null;
    for (const mark of marks) {
      if ((seen?.get(mark) ?? 0) > (best === null ? 0 : (seen?.get(best) ?? 0))) best = mark;
    }
    return best;
  };
  const fileGroup = (): NumberGroup => {
    const all = new Map<Mark, number>();
    for (const proved of proofs.values()) {
      for (const [mark, n] of proved) all.set(mark, (all.get(mark) ?? 0) + n);
    }
    return most(all);
  };
  return {
    cell(col, text) {
      const grouping = groupingOf(text);
      if (grouping) count(col, grouping.mark, grouping.groups > 1, 1);
      // Five digits look alike in both manners: 12,000 beside 1,23,45,678 is no fraction.
      else if (isIndian(text)) count(col, ',', true, 1);
    },
    count,
    groupOf: (col) => most(proofs.get(col)) ?? (lone.has(col) ? fileGroup() : null),
    fileGroup,
  };
}
