/**
 * The engine of the calculator, in one file for two uses: the page imports it for what can be answered
 * at once, and starts it as a worker for what cannot.
 */
import { analyse } from '../../core/link-aggregation/analyse.ts';
import { standardEffort } from '../../core/link-aggregation/drawn-outcomes.ts';
import type { Outcomes } from '../../core/link-aggregation/outcome.ts';
import type { OutcomeMemory } from '../../core/link-aggregation/outcome-memory.ts';
import { readPermalink } from '../../core/link-aggregation/permalink.ts';
import { readScenario } from '../../core/link-aggregation/read-scenario.ts';
import { answerAtHand, answerTo, backgroundOf, moreFor, sentenceOf } from './engine.ts';
import type { Question, Reply } from './protocol.ts';

/** For the page: what takes no longer than a key press may, and what text in a form or a link says. */
export const engine = { answerAtHand, backgroundOf, readPermalink, readScenario, sentenceOf };

// Advice recomputes a dozen scenarios: it waits until the reader has stopped for a moment.
const adviceAfterMilliseconds = 150;
// What a simulation draws may have as many values as draws: to hand it over costs more than to ask again.
const mostHandedOver = 1000;

const memory: OutcomeMemory = new Map();
let timer: ReturnType<typeof setTimeout> | undefined;
const reply = (message: Reply) => postMessage(message);

const isShort = ({ line, batch }: Outcomes): boolean =>
  line.length + batch.length <= mostHandedOver;

function answer({ number, scenario }: Question): void {
  const found = answerTo(scenario, memory);
  const counted = [...memory].filter(([, outcomes]) => isShort(outcomes));
  reply({ kind: 'answer', number, answer: found, counted });
}

function follow({ number, scenario }: Question): void {
  const analysis = analyse(scenario, standardEffort, memory);
  reply({ kind: 'more', number, more: moreFor(scenario, analysis, memory) });
}

// A later question replaces one that has not been begun.
function hear({ data }: MessageEvent<Question>): void {
  clearTimeout(timer);
  timer =
    data.kind === 'answer'
      ? setTimeout(() => answer(data), 0)
      : setTimeout(() => follow(data), adviceAfterMilliseconds);
}

// The page hears messages too, and they are not meant for this.
if (!('document' in globalThis)) addEventListener('message', hear);
