import { devicesAlong } from '../../core/link-aggregation/path-devices.ts';
import { withHopAdded, withHopRemoved } from '../../core/link-aggregation/placement/path-edits.ts';
import { limits } from '../../core/link-aggregation/scenario.ts';
import { bareName, capitalised } from '../../core/link-aggregation/words.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { HopDeviceField } from './HopDeviceField.tsx';
import { hopField, problemAt } from './editing.ts';
import type { Editing } from './editing.ts';
import { isThere } from './use-devices.ts';
import { backOptions, chooserOptions, optionName, teamOptions } from './options.ts';

/** What the devices along the path are called, in the order of a backup; one more than hops. */
const deviceNames = (side: string, hops: number): readonly string[] =>
  devicesAlong(side, hops).map(bareName);

const devicesOf = ({ catalogue }: Editing) => (isThere(catalogue) ? catalogue.devices : []);

interface HopProps {
  readonly editing: Editing;
  readonly hop: number;
}

/** The choice that counts in this direction stands open; the other one is folded. */
function Choosers({ editing, hop }: HopProps) {
  const { fields } = editing;
  const names = deviceNames(fields.side, fields.hops.length);
  const [near, far] = [names[hop] ?? '', names[hop + 1] ?? ''];
  const forth = (
    <SelectField
      {...hopField(editing, hop, 'chooser')}
      label={`${capitalised(near)} chooses by`}
      options={chooserOptions}
    />
  );
  const back = (
    <SelectField
      {...hopField(editing, hop, 'back')}
      label={`${capitalised(far)} chooses by`}
      options={backOptions}
    />
  );
  const team = <SelectField {...hopField(editing, hop, 'team')} options={teamOptions} />;
  const isRestore = fields.direction === 'restore';
  const [other, value, options] = isRestore
    ? [forth, fields.hops[hop]?.chooser, chooserOptions]
    : [back, fields.hops[hop]?.back, backOptions];
  const group = fields.hops[hop]?.team ?? '';
  return (
    <>
      <HopDeviceField editing={editing} hop={hop} end="near" place={near} />
      <HopDeviceField editing={editing} hop={hop} end="far" place={far} />
      {isRestore ? back : forth}
      <details class="lag-fold">
        <summary>
          {isRestore ? 'In a backup' : 'In a restore'}: {optionName(options, value ?? '')}
          {group !== '' && `; ${optionName(teamOptions, group)} group`}
        </summary>
        {other}
        {team}
      </details>
    </>
  );
}

function HopInputs({ editing, hop }: HopProps) {
  const { hops, side } = editing.fields;
  const names = deviceNames(side, hops.length);
  const isGroup = hops[hop]?.members.trim() !== '1';
  const remove = () => {
    editing.onChange({ hops: withHopRemoved(editing.fields, hop, devicesOf(editing)) });
    document.getElementById(`${editing.id}-hops-${Math.max(hop - 1, 0)}-members`)?.focus();
  };
  return (
    <fieldset class="lag-hop">
      <legend>{`Hop ${hop + 1}: ${names[hop]} to ${names[hop + 1]}`}</legend>
      <div class="lag-row lag-row-3">
        <TextField {...hopField(editing, hop, 'members')} />
        <TextField {...hopField(editing, hop, 'speed')} label="Speed, Gbit/s" />
        <TextField
          {...hopField(editing, hop, 'down')}
          label="Down, by number (e.g. 1, 3)"
          hint="Down stays empty while all links are up."
        />
      </div>
      {isGroup && <Choosers editing={editing} hop={hop} />}
      {hops.length > limits.hops.from && (
        <button type="button" class="lag-small" onClick={remove}>
          {`Remove hop ${hop + 1}`}
        </button>
      )}
    </fieldset>
  );
}

/** The hops from the origin of a backup to where it is kept. */
export function PathInputs({ editing }: { readonly editing: Editing }) {
  const { hops } = editing.fields;
  const problem = problemAt(editing, 'hops');
  const add = () => editing.onChange({ hops: withHopAdded(editing.fields, devicesOf(editing)) });
  return (
    <>
      {problem && (
        <p class="field-error">
          <span class="visually-hidden">Error: </span>
          {problem}
        </p>
      )}
      {hops.map((_, hop) => (
        <HopInputs key={hop} editing={editing} hop={hop} />
      ))}
      {hops.length < limits.hops.to && (
        <button type="button" class="lag-small" onClick={add}>
          Add a hop
        </button>
      )}
    </>
  );
}
