import { useMemo } from 'preact/hooks';
import type { FlowQuestion } from '../../core/link-aggregation/placement/flow-form.ts';
import type { PlacedQuestion } from '../../core/link-aggregation/placement/summary.ts';
import { DeviceNotes } from './DeviceNotes.tsx';
import { Failures } from './Failures.tsx';
import { FlowTable } from './FlowTable.tsx';
import type { Details } from './use-details.ts';
import type { Failing } from './use-placement.ts';

interface Props {
  readonly id: string;
  readonly question: FlowQuestion;
  readonly placed: PlacedQuestion;
  readonly failing: Failing;
  readonly details: Details;
  /** Whether the fields ask for something else that cannot be read. */
  readonly stale: boolean;
  readonly live: boolean;
  readonly onToggle: (member: number) => void;
}

/** What stands behind the answer: each flow, what a failure moves, and what to type on the device. */
export function Reasons({ id, question, placed, details, stale, ...failures }: Props) {
  const { members, choice, flows } = question;
  const older = stale ? 'fp-result-stale' : undefined;
  // The longest part of the page: drawn anew for another answer only.
  const table = useMemo(
    () => <FlowTable question={question} placed={placed.placed} />,
    [question, placed],
  );
  return (
    <>
      {placed.placed.length > 0 && (
        <section class={older} aria-labelledby={`${id}-flows-title`}>
          <h2 id={`${id}-flows-title`}>Each flow</h2>
          {table}
        </section>
      )}
      {members.count > 1 && choice.rule && (
        <section class={older} aria-labelledby={`${id}-failing`}>
          <h2 id={`${id}-failing`}>When a member fails</h2>
          <Failures {...failures} question={question} result={placed} />
        </section>
      )}
      <section class={older} aria-labelledby={`${id}-check`}>
        <h2 id={`${id}-check`}>Check it on the device</h2>
        <DeviceNotes details={details} flow={flows[0]} />
      </section>
    </>
  );
}
