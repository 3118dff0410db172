import { useMemo } from 'preact/hooks';
import type { Choice } from '../../core/link-aggregation/placement/choices.ts';
import {
  defaultFlowFields,
  readBundle,
  readPickForm,
} from '../../core/link-aggregation/placement/flow-form.ts';
import type { FlowFields } from '../../core/link-aggregation/placement/flow-form.ts';
import { flowFieldLabels } from '../../core/link-aggregation/placement/flow-form-words.ts';
import { fitsFlowLink, writeFlowLink } from '../../core/link-aggregation/placement/flow-link.ts';
import { answerWords } from '../../core/link-aggregation/placement/summary-words.ts';
import { Fold } from '../fold/Fold.tsx';
import { useSpoken } from '../share/use-spoken.ts';
import { SpreadTable } from './Answer.tsx';
import { toggledDown } from './editing.ts';
import { Inputs } from './Inputs.tsx';
import { Picker } from './Picker.tsx';
import { Reasons } from './Reasons.tsx';
import { Result } from './Result.tsx';
import { AddressTick, Share } from './Share.tsx';
import { useDetails } from './use-details.ts';
import type { DetailsById } from './use-details.ts';
import { useFlowForm } from './use-flow-form.ts';
import { usePlacement } from './use-placement.ts';
import { useProblemWords } from './use-problem-words.ts';

/** What the page gives the tool; it must be the same at build and in the browser. */
export interface ToolProps {
  /** Unique on the page; the start of every id. */
  readonly id: string;
  /** The devices of the catalogue and the formulas, in the order of the menu. */
  readonly choices: readonly Choice[];
  /** What is known of the device that the page starts with. */
  readonly details: DetailsById;
  /** Where the same of all devices lies. */
  readonly detailsPath: string;
  readonly toolPath: string;
  readonly embedPath: string;
  readonly embedded: boolean;
}

const isSample = ({ flows }: FlowFields): boolean => flows === defaultFlowFields.flows;

/** What is wrong with the fields of the picker: they are read again only when one of them has changed. */
function usePickProblems(fields: FlowFields, choices: readonly Choice[]) {
  const { device, members, down, hosts, range, wanted, sender } = fields;
  return useMemo(() => {
    const reading = readPickForm(fields, choices);
    return reading.ok ? [] : reading.problems;
  }, [device, members, down, hosts, range, wanted, sender, choices]);
}

/** Text fields in, the member of each flow out at once. */
export function FlowPlacementTool(props: ToolProps) {
  const { id, choices } = props;
  const { fields, asked, addresses, changes, linkProblems, live, ...form } = useFlowForm();
  const { question, placed, failing, shown, problems, isPending } = usePlacement(fields, choices);
  const pickProblems = usePickProblems(fields, choices);
  const { choice } = question;
  const { details, start } = useDetails(props.detailsPath, props.details, choice.like ?? choice.id);
  const answer = answerWords(placed.summary, question);
  const changed = changes > 0;
  const stale = problems.length > 0;
  const isAnswered = live && !stale && !isPending;
  const places = [...new Set(problems.map(({ field }) => flowFieldLabels[field]))].join('; ');
  const link = useMemo(() => writeFlowLink(fields, addresses), [fields, addresses]);
  const isTooLong = !fitsFlowLink(link);
  const isWrong = stale || pickProblems.length > 0 || isTooLong || linkProblems !== undefined;
  const sentences = useProblemWords(isWrong);
  const notice = linkProblems && sentences.words.linkWords(linkProblems);
  const tooLong = isTooLong ? sentences.words.longLinkWords(link, addresses) : undefined;
  const words = [stale ? `Not computed: ${places}.` : answer, tooLong].filter(Boolean).join(' ');
  const [said, say] = useSpoken(words, changed && !isPending);
  // Of the fields, not of the answer: that may still be under way when the next one goes down.
  const toggle = (member: number) => {
    const bundle = readBundle(fields, choices);
    if (bundle.ok) form.change({ down: toggledDown(bundle.value.members.down ?? [], member) });
  };
  const editing = { id, fields, problems, words: sentences.words, onChange: form.change };
  const onReach = () => {
    void start();
    sentences.start();
  };
  const { summary } = placed;
  const spread = 'spread' in summary && summary.spread && <SpreadTable spread={summary.spread} />;
  const share = {
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
    onAddresses: form.setAddresses,
  };
  // In a frame on somebody's page the tool is its answer; the rest waits behind a fold.
  const isFramed = props.embedded;
  return (
    <div class={isFramed ? 'fp fp-framed' : 'fp'}>
      <section class="fp-answer" aria-labelledby={`${id}-answer`}>
        <Result
          {...{ id, question, placed, answer, details, notice, isPending, changed }}
          flowsMissing={!isFramed && form.withoutFlows && isSample(fields)}
          wrong={stale ? places : undefined}
          spread={!isFramed && spread}
        />
        {isFramed && <Share {...share} />}
      </section>
      <Fold folds={isFramed} title="Change the device or the flows">
        <Inputs {...{ editing, choices, live, onReach }} />
        {isFramed && <AddressTick {...share} />}
      </Fold>
      <Fold folds={isFramed} title="Each flow, what a failure moves, and how to check it">
        <div class="fp-more">
          {isFramed && spread}
          <Reasons
            {...{ id, question, placed, failing, details, stale }}
            live={live && !stale}
            onToggle={toggle}
          />
          {!isFramed && (
            <section aria-labelledby={`${id}-share`} data-screen-only>
              <h2 id={`${id}-share`}>Share the answer</h2>
              <AddressTick {...share} />
              <Share {...share} />
            </section>
          )}
          <Picker
            {...{ choices, live, asked, onReach }}
            editing={{ ...editing, problems: pickProblems }}
            onAsk={form.ask}
          />
        </div>
      </Fold>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the output is the visible result */}
      <p class="visually-hidden" role="status">
        {said || null}
      </p>
    </div>
  );
}
