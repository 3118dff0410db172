import { isNonEmpty } from '../result.ts';
import { bitsPerSecond, bytes, seconds, toBytesPerSecond } from '../units.ts';
import type {
  Analysis,
  Assumption,
  Bottleneck,
  Certainty,
  Device,
  HopAnalysis,
  Rate,
  RateRange,
  WindowAnalysis,
} from './analysis.ts';
import { fullestDistribution, meanOf, percentile } from './distribution.ts';
import { findingsOf } from './explain.ts';
import { hasPaths } from './flows.ts';
import { assume, withMemberDown } from './edits.ts';
import { efficiency } from './framing.ts';
import { devicesOf, hopAnalyses, offeredRate } from './hop-analysis.ts';
import { networkOf } from './network.ts';
import type { Network } from './network.ts';
import { outcomesOf, standardEffort } from './outcomes.ts';
import type { Effort, Load, Outcomes } from './outcomes.ts';
import type { Scenario } from './scenario.ts';

/** A line rate in all units, of which `fraction` is data. */
export function rateOf(line: number, fraction: number): Rate {
  const goodput = bitsPerSecond(line * fraction);
  const perSecond = toBytesPerSecond(goodput);
  return { line: bitsPerSecond(line), goodput, perSecond, perHour: bytes(perSecond * 3600) };
}

/**
 * Bits on the wire, framing included, that the job comes to. The storage's own connections to one
 * share, and all paths of multipath software, work on one job; clients and shares have a job each.
 */
export function loadOf(scenario: Scenario, network: Network): Load {
  const { traffic, job, caps, wire } = scenario;
  const bits = ((job.volume / caps.reduction) * 8) / efficiency(wire);
  const pooled =
    traffic.side === 'storage' &&
    (traffic.addresses === 1 || wire.protocol === 'smb' || hasPaths(scenario, network.hops));
  return { bits, pooled };
}

/** Distances that rounding makes are no difference. */
const near = (a: number, b: number): boolean =>
  a === b || (Number.isFinite(a) && Number.isFinite(b) && Math.abs(a - b) <= 1e-6 * Math.max(a, b));

function bottleneckOf(
  scenario: Scenario,
  network: Network,
  hops: readonly HopAnalysis[],
  line: number,
): Bottleneck {
  const least = Math.min(...hops.map(({ expectedAlone }) => expectedAlone));
  const disk = scenario.caps.disk;
  if (disk !== undefined && (disk * 8) / efficiency(scenario.wire) < least) return { kind: 'disk' };
  const policy = scenario.traffic.side === 'storage' ? scenario.traffic.pathPolicy : 'least-queue';
  if (hasPaths(scenario, network.hops)) {
    const capacity = Math.min(...hops.map((hop) => hop.capacity));
    if (policy === 'failover' && line < capacity && !near(line, capacity))
      return { kind: 'path-policy', policy };
    if (policy === 'round-robin' && line < least && !near(line, least))
      return { kind: 'path-policy', policy };
  }
  const offered = offeredRate(network.flows);
  const whole = (hop: HopAnalysis): boolean => near(hop.expectedAlone, hop.capacity);
  const limiting = hops.flatMap((hop, index) => (near(hop.expectedAlone, least) ? [index] : []));
  const wide = limiting.filter((index) => hops[index] && whole(hops[index]));
  if (near(least, offered) && wide.length === 0) return { kind: 'client-nics' };
  const [first = 0] = limiting;
  if (limiting.length === 1) {
    return { kind: 'hop', hop: first, why: wide.length === 1 ? 'capacity' : 'choice' };
  }
  if (wide.length === limiting.length) return { kind: 'none' };
  // Where one hop is simply as narrow as that, the other's choice costs nothing.
  const [narrow] = wide;
  return narrow === undefined
    ? { kind: 'hops-alike', hops: limiting, why: 'choice' }
    : { kind: 'hop', hop: narrow, why: 'capacity' };
}

/**
 * A ceiling is a figure that real devices do not reach: packets in turn, ARP answers that do not last.
 * Where another hop is narrower, it is not what the result rests on.
 */
function certaintyOf(
  scenario: Scenario,
  network: Network,
  hops: readonly HopAnalysis[],
  outcomes: Outcomes,
): Certainty {
  const least = Math.min(...hops.map(({ expectedAlone }) => expectedAlone));
  const ceiling = hops.some(({ chooser, sees, membersUp, expectedAlone }) => {
    const byArp = chooser === 'per-client-arp' && sees.kind === 'keys';
    return membersUp > 1 && (byArp || chooser === 'per-packet') && near(expectedAlone, least);
  });
  if (ceiling) return 'upper-bound';
  const modelled = outcomes.method.kind === 'simulation' || hasPaths(scenario, network.hops);
  return modelled ? 'model' : 'exact';
}

function assumptionsOf(scenario: Scenario, network: Network): readonly Assumption[] {
  const hashed = network.rules.filter(({ kind }) => kind === 'hashed').length;
  const some = (when: boolean, assumption: Assumption): readonly Assumption[] =>
    when ? [assumption] : [];
  const same = scenario.hashes === 'same';
  const { traffic, wire, caps } = scenario;
  return [
    ...some(hashed > 0, { kind: 'uniform-hash' }),
    ...some(hashed > 1, { kind: same ? 'same-hashes' : 'independent-hashes' }),
    ...some(traffic.side === 'storage', { kind: 'storage-shares-one-mac' }),
    ...some(
      network.rules.some(({ kind }) => kind === 'pool'),
      { kind: 'no-reordering-loss' },
    ),
    ...some(network.equal, { kind: 'equal-bytes-per-path' }),
    ...some(!network.equal, { kind: 'fair-shares' }),
    ...some(network.flows.length > 1, { kind: 'equal-jobs' }),
    { kind: 'full-frames', mtu: wire.mtu },
    ...some(caps.reduction > 1, { kind: 'reduction', ratio: caps.reduction }),
    ...some(caps.disk === undefined, { kind: 'network-only' }),
  ];
}

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
      typical: seconds(meanOf(batch)),
      p95,
      worst: seconds(longest),
    },
    naive: seconds(load.bits / capacity),
    fullestLink: fullest,
    planned,
    window,
    fits: planned <= window,
    spare: seconds(window - planned),
  };
}

