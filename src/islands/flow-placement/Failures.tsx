import type { FlowQuestion } from '../../core/link-aggregation/placement/flow-form.ts';
import { usableMembers } from '../../core/link-aggregation/placement/flow.ts';
import { gapWords } from '../../core/link-aggregation/placement/placement-words.ts';
import type { PlacedQuestion } from '../../core/link-aggregation/placement/summary.ts';
import { failuresOf } from '../../core/link-aggregation/placement/summary.ts';
import { failureWords } from '../../core/link-aggregation/placement/summary-words.ts';

interface Props {
  readonly question: FlowQuestion;
  readonly result: PlacedQuestion;
  readonly live: boolean;
  readonly onToggle: (member: number) => void;
}

/** A button a member. The last one that is up cannot fail: nothing could be sent. */
function Switches({ question, live, onToggle }: Omit<Props, 'result'>) {
  const { count, down = [] } = question.members;
  const up = usableMembers(question.members).length;
  return (
    <fieldset class="fp-switches" data-screen-only>
      <legend>Take a member down and see where its flows go</legend>
      {Array.from({ length: count }, (_, member) => {
        const isDown = down.includes(member);
        return (
          <button
            key={member}
            type="button"
            class="fp-switch"
            aria-pressed={isDown}
            aria-label={`Member ${member + 1} down`}
            disabled={!live || (!isDown && up === 1)}
            onClick={() => onToggle(member)}
          >
            {member + 1}
          </button>
        );
      })}
    </fieldset>
  );
}

function Moves({ question, result }: Pick<Props, 'question' | 'result'>) {
  const { rule } = question.choice;
  const { kind } = result.summary;
  if (rule === undefined || (kind !== 'placed' && kind !== 'two-readings')) return null;
  if (usableMembers(question.members).length < 2) return null;
  const failures = failuresOf(rule, question, result.placed);
  if (failures === undefined) return <p>{gapWords('failure-not-documented')}</p>;
  return (
    <ul>
      {failures.map((failure) => (
        <li key={failure.member}>{failureWords(failure)}</li>
      ))}
    </ul>
  );
}

/** What one more failure moves, and the switches to try it. */
export function Failures(props: Props) {
  if (props.question.members.count < 2) return null;
  return (
    <>
      <Switches {...props} />
      <Moves {...props} />
    </>
  );
}
