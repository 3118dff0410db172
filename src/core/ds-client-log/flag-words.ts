import { clockFlagWords } from './clock-flag-words.ts';
import { dayWords, type FlagWords, type WordsOf } from './flag-phrases.ts';
import type { Flag, FlagKind } from './flags.ts';
import { logFlagWords } from './log-flag-words.ts';
import { outlierFlagWords } from './outlier-flag-words.ts';
import { runFlagWords } from './run-flag-words.ts';

const words: WordsOf<FlagKind> = {
  ...runFlagWords,
  ...outlierFlagWords,
  ...clockFlagWords,
  ...logFlagWords,
};

/** The words for a flag. Calm on purpose: a log says what ran, and nothing of what can be restored. */
export function flagWords(flag: Flag): FlagWords {
  const on = flag.startDate === null ? '' : ` on ${dayWords(flag.startDate)}`;
  return words[flag.kind]({ flag, set: flag.set ?? 'This log', on });
}
