import type { Choice } from '../../core/link-aggregation/placement/choices.ts';
import { TextField } from '../fields/TextField.tsx';
import { DeviceField } from './DeviceField.tsx';
import { fieldProps } from './editing.ts';
import type { Editing } from './editing.ts';
import { TextAreaField } from './TextAreaField.tsx';

interface Props {
  readonly editing: Editing;
  readonly choices: readonly Choice[];
  readonly live: boolean;
  /** The reader comes near: what a change may need can be fetched now. */
  readonly onReach: () => void;
}

/** Who chooses, among how many, and which flows. */
export function Inputs({ editing, choices, live, onReach }: Props) {
  return (
    <form
      class="fp-inputs"
      aria-label="Device and flows"
      onSubmit={(event) => event.preventDefault()}
      onFocusCapture={onReach}
      onPointerEnter={onReach}
    >
      <fieldset class="fp-all" disabled={!live}>
        <legend class="visually-hidden">Device and flows</legend>
        <DeviceField
          {...fieldProps(editing, 'device')}
          hint="The one whose bundle the frames leave by. The other direction has another."
          choices={choices}
        />
        <div class="fp-row">
          <TextField {...fieldProps(editing, 'members')} />
          <TextField
            {...fieldProps(editing, 'down')}
            hint="Members down: their numbers (1, 3). Empty while all are up."
          />
        </div>
        <TextAreaField
          {...fieldProps(editing, 'flows')}
          rows={5}
          words={editing.words}
          hint="One line each, sender first: 10.0.0.1:8400 -> 10.0.0.21-40:50000. After the receiver may stand udp or vlan 100; a MAC address after @."
        />
      </fieldset>
    </form>
  );
}
