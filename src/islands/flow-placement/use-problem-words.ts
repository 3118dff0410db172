import { useEffect, useState } from 'preact/hooks';
import type { problemWords } from './problem-words.ts';

/** What is said of a mistake in the form or in a link. */
export type ProblemWords = Readonly<typeof problemWords>;

const unreadable = () => 'This cannot be read.';

/** What is said until the sentences have come, and where they do not. */
const unworded: ProblemWords = {
  fieldWords: unreadable,
  linkWords: () => 'The link in the address bar cannot be read. The answer below is not for it.',
  longLinkWords: () => 'The link would be too long to be read.',
  refusedWords: () => 'Not inserted: it would be too long to be read.',
};

/**
 * The sentences for mistakes. They are fetched once `start` foresees one or something `isWrong`, and
 * again after the next edit where they did not come.
 */
export function useProblemWords(isWrong: boolean) {
  const [words, setWords] = useState(unworded);
  const start = () => {
    if (words !== unworded) return;
    void import('./problem-words.ts').then(
      (piece) => setWords(piece.problemWords),
      () => undefined,
    );
  };
  useEffect(() => {
    if (isWrong) start();
  });
  return { words, start };
}
