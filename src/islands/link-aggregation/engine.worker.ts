import { linkSentence, problemSentence } from '../../core/link-aggregation/problem-words.ts';
import { answerTo, moreFor } from './engine.ts';
import type { Problem, Question, Reply, WordsQuestion } from './protocol.ts';

// Advice recomputes a dozen scenarios: it waits until the reader has stopped for a moment.
const adviceAfterMilliseconds = 150;

let timer: ReturnType<typeof setTimeout> | undefined;
const reply = (message: Reply) => postMessage(message);

function work({ number, scenario }: Question): void {
  const answer = answerTo(scenario);
  reply({ kind: 'answer', number, answer });
  timer = setTimeout(
    () => reply({ kind: 'more', number, more: moreFor(scenario, answer.analysis) }),
    adviceAfterMilliseconds,
  );
}

const sentence = (problem: Problem): string =>
  'field' in problem ? problemSentence(problem) : linkSentence(problem);

// A later question replaces one that has not been begun.
addEventListener('message', ({ data }: MessageEvent<Question | WordsQuestion>) => {
  if ('problems' in data) {
    reply({ kind: 'words', number: data.number, sentences: data.problems.map(sentence) });
    return;
  }
  clearTimeout(timer);
  timer = setTimeout(() => work(data), 0);
});
