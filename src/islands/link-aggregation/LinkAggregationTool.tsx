import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { writeScenario } from '../../core/link-aggregation/fields.ts';
import { writePermalink } from '../../core/link-aggregation/permalink.ts';
import { problemPlace } from '../../core/link-aggregation/problem-words.ts';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';
import { AnswerFigure, Marked, RangeStrip, WindowTable } from './Answer.tsx';
import { toggledMember } from './editing.ts';
import { Inputs } from './Inputs.tsx';
import { MemberSwitches } from './MemberSwitches.tsx';
import { Notices } from './Notices.tsx';
import { Overridden } from './Overridden.tsx';
import type { Answer, More } from './protocol.ts';
import { Readings } from './Readings.tsx';
import { Reasons } from './Reasons.tsx';
import { Share } from './Share.tsx';
import { scenarioOf, useCalculator } from './use-calculator.ts';
import type { Edit } from './use-calculator.ts';
import { missingDevices, useDevices, useNamedDevices } from './use-devices.ts';
import { useEngine } from './use-engine.ts';
import type { Result } from './use-engine.ts';

/** What the page gives the calculator; it must be the same at build and in the browser. */
export interface ToolProps {
  /** Unique on the page; the start of every id. */
  readonly id: string;
  /** The scenario to start with, as a link: `#v=1&…`. Without it: the default. */
  readonly link?: string;
  /** What the build computed for that link, so that no script computes it again. */
  readonly built: Answer;
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

interface AnswerProps {
  readonly result: Result;
  readonly changed: boolean;
  readonly live: boolean;
  readonly change: (edit: Edit) => void;
  readonly onApply: (scenario: Scenario) => void;
}

/** The answer: a sentence, the range, the figure, the time. */
function AnswerParts({ result, changed, live, change, onApply }: AnswerProps) {
  const toggle = (hop: number, member: number) =>
    change((fields) => toggledMember(fields, hop, member));
  return (
    <>
      {/* The region at the end of the tool is what screen readers are told of: one, after a pause. */}
      <output class="lag-verdict" aria-live="off">
        <Marked text={result.verdict} changed={changed} />
      </output>
      <RangeStrip analysis={result.analysis} changed={changed} />
      <Overridden of={result.overridden} />
      <Readings readings={result.readings} live={live} onTake={onApply} />
      <AnswerFigure result={result} onMember={live ? toggle : undefined} />
      <MemberSwitches analysis={result.analysis} live={live} onToggle={toggle} />
      <WindowTable result={result} changed={changed} />
    </>
  );
}

/** The calculator: text fields in, the answer out at once. */
export function LinkAggregationTool(props: ToolProps) {
  const { id, level, link, built } = props;
  const engine = useEngine(
    props.enginePath,
    { ...built, scenario: scenarioOf(link) },
    props.builtMore,
  );
  const { result, more, stale: moreIsStale } = engine;
  const answerId = `${id}-answer`;
  const { fields, problems, changes, notice, isExample, live, change } = useCalculator(
    link,
    props.addressBar,
    engine,
    answerId,
  );
  const devices = useDevices(props.devicesPath, fields);
  const { catalogue } = devices;
  const named = useNamedDevices(result.scenario, catalogue);
  const reach = useCallback(() => {
    engine.start();
    void devices.start();
  }, []);
  const stale = problems.length > 0;
  const changed = changes > 0;
  const places = problems.map(problemPlace).join('; ');
  const words = stale ? `Not computed: ${places}.` : result.verdict;
  const [said, say] = useSpoken(words, changed && !engine.waiting);
  const Heading = `h${level}` as const;
  const onApply = useCallback(applying(change, answerId), []);
  const shareLink = useMemo(
    () => writePermalink(writeScenario(result.scenario)),
    [result.scenario],
  );
  // Each part is drawn anew only when what it shows is another: a key press draws the inputs, the
  // worker's reply draws the answer.
  const answer = useMemo(
    () => <AnswerParts {...{ result, changed, live, change, onApply }} />,
    [result, changed, live],
  );
  const reasons = useMemo(
    () => (
      <Reasons
        {...{ result, more, stale: moreIsStale, named, level, live }}
        onApply={onApply}
        onJob={() => document.getElementById(`${id}-volume`)?.focus()}
      />
    ),
    [result, more, moreIsStale, named, live],
  );
  const inputs = useMemo(
    () => (
      <Inputs
        editing={{ id, fields, problems, catalogue, flowPath: props.flowPath, onChange: change }}
        live={live}
        onReach={reach}
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
          {stale && <p class="lag-stale">{`Out of date. To be put right: ${places}.`}</p>}
        </div>
        <div
          class={stale ? 'lag-result lag-result-stale' : 'lag-result'}
          aria-busy={engine.waiting ? 'true' : undefined}
        >
          {answer}
        </div>
        <Share
          {...props}
          live={live && !stale && !isExample}
          result={result}
          named={named}
          link={shareLink}
          say={say}
        />
      </section>
      {inputs}
      <div class={stale ? 'lag-more lag-result-stale' : 'lag-more'}>{reasons}</div>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the output is the visible result */}
      <p class="visually-hidden" role="status">
        {said || null}
      </p>
    </div>
  );
}
