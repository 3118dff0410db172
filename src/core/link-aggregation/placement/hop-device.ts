/** A device of the catalogue as the calculator knows it, and the end of a hop that it can stand at. */
import type { Device as PathDevice } from '../path-devices.ts';
import { devicesAlong } from '../path-devices.ts';
import type { Chooser } from '../scenario.ts';
import type { Confidence, Device, DeviceCommand, DeviceRole, OtherEnd } from './devices.ts';

/** What the calculator needs to know of a device. */
export interface HopDevice {
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
  readonly role: DeviceRole;
  readonly default: boolean;
  readonly chooser: Chooser;
  readonly receives?: Chooser | undefined;
  readonly otherEnd: OtherEnd;
  readonly confidence: Confidence;
  readonly source?: { readonly title: string; readonly url?: string | undefined } | undefined;
  readonly commands: readonly Pick<DeviceCommand, 'run' | 'shows'>[];
  /** Whether a published rule names the member of a given flow. */
  readonly exact: boolean;
}

// A test command is no formula, and the eight buckets give ratios only.
const ruleNamesMember = ({ placement }: Device): boolean =>
  placement !== undefined &&
  !['not-published', 'cisco-buckets', 'cisco-teaching-xor'].includes(placement.kind);

/** The part of a catalogue entry that the calculator shows; its first source stands for all. */
export function hopDeviceOf(id: string, device: Device): HopDevice {
  const { name, vendor, role, chooser, receives, otherEnd, confidence, sources } = device;
  const [first] = sources;
  return {
    id,
    name,
    vendor,
    role,
    default: device.default,
    chooser,
    receives,
    otherEnd,
    confidence,
    source: first && { title: first.title, url: first.url },
    commands: device.commands.map(({ run, shows }) => ({ run, shows })),
    exact: ruleNamesMember(device),
  };
}

/** What stands at the two ends of a hop, in the order of a backup. */
export type Ends = readonly [near: PathDevice, far: PathDevice];
export type End = 'near' | 'far';

/** The ends of a hop, counted from 0. `side` is that of the text form. */
export function endsOf(side: string, hops: number, hop: number): Ends {
  const [near, far] = devicesAlong(side, hops).slice(hop, hop + 2);
  if (!near || !far) throw new RangeError(`A path of ${hops} hops has no hop ${hop}.`);
  return [near, far];
}

export const atEnd = ([near, far]: Ends, end: End): PathDevice => (end === 'near' ? near : far);
export const otherEndOf = (end: End): End => (end === 'near' ? 'far' : 'near');

// Storage may be a host with shares; a media agent and a switch are what they are.
const places: Readonly<Record<DeviceRole, readonly PathDevice['kind'][]>> = {
  switch: ['switch'],
  host: ['agent', 'storage'],
  storage: ['storage'],
};

/** Whether a device of this role can stand there. */
export const canStandAt = (role: DeviceRole, { kind }: PathDevice): boolean =>
  places[role].includes(kind);

/** `Cisco Nexus 9000`; the maker is not said twice, and a technique has none. */
export const deviceTitle = ({ vendor, name }: Pick<HopDevice, 'vendor' | 'name'>): string =>
  vendor === 'Any' || name.startsWith(vendor) ? name : `${vendor} ${name}`;
