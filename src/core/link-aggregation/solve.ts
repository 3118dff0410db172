import { bitsPerSecond, terabytes } from '../units.ts';
import type { BitsPerSecond, Bytes, Seconds } from '../units.ts';
import { weigh, withoutIdle } from './advise.ts';
import type { Analysis } from './analysis.ts';
import type { Advice } from './changes.ts';
import { repairOf } from './candidates.ts';
import type { Changes } from './candidates.ts';
import { efficiency } from './framing.ts';
import type { OutcomeMemory } from './outcome-memory.ts';
import type { Scenario } from './scenario.ts';
import { familiesOf, nearestOf, timesOf } from './families.ts';

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
  | ({ readonly kind: 'changes'; readonly ways: readonly Advice[] } & Search)
  /** Disks or clients' cards are the limit, and no change of the links that was tried shortens the job. */
  | { readonly kind: 'not-the-links' }
  | ({ readonly kind: 'nothing-does'; readonly best?: Advice } & Search);

interface Search {
  /** There where a member is down and its repair is not enough. */
  readonly repair?: Advice;
  /** Whether changes were left out because so many connections take too long to compute. */
  readonly untried: boolean;
}

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

/**
 * What does the job need? The requirement in plain figures, and the changes after which the job fits
 * its window, the least effort first. Each kind of change is listed once, with the smallest step that
 * does. What is drawn is kept in `memory` for the next volume.
 */
export const solve = (scenario: Scenario, analysis: Analysis, memory?: OutcomeMemory): Need => ({
  demand: demandOf(scenario),
  solution: solutionOf(scenario, analysis, memory),
});

function demandOf({ job, wire, caps, hops }: Scenario): Demand | undefined {
  const { volume, window } = job;
  if (window === undefined) return undefined;
  const requirement = requirementOf({ volume, window }, efficiency(wire), caps.reduction);
  const speeds = hops.flatMap(({ members }) => members.map(({ speed }) => speed));
  return { ...requirement, ideal: idealLinks(requirement, bitsPerSecond(Math.min(...speeds))) };
}

function solutionOf(scenario: Scenario, analysis: Analysis, memory?: OutcomeMemory): Solution {
  const { window, fits } = analysis.window;
  if (window === undefined) return { kind: 'no-window' };
  if (fits) return { kind: 'fits-already' };
  const { timeOf, hasGaps } = timesOf(scenario, memory);
  const within = (changes: Changes) => (timeOf(changes) ?? Infinity) <= window;
  const tried = familiesOf(scenario, timeOf, window);
  const found = tried.flatMap((family) => family.filter(within).slice(0, 1));
  const needed = found.map((changes) => withoutIdle(changes, within));
  const weighed = (changes: Changes) => weigh(scenario, changes, analysis, memory);
  const ways = needed.flatMap((changes) => weighed(changes) ?? []);
  const repair = weighed(repairOf(scenario));
  const untried = hasGaps();
  const repaired = repair && !repair.fits ? { repair } : {};
  if (ways.length > 0) return { kind: 'changes', ways: distinct(ways), untried, ...repaired };
  const best = nearestOf(tried.flat(), timeOf, analysis.window.planned);
  const { kind } = analysis.bottleneck;
  if (!best && !untried && (kind === 'client-nics' || kind === 'disk'))
    return { kind: 'not-the-links' };
  const advice = best && weighed(best);
  const isRepair = best?.every((change) => change.kind === 'repair-members');
  if (!advice) return { kind: 'nothing-does', untried };
  return { kind: 'nothing-does', best: advice, untried, ...(isRepair ? {} : repaired) };
}

/** Without what is there already: two families may come to the same once nothing in them is idle. */
function distinct(ways: readonly Advice[]): readonly Advice[] {
  const kinds = ways.map(({ changes }) => changes.map(({ kind }) => kind).join());
  return ways.filter((_, way) => kinds.indexOf(kinds[way] ?? '') === way);
}
