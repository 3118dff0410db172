import { isNonEmpty } from '../result.ts';
import { seconds } from '../units.ts';
import type { Analysis } from './analysis.ts';
import type { Advice, Advised, Change } from './changes.ts';
import { bottleneckOf } from './bottleneck.ts';
import { fasterCards, repairOf, settings, wider } from './candidates.ts';
import type { Changes } from './candidates.ts';
import { assume, withChanges } from './edits.ts';
import { estimateOf } from './estimate.ts';
import { efficiency } from './framing.ts';
import { hopAnalyses } from './hop-analysis.ts';
import { networkOf } from './network.ts';
import type { OutcomeMemory } from './outcome-memory.ts';
import { rateOf } from './rate.ts';
import type { Scenario } from './scenario.ts';

/** Changes with their figures, or undefined where there are none or they take too long to compute. */
export function weigh(
  scenario: Scenario,
  changes: Changes,
  analysis: Analysis,
  memory?: OutcomeMemory,
): Advice | undefined {
  const changed = withChanges(scenario, changes);
  const estimate = estimateOf(changed, memory);
  if (!isNonEmpty(changes) || !estimate) return undefined;
  const { line, planned } = estimate;
  const mean = rateOf(line, efficiency(scenario.wire));
  const { window } = scenario.job;
  return {
    changes,
    scenario: changed,
    mean,
    gain: mean.goodput / analysis.rate.mean.goodput,
    planned: seconds(planned),
    fits: window === undefined ? undefined : planned <= window,
  };
}

/**
 * Without the changes that nothing depends on, the most effort first. A hop that is changed anyway has
 * its members repaired all the same: nobody adds a link beside a broken one.
 */
export function withoutIdle(changes: Changes, does: (changes: Changes) => boolean): Changes {
  let needed = changes;
  for (const change of changes.toReversed()) {
    const others = needed.filter((other) => other !== change);
    const due = change.kind === 'repair-members' && others.some((other) => isOn(other, change.hop));
    if (others.length > 0 && !due && does(others)) needed = others;
  }
  return needed;
}

const isOn = (change: Change, hop: number): boolean => 'hop' in change && change.hop === hop;

/** What limits the path once all of it is up; the analysis itself where it is. */
function limitsOfRepaired(
  scenario: Scenario,
  repairs: Changes,
  analysis: Analysis,
  memory?: OutcomeMemory,
): Pick<Analysis, 'bottleneck' | 'hops'> {
  if (repairs.length === 0) return analysis;
  const repaired = assume(withChanges(scenario, repairs), 'ip');
  const estimate = estimateOf(repaired, memory);
  if (!estimate) return analysis;
  const { line } = estimate;
  const network = networkOf(repaired);
  const { hops } = hopAnalyses(repaired, network, line);
  if (!isNonEmpty(hops)) return analysis;
  return { bottleneck: bottleneckOf(repaired, network, hops, line), hops };
}

/** What advice is chosen from, the least effort first. Whatever is down is repaired before all else. */
function candidates(
  scenario: Scenario,
  analysis: Analysis,
  memory?: OutcomeMemory,
): readonly Changes[] {
  const repairs = repairOf(scenario);
  const limits = limitsOfRepaired(scenario, repairs, analysis, memory);
  const cards =
    limits.bottleneck.kind === 'client-nics' ? fasterCards(scenario, [1, 10, 25, 100]) : [];
  const others = [
    ...settings(scenario, [8]).flat(),
    ...cards.slice(0, 1),
    ...wider(scenario, limits),
  ];
  const each = repairs.length > 1 ? repairs.map((one) => [one]) : [];
  const after = others.flatMap((changes) => (changes.length > 0 ? [[...repairs, ...changes]] : []));
  return [...each, repairs, ...after].filter(isNonEmpty);
}

const leastGain = 1.05;
// A broken link is repaired for less than that.
const leastGainOfRepair = 1.001;
const mostListed = 6;

const isRepair = (changes: Changes): boolean =>
  changes.every(({ kind }) => kind === 'repair-members');

const nameOf = (changes: Changes): string => changes.map(({ kind }) => kind).join();

/**
 * What changes are compared by: how many times as much they carry, or how many times as soon they end a
 * batch that waits for its links although disks or cards hold its rate down.
 */
function worthIn({ job }: Scenario, { bottleneck, window }: Analysis): (advice: Advice) => number {
  const isHeldDown = bottleneck.kind === 'disk' || bottleneck.kind === 'client-nics';
  return isHeldDown && job.start === 'together'
    ? ({ planned }) => window.planned / planned
    : ({ gain }) => gain;
}

/** What some changes give, and what advice is compared by. */
interface Scales {
  readonly weighed: (changes: Changes) => Advice | undefined;
  readonly worth: (advice: Advice) => number;
}

/** Advice for `candidate`, which gives `whole`, without the changes that hardly add to it. */
function neededOf(candidate: Changes, whole: Advice, { weighed, worth }: Scales): Advice {
  const does = (fewer: Changes): boolean => {
    const advice = weighed(fewer);
    return advice !== undefined && worth(advice) >= worth(whole) * 0.995;
  };
  return weighed(withoutIdle(candidate, does)) ?? whole;
}

/**
 * The most seconds after which a change is advice. More at the start is of no use to a batch that ends no
 * sooner for it; what is down is repaired all the same.
 */
const latestIn =
  ({ job }: Scenario, { window }: Analysis) =>
  ({ changes }: Advice): number =>
    job.start === 'together' && !isRepair(changes) ? window.planned * 0.999 : window.planned;

/**
 * What to change, the least effort first, each with its figure. A change that costs more effort is
 * listed only if it gives clearly more than those before it; one that ends the job later, or a batch no
 * sooner, is no advice however much it carries at the start. What is drawn is kept in `memory`: the
 * same change is weighed several times, and again for the next volume.
 */
export function advise(scenario: Scenario, analysis: Analysis, memory?: OutcomeMemory): Advised {
  const weighed = (changes: Changes) => weigh(scenario, changes, analysis, memory);
  const scales = { weighed, worth: worthIn(scenario, analysis) };
  const { worth } = scales;
  const latest = latestIn(scenario, analysis);
  let untried = false;
  const listed: Advice[] = [];
  const seen = new Set<string>();
  let best = leastGain;
  for (const candidate of candidates(scenario, analysis, memory)) {
    const least = isRepair(candidate) && listed.length === 0 ? leastGainOfRepair : best;
    const whole = weighed(candidate);
    untried ||= !whole;
    if (!whole || worth(whole) < least) continue;
    const advice = neededOf(candidate, whole, scales);
    const name = nameOf(advice.changes);
    if (worth(advice) < least || seen.has(name)) continue;
    if (advice.planned > latest(advice)) continue;
    seen.add(name);
    listed.push(advice);
    best = Math.max(best, worth(advice) * leastGain);
    if (listed.length === mostListed) break;
  }
  return { listed, untried };
}
