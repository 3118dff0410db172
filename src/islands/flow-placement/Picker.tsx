import { useRef } from 'preact/hooks';
import type { Choice } from '../../core/link-aggregation/placement/choices.ts';
import type { FlowFields } from '../../core/link-aggregation/placement/flow-form.ts';
import { RadioField } from '../fields/RadioField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { fieldProps } from './editing.ts';
import type { Editing } from './editing.ts';
import { Proposal } from './Proposal.tsx';
import { TextAreaField } from './TextAreaField.tsx';

const senderOptions = [
  ['hosts', 'The hosts, when they write'],
  ['storage', 'The storage, when they read'],
] as const;

interface Props {
  readonly editing: Editing;
  readonly choices: readonly Choice[];
  readonly live: boolean;
  /** The fields as they were when the addresses were last asked for. */
  readonly asked: FlowFields;
  readonly onAsk: () => void;
  /** The reader comes near: what a mistake may need can be fetched now. */
  readonly onReach: () => void;
}

/** Which hosts, which addresses to choose from, and how many. */
const PickFields = ({ editing }: Pick<Props, 'editing'>) => (
  <>
    <TextAreaField
      {...fieldProps(editing, 'hosts')}
      rows={2}
      words={editing.words}
      hint="As in the flow list, one on each line or with commas between them."
    />
    <TextAreaField
      {...fieldProps(editing, 'range')}
      rows={2}
      words={editing.words}
      hint="Ranges, networks such as 10.0.0.0/28 or single addresses, parted likewise."
    />
    <TextField {...fieldProps(editing, 'wanted')} />
    <RadioField {...fieldProps(editing, 'sender')} options={senderOptions} />
  </>
);

/** Storage addresses that every host reaches over another member, or the proof that there are none. */
export function Picker(props: Props) {
  const { editing, live, onAsk, onReach } = props;
  const title = `${editing.id}-pick`;
  const hasProblem = editing.problems.length > 0;
  const form = useRef<HTMLFormElement>(null);
  // To the button that starts a search, or, while something is wrong, to the first field.
  const focusForm = () =>
    (
      form.current?.querySelector<HTMLElement>('button:enabled') ??
      form.current?.querySelector<HTMLElement>('textarea')
    )?.focus();
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>Addresses that take different members</h2>
      <p>
        Which storage addresses does every host reach over another member? For the device and the
        members above.
      </p>
      <form
        ref={form}
        class="fp-pick-form"
        aria-label="Find addresses"
        onFocusCapture={onReach}
        onSubmit={(event) => {
          event.preventDefault();
          if (!hasProblem) onAsk();
        }}
      >
        <fieldset class="fp-all" disabled={!live}>
          <legend class="visually-hidden">Find addresses</legend>
          <PickFields editing={editing} />
          <button class="button" data-screen-only disabled={hasProblem}>
            Find addresses
          </button>
        </fieldset>
      </form>
      <Proposal {...props} onFocusLost={focusForm} />
    </section>
  );
}
