import type { Choice } from '../../core/link-aggregation/placement/choices.ts';
import { formatEndpoint, withCommas } from '../../core/link-aggregation/placement/endpoint-text.ts';
import type { FlowFields, PickForm } from '../../core/link-aggregation/placement/flow-form.ts';
import type {
  PickAnswer,
  PickedAddress,
} from '../../core/link-aggregation/placement/pick-addresses.ts';
import { pickWords } from '../../core/link-aggregation/placement/placement-words.ts';
import type { Editing } from './editing.ts';
import { PickProgress } from './PickProgress.tsx';
import { PickTable } from './PickTable.tsx';
import { usePick } from './use-pick.ts';

/** The addresses that came of it, also where they are fewer than wanted. */
function pickedOf(answer: PickAnswer): readonly PickedAddress[] {
  if (answer.kind === 'found') return answer.picked;
  return answer.kind === 'none' || answer.kind === 'undecided' ? answer.best : [];
}

function answerSentence(form: PickForm, answer: PickAnswer): string {
  if (form.choice.rule === undefined) {
    return 'This device does not hash addresses, so none lands on a member of its own.';
  }
  return pickWords(answer, form.wanted);
}

/** The flow list that shows the proposal. */
function flowsFor({ sender }: PickForm, hosts: string, picked: readonly PickedAddress[]): string {
  const addresses = picked.map(({ address }) => formatEndpoint(address)).join(', ');
  return sender === 'storage' ? `${addresses} -> ${hosts}` : `${hosts} -> ${addresses}`;
}

const settings = (fields: FlowFields): string => JSON.stringify({ ...fields, flows: '' });

interface Props {
  readonly editing: Editing;
  readonly choices: readonly Choice[];
  readonly live: boolean;
  /** The fields as they were when the addresses were last asked for. */
  readonly asked: FlowFields;
  /** The focus went with the button that had it. */
  readonly onFocusLost: () => void;
}

interface PickedProps extends Pick<Props, 'live'> {
  readonly form: PickForm;
  readonly picked: readonly PickedAddress[];
  /** They are for what was entered before. */
  readonly isOld: boolean;
  readonly onTake: () => void;
}

/** The addresses, and the way to see where the flows to them go. */
const Picked = ({ form, picked, live, isOld, onTake }: PickedProps) => (
  <>
    <PickTable form={form} picked={picked} />
    {form.choice.chooser === 'ip-port' && (
      <p class="fp-quiet">
        Ports count too. Another connection of the same host has another port of its own and may
        take another member.
      </p>
    )}
    <button
      type="button"
      class="fp-small"
      data-screen-only
      disabled={!live || isOld}
      onClick={onTake}
    >
      Put these into the flow list
    </button>
  </>
);

/** What came of the search, or how far it is. */
export function Proposal({ editing, choices, live, asked, onFocusLost }: Props) {
  const { pick, stop } = usePick({ asked, choices });
  if (pick.kind === 'unreadable') return null;
  if (pick.kind === 'stopped') return <output>Stopped before there was an answer.</output>;
  if (pick.kind === 'picking') {
    return <PickProgress progress={pick.progress} onStop={stop} onFocusLost={onFocusLost} />;
  }
  const { form, answer } = pick;
  const picked = pickedOf(answer);
  const isOld = settings(asked) !== settings(editing.fields);
  const take = () => editing.onChange({ flows: flowsFor(form, withCommas(asked.hosts), picked) });
  return (
    <div class={isOld ? 'fp-result fp-result-stale' : 'fp-result'}>
      {isOld && <p class="fp-stale">For what was entered before. Find addresses again.</p>}
      <output class="fp-pick" aria-live="polite">
        {answerSentence(form, answer)}
      </output>
      {picked.length > 0 && <Picked {...{ form, picked, live, isOld }} onTake={take} />}
    </div>
  );
}
