/** What is known of devices, in a piece of its own: it comes with the catalogue, when a reader reaches for the form. */
import { writeScenario } from '../../core/link-aggregation/fields.ts';
import type { HopFields } from '../../core/link-aggregation/fields.ts';
import { defaultFlowFields } from '../../core/link-aggregation/placement/flow-form.ts';
import { writeFlowLink } from '../../core/link-aggregation/placement/flow-link.ts';
import { atEnd, canStandAt } from '../../core/link-aggregation/placement/hop-device.ts';
import type { End, Ends, HopDevice } from '../../core/link-aggregation/placement/hop-device.ts';
import {
  departure,
  deviceSentence,
  namedDevices,
  placedDevices,
  withDevice,
  withNames,
} from '../../core/link-aggregation/placement/named-devices.ts';
import type { NamedDevice, Placed } from '../../core/link-aggregation/placement/named-devices.ts';
import type { Scenario } from '../../core/link-aggregation/scenario.ts';

export { placedDevices };

const vendorHeading = (vendor: string): string => (vendor === 'Any' ? 'Any maker' : vendor);

interface OptionsProps {
  readonly devices: readonly HopDevice[];
  readonly ends: Ends;
  readonly end: End;
  /** The id that is chosen: it stays in the menu even where it cannot stand. */
  readonly value: string;
}

/** The devices that can stand at the end of the hop, under their makers, in the order given. */
export function DeviceOptions({ devices, ends, end, value }: OptionsProps) {
  const place = atEnd(ends, end);
  const fitting = devices.filter(({ id, role }) => id === value || canStandAt(role, place));
  const vendors = [...new Set(fitting.map(({ vendor }) => vendor))];
  return (
    <>
      {vendors.map((vendor) => (
        <optgroup key={vendor} label={vendorHeading(vendor)}>
          {fitting
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

/** The fields of a hop with another device, or none, named at an end. */
export function withChoice(
  hop: HopFields,
  devices: readonly HopDevice[],
  chosen: string,
  end: End,
  placed: Placed,
): HopFields {
  const found = devices.find(({ id }) => id === chosen);
  return found
    ? withDevice(hop, found, end, placed)
    : withNames(hop, { ...placed, [end]: undefined });
}

interface NoteProps {
  readonly id: string;
  readonly flowPath: string;
  readonly fields: HopFields;
  readonly ends: Ends;
  readonly end: End;
  readonly placed: Placed;
}

/** What the device chooses by, whose word that is, and the way to a given flow's link. */
export function DeviceNote({ id, flowPath, fields, ends, end, placed }: NoteProps) {
  const device = placed[end]?.device;
  if (!device) return null;
  const { source } = device;
  const { members, down } = fields;
  const flows = writeFlowLink({ ...defaultFlowFields, device: device.id, members, down }, false);
  const changed = departure(fields, placed, end);
  return (
    <p class="field-hint lag-device-note" id={id}>
      {deviceSentence(device, ends, end, placed)}{' '}
      {source && (
        <>Source: {source.url ? <a href={source.url}>{source.title}</a> : source.title}. </>
      )}
      {changed && <strong>{changed} </strong>}
      {device.exact && (
        <a href={flowPath + flows}>Which link does each flow take? Give addresses.</a>
      )}
    </p>
  );
}

/** The devices that a scenario names and the catalogue has, with what the hops say otherwise. */
export const devicesOf = (
  scenario: Scenario,
  devices: readonly HopDevice[],
): readonly NamedDevice[] => namedDevices(writeScenario(scenario), devices);
