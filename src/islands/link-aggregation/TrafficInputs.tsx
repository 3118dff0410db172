import { limits } from '../../core/link-aggregation/scenario.ts';
import { RadioField } from '../fields/RadioField.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { groupField, plainField } from './editing.ts';
import type { Editing } from './editing.ts';
import { pathOptions, routedOptions } from './options.ts';

interface Props {
  readonly editing: Editing;
}

function ClientGroup({ editing, group }: Props & { readonly group: number }) {
  const { clients } = editing.fields;
  const isOne = clients.length === 1;
  const remove = () => {
    editing.onChange({ clients: clients.filter((_, index) => index !== group) });
    // The button goes with its group, and the focus would go with the button.
    document.getElementById(`${editing.id}-clients-${Math.max(group - 1, 0)}-count`)?.focus();
  };
  return (
    <fieldset class="lag-group">
      <legend class={isOne ? 'visually-hidden' : undefined}>{`Client group ${group + 1}`}</legend>
      <div class="lag-row">
        <TextField {...groupField(editing, group, 'count')} />
        <TextField {...groupField(editing, group, 'nic')} label="Client NIC, Gbit/s" />
      </div>
      {!isOne && (
        <button type="button" class="lag-small" onClick={remove}>
          {`Remove group ${group + 1}`}
        </button>
      )}
    </fieldset>
  );
}

function ClientInputs({ editing }: Props) {
  const { clients } = editing.fields;
  const add = () => editing.onChange({ clients: [...clients, { count: '1', nic: '10' }] });
  return (
    <>
      {clients.map((_, group) => (
        <ClientGroup key={group} editing={editing} group={group} />
      ))}
      {clients.length < limits.groups.to && (
        <button type="button" class="lag-small" onClick={add}>
          Add a group of other clients
        </button>
      )}
      <TextField {...plainField(editing, 'connections')} label="Connections of each client" />
      <RadioField {...plainField(editing, 'routed')} options={routedOptions} />
    </>
  );
}

function StorageInputs({ editing }: Props) {
  return (
    <>
      <div class="lag-row">
        <TextField {...plainField(editing, 'addresses')} label="Addresses in parallel" />
        <TextField {...plainField(editing, 'connections')} label="Connections to each" />
      </div>
      {editing.fields.protocol === 'iscsi' && (
        <SelectField {...plainField(editing, 'paths')} options={pathOptions} />
      )}
    </>
  );
}

/** Who sends how much at a time: clients, or the media agent to its storage. */
export const TrafficInputs = ({ editing }: Props) =>
  editing.fields.side === 'storage' ? (
    <StorageInputs editing={editing} />
  ) : (
    <ClientInputs editing={editing} />
  );
