import type { Scenario } from '../../core/link-aggregation/scenario.ts';
import { Fold } from '../fold/Fold.tsx';
import { focusOn } from '../fold/focus-on.ts';
import { Marked } from './Answer.tsx';
import { AnswerBar } from './AnswerBar.tsx';
import { AnswerHead } from './AnswerHead.tsx';
import { Notices } from './Notices.tsx';
import type { Answer, Background, More } from './protocol.ts';
import { useTool } from './use-tool.ts';

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

interface PartProps {
  readonly tool: ReturnType<typeof useTool>;
  /** In a frame on somebody's page the tool is its answer; the rest waits behind a fold. */
  readonly isFramed: boolean;
}

/** The answer and why it may not be the one that was asked for. */
function AnswerPart({ tool, isFramed }: PartProps) {
  const { props, state, engine, standing, answerId, changed, parts, missing } = tool;
  const { id, level } = props;
  const { notice, isExample, unread, live, again } = state;
  return (
    <section class="lag-answer" aria-labelledby={answerId}>
      <Notices
        {...{ isExample, missing, answerId }}
        link={notice}
        isUnread={unread !== undefined}
        failed={engine.failed}
        onAgain={again}
      />
      <AnswerHead
        {...{ id: answerId, level, live, standing }}
        onChangePath={() => focusOn(`${id}-preset`)}
      />
      <div
        class={standing.outOfDate ? 'lag-result lag-result-stale' : 'lag-result'}
        aria-busy={standing.isPending ? 'true' : undefined}
      >
        {parts.headline}
        {parts.figure}
        <div class="lag-window">
          <p>
            <Marked text={engine.result.window} changed={changed} />
          </p>
          {!isFramed && parts.times}
        </div>
      </div>
      {parts.share}
    </section>
  );
}

/** The inputs, with the answer in sight above them. */
const PathPart = ({ tool, isFramed }: PartProps) => (
  <Fold folds={isFramed} title="Change the path">
    <div class="lag-edit">
      <AnswerBar
        analysis={tool.engine.result.analysis}
        stale={Boolean(tool.standing.outOfDate)}
        live={tool.state.live}
        onAnswer={() => document.getElementById(tool.answerId)?.focus()}
      />
      {tool.parts.inputs}
    </div>
  </Fold>
);

const ReasonsPart = ({ tool: { standing, parts }, isFramed }: PartProps) => (
  <Fold folds={isFramed} title="How long it takes, why, and what to change">
    {isFramed && <div class="lag-window">{parts.times}</div>}
    <div class={standing.outOfDate ? 'lag-more lag-result-stale' : 'lag-more'}>{parts.reasons}</div>
  </Fold>
);

/** The calculator: text fields in, the answer out at once. */
export function LinkAggregationTool(props: ToolProps) {
  const tool = useTool(props);
  const isFramed = props.opensTool === 'new-tab';
  return (
    <div class={isFramed ? 'lag lag-framed' : 'lag'}>
      <AnswerPart tool={tool} isFramed={isFramed} />
      <PathPart tool={tool} isFramed={isFramed} />
      <ReasonsPart tool={tool} isFramed={isFramed} />
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the output is the visible result */}
      <p class="visually-hidden" role="status">
        {tool.said || null}
      </p>
    </div>
  );
}
