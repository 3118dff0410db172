import { useMemo } from 'preact/hooks';
import { defaultFlowFields } from '../../core/link-aggregation/placement/flow-form.ts';
import { writeFlowLink } from '../../core/link-aggregation/placement/flow-link.ts';
import {
  departure,
  deviceSentence,
  endOf,
  endsOf,
  withDevice,
} from '../../core/link-aggregation/placement/hop-device.ts';
import type { Ends, HopDevice } from '../../core/link-aggregation/placement/hop-device.ts';
import { describedBy, FieldFrame } from '../fields/FieldFrame.tsx';
import { editedHop, hopField } from './editing.ts';
import type { Editing } from './editing.ts';
import { isThere } from './use-devices.ts';

const vendorHeading = (vendor: string): string => (vendor === 'Any' ? 'Any maker' : vendor);

/** The devices that can stand at an end of the hop, under their makers, in the order given. */
function DeviceOptions({
  devices,
  value,
}: {
  readonly devices: readonly HopDevice[];
  readonly value: string;
}) {
  const vendors = [...new Set(devices.map(({ vendor }) => vendor))];
  return (
    <>
      {vendors.map((vendor) => (
        <optgroup key={vendor} label={vendorHeading(vendor)}>
          {devices
            .filter((device) => device.vendor === vendor)
            .map(({ id, name, default: isDefault }) => (
              <option key={id} value={id} selected={id === value}>
                {isDefault ? `${name} (default)` : name}
              </option>
            ))}
        </optgroup>
      ))}
    </>
  );
}

interface NoteProps {
  readonly editing: Editing;
  readonly hop: number;
  readonly device: HopDevice;
  readonly ends: Ends;
}

/** What the device chooses by, whose word that is, and the way to a given flow's link. */
function DeviceNote({ editing, hop, device, ends }: NoteProps) {
  const fields = editing.fields.hops[hop];
  const end = endOf(device.role, ends);
  if (!fields) return null;
  const { source } = device;
  const { members, down } = fields;
  const flows = writeFlowLink({ ...defaultFlowFields, device: device.id, members, down }, false);
  const changed = end && departure(fields, device, end);
  return (
    <p class="field-hint lag-device-note" id={`${editing.id}-hops-${hop}-device-note`}>
      {deviceSentence(device, ends)}{' '}
      {source && (
        <>Source: {source.url ? <a href={source.url}>{source.title}</a> : source.title}. </>
      )}
      {changed && <strong>{changed} </strong>}
      {device.exact && (
        <a href={editing.flowPath + flows}>Which link does each flow take? Give addresses.</a>
      )}
    </p>
  );
}

/** The device at an end of a hop; it fills in what that end chooses by. */
export function HopDeviceField({
  editing,
  hop,
}: {
  readonly editing: Editing;
  readonly hop: number;
}) {
  const { catalogue, fields } = editing;
  const ends = endsOf(fields.side, fields.hops.length, hop);
  const field = { ...hopField(editing, hop, 'device'), label: 'Device' };
  const { id, name, value } = field;
  const devices = isThere(catalogue) ? catalogue : [];
  const device = devices.find((one) => one.id === value);
  const options = useMemo(() => {
    const fitting = devices.filter((one) => one.id === value || endOf(one.role, ends));
    return <DeviceOptions devices={fitting} value={value} />;
  }, [catalogue, value, ends[0], ends[1]]);
  const choose = (chosen: string) => {
    const found = devices.find((one) => one.id === chosen);
    const end = found && endOf(found.role, ends);
    const before = fields.hops[hop];
    if (!before) return;
    const edit = found && end ? withDevice(before, found, end) : { device: chosen };
    editing.onChange(editedHop(fields, hop, edit));
  };
  const described = [describedBy(field)['aria-describedby'], device && `${id}-note`].filter(
    Boolean,
  );
  return (
    <FieldFrame {...field}>
      <select
        id={id}
        name={name}
        value={value}
        aria-invalid={field.problem ? 'true' : undefined}
        aria-describedby={described.length > 0 ? described.join(' ') : undefined}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="" selected={value === ''}>
          Not named
        </option>
        {value !== '' && !device && <option value={value}>{value}</option>}
        {options}
      </select>
      {catalogue === 'failed' && (
        <p class="field-hint">
          The devices could not be loaded. What they choose by can be set below.
        </p>
      )}
      {device && <DeviceNote editing={editing} hop={hop} device={device} ends={ends} />}
    </FieldFrame>
  );
}
