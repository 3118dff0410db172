import { isNonEmpty } from '../result.ts';
import { gigabits } from '../units.ts';
import type { FieldPlace } from './field-problems.ts';
import { choices } from './fields.ts';
import type { HopFields } from './fields.ts';
import { listed } from './listed.ts';
import { hasHyphen, listedMembers } from './listed-members.ts';
import { pointFor } from './reader.ts';
import type { Reader } from './reader.ts';
import { hashPolicies, limits } from './scenario.ts';
import type { Chooser, Hop, Member } from './scenario.ts';

/** Of what a device chooses by, unknown stands for one of two hashes. */
const isHash = (chooser: Chooser): boolean => hashPolicies.has(chooser) || chooser === 'unknown';

/**
 * One speed with a decimal comma, or undefined. A comma parts a list too, so `10,1` is refused only
 * where it cannot be two speeds; `2,5` always, for 2 Gbit/s is no speed of Ethernet and 2.5 is one
 * (IEEE 802.3bz).
 */
function commaSpeed(text: string, members: number, isGroup: boolean): string | undefined {
  const point = pointFor(text.trim());
  return point === '2.5' || members !== 2 || isGroup ? point : undefined;
}

function readSpeeds(
  reader: Reader,
  hop: HopFields,
  members: number,
  isGroup: boolean,
  place: FieldPlace,
) {
  const text = hop.speed.trim();
  const texts = listed(text);
  const bounds = limits.speedGbps;
  if (texts.length === 0) return reader.report(place, { kind: 'empty', bounds });
  const point = commaSpeed(text, members, isGroup);
  if (point !== undefined) return reader.report(place, { kind: 'decimal-comma', text, point });
  const speeds = texts.map((one) => reader.number(one, bounds, place));
  if (speeds.length !== 1 && speeds.length !== members) {
    return reader.report(place, { kind: 'speeds-for-members', speeds: speeds.length, members });
  }
  const known = speeds.filter((speed) => speed !== undefined);
  if (known.length < speeds.length) return undefined;
  return Array.from({ length: members }, (_, index) => known[index] ?? known[0] ?? 1);
}

function readDown(reader: Reader, text: string, members: number, place: FieldPlace) {
  const down = new Set<number>();
  for (const part of listedMembers(text)) {
    if (hasHyphen(part)) return reader.report(place, { kind: 'list-or-range', text: part });
    const number = Number(part);
    if (!/^\d+$/.test(part) || number < 1 || number > members) {
      return reader.report(place, { kind: 'no-such-member', text: part, members });
    }
    down.add(number - 1);
  }
  return down.size < members ? down : reader.report(place, { kind: 'all-down', members });
}

/** The id as it stands; whether the catalogue has it is not the reader's to know. */
function readDevice(reader: Reader, text: string, place: FieldPlace): string {
  const id = text.trim();
  if (!/^[a-z0-9-]*$/.test(id)) reader.report(place, { kind: 'not-a-device', text: id });
  return id;
}

/**
 * The hop that the fields describe, or undefined where a problem was reported. Its members are of one
 * speed where they are one group.
 */
export function readHop(reader: Reader, fields: HopFields, index: number): Hop | undefined {
  const at = (part: keyof HopFields): FieldPlace => ({ field: 'hops', hop: index, part });
  const count = reader.whole(fields.members, limits.members, at('members'));
  const chooser = reader.choice(fields.chooser, choices.chooser, at('chooser'));
  const back =
    fields.back.trim() === '' ? chooser : reader.choice(fields.back, choices.chooser, at('back'));
  const team = reader.choice(fields.team, choices.team, at('team'));
  const device = readDevice(reader, fields.device, at('device'));
  const farDevice = readDevice(reader, fields.far, at('far'));
  if (count === undefined) return undefined;
  // IEEE 802.3ad: all members of one group have the same speed.
  const isGroup = [chooser, back].some((of) => of && isHash(of)) || team === 'lacp';
  const speeds = readSpeeds(reader, fields, count, isGroup, at('speed'));
  const down = readDown(reader, fields.down, count, at('down'));
  if (!speeds || !down || !chooser || !back || team === undefined) return undefined;
  if (isGroup && new Set(speeds).size > 1)
    return reader.report(at('speed'), { kind: 'mixed-speeds' });
  // A standard vSwitch with "route based on IP hash" needs a static group on the switch.
  if ([device, farDevice].includes('vsphere-ip-hash') && team === 'lacp') {
    return reader.report(at('team'), { kind: 'address-hash-needs-static' });
  }
  const members = speeds.map((speed, member): Member => ({
    speed: gigabits(speed),
    up: !down.has(member),
  }));
  if (!isNonEmpty(members)) return undefined;
  return {
    members,
    chooser,
    backChooser: back,
    team: team === '' ? 'unstated' : team,
    ...(device === '' ? {} : { device }),
    ...(farDevice === '' ? {} : { farDevice }),
  };
}
