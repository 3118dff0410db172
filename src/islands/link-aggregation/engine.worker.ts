import { adviceFor, answerTo } from './engine.ts';
import type { Answer } from './engine.ts';
import type { Advice } from '../../core/link-aggregation/analysis.ts';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';

export interface Question {
  /** Counts up, so that an answer can be told from one that came too late. */
  readonly number: number;
  readonly scenario: Scenario;
}

export type Reply =
  | { readonly kind: 'answer'; readonly number: number; readonly answer: Answer }
  | { readonly kind: 'advice'; readonly number: number; readonly advice: readonly Advice[] };

// Advice recomputes a dozen scenarios: it waits until the reader has stopped for a moment.
const adviceAfterMilliseconds = 150;

let timer: ReturnType<typeof setTimeout> | undefined;
const reply = (message: Reply) => postMessage(message);

function work({ number, scenario }: Question): void {
  const answer = answerTo(scenario);
  reply({ kind: 'answer', number, answer });
  timer = setTimeout(
    () => reply({ kind: 'advice', number, advice: adviceFor(scenario, answer.analysis) }),
    adviceAfterMilliseconds,
  );
}

// A later question replaces one that has not been begun.
addEventListener('message', ({ data }: MessageEvent<Question>) => {
  clearTimeout(timer);
  timer = setTimeout(() => work(data), 0);
});
