import { isNonEmpty } from '../result.ts';
import { bitsPerSecond } from '../units.ts';
import type { Analysis } from './analysis.ts';
import type { Bottleneck } from './bottleneck.ts';
import type { HopAnalysis } from './hop-loads.ts';
import type { Device } from './path-devices.ts';
import type { RateRange } from './rate.ts';
import { bottleneckOf } from './bottleneck.ts';
import { meanOf, percentile } from './distribution.ts';
import { withMemberDown } from './edits.ts';
import { decisiveHop } from './explain.ts';
import { efficiency } from './framing.ts';
import { fullestDistribution } from './fullest.ts';
import { hopAnalyses, offeredRate } from './hop-analysis.ts';
import type { Network } from './network.ts';
import type { Outcomes } from './outcome.ts';
import { devicesAlong } from './path-devices.ts';
import { rateOf } from './rate.ts';
import type { Scenario } from './scenario.ts';
import { slowestJob } from './slowest-job.ts';
import type { SlowestJob } from './slowest-job.ts';
import { assumptionsOf, certaintyOf } from './trust.ts';

/** What a scenario is like, however much is to be moved and by when. */
export interface Survey {
  readonly network: Network;
  /** For `countedVolume`. */
  readonly outcomes: Outcomes;
  /** Flows on the fullest member of the narrowest hash, and of the hop that the limit is named by. */
  readonly fullest: { readonly atNarrowest: number; readonly atDecisive: number };
  /** Undefined where all connections work on one job. */
  readonly slowest: SlowestJob | undefined;
  /** All of an analysis that does not depend on the job. */
  readonly known: Omit<Analysis, 'window' | 'findings'>;
}

/** Flows (or clients, or addresses) on the fullest member of a hop, on average; undefined without a hash. */
function fullestOn(network: Network, hop: number | undefined): number | undefined {
  const rule = hop === undefined ? undefined : network.rules[hop];
  return rule?.kind === 'hashed' ? meanOf(fullestDistribution(rule.weights, rule.keys)) : undefined;
}

/** The hashed hop that carries least by itself. */
function narrowestHash({ rules }: Network, hops: readonly HopAnalysis[]): number | undefined {
  const alone = (hop: number): number => hops[hop]?.expectedAlone ?? 0;
  return [...rules.keys()]
    .filter((hop) => rules[hop]?.kind === 'hashed')
    .toSorted((a, b) => alone(a) - alone(b))[0];
}

/** How many flows the fullest link holds where it matters. */
function fullestOf(network: Network, known: Survey['known']): Survey['fullest'] {
  const [narrowest, decisive] = [narrowestHash(network, known.hops), decisiveHop(known)];
  const drawn = known.hops.flatMap((hop) => hop.members.map(({ flows }) => flows.length));
  const atNarrowest = fullestOn(network, narrowest) ?? Math.max(0, ...drawn);
  const atDecisive = decisive === narrowest ? atNarrowest : (fullestOn(network, decisive) ?? 0);
  return { atNarrowest, atDecisive };
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

/** The figures of rates, all but what a failure leaves. */
function ratesOf(
  network: Network,
  outcomes: Outcomes,
  hops: readonly HopAnalysis[],
  fraction: number,
) {
  const capacity = Math.min(offeredRate(network.flows), ...hops.map((hop) => hop.capacity));
  return {
    rate: rangeOf(outcomes, fraction),
    capacity: rateOf(capacity, fraction),
    singleStream: rateOf(singleStream(network), fraction),
    efficiency: fraction,
    method: outcomes.method,
    distribution: outcomes.line.map(({ value, probability }) => ({
      line: bitsPerSecond(value),
      probability,
    })),
  };
}

/**
 * The survey of a scenario from its `outcomes` for `countedVolume`; `meanAfter` gives the mean line rate
 * of what a failure leaves, in bit/s.
 */
export function surveyOf(
  scenario: Scenario,
  network: Network,
  outcomes: Outcomes,
  meanAfter: (failed: Scenario) => number,
): Survey {
  const { hops, flows } = hopAnalyses(scenario, network, outcomes.mean);
  if (!isNonEmpty(hops)) throw new Error('A scenario has at least one hop.');
  const bottleneck = bottleneckOf(scenario, network, hops, outcomes.mean);
  const failed = failedOf(scenario, bottleneck);
  const fraction = efficiency(scenario.wire);
  const after = (of: Scenario) => rateOf(meanAfter(of), fraction);
  const known = {
    ...ratesOf(network, outcomes, hops, fraction),
    ...(failed && { afterFailure: { hop: failed.hop, mean: after(failed.scenario) } }),
    hops,
    flows,
    ...ends(scenario),
    bottleneck,
    certainty: certaintyOf(scenario, network, hops, outcomes),
    assumptions: assumptionsOf(scenario, network),
  };
  const slowest = slowestJob(scenario, network);
  return { network, outcomes, fullest: fullestOf(network, known), slowest, known };
}