const rangeOf = ({ line, mean, worst, best }: Outcomes, fraction: number): RateRange => ({
  worst: rateOf(worst, fraction),
  p5: rateOf(percentile(line, 0.05), fraction),
  median: rateOf(percentile(line, 0.5), fraction),
  typical: rateOf(mean, fraction),
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
export function typicalOf(
  scenario: Scenario,
  effort: Effort,
): { readonly line: number; readonly planned: number } {
  const known = assume(scenario, 'ip');
  const network = networkOf(known);
  const load = loadOf(known, network);
  const outcomes = outcomesOf(network, load, effort);
  const queue = load.bits / outcomes.mean;
  const planned = scenario.job.start === 'queue' ? queue : percentile(outcomes.batch, 0.95);
  return { line: outcomes.mean, planned };
}

function afterFailure(
  scenario: Scenario,
  bottleneck: Bottleneck,
  effort: Effort,
  fraction: number,
) {
  const hop =
    bottleneck.kind === 'hop'
      ? bottleneck.hop
      : bottleneck.kind === 'hops-alike'
        ? (bottleneck.hops[0] ?? 0)
        : widest(scenario);
  const failed = withMemberDown(scenario, hop);
  if (!failed) return {};
  return { afterFailure: { hop, typical: rateOf(typicalOf(failed, effort).line, fraction) } };
}

/** The hop with the most members that are up: where a failure is likeliest. */
function widest(scenario: Scenario): number {
  const up = scenario.hops.map(({ members }) => members.filter((member) => member.up).length);
  return up.indexOf(Math.max(...up));
}

function ends(scenario: Scenario): { readonly origin: Device; readonly destination: Device } {
  const devices = devicesOf(scenario);
  const first: Device =
    scenario.traffic.side === 'clients' ? { kind: 'clients' } : { kind: 'agent' };
  const last = devices.at(-1) ?? { kind: 'agent' };
  return scenario.direction === 'backup'
    ? { origin: first, destination: last }
    : { origin: last, destination: first };
}

function analyseKnown(scenario: Scenario, effort: Effort): Analysis {
  const network = networkOf(scenario);
  const load = loadOf(scenario, network);
  const outcomes = outcomesOf(network, load, effort);
  const fraction = efficiency(scenario.wire);
  const { hops, flows } = hopAnalyses(scenario, network, outcomes.mean);
  if (!isNonEmpty(hops)) throw new Error('A scenario has at least one hop.');
  const capacity = Math.min(offeredRate(network.flows), ...hops.map((hop) => hop.capacity));
  const bottleneck = bottleneckOf(scenario, network, hops, outcomes.mean);
  const window = windowOf(scenario, load, outcomes, capacity, fullestLink(network, hops));
  const known = {
    rate: rangeOf(outcomes, fraction),
    capacity: rateOf(capacity, fraction),
    singleStream: rateOf(singleStream(network), fraction),
    ...afterFailure(scenario, bottleneck, effort, fraction),
    efficiency: fraction,
    hops,
    flows,
    ...ends(scenario),
    bottleneck,
    window,
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

/** The lower of two ranges at the low end, the higher at the high end. */
function spanning(low: RateRange, high: RateRange): RateRange {
  const [less, more] = low.typical.line <= high.typical.line ? [low, high] : [high, low];
  return { ...less, p95: more.p95, best: more.best };
}

/**
 * Everything the calculator knows about a scenario. The same scenario always gives the same analysis.
 *
 * Where a device's choice is `unknown`, both a hash of addresses and a hash of connections are
 * computed: the range spans both, the rest is that of the slower one.
 */
export function analyse(scenario: Scenario, effort: Effort = standardEffort): Analysis {
  const active = scenario.hops.map((hop) =>
    scenario.direction === 'backup' ? hop.chooser : hop.backChooser,
  );
  const unknown = active.indexOf('unknown');
  if (unknown < 0) return analyseKnown(scenario, effort);
  const byIp = analyseKnown(assume(scenario, 'ip'), effort);
  const byPort = analyseKnown(assume(scenario, 'ip-port'), effort);
  const slower = byPort.rate.typical.line < byIp.rate.typical.line ? byPort : byIp;
  const [first, ...others] = slower.hops;
  const named = (hop: HopAnalysis, index: number): HopAnalysis =>
    active[index] === 'unknown' ? { ...hop, chooser: 'unknown' } : hop;
  return {
    ...slower,
    rate: spanning(byIp.rate, byPort.rate),
    hops: [named(first, 0), ...others.map((hop, index) => named(hop, index + 1))],
    certainty: slower.certainty === 'exact' ? 'model' : slower.certainty,
    findings: [
      {
        kind: 'unknown-chooser',
        hop: unknown,
        ip: byIp.rate.typical.line,
        ipPort: byPort.rate.typical.line,
      },
      ...slower.findings,
    ],
  };
}
