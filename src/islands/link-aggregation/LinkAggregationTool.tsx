import { useEffect, useMemo, useState } from 'preact/hooks';
import { advise } from '../../core/link-aggregation/advise.ts';
import { analyse } from '../../core/link-aggregation/analyse.ts';
import { writeScenario } from '../../core/link-aggregation/fields.ts';
import { writePermalink } from '../../core/link-aggregation/permalink.ts';
import { problemPlace } from '../../core/link-aggregation/problem-words.ts';
import { readScenario } from '../../core/link-aggregation/read-scenario.ts';
import { verdictSentence } from '../../core/link-aggregation/words.ts';
import { AnswerFigure, Marked, RangeStrip, WindowTable } from './Answer.tsx';
import { toggledMember } from './editing.ts';
import { Inputs } from './Inputs.tsx';
import { MemberSwitches } from './MemberSwitches.tsx';
import { Certainty, Changes, Outcomes, Why } from './Reasons.tsx';
import { Share } from './Share.tsx';
import { useCalculator } from './use-calculator.ts';

/** What the page gives the calculator; it must be the same at build and in the browser. */
export interface ToolProps {
  /** Unique on the page; the start of every id. */
  readonly id: string;
  /** The scenario to start with, as a link: `#v=1&…`. Without it: the default. */
  readonly link?: string;
  /** Whether the address bar belongs to this calculator. In an article it does not. */
  readonly addressBar: boolean;
  /** Level of the headings in the tool. */
  readonly level: 2 | 3 | 4;
  /** Paths of the tool's page and of the page for embedding, under the site's base. */
  readonly toolPath: string;
  readonly embedPath: string;
  readonly opensTool: 'here' | 'new-tab' | 'no';
}

// A screen reader should hear the result once the reader has stopped typing, not after each key.
const pauseMilliseconds = 1000;

/** The calculator: text fields in, the answer out at once. */
export function LinkAggregationTool(props: ToolProps) {
  const { id, level, toolPath, embedPath } = props;
  const { fields, shown, changes, notice, live, change } = useCalculator(
    props.link,
    props.addressBar,
  );
  const [said, say] = useState('');
  const analysis = useMemo(() => analyse(shown), [shown]);
  const advice = useMemo(() => advise(shown, analysis), [analysis]);
  const reading = readScenario(fields);
  const problems = reading.ok ? [] : reading.problems;
  const verdict = verdictSentence(analysis);
  const changed = changes > 0;
  const Heading = `h${level}` as const;

  const spoken =
    problems.length > 0 ? `Not computed: ${problems.map(problemPlace).join('; ')}.` : verdict;
  useEffect(() => {
    if (!changed) return undefined;
    const timer = setTimeout(() => say(spoken), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [spoken, changed]);

  const toggle = (hop: number, member: number) => change(toggledMember(fields, hop, member));
  return (
    <div class="lag">
      <section class="lag-answer" aria-labelledby={`${id}-answer`}>
        {notice && (
          <p class="lag-notice" role="alert">
            {notice} The figures below are those of the last scenario that could be read.
          </p>
        )}
        <Heading class="lag-title" id={`${id}-answer`}>
          Answer
        </Heading>
        {problems.length > 0 && (
          <p class="lag-stale">
            <strong>Out of date.</strong> This is the last result. To be put right:{' '}
            {problems.map(problemPlace).join('; ')}.
          </p>
        )}
        <div class={problems.length > 0 ? 'lag-result lag-result-stale' : 'lag-result'}>
          <output class="lag-verdict" aria-live="off">
            <Marked text={verdict} changed={changed} />
          </output>
          <RangeStrip analysis={analysis} changed={changed} />
          <AnswerFigure scenario={shown} analysis={analysis} onMember={live ? toggle : undefined} />
          <MemberSwitches id={id} analysis={analysis} live={live} onToggle={toggle} />
          <WindowTable scenario={shown} analysis={analysis} changed={changed} />
        </div>
        <Share
          id={id}
          live={live && problems.length === 0}
          scenario={shown}
          analysis={analysis}
          link={writePermalink(writeScenario(shown))}
          toolPath={toolPath}
          embedPath={embedPath}
          opensTool={props.opensTool}
          say={say}
        />
      </section>
      <Inputs editing={{ id, fields, problems, onChange: change }} live={live} />
      <div class={problems.length > 0 ? 'lag-more lag-result-stale' : 'lag-more'}>
        <section>
          <Heading class="lag-title">Why</Heading>
          <Why analysis={analysis} />
        </section>
        <section>
          <Heading class="lag-title">What to change</Heading>
          <Changes
            analysis={analysis}
            advice={advice}
            live={live}
            onApply={(scenario) => change(writeScenario(scenario))}
          />
        </section>
        <section>
          <Heading class="lag-title">What may come of it</Heading>
          <Outcomes analysis={analysis} />
        </section>
        <section>
          <Heading class="lag-title">How sure this is</Heading>
          <Certainty analysis={analysis} />
        </section>
      </div>
      <p class="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}
