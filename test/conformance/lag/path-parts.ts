/** What the paths of all cases are made of. */
import type { Chooser, Hop, Member } from '../../../src/core/link-aggregation/scenario.ts';
import { gigabits } from '../../../src/core/units.ts';
import { has, NotCovered, numberOr } from './case.ts';
import type { Inputs } from './case.ts';

/** A hop whose first `down` members are down. */
export function hopOf(speedsGbps: readonly number[], chooser: Chooser, down = 0): Hop {
  const members = speedsGbps.map((speed, index): Member => ({
    speed: gigabits(speed),
    up: index >= down,
  }));
  const [first, ...others] = members;
  if (!first) throw new NotCovered('a hop without members');
  return { members: [first, ...others], chooser, backChooser: chooser, team: 'unstated' };
}

export const equal = (count: number, speed: number): readonly number[] =>
  Array.from({ length: count }, () => speed);

/** How cases name the number of those who send. */
export const clientKeys = ['equal_clients', 'concurrent_streams', 'clients', 'flows'] as const;

/** How cases name the connections that each of them has. */
const connectionKeys = [
  'connections_per_client',
  'streams_per_client',
  'connections_per_share',
  'connections',
  'streams',
  'nconnect',
] as const;

/** Connections of each client or address. */
export const connectionsOf = (inputs: Inputs, otherwise: number): number =>
  numberOr(inputs, connectionKeys.find((key) => has(inputs, key)) ?? '', otherwise);
