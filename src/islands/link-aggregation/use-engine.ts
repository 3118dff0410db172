import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { AnswerMemory } from '../../core/link-aggregation/analyse-at-hand.ts';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';
import type { Answer, Background, More, Question, Reply } from './protocol.ts';

type EngineModule = typeof import('./engine.worker.ts');
type Engine = EngineModule['engine'];

/** Reads what stands in a form or a link, and says what is wrong with it. */
export type TextReader = Pick<Engine, 'readPermalink' | 'readScenario' | 'sentenceOf'>;

/** Uses the reader at once where it is there, else when it has come; undefined where it cannot. */
export type WithReader = (use: (reader: TextReader | undefined) => void) => void;

/** A scenario with all that is computed from it. */
export interface Result extends Answer {
  readonly scenario: Scenario;
  /** Of the question it answers. */
  readonly number: number;
}

/** A result with what stands behind it. */
export type Whole = Result & Background;

/** What follows a result. It stays in sight until that of the next one has come. */
export interface Followed extends More {
  readonly number: number;
}

// Most answers take less. Whoever asks anew after that long does not want to wait for both.
const patienceMilliseconds = 500;

/** The same file as the engine's, as a worker; started when something is asked of it, or asked again. */
function useWorker(address: string, hear: (reply: Reply) => void, fail: () => void) {
  const worker = useRef<Worker>();
  /** The latest question, and since when the worker has had something to do. */
  const open = useRef<{ readonly number: number; readonly since: number }>();
  const stop = () => {
    worker.current?.terminate();
    worker.current = undefined;
    open.current = undefined;
  };
  const listen = ({ data }: MessageEvent<Reply>) => {
    if (data.number === open.current?.number) open.current = undefined;
    hear(data);
  };
  useEffect(() => stop, []);
  return (question: Question) => {
    const now = performance.now();
    if (now - (open.current?.since ?? now) > patienceMilliseconds) stop();
    open.current = { number: question.number, since: open.current?.since ?? now };
    if (!worker.current) {
      worker.current = new Worker(address, { type: 'module' });
      worker.current.addEventListener('message', listen);
      worker.current.addEventListener('error', () => {
        stop();
        fail();
      });
    }
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker takes no origin
    worker.current.postMessage(question);
  };
}

/**
 * The engine, fetched when it is first needed, and again where that failed: under another address, as
 * every import of an island (`src/integrations/imports-again.ts`).
 */
function useModule(address: string, setFailed: (failed: boolean) => void) {
  const engine = useRef<Engine>();
  const loading = useRef<Promise<Engine | undefined>>();
  const load = useCallback(() => {
    loading.current ??= (import(/* @vite-ignore */ address) as Promise<EngineModule>).then(
      (module) => {
        setFailed(false);
        return (engine.current = module.engine);
      },
      () => {
        loading.current = undefined;
        setFailed(true);
        return undefined;
      },
    );
    return loading.current;
  }, []);
  return { engine, load };
}

/** The answer to the latest question. */
function useAnswer(address: string, built: Result) {
  const [result, setResult] = useState(built);
  const [failed, setFailed] = useState(false);
  const latest = useRef({ number: built.number, scenario: built.scenario });
  // The worker's, as it was with its latest answer: what the worker has forgotten is forgotten here.
  const memory = useRef<AnswerMemory>({ outcomes: new Map(), surveys: new Map() });
  const fail = () => setFailed(true);
  const { engine, load } = useModule(address, setFailed);

  const show = (answer: Answer) => {
    setResult({ ...answer, ...latest.current });
    setFailed(false);
  };
  const askWorker = useWorker(
    address,
    (reply) => {
      if (reply.kind !== 'answer') return;
      memory.current = { ...memory.current, outcomes: new Map(reply.counted) };
      if (reply.number === latest.current.number) show(reply.answer);
    },
    fail,
  );
  const compute = ({ answerAtHand }: Engine) => {
    const answer = answerAtHand(latest.current.scenario, memory.current);
    if (answer) show(answer);
    else askWorker({ kind: 'answer', ...latest.current });
  };
  const ask = (scenario: Scenario) => {
    const asked = { number: latest.current.number + 1, scenario };
    latest.current = asked;
    if (engine.current) compute(engine.current);
    else void load().then((loaded) => loaded && asked === latest.current && compute(loaded));
  };
  return { result, failed, ask, engine, load };
}

/**
 * What computes. An answer that is at hand is there before the key press that asked for it is painted;
 * any other is computed off the main thread, so that no key press is held up by a simulation. What the
 * page was built with stands until then.
 *
 * The rest follows once the answer has been painted: what stands behind it (`whole`), then advice, from
 * a worker of its own, because it takes long.
 */
export function useEngine(address: string, built: Whole, builtMore: Followed) {
  const { result, failed, ask, engine, load } = useAnswer(address, built);
  const [whole, setWhole] = useState(built);
  const [followed, setFollowed] = useState(builtMore);
  const [followFailed, setFollowFailed] = useState(false);
  const askForMore = useWorker(
    address,
    (reply) => reply.kind === 'more' && setFollowed({ ...reply.more, number: reply.number }),
    // The answers do not depend on it. What is there stays marked as that of an earlier one.
    () => setFollowFailed(true),
  );
  useEffect(() => {
    if (result === built || !engine.current) return;
    const { scenario, analysis, number } = result;
    setWhole({ ...result, ...engine.current.backgroundOf(scenario, analysis) });
    setFollowFailed(false);
    askForMore({ kind: 'more', number, scenario });
  }, [result]);
  const withReader: WithReader = (use) => {
    if (engine.current) use(engine.current);
    else void load().then((loaded) => use(loaded ?? undefined));
  };
  return { result, whole, followed, failed, followFailed, start: load, ask, withReader };
}
