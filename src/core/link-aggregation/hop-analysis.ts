import { bitsPerSecond } from '../units.ts';
import type { FlowLoad, HopAnalysis, MemberLoad } from './hop-loads.ts';
import type { HopRule } from './choosers.ts';
import { expectedBusy } from './distribution.ts';
import { expectedThrough } from './through.ts';
import type { ActiveHop, PlannedFlow } from './flows.ts';
import type { Network } from './network.ts';
import { devicesAlong } from './path-devices.ts';
import { bestPlacement, drawPlacement, lineRateOf, ratesOf } from './placements.ts';
import type { PlacedUnits } from './placements.ts';
import { randomFrom, standardSeed } from './random.ts';
import type { Hop, Scenario } from './scenario.ts';

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

/** What all network cards of the flows' owners could send together; infinite for storage. */
export function offeredRate(flows: readonly PlannedFlow[]): number {
  const nics = new Map(flows.map(({ owner, nic }) => [owner, nic]));
  return sum([...nics.values()]);
}

/** The load that the flows of each key can bring: each owner's card counts once. */
function loadsOf(flows: readonly PlannedFlow[], keyOf: readonly number[]): readonly number[] {
  const owners = new Map<number, Map<number, number>>();
  flows.forEach(({ owner, nic }, index) => {
    const key = keyOf[index] ?? 0;
    const known = owners.get(key) ?? new Map<number, number>();
    owners.set(key, known.set(owner, nic));
  });
  return [...owners.entries()]
    .toSorted(([a], [b]) => a - b)
    .map(([, nics]) => sum([...nics.values()]));
}

/** Equal loads together. */
function grouped(loads: readonly number[]) {
  const counts = new Map<number, number>();
  for (const cap of loads) counts.set(cap, (counts.get(cap) ?? 0) + 1);
  return [...counts].map(([cap, count]) => ({ cap, count }));
}

/** What a hop's choice lets through on average if nothing else were in the way. Bit/s. */
export function throughAlone(hop: ActiveHop, rule: HopRule, flows: readonly PlannedFlow[]): number {
  const offered = offeredRate(flows);
  switch (rule.kind) {
    case 'pool':
      return Math.min(offered, sum(hop.capacities));
    case 'fixed': {
      const members = [...new Set(rule.memberOf)].toSorted((a, b) => a - b);
      const loads = loadsOf(flows, rule.memberOf);
      return sum(
        members.map((member, index) => Math.min(loads[index] ?? 0, hop.capacities[member] ?? 0)),
      );
    }
    case 'hashed': {
      const groups = grouped(loadsOf(flows, rule.keyOf));
      const speeds = new Set(hop.capacities);
      const [speed] = hop.capacities;
      if (speeds.size === 1 && speed !== undefined) {
        return Math.min(offered, expectedThrough(rule.weights, speed, groups));
      }
      const each = rule.weights.map((weight, member) =>
        expectedThrough([weight], hop.capacities[member] ?? 0, groups),
      );
      return Math.min(offered, sum(each));
    }
    default:
      return rule satisfies never;
  }
}

/** Usable members that carry anything, on average. */
function busyMembers(hop: ActiveHop, rule: HopRule): number {
  if (rule.kind === 'pool') return hop.usable.length;
  if (rule.kind === 'hashed') return expectedBusy(rule.weights, rule.keys);
  return new Set(rule.memberOf).size;
}

/** How many placements are drawn to find one near the mean. */
const candidates = 48;

/**
 * A placement to draw: of some draws the one whose rate is nearest to the mean, and among those the
 * first. Always the same for the same network.
 */
function placementNear(network: Network, mean: number): PlacedUnits {
  if (network.spreads.every(({ kind }) => kind === 'fixed')) return bestPlacement(network);
  const random = randomFrom(standardSeed);
  let nearest = drawPlacement(network, random);
  let distance = Math.abs(lineRateOf(network, nearest) - mean);
  for (let draw = 1; draw < candidates; draw += 1) {
    const placed = drawPlacement(network, random);
    const away = Math.abs(lineRateOf(network, placed) - mean);
    if (away < distance * 0.999) [nearest, distance] = [placed, away];
  }
  return nearest;
}

/** The usable member (by position) that a flow takes on a hop; -1 where it takes all in turn. */
function positionOf(
  network: Network,
  placed: PlacedUnits,
  hop: number,
  flow: number,
  unit: number,
): number {
  const rule = network.rules[hop];
  if (!rule || rule.kind === 'pool') return -1;
  if (rule.kind === 'fixed') return rule.memberOf[flow] ?? 0;
  const own = network.spreads.findIndex((spread) => spread.hop === hop);
  // A hop that places like an earlier one was left out of the network: its placement is that one's.
  const spread = own >= 0 ? own : network.spreads.findIndex(({ kind }) => kind === 'hashed');
  return placed[spread]?.[unit] ?? 0;
}

/** The flows as they lie in a placement near the mean. Loads are line rates. */
function flowLoads(network: Network, mean: number): readonly FlowLoad[] {
  const placed = placementNear(network, mean);
  const rates = ratesOf(network, placed);
  const loads: FlowLoad[] = [];
  network.units.forEach((unit, index) => {
    for (const flow of unit.flows) {
      const { owner = 0, group = 0, connection = 0 } = network.flows[flow] ?? {};
      const members = network.hops.map((hop, position) => {
        const usable = positionOf(network, placed, position, flow, index);
        return usable < 0 ? -1 : (hop.usable[usable] ?? 0);
      });
      const load = bitsPerSecond((rates[index] ?? 0) / unit.weight);
      loads[flow] = { owner, group, connection, members, load };
    }
  });
  return loads;
}

function memberLoads(
  hop: Hop,
  index: number,
  active: ActiveHop,
  flows: readonly FlowLoad[],
): readonly MemberLoad[] {
  const total = sum(flows.map(({ load }) => load));
  const capacity = sum(active.capacities);
  return hop.members.map(({ speed, up }, member) => {
    const on = flows.flatMap((flow, number) => (flow.members[index] === member ? [number] : []));
    // Frames in turn load every member alike.
    const inTurn =
      active.usable.includes(member) && flows.some((flow) => flow.members[index] === -1);
    const load = inTurn
      ? (total * speed) / capacity
      : sum(on.map((number) => flows[number]?.load ?? 0));
    const carried = inTurn ? flows.map((_, number) => number) : on;
    return { up, speed, flows: carried, load: bitsPerSecond(load) };
  });
}

/** The hops and flows of an analysis, drawn in one placement whose rate is near `mean`. */
export function hopAnalyses(
  scenario: Scenario,
  network: Network,
  mean: number,
): { readonly hops: readonly HopAnalysis[]; readonly flows: readonly FlowLoad[] } {
  const flows = flowLoads(network, mean);
  const devices = devicesAlong(scenario.traffic.side, scenario.hops.length);
  const hops = scenario.hops.flatMap((hop, index): readonly HopAnalysis[] => {
    const active = network.hops[index];
    const rule = network.rules[index];
    const [near, far] = [devices[index], devices[index + 1]];
    if (!active || !rule || !near || !far) return [];
    const [from, to] = scenario.direction === 'backup' ? [near, far] : [far, near];
    return [
      {
        from,
        to,
        chooser: active.chooser,
        sees: rule.sees,
        members: memberLoads(hop, index, active, flows),
        expectedBusy: busyMembers(active, rule),
        membersUp: active.usable.length,
        capacity: bitsPerSecond(sum(active.capacities)),
        expectedAlone: bitsPerSecond(throughAlone(active, rule, network.flows)),
      },
    ];
  });
  return { hops, flows };
}
