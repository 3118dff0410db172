/** What the core says about a case's path, under the case's names. */
import { analyse } from '../../../src/core/link-aggregation/analyse.ts';
import type { Analysis } from '../../../src/core/link-aggregation/analysis.ts';
import type { HopAnalysis } from '../../../src/core/link-aggregation/hop-loads.ts';
import {
  busyChances,
  expectedBusy,
  meanOf,
  percentile,
  uniformWeights,
} from '../../../src/core/link-aggregation/distribution.ts';
import { fullestDistribution } from '../../../src/core/link-aggregation/fullest.ts';
import type { Distribution } from '../../../src/core/link-aggregation/distribution.ts';
import { offeredRate } from '../../../src/core/link-aggregation/hop-analysis.ts';
import { networkOf } from '../../../src/core/link-aggregation/network.ts';
import type { Network } from '../../../src/core/link-aggregation/network.ts';
import { lineRateOf, placeKeys } from '../../../src/core/link-aggregation/placements.ts';
import { has, NotCovered, number, numberOr, numbers } from './case.ts';
import type { Figures, Inputs } from './case.ts';
import { scenarioOf } from './paths.ts';
import { membersByXor } from './placement.ts';
import { rateFigures, wireOf } from './rates.ts';
import type { Told } from './words.ts';

const giga = 1e9;

/** Figures of a hop with `keys` keys; there are some only where all members are alike. */
function busyFigures(keys: number, weights: readonly number[]): Figures {
  const members = weights.length;
  const uniform = expectedBusy(uniformWeights(members), keys);
  const compared = { uniform_hash_would_give: uniform, same_with_random_hash: uniform };
  if (new Set(weights).size > 1) return compared;
  const busy: Distribution = [...busyChances(members, keys)].map((probability, value) => ({
    value,
    probability,
  }));
  return {
    p_all_links_busy: busy.at(-1)?.probability,
    p_one_link_only: busy[1]?.probability,
    busy_links_p5: percentile(busy, 0.05),
    busy_links_p50: percentile(busy, 0.5),
    busy_links_p95: percentile(busy, 0.95),
    ...compared,
  };
}

/** What has to be told apart there: everything lies on a single link, whatever its device looks at. */
function keysOn(hop: HopAnalysis, network: Network): number {
  if (hop.sees.kind === 'keys') return hop.sees.count;
  return hop.membersUp === 1 ? network.flows.length : 1;
}

/** Figures of the last hop, the only one that the cases ask such things of. */
function hopFigures(analysis: Analysis, network: Network): Figures {
  const hop = analysis.hops.at(-1) ?? analysis.hops[0];
  const rule = network.rules.at(-1);
  const keys = keysOn(hop, network);
  const weights = rule?.kind === 'hashed' ? rule.weights : uniformWeights(hop.membersUp);
  const fullest = fullestDistribution(weights, keys);
  const link = hop.members.find(({ up }) => up)?.speed ?? 0;
  return {
    ...busyFigures(keys, weights),
    expected_busy_links: hop.expectedBusy,
    expected_flows_on_fullest_link: meanOf(fullest),
    fullest_link_p50: percentile(fullest, 0.5),
    fullest_link_p95: percentile(fullest, 0.95),
    smallest_share_p50_Gbps: link / percentile(fullest, 0.5) / giga,
    mean_share_Gbps: analysis.rate.mean.line / keys / giga,
    clients_per_link: hop.members.map(({ flows }) => flows.length),
    link_Gbps: Math.max(...hop.members.map(({ load }) => load)) / giga,
  };
}

function rangeFigures({ rate }: Analysis): Figures {
  const gbps = (value: number): number => value / giga;
  return {
    worst: gbps(rate.worst.line),
    worst_line_Gbps: gbps(rate.worst.line),
    best: gbps(rate.best.line),
    best_line_Gbps: gbps(rate.best.line),
    p5: gbps(rate.p5.line),
    p50: gbps(rate.median.line),
    p95: gbps(rate.p95.line),
  };
}

