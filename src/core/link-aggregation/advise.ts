import { isNonEmpty } from '../result.ts';
import { seconds } from '../units.ts';
import { expectedOf } from './analyse-known.ts';
import type { Analysis } from './analysis.ts';
import type { Advice, Change } from './changes.ts';
import { batchDistribution } from './batch-times.ts';
import { bottleneckOf } from './bottleneck.ts';
import { repairOf, settings, wider } from './candidates.ts';
import type { Changes } from './candidates.ts';
import { percentile } from './distribution.ts';
import { standardEffort } from './drawn-outcomes.ts';
import type { Effort } from './drawn-outcomes.ts';
import { assume, withChanges } from './edits.ts';
import { efficiency } from './framing.ts';
import { hopAnalyses } from './hop-analysis.ts';
import { loadOf } from './job-load.ts';
import { networkOf } from './network.ts';
import type { OutcomeMemory } from './outcome-memory.ts';
import { rateOf } from './rate.ts';
import type { Scenario } from './scenario.ts';

/**
 * Enough draws for advice: its figure is a mean, and each change is recomputed in full when opened. Many
 * units even each other out, so that dozens of long paths take no longer than a reader waits.
 */
function effortFor(scenario: Scenario): Effort {
  const { units, spreads } = networkOf(assume(scenario, 'ip'));
  const draws = Math.floor(24_000 / (units.length * Math.max(1, spreads.length)));
  return { ...standardEffort, draws: Math.min(400, Math.max(100, draws)) };
}

/** How long the job is planned to take, in seconds; undefined where it takes too long to compute. */
export function plannedTime(scenario: Scenario, memory?: OutcomeMemory): number | undefined {
  if (!isComputable(scenario)) return undefined;
  const known = assume(scenario, 'ip');
  const network = networkOf(known);
  // Where chance has its say in closed form, no rate needs to be drawn for a time.
  const batch =
    scenario.job.start === 'together' && batchDistribution(network, loadOf(known, network));
  return batch
    ? percentile(batch, 0.95)
    : expectedOf(scenario, effortFor(scenario), memory).planned;
}

/** A simulation of many connections takes longer than a reader waits for advice. */
function isComputable(scenario: Scenario): boolean {
  const network = networkOf(scenario);
  return network.units.length <= 200 && loadOf(scenario, network).bits > 0;
}

/** Changes with their figures, or undefined where there are none or they cannot be computed here. */
export function weigh(
  scenario: Scenario,
  changes: Changes,
  analysis: Analysis,
  memory?: OutcomeMemory,
): Advice | undefined {
  const changed = withChanges(scenario, changes);
  if (!isNonEmpty(changes) || !isComputable(changed)) return undefined;
  const { line, planned } = expectedOf(changed, effortFor(changed), memory);
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
  const network = networkOf(repaired);
  const { line } = expectedOf(repaired, effortFor(repaired), memory);
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
  const others = [
    ...settings(scenario, [8]).flat(),
    ...wider(scenario, limitsOfRepaired(scenario, repairs, analysis, memory)),
  ];
  const each = repairs.length > 1 ? repairs.map((one) => [one]) : [];
  const after = others.flatMap((changes) => (changes.length > 0 ? [[...repairs, ...changes]] : []));
  return [...each, repairs, ...after];
}

const leastGain = 1.05;
// A broken link is repaired for less than that.
const leastGainOfRepair = 1.001;
const mostListed = 6;

const nameOf = (changes: Changes): string => changes.map(({ kind }) => kind).join();

/**
 * What to change, the least effort first, each with its figure. A change that costs more effort is
 * listed only if it gives clearly more than those before it; one that ends the job later is no advice
 * however much it carries at the start. What is drawn is kept in `memory`: the
 * same change is weighed several times, and again for the next volume.
 */
export function advise(
  scenario: Scenario,
  analysis: Analysis,
  memory?: OutcomeMemory,
): readonly Advice[] {
  const listed: Advice[] = [];
  const seen = new Set<string>();
  let best = leastGain;
  for (const candidate of candidates(scenario, analysis, memory)) {
    const repair = candidate.every(({ kind }) => kind === 'repair-members');
    const least = repair && listed.length === 0 ? leastGainOfRepair : best;
    const whole = weigh(scenario, candidate, analysis, memory);
    if (!whole || whole.gain < least) continue;
    const gainOf = (changes: Changes) => weigh(scenario, changes, analysis, memory)?.gain ?? 0;
    const changes = withoutIdle(candidate, (fewer) => gainOf(fewer) >= whole.gain * 0.995);
    const advice = weigh(scenario, changes, analysis, memory);
    if (!advice || advice.gain < least || seen.has(nameOf(changes))) continue;
    if (advice.planned > analysis.window.planned) continue;
    seen.add(nameOf(changes));
    listed.push(advice);
    best = Math.max(best, advice.gain * leastGain);
    if (listed.length === mostListed) break;
  }
  return listed;
}
