import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';
import type { Answer, More, Problem, Question, Reply, WordsQuestion } from './protocol.ts';

/** Is given the sentences about problems, in their order. */
export type Tell = (sentences: readonly string[]) => void;

/** A scenario with all that is computed from it. */
export interface Result extends Answer {
  readonly scenario: Scenario;
}

interface Followed {
  readonly more: More;
  /** Whether it belongs to an earlier answer: it stays in sight until the next one has come. */
  readonly stale: boolean;
}

/**
 * Computes off the main thread, so that a key press is never held up by a simulation. The worker is
 * fetched when it is first needed; what the page was built with stands until the first reply. Advice
 * follows its answer, in a state of its own: it must not draw the answer again.
 */
export function useEngine(address: string, built: Result, builtMore: More) {
  const [result, setResult] = useState(built);
  const [followed, setFollowed] = useState<Followed>({ more: builtMore, stale: false });
  const [failed, setFailed] = useState(false);
  const [waiting, setWaiting] = useState(false);
  const worker = useRef<Worker>();
  const latest = useRef<Question>({ number: 0, scenario: built.scenario });

  const wanted = useRef<{ readonly number: number; readonly tell: Tell }>();

  const hear = ({ data }: MessageEvent<Reply>) => {
    if (data.kind === 'words') {
      if (data.number === wanted.current?.number) wanted.current.tell(data.sentences);
      return;
    }
    const { number, scenario } = latest.current;
    if (data.number !== number) return;
    if (data.kind === 'answer') {
      setResult({ ...data.answer, scenario });
      setFollowed(({ more }) => ({ more, stale: true }));
      setWaiting(false);
    } else setFollowed({ more: data.more, stale: false });
  };
  const start = useCallback((): Worker => {
    if (worker.current) return worker.current;
    const started = new Worker(address, { type: 'module' });
    started.addEventListener('message', hear);
    started.addEventListener('error', () => setFailed(true));
    worker.current = started;
    return started;
  }, []);
  const send = (question: Question | WordsQuestion) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker takes no origin
    start().postMessage(question);
  };
  const word = (problems: readonly Problem[], tell: Tell) => {
    wanted.current = { number: (wanted.current?.number ?? 0) + 1, tell };
    send({ number: wanted.current.number, problems });
  };
  const ask = (scenario: Scenario) => {
    latest.current = { number: latest.current.number + 1, scenario };
    setWaiting(true);
    send(latest.current);
  };
  useEffect(() => () => worker.current?.terminate(), []);
  return { result, ...followed, failed, waiting, start, ask, word };
}
