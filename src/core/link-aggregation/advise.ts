import { isNonEmpty } from '../result.ts';
import { seconds } from '../units.ts';
import { expectedOf } from './analyse-known.ts';
import type { Advice, Analysis } from './analysis.ts';
import { candidates, oneStep } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import { standardEffort } from './drawn-outcomes.ts';
import type { Effort } from './drawn-outcomes.ts';
import { efficiency } from './framing.ts';
import { loadOf } from './job-load.ts';
import { networkOf } from './network.ts';
import { rateOf } from './rate.ts';
import type { Scenario } from './scenario.ts';

// Enough draws for advice: its figure is a mean, and each change is recomputed in full when opened.
const adviceEffort: Effort = { ...standardEffort, draws: 400 };

/** A candidate with its figures, or undefined where it changes nothing or cannot be computed here. */
export function weigh(candidate: Candidate, analysis: Analysis): Advice | undefined {
  const { changes, scenario } = candidate;
  if (!isNonEmpty(changes) || !isComputable(scenario)) return undefined;
  const { line, planned } = expectedOf(scenario, adviceEffort);
  const mean = rateOf(line, efficiency(scenario.wire));
  const { window } = scenario.job;
  return {
    changes,
    scenario,
    mean,
    gain: mean.goodput / analysis.rate.mean.goodput,
    planned: seconds(planned),
    fits: window === undefined ? undefined : planned <= window,
  };
}

/** A simulation of many connections takes longer than a reader waits for advice. */
function isComputable(scenario: Scenario): boolean {
  const network = networkOf(scenario);
  return network.units.length <= 200 && loadOf(scenario, network).bits > 0;
}

const leastGain = 1.05;

/**
 * What to change, the least effort first, each with its figure. A change that costs more effort is
 * listed only if it gives clearly more than those before it.
 */
export function advise(scenario: Scenario, analysis: Analysis): readonly Advice[] {
  const listed: Advice[] = [];
  const seen = new Set<string>();
  let best = leastGain;
  for (const candidate of candidates(scenario, analysis, oneStep)) {
    const advice = weigh(candidate, analysis);
    const name = candidate.changes.map(({ kind }) => kind).join();
    if (!advice || advice.gain < best || seen.has(name)) continue;
    seen.add(name);
    listed.push(advice);
    best = advice.gain * leastGain;
    if (listed.length === mostListed) break;
  }
  return listed;
}

const mostListed = 6;
