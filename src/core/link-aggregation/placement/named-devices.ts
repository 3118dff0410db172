/** The devices named at the two ends of a hop: what they fill in, and where the hop says otherwise. */
import type { HopFields, ScenarioFields } from '../fields.ts';
import { atEnd, canStandAt, endsOf, otherEndOf } from './hop-device.ts';
import type { End, Ends, HopDevice } from './hop-device.ts';
import type { Chooser } from '../scenario.ts';
import { bareName, chooserNames } from '../words.ts';

/** An id that a hop names at one end, and the device where the catalogue has it. */
export interface Named {
  readonly id: string;
  readonly device?: HopDevice | undefined;
}

/** Who is named at each end, where anybody is. */
export type Placed = Readonly<Record<End, Named | undefined>>;

/**
 * Who stands at which end of a hop. Links name the nearer device by `device` and the other one by
 * `far`; those from before there was `far` name either by `device`: where it can stand at the far end
 * only, it does.
 */
export function placedDevices(
  { device, far }: Pick<HopFields, 'device' | 'far'>,
  ends: Ends,
  catalogue: readonly HopDevice[],
): Placed {
  const named = (text: string): Named | undefined => {
    const id = text.trim();
    return id === '' ? undefined : { id, device: catalogue.find((one) => one.id === id) };
  };
  const [first, second] = [named(device), named(far)];
  const role = first?.device?.role;
  const isFar = !second && role && !canStandAt(role, ends[0]) && canStandAt(role, ends[1]);
  return isFar ? { near: undefined, far: first } : { near: first, far: second };
}

/** How what arrives at a device is spread, where it settles that: each address has its own port. */
const arrivalOf = (device: HopDevice | undefined): Chooser | undefined =>
  device?.receives ?? (device?.chooser === 'per-nic' ? 'per-nic' : undefined);

// What only a device that was named before can have filled in; under a group the other end hashes.
const withoutGroup: ReadonlySet<string> = new Set(['one-link', 'per-client-arp', 'per-nic']);

/** What the end opposite to `device` chooses by once `device` is named, if it chose by `now`. */
function opposite(device: HopDevice, other: HopDevice | undefined, now: string): string {
  const settled = arrivalOf(device);
  if (settled !== undefined) return settled;
  return withoutGroup.has(now) ? (other?.chooser ?? 'unknown') : now;
}

/** The group that a device needs, unless either kind will do: then what the other one needs, or `now`. */
function teamOf(device: HopDevice, other: HopDevice | undefined, now: string): string {
  const [need = now] = [device, other]
    .flatMap((one) => one?.otherEnd ?? [])
    .filter((one) => one !== 'static-or-lacp');
  return need === 'nothing' ? '' : need;
}

/** What an end of a hop chooses by. */
const choiceAt = ({ chooser, back }: Pick<HopFields, 'chooser' | 'back'>, end: End): string =>
  end === 'near' || back === '' ? chooser : back;

/**
 * The fields of a hop with a device named at one end. It sets what that end chooses by, unless the
 * device at the other end settles it; and the other end only where this device settles that, or where
 * what stands there cannot be beside a group of links.
 */
export function withDevice(hop: HopFields, device: HopDevice, end: End, placed: Placed): HopFields {
  const far = otherEndOf(end);
  const other = placed[far]?.device;
  const own = arrivalOf(other) ?? device.chooser;
  const there = opposite(device, other, choiceAt(hop, far));
  const [chooser, back] = end === 'near' ? [own, there] : [there, own];
  return {
    ...withNames(hop, { ...placed, [end]: { id: device.id } }),
    chooser,
    back: back === chooser ? '' : back,
    team: teamOf(device, other, hop.team),
  };
}

/** The fields of a hop with these devices named; what the ends choose by stays as it is. */
export const withNames = (hop: HopFields, { near, far }: Placed): HopFields => ({
  ...hop,
  device: near?.id ?? '',
  far: far?.id ?? '',
});

