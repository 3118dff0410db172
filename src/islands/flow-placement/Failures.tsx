import type { FlowQuestion } from '../../core/link-aggregation/placement/flow-form.ts';
import { usableMembers } from '../../core/link-aggregation/placement/flow.ts';
import { gapWords } from '../../core/link-aggregation/placement/placement-words.ts';
import type { PlacedQuestion } from '../../core/link-aggregation/placement/summary.ts';
import { isPlaced } from './use-placement.ts';
import type { Failing } from './use-placement.ts';

interface Props {
  readonly question: FlowQuestion;
  readonly result: PlacedQuestion;
  readonly failing: Failing;
  readonly live: boolean;
  readonly onToggle: (member: number) => void;
}

/** A button a member. The last one that is up cannot fail: nothing could be sent. */
function Switches({ question, result, live, onToggle }: Omit<Props, 'failing'>) {
  const { count, down = [] } = question.members;
  const up = usableMembers(question.members).length;
  return (
    <fieldset class="fp-switches" data-screen-only>
      <legend>
        {isPlaced(result) ? 'Take a member down and see where its flows go' : 'Take a member down'}
      </legend>
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

function Moves({ question, result, failing }: Pick<Props, 'question' | 'result' | 'failing'>) {
  if (result.summary.kind === 'only-the-device') {
    return <p>Where its flows then go, only the device can say. The averages above follow.</p>;
  }
  if (!isPlaced(result) || usableMembers(question.members).length < 2) return null;
  if (failing === 'too-many') {
    return (
      <p>
        For so many flows the failures are not counted one by one. Take a member down, and the list
        of flows says which have moved.
      </p>
    );
  }
  if (failing === 'not-told') return <p>{gapWords('failure-not-documented')}</p>;
  return (
    <table class="table fp-failures">
      <caption>What one more failure moves</caption>
      <thead>
        <tr>
          <th scope="col">Member that fails</th>
          <th scope="col">Its own flows</th>
          <th scope="col">Flows of healthy members</th>
        </tr>
      </thead>
      <tbody>
        {failing.map(({ member, own, others }) => (
          <tr key={member}>
            <th scope="row">{member + 1}</th>
            <td>{own}</td>
            <td>{others}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What one more failure moves, and the switches to try it. */
export function Failures(props: Props) {
  return (
    <>
      <Switches {...props} />
      <Moves {...props} />
    </>
  );
}
