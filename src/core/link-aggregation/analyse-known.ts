import { isNonEmpty } from '../result.ts';
import { bitsPerSecond, seconds } from '../units.ts';
import type {
  Analysis,
  Bottleneck,
  Device,
  HopAnalysis,
  RateRange,
  WindowAnalysis,
} from './analysis.ts';
import { bottleneckOf } from './bottleneck.ts';
import { meanOf, percentile } from './distribution.ts';
import type { Effort } from './drawn-outcomes.ts';
import { assume, withMemberDown } from './edits.ts';
import { findingsOf } from './explain.ts';
import { efficiency } from './framing.ts';
import { fullestDistribution } from './fullest.ts';
import { hopAnalyses, offeredRate } from './hop-analysis.ts';
import { devicesAlong } from './path-devices.ts';
import { loadOf } from './job-load.ts';
import { networkOf } from './network.ts';
import type { Network } from './network.ts';
import type { Load, Outcomes } from './outcome.ts';
import type { OutcomeMemory } from './outcome-memory.ts';
import { outcomesOf } from './outcomes.ts';
import { rateOf } from './rate.ts';
import type { Scenario } from './scenario.ts';
import { assumptionsOf, certaintyOf } from './trust.ts';

/** Flows (or clients, or addresses) on the fullest member of the hop that limits, on average. */
function fullestLink(network: Network, hops: readonly HopAnalysis[]): number {
  const order = hops
    .map((_, index) => index)
    .toSorted((a, b) => (hops[a]?.expectedAlone ?? 0) - (hops[b]?.expectedAlone ?? 0));
  for (const index of order) {
    const rule = network.rules[index];
    if (rule?.kind === 'hashed') return meanOf(fullestDistribution(rule.weights, rule.keys));
  }
  return Math.max(0, ...hops.flatMap((hop) => hop.members.map(({ flows }) => flows.length)));
}

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

const rangeOf = ({ line, mean, worst, best }: Outcomes, fraction: number): RateRange => ({
  worst: rateOf(worst, fraction),
  p5: rateOf(percentile(line, 0.05), fraction),
  median: rateOf(percentile(line, 0.5), fraction),
  mean: rateOf(mean, fraction),
  p95: rateOf(percentile(line, 0.95), fraction),
  best: rateOf(best, fraction),
});

/** What one connection can take by itself. */
function singleStream(network: Network): number {
  const nic = Math.max(0, ...network.flows.map((flow) => flow.nic));
  const hops = network.hops.map(({ capacities }, index) => {
    const all = capacities.reduce((sum, capacity) => sum + capacity, 0);
    return network.rules[index]?.kind === 'pool' ? all : Math.max(...capacities);
  });
  return Math.min(nic, network.common, ...hops);
}

/** The mean line rate of a scenario in bit/s, and how long its job is planned to take. */
export function expectedOf(
  scenario: Scenario,
  effort: Effort,
  memory?: OutcomeMemory,
): { readonly line: number; readonly planned: number } {
  const known = assume(scenario, 'ip');
  const network = networkOf(known);
  const load = loadOf(known, network);
  const outcomes = outcomesOf(network, load, effort, memory);
  const queue = load.bits / outcomes.mean;
  const planned = scenario.job.start === 'queue' ? queue : percentile(outcomes.batch, 0.95);
  return { line: outcomes.mean, planned };
}

/** The scenario after one more member of the hop that limits has failed, if it has another one. */
function failedOf(scenario: Scenario, bottleneck: Bottleneck) {
  const hop =
    bottleneck.kind === 'hop'
      ? bottleneck.hop
      : bottleneck.kind === 'hops-alike'
        ? (bottleneck.hops[0] ?? 0)
        : widest(scenario);
  const failed = withMemberDown(scenario, hop);
  return failed && { hop, scenario: failed };
}

/** The hop with the most members that are up: where a failure is likeliest. */
function widest(scenario: Scenario): number {
  const up = scenario.hops.map(({ members }) => members.filter((member) => member.up).length);
  return up.indexOf(Math.max(...up));
}

function ends(scenario: Scenario): { readonly origin: Device; readonly destination: Device } {
  const devices = devicesAlong(scenario.traffic.side, scenario.hops.length);
  const first: Device =
    scenario.traffic.side === 'clients' ? { kind: 'clients' } : { kind: 'agent' };
  const last = devices.at(-1) ?? { kind: 'agent' };
  return scenario.direction === 'backup'
    ? { origin: first, destination: last }
    : { origin: last, destination: first };
}

/** What a scenario is like, however much is to be moved and by when. */
export interface Survey {
  readonly network: Network;
  readonly drawn: ReturnType<typeof hopAnalyses>;
  readonly bottleneck: Bottleneck;
  /** The mean line rate after one more member of `hop` has failed; bit/s. */
  readonly failure: { readonly hop: number; readonly line: number } | undefined;
}

/** The survey of a scenario; `meanAfter` gives the mean line rate of what a failure leaves, in bit/s. */
export function surveyOf(
  scenario: Scenario,
  network: Network,
  mean: number,
  meanAfter: (failed: Scenario) => number,
): Survey {
  const drawn = hopAnalyses(scenario, network, mean);
  const bottleneck = bottleneckOf(scenario, network, drawn.hops, mean);
  const failed = failedOf(scenario, bottleneck);
  const failure = failed && { hop: failed.hop, line: meanAfter(failed.scenario) };
  return { network, drawn, bottleneck, failure };
}

/** The analysis of a surveyed scenario for a load. */
export function analysisOf(
  scenario: Scenario,
  survey: Survey,
  load: Load,
  outcomes: Outcomes,
): Analysis {
  const { network, bottleneck, failure } = survey;
  const { hops, flows } = survey.drawn;
  if (!isNonEmpty(hops)) throw new Error('A scenario has at least one hop.');
  const fraction = efficiency(scenario.wire);
  const capacity = Math.min(offeredRate(network.flows), ...hops.map((hop) => hop.capacity));
  const known = {
    rate: rangeOf(outcomes, fraction),
    capacity: rateOf(capacity, fraction),
    singleStream: rateOf(singleStream(network), fraction),
    ...(failure && { afterFailure: { hop: failure.hop, mean: rateOf(failure.line, fraction) } }),
    efficiency: fraction,
    hops,
    flows,
    ...ends(scenario),
    bottleneck,
    window: windowOf(scenario, load, outcomes, capacity, fullestLink(network, hops)),
    certainty: certaintyOf(scenario, network, hops, outcomes),
    method: outcomes.method,
    assumptions: assumptionsOf(scenario, network),
    distribution: outcomes.line.map(({ value, probability }) => ({
      line: bitsPerSecond(value),
      probability,
    })),
  };
  return { ...known, findings: findingsOf(scenario, network, known) };
}

/** The analysis of a scenario in which every device's choice is known. */
export function analyseKnown(scenario: Scenario, effort: Effort, memory?: OutcomeMemory): Analysis {
  const network = networkOf(scenario);
  const load = loadOf(scenario, network);
  const outcomes = outcomesOf(network, load, effort, memory);
  const survey = surveyOf(
    scenario,
    network,
    outcomes.mean,
    (failed) => expectedOf(failed, effort, memory).line,
  );
  return analysisOf(scenario, survey, load, outcomes);
}
