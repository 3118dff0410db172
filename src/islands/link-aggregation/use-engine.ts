import { useEffect, useRef, useState } from 'preact/hooks';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';
import type { Answer, Question, Reply, Suggestion } from './protocol.ts';

/** A scenario with all that is computed from it. */
export interface Result extends Answer {
  readonly scenario: Scenario;
  /** Comes a moment after the answer; undefined until then. */
  readonly advice: readonly Suggestion[] | undefined;
}

/**
 * Computes off the main thread, so that a key press is never held up by a simulation. The worker is
 * fetched when it is first needed; what the page was built with stands until the first reply.
 */
export function useEngine(address: string, built: Result) {
  const [result, setResult] = useState(built);
  const [failed, setFailed] = useState(false);
  const [waiting, setWaiting] = useState(false);
  const worker = useRef<Worker>();
  const latest = useRef<Question>({ number: 0, scenario: built.scenario });

  const hear = ({ data }: MessageEvent<Reply>) => {
    const { number, scenario } = latest.current;
    if (data.number !== number) return;
    if (data.kind === 'answer') {
      setResult({ ...data.answer, scenario, advice: undefined });
      setWaiting(false);
    } else setResult((now) => ({ ...now, advice: data.advice }));
  };
  const start = (): Worker => {
    if (worker.current) return worker.current;
    const started = new Worker(address, { type: 'module' });
    started.addEventListener('message', hear);
    started.addEventListener('error', () => setFailed(true));
    worker.current = started;
    return started;
  };
  const ask = (scenario: Scenario) => {
    latest.current = { number: latest.current.number + 1, scenario };
    setWaiting(true);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker takes no origin
    start().postMessage(latest.current);
  };
  useEffect(() => () => worker.current?.terminate(), []);
  return { result, failed, waiting, start, ask };
}
