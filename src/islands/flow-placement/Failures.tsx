import { useMemo } from 'preact/hooks';
import type { FlowQuestion } from '../../core/link-aggregation/placement/flow-form.ts';
import { usableMembers } from '../../core/link-aggregation/placement/flow.ts';
import { gapWords } from '../../core/link-aggregation/placement/placement-words.ts';
import type { PlacedQuestion } from '../../core/link-aggregation/placement/summary.ts';
import { failuresOf } from '../../core/link-aggregation/placement/summary.ts';

interface Props {
  readonly question: FlowQuestion;
  readonly result: PlacedQuestion;
  readonly live: boolean;
  readonly onToggle: (member: number) => void;
}

const isPlaced = ({ summary: { kind } }: PlacedQuestion): boolean =>
  kind === 'placed' || kind === 'two-readings';

/** A button a member. The last one that is up cannot fail: nothing could be sent. */
function Switches({ question, result, live, onToggle }: Props) {
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

// Each is placed anew for each failure: more would be felt at every key press on a slow machine.
const mostPlacements = 8192;

function Moves({ question, result }: Pick<Props, 'question' | 'result'>) {
  const { rule } = question.choice;
  const told = isPlaced(result);
  const isLong = result.placed.length * question.members.count > mostPlacements;
  const failures = useMemo(
    () => (rule && told && !isLong ? failuresOf(rule, question, result.placed) : undefined),
    [rule, told, isLong, question, result],
  );
  if (result.summary.kind === 'only-the-device') {
    return <p>Where its flows then go, only the device can say. The averages above follow.</p>;
  }
  if (!told || usableMembers(question.members).length < 2) return null;
  if (isLong) {
    return (
      <p>
        For so many flows the failures are not counted one by one. Take a member down, and the list
        of flows says which have moved.
      </p>
    );
  }
  if (failures === undefined) return <p>{gapWords('failure-not-documented')}</p>;
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
        {failures.map(({ member, own, others }) => (
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
