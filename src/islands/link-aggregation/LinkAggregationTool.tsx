import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { writeScenario } from '../../core/link-aggregation/fields.ts';
import { writePermalink } from '../../core/link-aggregation/permalink.ts';
import { problemPlace } from '../../core/link-aggregation/problem-words.ts';
import { defaultScenario } from '../../core/link-aggregation/scenario.ts';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';
import { Marked, WindowTable } from './Answer.tsx';
import { AnswerBar } from './AnswerBar.tsx';
import { Drawn, Headline } from './AnswerParts.tsx';
import { Inputs } from './Inputs.tsx';
import { Notices } from './Notices.tsx';
import type { Answer, Background, More } from './protocol.ts';
import { Reasons } from './Reasons.tsx';
import { Share } from './Share.tsx';
import { useCalculator } from './use-calculator.ts';
import type { Edit } from './use-calculator.ts';
import { missingDevices, useDevices, useNamedDevices } from './use-devices.ts';
import { useEngine } from './use-engine.ts';

/** What the page gives the calculator; it must be the same at build and in the browser. */
export interface ToolProps {
  /** Unique on the page; the start of every id. */
  readonly id: string;
  /** The scenario to start with. Without it: the default. */
  readonly scenario?: Scenario;
  /** What the build computed for it, so that no script computes it again. */
  readonly built: Answer & Background;
  readonly builtMore: More;
  /** Whether the address bar belongs to this calculator. In an article it does not. */
  readonly addressBar: boolean;
  /** Level of the headings in the tool. */
  readonly level: 2 | 3 | 4;
  /** Paths of the tool's page and of the page for embedding, under the site's base. */
  readonly toolPath: string;
  readonly embedPath: string;
  /** Path of the tool that places given flows. */
  readonly flowPath: string;
  /** Address of the device catalogue. */
  readonly devicesPath: string;
  /** Address of the worker that computes. */
  readonly enginePath: string;
  readonly opensTool: 'here' | 'new-tab' | 'no';
}

// A screen reader should hear the result once the reader has stopped typing, not after each key.
const pauseMilliseconds = 1000;

/** Says `words` after a pause, once there is something new to say. */
function useSpoken(words: string, isNew: boolean) {
  const [said, say] = useState('');
  useEffect(() => {
    if (!isNew) return undefined;
    const timer = setTimeout(() => say(words), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [words, isNew]);
  return [said, say] as const;
}

/** Takes a scenario over and leads to its answer: the button that was pressed may go with the old one. */
const applying = (change: (edit: Edit) => void, answerId: string) => (scenario: Scenario) => {
  change(writeScenario(scenario));
  document.getElementById(answerId)?.focus();
};

/** The calculator: text fields in, the answer out at once. */
export function LinkAggregationTool(props: ToolProps) {
  const { id, level, built, scenario = defaultScenario } = props;
  const engine = useEngine(
    props.enginePath,
    { ...built, scenario, number: 0 },
    { ...props.builtMore, number: 0 },
  );
  // A key press is painted with the answer alone; what is costly to draw follows it.
  const { result, whole: drawn, followed } = engine;
  const answerId = `${id}-answer`;
  const { fields, problems, asked, changes, notice, isExample, live, change, open } = useCalculator(
    scenario,
    props.addressBar,
    engine,
    answerId,
  );
  const devices = useDevices(props.devicesPath, fields);
  const { catalogue } = devices;
  const named = useNamedDevices(drawn.scenario, catalogue);
  const reach = useCallback(() => {
    void engine.start();
    void devices.start();
  }, []);
  const stale = problems.length > 0;
  // What stands there answers what was asked before; without an engine it may do so for good.
  const isAnswered = result.scenario === asked;
  const isLate = !isAnswered && !stale;
  const isPending = isLate && !engine.failed;
  const moreIsStale = isLate || followed.number !== drawn.number;
  const changed = changes > 0;
  const canShare = live && isAnswered && !stale && !isExample;
  const places = problems.map(problemPlace).join('; ');
  const outOfDate = stale
    ? `Out of date. To be put right: ${places}.`
    : isLate && engine.failed && 'Out of date. Not computed: the calculation could not be started.';
  const words = stale ? `Not computed: ${places}.` : outOfDate || result.verdict;
  const [said, say] = useSpoken(words, changed && (stale || isAnswered || engine.failed));
  const Heading = `h${level}` as const;
  const onApply = useCallback(applying(change, answerId), []);
  const shareLink = useMemo(() => writePermalink(writeScenario(drawn.scenario)), [drawn.scenario]);
  // Each part is drawn anew only when what it shows is another.
  const headline = useMemo(
    () => <Headline {...{ result, changed, live, onApply }} />,
    [result, changed, live],
  );
  const times = useMemo(() => <WindowTable analysis={drawn.analysis} />, [drawn]);
  const figure = useMemo(() => <Drawn {...{ result: drawn, live, change }} />, [drawn, live]);
  const share = useMemo(
    () => (
      <Share {...props} live={canShare} result={drawn} named={named} link={shareLink} say={say} />
    ),
    [canShare, drawn, named, shareLink],
  );
  const reasons = useMemo(
    () => (
      <Reasons
        {...{ result: drawn, more: followed, stale: moreIsStale, named, level, live }}
        onApply={onApply}
        onJob={() => document.getElementById(`${id}-volume`)?.focus()}
        say={say}
      />
    ),
    [drawn, followed, moreIsStale, named, live],
  );
  const inputs = useMemo(
    () => (
      <Inputs
        editing={{ id, fields, problems, catalogue, flowPath: props.flowPath, onChange: change }}
        live={live}
        onReach={reach}
        onSituation={open}
      />
    ),
    [fields, problems, catalogue, live],
  );
  return (
    <div class="lag">
      <section class="lag-answer" aria-labelledby={answerId}>
        <Notices
          link={notice}
          isExample={isExample}
          missing={missingDevices(fields, catalogue)}
          failed={engine.failed}
        />
        <div class="lag-head">
          <Heading class="lag-title" id={answerId} tabIndex={-1}>
            Answer
          </Heading>
          {/* Where the inputs lie below, they are a long way down. */}
          <button
            type="button"
            class="lag-small lag-jump"
            disabled={!live}
            data-screen-only
            onClick={() => document.getElementById(`${id}-preset`)?.focus()}
          >
            Change the path
          </button>
          {outOfDate && <p class="lag-stale">{outOfDate}</p>}
          {isPending && (
            <p class="lag-pending">Being computed. These figures are for what was asked before.</p>
          )}
        </div>
        <div
          class={outOfDate ? 'lag-result lag-result-stale' : 'lag-result'}
          aria-busy={isPending ? 'true' : undefined}
        >
          {headline}
          {figure}
          <div class="lag-window">
            <p>
              <Marked text={result.window} changed={changed} />
            </p>
            {times}
          </div>
        </div>
        {share}
      </section>
      <div class="lag-edit">
        <AnswerBar
          {...{ analysis: result.analysis, stale: Boolean(outOfDate), live }}
          onAnswer={() => document.getElementById(answerId)?.focus()}
        />
        {inputs}
      </div>
      <div class={outOfDate ? 'lag-more lag-result-stale' : 'lag-more'}>{reasons}</div>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the output is the visible result */}
      <p class="visually-hidden" role="status">
        {said || null}
      </p>
    </div>
  );
}
