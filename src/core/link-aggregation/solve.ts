import { bitsPerSecond, terabytes } from '../units.ts';
import type { BitsPerSecond, Bytes, Seconds } from '../units.ts';
import { weigh } from './advise.ts';
import { candidates, everyStep } from './candidates.ts';
import type { Advice, Analysis } from './analysis.ts';
import { efficiency } from './framing.ts';
import type { Scenario } from './scenario.ts';

/** What a job needs, whatever the path. */
export interface Requirement {
  readonly goodput: BitsPerSecond;
  readonly line: BitsPerSecond;
  /** Decimal terabytes an hour, of data before reduction. */
  readonly terabytesPerHour: number;
}

/** What `job` needs in its window, if data shrinks by `reduction` before a wire of this efficiency. */
export function requirementOf(
  job: { readonly volume: Bytes; readonly window: Seconds },
  fraction: number,
  reduction = 1,
): Requirement {
  const goodput = (job.volume * 8) / reduction / job.window;
  return {
    goodput: bitsPerSecond(goodput),
    line: bitsPerSecond(goodput / fraction),
    terabytesPerHour: job.volume / terabytes(1) / (job.window / 3600),
  };
}

/** Links of `speed` that would do if every choice were perfect. */
export const idealLinks = (requirement: Requirement, speed: BitsPerSecond): number =>
  Math.ceil(requirement.line / speed - 1e-9);

/** What to change so that the job fits its window. */
export type Solution =
  /** Without a window there is nothing to fit. */
  | { readonly kind: 'no-window' }
  | { readonly kind: 'fits-already' }
  /** The least effort first. */
  | { readonly kind: 'changes'; readonly ways: readonly Advice[] }
  /** Disks or clients' cards are the limit: no change of the links helps. */
  | { readonly kind: 'not-the-links' }
  | { readonly kind: 'nothing-does'; readonly best?: Advice };

/** What a window asks for. */
export interface Demand extends Requirement {
  /** Links as fast as the slowest member on the path that would do, chosen perfectly. */
  readonly ideal: number;
}

export interface Need {
  /** Undefined where the scenario has no window. */
  readonly demand: Demand | undefined;
  readonly solution: Solution;
}

const mostWays = 6;

/**
 * What does the job need? The requirement in plain figures, and the changes after which the job fits
 * its window, the least effort first. Each kind of change is listed once, with the smallest step that
 * does.
 */
export const solve = (scenario: Scenario, analysis: Analysis): Need => ({
  demand: demandOf(scenario),
  solution: solutionOf(scenario, analysis),
});

function demandOf({ job, wire, caps, hops }: Scenario): Demand | undefined {
  const { volume, window } = job;
  if (window === undefined) return undefined;
  const requirement = requirementOf({ volume, window }, efficiency(wire), caps.reduction);
  const speeds = hops.flatMap(({ members }) => members.map(({ speed }) => speed));
  return { ...requirement, ideal: idealLinks(requirement, bitsPerSecond(Math.min(...speeds))) };
}

function solutionOf(scenario: Scenario, analysis: Analysis): Solution {
  if (analysis.window.window === undefined) return { kind: 'no-window' };
  if (analysis.window.fits) return { kind: 'fits-already' };
  const { kind } = analysis.bottleneck;
  if (kind === 'client-nics' || kind === 'disk') return { kind: 'not-the-links' };
  const all = candidates(scenario, analysis, everyStep).flatMap(
    (candidate) => weigh(candidate, analysis) ?? [],
  );
  const seen = new Set<string>();
  const ways = all.filter((advice) => {
    const name = advice.changes.map((change) => change.kind).join();
    if (!advice.fits || seen.has(name)) return false;
    seen.add(name);
    return true;
  });
  if (ways.length > 0) return { kind: 'changes', ways: ways.slice(0, mostWays) };
  const [best] = all.toSorted((a, b) => a.planned - b.planned);
  return best && best.gain > 1 ? { kind: 'nothing-does', best } : { kind: 'nothing-does' };
}
