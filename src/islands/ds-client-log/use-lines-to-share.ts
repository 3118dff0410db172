import { useEffect, useState } from 'preact/hooks';
import type { Answers, Question } from './protocol.ts';

export type LinesAnswer = Answers['share-lines'];

/** What the lines are chosen from, and who is asked about them. */
export interface LinesGiven {
  /** The cell that was chosen, with the line of the file that it stands in; null for none. */
  readonly chosen: { readonly row: number; readonly column: number; readonly line: number } | null;
  /** Changes with the log and with what is shown of it. */
  readonly shown: unknown;
  readonly onAsk: (
    asked: Omit<Extract<Question, { readonly kind: 'share-lines' }>, 'kind'>,
  ) => Promise<LinesAnswer | null>;
}

/** Which lines are to be shared, and what of them a link would hold. */
export function useLinesToShare({ chosen, shown, onAsk }: LinesGiven) {
  const [all, setAll] = useState(false);
  const [leavesOut, setLeavesOut] = useState(false);
  const [answer, setAnswer] = useState<LinesAnswer | null>(null);
  const row = chosen?.row ?? null;
  const takesAll = all || row === null;

  useEffect(() => {
    setAnswer(null);
    let isCurrent = true;
    const rows = takesAll ? 'shown' : [row];
    void onAsk({ rows, at: chosen, leaveOut: leavesOut }).then(
      (got) => isCurrent && setAnswer(got),
    );
    return () => void (isCurrent = false);
  }, [takesAll, leavesOut, row, chosen?.column, shown]);
  // What was left out of one line is not left out of the next without a word.
  useEffect(() => setLeavesOut(false), [row, takesAll, shown]);

  return { takesAll, answer, takeAll: setAll, leaveOut: () => setLeavesOut(true) };
}
