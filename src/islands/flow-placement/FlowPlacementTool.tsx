import { writeFlowLink } from '../../core/link-aggregation/placement/flow-link.ts';
import { Fold } from '../fold/Fold.tsx';
import { SpreadTable } from './Answer.tsx';
import { Inputs } from './Inputs.tsx';
import { Picker } from './Picker.tsx';
import { Reasons } from './Reasons.tsx';
import { Result } from './Result.tsx';
import { AddressTick, Share } from './Share.tsx';
import { isSample, useTool } from './use-tool.ts';
import type { ToolProps } from './use-tool.ts';

interface PartProps extends ToolProps {
  readonly tool: ReturnType<typeof useTool>;
}

/** How likely so many members are busy; nothing where each flow has its member. */
function Spread({ tool }: Pick<PartProps, 'tool'>) {
  const { summary } = tool.placement.placed;
  return 'spread' in summary && summary.spread ? <SpreadTable spread={summary.spread} /> : null;
}

/** What can be taken away: of the answer that is shown, also while the form asks for another. */
function shareOf({ tool, ...props }: PartProps) {
  const { form, placement, details, tooLong, say, isAnswered, link } = tool;
  const { question, placed, shown } = placement;
  const { addresses, live, setAddresses } = form;
  return {
    ...props,
    question,
    details,
    addresses,
    tooLong,
    say,
    live: isAnswered,
    mounted: live,
    result: placed,
    link: isAnswered ? link : writeFlowLink(shown, addresses),
    plainLink: writeFlowLink(shown, false),
    leavesOut: !addresses && !isSample(shown),
    onAddresses: setAddresses,
  };
}

function AnswerPart({ id, embedded, tool }: PartProps) {
  const { form, placement, answer, details, notice, wrong } = tool;
  const { question, placed, isPending } = placement;
  return (
    <Result
      {...{ id, question, placed, answer, details, notice, wrong, isPending }}
      changed={form.changes > 0}
      flowsMissing={!embedded && form.withoutFlows && isSample(form.fields)}
      spread={!embedded && <Spread tool={tool} />}
    />
  );
}

/** What stands behind the answer, how to share it, and the search for addresses. */
function MorePart(props: PartProps) {
  const { id, embedded, choices, tool } = props;
  const { form, placement, details, isStale, editing, pickProblems } = tool;
  const { question, placed, failing } = placement;
  const share = shareOf(props);
  return (
    <div class="fp-more">
      {embedded && <Spread tool={tool} />}
      <Reasons
        {...{ id, question, placed, failing, details, stale: isStale }}
        live={form.live && !isStale}
        onToggle={tool.toggle}
      />
      {!embedded && (
        <section aria-labelledby={`${id}-share`} data-screen-only>
          <h2 id={`${id}-share`}>Share the answer</h2>
          <AddressTick {...share} />
          <Share {...share} />
        </section>
      )}
      <Picker
        {...{ choices, live: form.live, asked: form.asked, onReach: tool.reach }}
        editing={{ ...editing, problems: pickProblems }}
        onAsk={form.ask}
      />
    </div>
  );
}

/**
 * Text fields in, the member of each flow out at once. In a frame on somebody's page the tool is its
 * answer; the rest waits behind a fold.
 */
export function FlowPlacementTool(props: ToolProps) {
  const { id, choices, embedded } = props;
  const tool = useTool(props);
  const part = { ...props, tool };
  return (
    <div class={embedded ? 'fp fp-framed' : 'fp'}>
      <section class="fp-answer" aria-labelledby={`${id}-answer`}>
        <AnswerPart {...part} />
        {embedded && <Share {...shareOf(part)} />}
      </section>
      <Fold folds={embedded} title="Change the device or the flows">
        <Inputs
          {...{ editing: tool.editing, choices, live: tool.form.live, onReach: tool.reach }}
        />
        {embedded && <AddressTick {...shareOf(part)} />}
      </Fold>
      <Fold folds={embedded} title="Each flow, what a failure moves, and how to check it">
        <MorePart {...part} />
      </Fold>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the output is the visible result */}
      <p class="visually-hidden" role="status">
        {tool.said || null}
      </p>
    </div>
  );
}
