import { formatRate, significant } from '../../core/units.ts';
import { gigabits } from '../../core/units.ts';
import type { BitsPerSecond } from '../../core/units.ts';
import type { HopAnalysis } from '../../core/link-aggregation/hop-loads.ts';
import type { Device } from '../../core/link-aggregation/path-devices.ts';
import type { Chooser, Hop, Scenario } from '../../core/link-aggregation/scenario.ts';

/** What is written in a device's box: `Switch 2`. It must stay within about 14 characters. */
export function deviceLabel(device: Device): string {
  switch (device.kind) {
    case 'clients':
      return 'Clients';
    case 'agent':
      return 'Media agent';
    case 'storage':
      return 'Storage';
    case 'switch':
      return device.of > 1 ? `Switch ${device.number}` : 'Switch';
    default:
      return device satisfies never;
  }
}

/** The policy on a bundle's bracket, short enough for the narrow figure: `hash on IP`. */
export function policyLabel(chooser: Chooser): string {
  switch (chooser) {
    case 'one-link':
      return 'one link only';
    case 'per-packet':
      return 'frames in turn';
    case 'per-destination':
      return 'by destination';
    case 'mac':
      return 'hash on MAC';
    case 'ip':
      return 'hash on IP';
    case 'ip-port':
      return 'hash on IP+port';
    case 'eight-buckets':
      return '8 buckets on IP';
    case 'eight-buckets-port':
      return '8 buckets, ports';
    case 'per-client-arp':
      return 'ARP per client';
    case 'per-nic':
      return 'a port each';
    case 'unknown':
      return 'policy unknown';
    default:
      return chooser satisfies never;
  }
}

/** A number of Gbit/s without its unit, for places where the unit stands beside the group. */
export const gigabitNumber = (rate: BitsPerSecond): string => significant(rate / gigabits(1));

/** The members of a hop in words: `4 × 1 Gbit/s`, `3 of 4 × 1 Gbit/s` or `10 + 1 Gbit/s`. */
export function membersLabel(hop: HopAnalysis): string {
  const { members, membersUp } = hop;
  const speeds = [...new Set(members.map((member) => member.speed))];
  const [first] = speeds;
  if (first === undefined || speeds.length > 1) {
    return `${members.map((member) => gigabitNumber(member.speed)).join(' + ')} Gbit/s`;
  }
  if (members.length === 1) return formatRate(first);
  const count = membersUp < members.length ? `${membersUp} of ${members.length}` : membersUp;
  return `${count} × ${formatRate(first)}`;
}

/** `LACP` or `static group` where the reader said so, as a word before the policy. */
export function teamLabel(hop: Hop | undefined): string {
  if (hop?.team === 'lacp') return 'LACP, ';
  return hop?.team === 'static' ? 'static, ' : '';
}

/** What stands under the name of the device at the client end, a line a group: `20 × 1 Gbit/s`. */
export function clientLines(scenario: Scenario): readonly string[] {
  if (scenario.traffic.side !== 'clients') return [];
  return scenario.traffic.groups.map(({ count, nic }) => `${count} × ${formatRate(nic)}`);
}

/** Flow numbers from 1 in as few characters as possible: `1-3, 7`. */
export function flowNumbers(flows: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const flow of flows.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] + 1 === flow) last[1] = flow;
    else runs.push([flow, flow]);
  }
  return runs
    .map(([from, to]) => {
      if (from === to) return `${from + 1}`;
      return to === from + 1 ? `${from + 1}, ${to + 1}` : `${from + 1}–${to + 1}`;
    })
    .join(', ');
}