/** What slow and fast clients get of a link that they share. */
function shareFigures(analysis: Analysis): Figures {
  const loads = analysis.flows.map(({ load }) => load);
  return {
    slow_client_Gbps: Math.min(...loads) / giga,
    fast_client_Gbps: Math.max(...loads) / giga,
  };
}

function pathFiguresOf(analysis: Analysis, network: Network): Figures {
  const loads = analysis.flows.map(({ load }) => load / giga);
  const alike = loads.every((load) => Math.abs(load - (loads[0] ?? 0)) < 1e-9);
  return {
    sessions: loads.length,
    per_path_line_Gbps: alike ? loads[0] : loads,
    offered_Gbps: offeredRate(network.flows) / giga,
  };
}

/**
 * Sessions and what each carries. Under "failover only" they are there but wait. With a port down a
 * case may count those configured or those left; both are right, and `expected` tells which it means.
 */
function sessionFigures(inputs: Inputs, expected: Figures, said: Told, network: Network): Figures {
  const { scenario, line } = said;
  const { traffic, hops } = scenario;
  if (traffic.side !== 'storage' || !has(inputs, 'sessions')) return {};
  const active = networkOf({ ...scenario, traffic: { ...traffic, pathPolicy: 'least-queue' } });
  const stated = number(inputs, 'sessions');
  const left = active.flows.length;
  if (stated === left) return { sessions: stated };
  const configured = hops.reduce((product, { members }) => product * members.length, 1);
  if (stated === configured) return { sessions: expected['sessions'] === left ? left : stated };
  // Fewer sessions than a full mesh load alike ports as it does, if each port has as many as the next.
  const even = network.hops.every(
    ({ usable, capacities }) => stated % usable.length === 0 && new Set(capacities).size === 1,
  );
  if (!even || stated > left) throw new NotCovered(`${stated} sessions are no even mesh`);
  const used = traffic.pathPolicy === 'failover' ? 1 : stated;
  return { sessions: stated, per_path_line_Gbps: line / used / giga };
}

/** The mean line rate, or that of the placement which the case's addresses give. */
function lineOf(inputs: Inputs, analysis: Analysis, network: Network) {
  if (!has(inputs, 'storage_last_octets')) return { line: analysis.rate.mean.line, placed: {} };
  const members = membersByXor(
    // Cases without a host address continue one that has .10.
    numberOr(inputs, 'host_ip_last_octet', 10),
    numbers(inputs, 'storage_last_octets'),
    number(inputs, 'host_links'),
  );
  const [spread, ...others] = network.spreads;
  if (spread?.hop !== 0 || others.length > 0)
    throw new NotCovered('addresses on a path with another hash');
  return {
    line: lineRateOf(network, [placeKeys(spread, members)]),
    placed: { host_link_index: members },
  };
}

/** Every figure that the core has for the inputs; the case picks those that it expects. */
export function pathFigures(
  inputs: Inputs,
  expected: Figures,
): {
  readonly figures: Figures;
  readonly told: Told;
} {
  const scenario = scenarioOf(inputs);
  const analysis = analyse(scenario);
  const network = networkOf(scenario);
  const { line, placed } = lineOf(inputs, analysis, network);
  const wire = wireOf(inputs);
  const capacity = Math.min(...analysis.hops.map((hop) => hop.capacity));
  const offered = offeredRate(network.flows);
  const told = { scenario, analysis, line };
  const figures = {
    ...rateFigures(line, wire),
    ...rateFigures(line, wire, 'expected_'),
    ...rangeFigures(analysis),
    ...hopFigures(analysis, network),
    ...shareFigures(analysis),
    ...pathFiguresOf(analysis, network),
    ...placed,
    ...sessionFigures(inputs, expected, told, network),
    capacity_Gbps: capacity / giga,
    oversubscription: offered / capacity,
    if_both_hops_hash_identically: analyse({ ...scenario, hashes: 'same' }).rate.mean.line / giga,
  };
  return { figures, told };
}