/** The two kinds of group that the devices at both ends need, where they need different ones. */
function isMismatch(device: HopDevice, other: HopDevice | undefined): boolean {
  if (!other) return false;
  const needs = new Set([device.otherEnd, other.otherEnd]);
  return needs.size > 1 && !needs.has('static-or-lacp');
}

const groupNames = { nothing: 'no group', static: 'a static group', lacp: 'LACP' } as const;
const groupName = ({ otherEnd }: HopDevice): string =>
  otherEnd === 'static-or-lacp' ? 'a group' : groupNames[otherEnd];

/** What a hop says otherwise than the device named at an end is documented, in a sentence. */
export function departure(
  hop: Pick<HopFields, 'chooser' | 'back'>,
  placed: Placed,
  end: End,
): string | undefined {
  const device = placed[end]?.device;
  if (!device) return undefined;
  const far = otherEndOf(end);
  const other = placed[far]?.device;
  if (arrivalOf(other) === undefined && choiceAt(hop, end) !== device.chooser)
    return `Changed by hand: this device is documented to choose by ${chooserNames[device.chooser]}.`;
  const arrival = arrivalOf(device);
  if (arrival !== undefined && arrival !== choiceAt(hop, far))
    return `Changed by hand: what arrives at this device is spread by ${chooserNames[arrival]}.`;
  if (other && isMismatch(device, other))
    return `The two ends do not fit: this one needs ${groupName(device)} at the other, which needs ${groupName(other)} here.`;
  return undefined;
}

const confidenceWords = {
  exact: 'The formula is published.',
  inputs: 'The maker documents which fields count, not the formula.',
  secondary: 'Second hand: from a text that is not the maker’s.',
  memory: 'From general knowledge: no document was found.',
} as const;

/** Where the device stands, what it chooses by and in which direction that counts, and how sure it is. */
export function deviceSentence(device: HopDevice, ends: Ends, end: End, placed: Placed): string {
  const by = `${chooserNames[device.chooser]}${device.default ? ', its default' : ''}`;
  const sure = confidenceWords[device.confidence];
  const place = atEnd(ends, end);
  if (!canStandAt(device.role, place))
    return `It cannot stand here, as the ${bareName(place)}. It chooses by: ${by}. ${sure}`;
  const direction = end === 'near' ? 'backup' : 'restore';
  const settled = arrivalOf(placed[otherEndOf(end)]?.device);
  const here =
    settled === undefined
      ? ''
      : ` Here the ${bareName(atEnd(ends, otherEndOf(end)))} settles it: ${chooserNames[settled]}.`;
  return `As the ${bareName(place)}, which decides in a ${direction}: ${by}. ${sure}${here}`;
}

/** A device named at an end of a hop, with what is said about it. */
export interface NamedDevice {
  /** From 0. */
  readonly hop: number;
  readonly end: End;
  /** What it is on the path: `switch 2`. */
  readonly place: string;
  /** Whether it is the end that transmits, hence decides, in the direction of the scenario. */
  readonly decides: boolean;
  readonly device: HopDevice;
  /** Where the hop was set otherwise than the device is documented. */
  readonly departure: string | undefined;
}

const bothEnds: readonly End[] = ['near', 'far'];

/** Every device that the fields name and the catalogue has, hop by hop, in the order of a backup. */
export function namedDevices(
  { side, direction, hops }: Pick<ScenarioFields, 'side' | 'direction' | 'hops'>,
  catalogue: readonly HopDevice[],
): readonly NamedDevice[] {
  const sender: End = direction === 'restore' ? 'far' : 'near';
  return hops.flatMap((fields, hop) => {
    const ends = endsOf(side, hops.length, hop);
    const placed = placedDevices(fields, ends, catalogue);
    return bothEnds.flatMap((end): readonly NamedDevice[] => {
      const device = placed[end]?.device;
      if (!device) return [];
      const place = bareName(atEnd(ends, end));
      const decides = end === sender;
      return [{ hop, end, place, decides, device, departure: departure(fields, placed, end) }];
    });
  });
}
