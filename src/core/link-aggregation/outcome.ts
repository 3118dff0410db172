import type { Distribution } from './distribution.ts';
import type { Network } from './network.ts';
import { lastEnd } from './placements.ts';
import type { PlacedUnits } from './placements.ts';

/** How it was computed. */
export type Method =
  | { readonly kind: 'arithmetic' }
  | { readonly kind: 'closed-form' }
  | { readonly kind: 'enumeration'; readonly placements: number }
  | { readonly kind: 'simulation'; readonly draws: number; readonly seed: number };

/** What may come of a network. Rates in bit/s of line rate, times in seconds. */
export interface Outcomes {
  readonly line: Distribution;
  /** The mean line rate, from a closed form even where the distribution is simulated. */
  readonly mean: number;
  readonly worst: number;
  readonly best: number;
  /** Until the last job ends, if all start together. */
  readonly batch: Distribution;
  readonly shortest: number;
  readonly longest: number;
  readonly method: Method;
}

/** The bits that each unit has to move on the wire; `pooled` if one job uses all of them. */
export interface Load {
  readonly bits: number;
  readonly pooled: boolean;
}

/** Volumes of the units: equal for each owner, and within an owner by connections. */
function volumesOf(network: Network, load: Load): readonly number[] {
  const connections = new Map<number, number>();
  for (const { owner, weight } of network.units) {
    connections.set(owner, (connections.get(owner) ?? 0) + weight);
  }
  const each = load.bits / connections.size;
  return network.units.map(({ owner, weight }) => (each * weight) / (connections.get(owner) ?? 1));
}

export const timeOf = (network: Network, load: Load, placed: PlacedUnits, line: number): number =>
  load.pooled || network.equal
    ? load.bits / line
    : lastEnd(network, placed, volumesOf(network, load));

export interface Bounds {
  readonly worst: number;
  readonly best: number;
  readonly shortest: number;
  readonly longest: number;
}

/** The bounds that the distribution itself has, where it is exact. */
export const exactBounds = (line: Distribution, batch: Distribution): Bounds => ({
  worst: line[0]?.value ?? 0,
  best: line.at(-1)?.value ?? 0,
  shortest: batch[0]?.value ?? 0,
  longest: batch.at(-1)?.value ?? 0,
});
