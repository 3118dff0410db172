import { useEffect, useState } from 'preact/hooks';
import { writeScenario } from '../../core/link-aggregation/fields.ts';
import { writePermalink } from '../../core/link-aggregation/permalink.ts';
import { problemPlace } from '../../core/link-aggregation/problem-words.ts';
import { readScenario } from '../../core/link-aggregation/read-scenario.ts';
import { AnswerFigure, Marked, RangeStrip, WindowTable } from './Answer.tsx';
import { toggledMember } from './editing.ts';
import { Inputs } from './Inputs.tsx';
import { MemberSwitches } from './MemberSwitches.tsx';
import { Notices } from './Notices.tsx';
import type { Answer, Suggestion } from './protocol.ts';
import { Readings } from './Readings.tsx';
import { Reasons } from './Reasons.tsx';
import { Share } from './Share.tsx';
import { scenarioOf, useCalculator } from './use-calculator.ts';
import { useEngine } from './use-engine.ts';

/** What the page gives the calculator; it must be the same at build and in the browser. */
export interface ToolProps {
  /** Unique on the page; the start of every id. */
  readonly id: string;
  /** The scenario to start with, as a link: `#v=1&…`. Without it: the default. */
  readonly link?: string;
  /** What the build computed for that link, so that no script computes it again. */
  readonly built: Answer & { readonly advice: readonly Suggestion[] };
  /** Whether the address bar belongs to this calculator. In an article it does not. */
  readonly addressBar: boolean;
  /** Level of the headings in the tool. */
  readonly level: 2 | 3 | 4;
  /** Paths of the tool's page and of the page for embedding, under the site's base. */
  readonly toolPath: string;
  readonly embedPath: string;
  /** Address of the worker that computes. */
  readonly enginePath: string;
  readonly opensTool: 'here' | 'new-tab' | 'no';
}

// A screen reader should hear the result once the reader has stopped typing, not after each key.
const pauseMilliseconds = 1000;

/** Says `words` after a pause, once something has been changed. */
function useSpoken(words: string, changed: boolean) {
  const [said, say] = useState('');
  useEffect(() => {
    if (!changed) return undefined;
    const timer = setTimeout(() => say(words), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [words, changed]);
  return [said, say] as const;
}

/** The calculator: text fields in, the answer out at once. */
export function LinkAggregationTool(props: ToolProps) {
  const { id, level, link, built } = props;
  const engine = useEngine(props.enginePath, { ...built, scenario: scenarioOf(link) });
  const { result } = engine;
  const { fields, changes, notice, live, change } = useCalculator(
    link,
    props.addressBar,
    engine.ask,
  );
  const reading = readScenario(fields);
  const problems = reading.ok ? [] : reading.problems;
  const stale = problems.length > 0;
  const changed = changes > 0;
  const { verdict } = result;
  const places = problems.map(problemPlace).join('; ');
  const [said, say] = useSpoken(stale ? `Not computed: ${places}.` : verdict, changed);
  const Heading = `h${level}` as const;
  const toggle = (hop: number, member: number) => change(toggledMember(fields, hop, member));
  const apply = (scenario: typeof result.scenario) => change(writeScenario(scenario));
  return (
    <div class="lag">
      <section class="lag-answer" aria-labelledby={`${id}-answer`}>
        <Notices link={notice} failed={engine.failed} />
        <div class="lag-head">
          <Heading class="lag-title" id={`${id}-answer`}>
            Answer
          </Heading>
          {stale && <p class="lag-stale">{`Out of date. To be put right: ${places}.`}</p>}
        </div>
        <div class={stale ? 'lag-result lag-result-stale' : 'lag-result'}>
          {/* The region at the end is what screen readers are told of: one, after a pause. */}
          <output class="lag-verdict" aria-live="off">
            <Marked text={verdict} changed={changed} />
          </output>
          <RangeStrip analysis={result.analysis} changed={changed} />
          <Readings readings={result.readings} live={live} onTake={apply} />
          <AnswerFigure result={result} onMember={live ? toggle : undefined} />
          <MemberSwitches analysis={result.analysis} live={live} onToggle={toggle} />
          <WindowTable result={result} changed={changed} />
        </div>
        <Share
          {...props}
          live={live && !stale}
          result={result}
          link={writePermalink(writeScenario(result.scenario))}
          say={say}
        />
      </section>
      <Inputs
        editing={{ id, fields, problems, onChange: change }}
        live={live}
        onReach={engine.start}
      />
      <div class={stale ? 'lag-more lag-result-stale' : 'lag-more'}>
        <Reasons result={result} level={level} live={live} onApply={apply} />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the output is the visible result */}
      <p class="visually-hidden" role="status">
        {said || null}
      </p>
    </div>
  );
}
