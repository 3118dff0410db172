import { useMemo } from 'preact/hooks';
import { endsOf } from '../../core/link-aggregation/placement/hop-device.ts';
import type { End } from '../../core/link-aggregation/placement/hop-device.ts';
import { describedBy, FieldFrame } from '../fields/FieldFrame.tsx';
import { editedHop, hopField } from './editing.ts';
import type { Editing } from './editing.ts';
import { isThere } from './use-devices.ts';

interface Props {
  readonly editing: Editing;
  readonly hop: number;
  readonly end: End;
  /** What stands at that end of the hop: `switch 2`. */
  readonly place: string;
}

/** The device at one end of a hop; it fills in what that end chooses by. */
export function HopDeviceField({ editing, hop, end, place }: Props) {
  const { catalogue, fields } = editing;
  const field = {
    ...hopField(editing, hop, end === 'near' ? 'device' : 'far'),
    label: `Device: ${place}`,
  };
  const { id, name } = field;
  const ends = endsOf(fields.side, fields.hops.length, hop);
  const menu = isThere(catalogue) ? catalogue : undefined;
  const of = fields.hops[hop];
  const placed = of && menu?.placedDevices(of, ends, menu.devices);
  const value = placed ? (placed[end]?.id ?? '') : field.value;
  const isKnown = placed?.[end]?.device !== undefined;
  const options = useMemo(
    () => menu && <menu.DeviceOptions {...{ devices: menu.devices, ends, end, value }} />,
    [menu, value, ends[0].kind, ends[1].kind],
  );
  const choose = (chosen: string) => {
    if (!of || !menu || !placed) return field.onChange(chosen);
    editing.onChange(
      editedHop(fields, hop, menu.withChoice(of, menu.devices, chosen, end, placed)),
    );
  };
  const described = [describedBy(field)['aria-describedby'], isKnown && `${id}-note`].filter(
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
        {value !== '' && !isKnown && <option value={value}>{value}</option>}
        {options}
      </select>
      {catalogue === 'failed' && end === 'near' && (
        <p class="field-hint">
          The devices could not be loaded. What they choose by can be set below.
        </p>
      )}
      {menu && of && placed && isKnown && (
        <menu.DeviceNote
          id={`${id}-note`}
          flowPath={editing.flowPath}
          fields={of}
          {...{ ends, end, placed }}
        />
      )}
    </FieldFrame>
  );
}
