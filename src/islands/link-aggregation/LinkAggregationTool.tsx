import { useCallback } from 'preact/hooks';
import { defaultScenario } from '../../core/link-aggregation/scenario.ts';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';
import { Fold } from '../fold/Fold.tsx';
import { focusOn } from '../fold/focus-on.ts';
import { Marked } from './Answer.tsx';
import { AnswerBar } from './AnswerBar.tsx';
import { AnswerHead } from './AnswerHead.tsx';
import { Notices } from './Notices.tsx';
import type { Answer, Background, More } from './protocol.ts';
import { standingOf } from './standing.ts';
import { useCalculator } from './use-calculator.ts';
import { missingDevices, useDevices, useNamedDevices } from './use-devices.ts';
import { useEngine } from './use-engine.ts';
import { useParts } from './use-parts.tsx';
import { useSpoken } from '../share/use-spoken.ts';

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

/** The calculator: text fields in, the answer out at once. */
export function LinkAggregationTool(props: ToolProps) {
  const { id, level, built, scenario = defaultScenario } = props;
  const engine = useEngine(
    props.enginePath,
    { ...built, scenario, number: 0 },
    { ...props.builtMore, number: 0 },
  );
  // A key press is painted with the answer alone; what is costly to draw follows it.
  const { result, whole: drawn } = engine;
  const answerId = `${id}-answer`;
  const state = useCalculator(scenario, props.addressBar, engine, answerId);
  const { fields, problems, asked, changes, notice, isExample, live } = state;
  const devices = useDevices(props.devicesPath, fields);
  const { catalogue } = devices;
  const named = useNamedDevices(drawn.scenario, catalogue);
  const reach = useCallback(() => {
    void engine.start();
    void devices.start();
  }, []);
  const changed = changes > 0;
  // In a frame on somebody's page the tool is its answer; the rest waits behind a fold.
  const isFramed = props.opensTool === 'new-tab';
  const standing = standingOf({ problems, asked, ...engine, drawn });
  const { outOfDate, isPending, words } = standing;
  const [said, say] = useSpoken(words, changed && words !== '');
  const parts = useParts({
    props,
    state,
    engine,
    standing,
    answerId,
    catalogue,
    named,
    changed,
    say,
    onReach: reach,
  });
  return (
    <div class={isFramed ? 'lag lag-framed' : 'lag'}>
      <section class="lag-answer" aria-labelledby={answerId}>
        <Notices
          link={notice}
          isExample={isExample}
          missing={missingDevices(fields, catalogue)}
          failed={engine.failed}
        />
        <AnswerHead
          {...{ id: answerId, level, live, standing }}
          onChangePath={() => focusOn(`${id}-preset`)}
        />
        <div
          class={outOfDate ? 'lag-result lag-result-stale' : 'lag-result'}
          aria-busy={isPending ? 'true' : undefined}
        >
          {parts.headline}
          {parts.figure}
          <div class="lag-window">
            <p>
              <Marked text={result.window} changed={changed} />
            </p>
            {!isFramed && parts.times}
          </div>
        </div>
        {parts.share}
      </section>
      <Fold folds={isFramed} title="Change the path">
        <div class="lag-edit">
          <AnswerBar
            {...{ analysis: result.analysis, stale: Boolean(outOfDate), live }}
            onAnswer={() => document.getElementById(answerId)?.focus()}
          />
          {parts.inputs}
        </div>
      </Fold>
      <Fold folds={isFramed} title="How long it takes, why, and what to change">
        {isFramed && <div class="lag-window">{parts.times}</div>}
        <div class={outOfDate ? 'lag-more lag-result-stale' : 'lag-more'}>{parts.reasons}</div>
      </Fold>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the output is the visible result */}
      <p class="visually-hidden" role="status">
        {said || null}
      </p>
    </div>
  );
}
