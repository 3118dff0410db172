import { answerTo, moreFor } from './engine.ts';
import type { Question, Reply } from './protocol.ts';

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

// A later question replaces one that has not been begun.
addEventListener('message', ({ data }: MessageEvent<Question>) => {
  clearTimeout(timer);
  timer = setTimeout(() => work(data), 0);
});
