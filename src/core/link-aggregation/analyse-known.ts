import { seconds } from '../units.ts';
import type { Analysis } from './analysis.ts';
import type { WindowAnalysis } from './window.ts';
import { meanOf, percentile } from './distribution.ts';
import type { Effort } from './drawn-outcomes.ts';
import { assume } from './edits.ts';
import { findingsOf } from './explain.ts';
import { loadForRates, loadOf } from './job-load.ts';
import { networkOf } from './network.ts';
import type { Load, Outcomes } from './outcome.ts';
import { withVolume } from './outcome-memory.ts';
import type { OutcomeMemory } from './outcome-memory.ts';
import { unscaledOutcomes } from './outcomes.ts';
import type { Scenario } from './scenario.ts';
import { surveyOf } from './survey.ts';
import type { Survey } from './survey.ts';

function windowOf(
  scenario: Scenario,
  load: Load,
  outcomes: Outcomes,
  capacity: number,
  fullest: number,
): WindowAnalysis {
  const { batch, shortest, longest, mean } = outcomes;
  const queue = seconds(load.bits / mean);
  const p95 = seconds(Math.min(longest, percentile(batch, 0.95)));
  const planned = scenario.job.start === 'queue' ? queue : p95;
  const { window } = scenario.job;
  return {
    queue,
    batch: {
      best: seconds(shortest),
      p5: seconds(percentile(batch, 0.05)),
      median: seconds(percentile(batch, 0.5)),
      mean: seconds(meanOf(batch)),
      p95,
      worst: seconds(longest),
    },
    naive: seconds(load.bits / capacity),
    fullestLink: fullest,
    planned,
    window,
    fits: window === undefined ? undefined : planned <= window,
    spare: window === undefined ? undefined : seconds(window - planned),
  };
}

/** The mean line rate of a scenario in bit/s, without its times. */
export function meanLineOf(scenario: Scenario, effort: Effort, memory?: OutcomeMemory): number {
  const known = assume(scenario, 'ip');
  const network = networkOf(known);
  return unscaledOutcomes(network, loadForRates(known, network), effort, memory).mean;
}

/** The analysis of a surveyed scenario for its job. */
export function analysisOf(
  scenario: Scenario,
  { network, outcomes, fullest, slowest, known }: Survey,
): Analysis {
  const load = loadOf(scenario, network);
  const scaled = withVolume(outcomes, load.bits);
  const window = windowOf(scenario, load, scaled, known.capacity.line, fullest.atNarrowest);
  const all = { ...known, window };
  const uneven = { fullest: fullest.atDecisive, slowest };
  return { ...all, findings: findingsOf(scenario, network, all, uneven) };
}

/** The analysis of a scenario in which every device's choice is known. */
export function analyseKnown(scenario: Scenario, effort: Effort, memory?: OutcomeMemory): Analysis {
  const network = networkOf(scenario);
  const outcomes = unscaledOutcomes(network, loadOf(scenario, network), effort, memory);
  const meanAfter = (failed: Scenario) => meanLineOf(failed, effort, memory);
  return analysisOf(scenario, surveyOf(scenario, network, outcomes, meanAfter));
}
