import type { ComponentChildren } from 'preact';
import { sampleFlowsWords } from '../../core/link-aggregation/placement/flow-form-words.ts';
import type { FlowQuestion } from '../../core/link-aggregation/placement/flow-form.ts';
import type { PlacedQuestion } from '../../core/link-aggregation/placement/summary.ts';
import { MembersFigure, Missing } from './Answer.tsx';
import { Trust } from './DeviceNotes.tsx';
import type { Details } from './use-details.ts';

interface Props {
  readonly id: string;
  readonly question: FlowQuestion;
  readonly placed: PlacedQuestion;
  /** The answer in a sentence. */
  readonly answer: string;
  readonly details: Details;
  /** What is wrong with the link in the address bar, and whose answer stands below. */
  readonly notice: string | undefined;
  /** Whether the link that was opened held no flows, and the sample is shown. */
  readonly flowsMissing: boolean;
  /** What is to be put right before there is another answer. */
  readonly wrong: string | undefined;
  readonly isPending: boolean;
  readonly changed: boolean;
  /** How likely so many members are busy, where that is said here. */
  readonly spread: ComponentChildren;
}

/** How the answer stands to the form. */
function Head({ id, wrong, isPending }: Pick<Props, 'id' | 'wrong' | 'isPending'>) {
  return (
    <div class="fp-head">
      <h2 class="fp-title" id={`${id}-answer`}>
        Answer
      </h2>
      {wrong && <p class="fp-stale">{`Out of date. To be put right: ${wrong}.`}</p>}
      {isPending && (
        <p class="fp-pending">Being computed. These figures are for what was asked before.</p>
      )}
    </div>
  );
}

/** The answer: a sentence, how sure it is, and the members with what each carries. */
export function Result({ question, placed, answer, details, changed, spread, ...props }: Props) {
  const { notice, flowsMissing, wrong, isPending } = props;
  return (
    <>
      {notice && (
        <p class="fp-notice" role="alert">
          {notice}
        </p>
      )}
      {flowsMissing && <p class="fp-notice">{sampleFlowsWords}</p>}
      <Head {...props} />
      <div
        class={wrong ? 'fp-result fp-result-stale' : 'fp-result'}
        aria-busy={isPending ? 'true' : undefined}
      >
        {/* The region at the end is what screen readers are told of: one, after a pause. */}
        <output class="fp-verdict" aria-live="off">
          <span key={answer} class={changed ? 'fp-changed' : undefined}>
            {answer}
          </span>
        </output>
        <Missing question={question} result={placed} />
        <Trust question={question} summary={placed.summary} details={details} />
        <MembersFigure question={question} result={placed} answer={answer} />
        {spread}
      </div>
    </>
  );
}
