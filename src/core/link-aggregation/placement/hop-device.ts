/** A device of the catalogue, named on a hop of the path: what it fills in and what to type on it. */
import type { HopFields } from '../fields.ts';
import type { Chooser } from '../scenario.ts';
import { chooserNames } from '../words.ts';
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

/** What stands at an end of a hop. */
export type Place = 'switch' | 'agent' | 'storage';
export type Ends = readonly [near: Place, far: Place];

/** The ends of a hop, in the order of a backup. `side` is that of the text form. */
export function endsOf(side: string, hops: number, hop: number): Ends {
  if (side === 'storage')
    return [hop === 0 ? 'agent' : 'switch', hop === hops - 1 ? 'storage' : 'switch'];
  return ['switch', hop === hops - 1 ? 'agent' : 'switch'];
}

// Storage may be a host with shares; a media agent and a switch are what they are.
const places: Readonly<Record<DeviceRole, readonly Place[]>> = {
  switch: ['switch'],
  host: ['agent', 'storage'],
  storage: ['storage'],
};

/** The end of a hop that a device of this role stands at; undefined where it fits neither. */
export function endOf(role: DeviceRole, [near, far]: Ends): 'near' | 'far' | undefined {
  for (const place of places[role]) {
    if (near === place) return 'near';
    if (far === place) return 'far';
  }
  return undefined;
}

/** How what arrives at the device is spread, where the device settles it: each address has its own port. */
const arrivalOf = ({ chooser, receives }: HopDevice): Chooser | undefined =>
  receives ?? (chooser === 'per-nic' ? 'per-nic' : undefined);

// What only a device that was named before can have filled in; under a group the other end hashes.
const withoutGroup: ReadonlySet<string> = new Set(['one-link', 'per-client-arp', 'per-nic']);

function otherChooser(device: HopDevice, now: string): string {
  const settled = arrivalOf(device);
  if (settled !== undefined) return settled;
  return withoutGroup.has(now) ? 'unknown' : now;
}

function teamOf({ otherEnd }: HopDevice, now: string): string {
  if (otherEnd === 'static-or-lacp') return now;
  return otherEnd === 'nothing' ? '' : otherEnd;
}

/**
 * The fields of a hop with a device named at one end. It sets what that end chooses by; the other end
 * only where the device settles it, or where what stands there cannot be beside a group of links.
 */
export function withDevice(hop: HopFields, device: HopDevice, end: 'near' | 'far'): HopFields {
  const backNow = hop.back === '' ? hop.chooser : hop.back;
  const [chooser, back] =
    end === 'near'
      ? [device.chooser, otherChooser(device, backNow)]
      : [otherChooser(device, hop.chooser), device.chooser];
  return {
    ...hop,
    device: device.id,
    chooser,
    back: back === chooser ? '' : back,
    team: teamOf(device, hop.team),
  };
}

/** What the hop says otherwise than the device does when set as its entry is; undefined if nothing. */
export function departure(
  hop: Pick<HopFields, 'chooser' | 'back'>,
  device: HopDevice,
  end: 'near' | 'far',
): string | undefined {
  const back = hop.back === '' ? hop.chooser : hop.back;
  const [own, other] = end === 'near' ? [hop.chooser, back] : [back, hop.chooser];
  if (own !== device.chooser)
    return `Changed by hand: this device is documented to choose by ${chooserNames[device.chooser]}.`;
  const arrival = arrivalOf(device);
  return arrival === undefined || arrival === other
    ? undefined
    : `Changed by hand: what arrives at this device is spread by ${chooserNames[arrival]}.`;
}

const confidenceWords: Readonly<Record<Confidence, string>> = {
  exact: 'The formula is published.',
  inputs: 'The maker documents which fields count, not the formula.',
  secondary: 'Second hand: from a text that is not the maker’s.',
  memory: 'From general knowledge: no document was found.',
};

const placeNames: Readonly<Record<Place, string>> = {
  switch: 'switch',
  agent: 'media agent',
  storage: 'storage',
};

/** Where the device stands, what it chooses by and in which direction that counts, and how sure it is. */
export function deviceSentence(device: HopDevice, ends: Ends): string {
  const end = endOf(device.role, ends);
  const by = `${chooserNames[device.chooser]}${device.default ? ', its default' : ''}`;
  const sure = confidenceWords[device.confidence];
  if (end === undefined) return `Fits neither end of this hop. It chooses by: ${by}. ${sure}`;
  const [place, direction] = end === 'near' ? [ends[0], 'backup'] : [ends[1], 'restore'];
  return `As the ${placeNames[place]}, which decides in a ${direction}: ${by}. ${sure}`;
}

/** `Cisco Nexus 9000`; the maker is not said twice, and a technique has none. */
export const deviceTitle = ({ vendor, name }: Pick<HopDevice, 'vendor' | 'name'>): string =>
  vendor === 'Any' || name.startsWith(vendor) ? name : `${vendor} ${name}`;
