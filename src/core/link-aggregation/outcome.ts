import type { Distribution } from './distribution.ts';
import type { Network } from './network.ts';
import { lastEnd } from './drain.ts';
import type { Jobs } from './drain.ts';
import { sharingOf } from './placements.ts';
import type { PlacedUnits } from './placements.ts';

/** How it was computed. */
export type Method =
  | { readonly kind: 'arithmetic' }
  | { readonly kind: 'closed-form' }
  | { readonly kind: 'enumeration'; readonly placements: number }
  | { readonly kind: 'simulation'; readonly draws: number; readonly seed: number }
  /** Times are drawn by themselves. Rates are exact, or drawn so often. */
  | {
      readonly kind: 'drawn-times';
      readonly draws: number;
      readonly seed: number;
      readonly rates: 'exact' | number;
    };

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

/**
 * The bits that all owners together have to move on the wire, in equal parts. Where it is `pooled`, one
 * job uses the connections of all of them; otherwise each owner has a job, which uses all of its own.
 */
export interface Load {
  readonly bits: number;
  readonly pooled: boolean;
}

/** The jobs of a load's owners, and which of them each unit works for. */
function jobsOf({ units }: Network, { bits }: Load): Jobs {
  const owners = [...new Set(units.map(({ owner }) => owner))];
  return {
    ofPath: units.map(({ owner }) => owners.indexOf(owner)),
    volumes: owners.map(() => bits / owners.length),
  };
}

/**
 * Whether chance can part the connections of a job that is not the only one. Then none of its
 * connections has a part of the data of its own, and no closed form tells when the last job ends.
 */
export const hasPartedJobs = ({ units, equal }: Network, { pooled }: Load): boolean =>
  !pooled && !equal && new Set(units.map(({ owner }) => owner)).size < units.length;

/** What tells the time of a batch, in seconds, when the units are placed so and move at `line` then. */
export function timerOf(
  network: Network,
  load: Load,
): (placed: PlacedUnits, line: number) => number {
  if (load.pooled || network.equal) return (_, line) => load.bits / line;
  const jobs = jobsOf(network, load);
  return (placed) => lastEnd(sharingOf(network, placed), jobs);
}

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
