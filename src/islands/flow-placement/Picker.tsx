import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Choice } from '../../core/link-aggregation/placement/choices.ts';
import { formatEndpoint, withCommas } from '../../core/link-aggregation/placement/endpoint-text.ts';
import type { FlowFields, PickForm } from '../../core/link-aggregation/placement/flow-form.ts';
import type {
  PickAnswer,
  PickedAddress,
  PickProgress,
} from '../../core/link-aggregation/placement/pick-addresses.ts';
import type { Placement } from '../../core/link-aggregation/placement/placement.ts';
import { gapWords, pickWords } from '../../core/link-aggregation/placement/placement-words.ts';
import { groupThousands } from '../../core/units.ts';
import { RadioField } from '../fields/RadioField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { fieldProps } from './editing.ts';
import type { Editing } from './editing.ts';
import { TextAreaField } from './TextAreaField.tsx';
import { usePick } from './use-pick.ts';

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
}

/** The addresses that came of it, also where they are fewer than wanted. */
function pickedOf(answer: PickAnswer): readonly PickedAddress[] {
  if (answer.kind === 'found') return answer.picked;
  return answer.kind === 'none' || answer.kind === 'undecided' ? answer.best : [];
}

function answerSentence(form: PickForm, answer: PickAnswer): string {
  if (form.choice.rule === undefined) {
    return 'This device does not hash addresses, so none lands on a member of its own.';
  }
  return answer.kind === 'unknown' ? gapWords(answer.why) : pickWords(answer, form.wanted);
}

function memberText(placement: Placement): string {
  if (placement.kind === 'ambiguous') {
    return placement.readings.map(({ member }) => member + 1).join(' or ');
  }
  return 'member' in placement ? String(placement.member + 1) : '';
}

// A wider table says no more; the flow list then shows every host.
const mostHosts = 12;

function PickTable({
  form,
  picked,
}: {
  readonly form: PickForm;
  readonly picked: readonly PickedAddress[];
}) {
  const hosts = form.hosts.slice(0, mostHosts);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
    <section class="fp-scroll" tabIndex={0} aria-label="Proposed addresses">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">Storage address</th>
            {hosts.map((host) => (
              <th key={formatEndpoint(host)} scope="col">{`Member for ${formatEndpoint(host)}`}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {picked.map(({ address, placements }) => (
            <tr key={formatEndpoint(address)}>
              <th scope="row">{formatEndpoint(address)}</th>
              {placements.slice(0, mostHosts).map((placement, index) => (
                <td key={index}>{memberText(placement)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const progressWords = { placing: 'Flows placed', searching: 'Sets of addresses tried' } as const;

/** How far the search is, and the way to stop it. `onFocusLost`: it went with the button that had it. */
function Progress({
  progress: { kind, done, of },
  onStop,
  onFocusLost,
}: {
  readonly progress: PickProgress;
  readonly onStop: () => void;
  readonly onFocusLost: () => void;
}) {
  const stop = useRef<HTMLButtonElement>(null);
  // Before it is taken away: afterwards nobody knows where the focus was.
  useLayoutEffect(
    () => () => {
      if (stop.current !== null && stop.current === document.activeElement) onFocusLost();
    },
    [],
  );
  return (
    <div class="fp-progress">
      <label>
        {`${progressWords[kind]}: ${groupThousands(String(done))} of ${kind === 'searching' ? 'at most ' : ''}${groupThousands(String(of))}`}
        <progress max={of} value={done} />
      </label>
      <button type="button" class="fp-small" ref={stop} onClick={onStop}>
        Stop
      </button>
    </div>
  );
}

/** The flow list that shows the proposal. */
function flowsFor({ sender }: PickForm, hosts: string, picked: readonly PickedAddress[]): string {
  const addresses = picked.map(({ address }) => formatEndpoint(address)).join(', ');
  return sender === 'storage' ? `${addresses} -> ${hosts}` : `${hosts} -> ${addresses}`;
}

const settings = (fields: FlowFields): string => JSON.stringify({ ...fields, flows: '' });

interface ProposalProps extends Omit<Props, 'onAsk'> {
  readonly onFocusLost: () => void;
}

function Proposal({ editing, choices, live, asked, onFocusLost }: ProposalProps) {
  const { pick, stop } = usePick({ asked, choices });
  if (pick.kind === 'unreadable') return null;
  if (pick.kind === 'stopped') return <output>Stopped before there was an answer.</output>;
  if (pick.kind === 'picking') {
    return <Progress progress={pick.progress} onStop={stop} onFocusLost={onFocusLost} />;
  }
  const { form, answer } = pick;
  const picked = pickedOf(answer);
  const isOld = settings(asked) !== settings(editing.fields);
  const hosts = withCommas(asked.hosts);
  return (
    <div class={isOld ? 'fp-result fp-result-stale' : 'fp-result'}>
      {isOld && <p class="fp-stale">For what was entered before. Find addresses again.</p>}
      <output class="fp-pick" aria-live="polite">
        {answerSentence(form, answer)}
      </output>
      {picked.length > 0 && <PickTable form={form} picked={picked} />}
      {picked.length > 0 && form.choice.chooser === 'ip-port' && (
        <p class="fp-quiet">
          Ports count too. Another connection of the same host has another port of its own and may
          take another member.
        </p>
      )}
      {picked.length > 0 && (
        <button
          type="button"
          class="fp-small"
          data-screen-only
          disabled={!live || isOld}
          onClick={() => editing.onChange({ flows: flowsFor(form, hosts, picked) })}
        >
          Put these into the flow list
        </button>
      )}
    </div>
  );
}

/** Storage addresses that every host reaches over another member, or the proof that there are none. */
export function Picker(props: Props) {
  const { editing, live, onAsk } = props;
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
        onSubmit={(event) => {
          event.preventDefault();
          if (!hasProblem) onAsk();
        }}
      >
        <fieldset class="fp-all" disabled={!live}>
          <legend class="visually-hidden">Find addresses</legend>
          <TextAreaField
            {...fieldProps(editing, 'hosts')}
            rows={2}
            hint="As in the flow list, one on each line or with commas between them."
          />
          <TextAreaField
            {...fieldProps(editing, 'range')}
            rows={2}
            hint="Ranges, networks such as 10.0.0.0/28 or single addresses, parted likewise."
          />
          <TextField {...fieldProps(editing, 'wanted')} />
          <RadioField {...fieldProps(editing, 'sender')} options={senderOptions} />
          <button class="button" data-screen-only disabled={hasProblem}>
            Find addresses
          </button>
        </fieldset>
      </form>
      <Proposal {...props} onFocusLost={focusForm} />
    </section>
  );
}
