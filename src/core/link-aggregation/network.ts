import { efficiency } from './framing.ts';
import { hopRule } from './choosers.ts';
import type { HopRule } from './choosers.ts';
import { activeHops, flowsOf, hasPaths } from './flows.ts';
import type { ActiveHop, PlannedFlow } from './flows.ts';
import type { Scenario } from './scenario.ts';

/** Flows that take the same way whatever the hashes do, so that they can be computed as one. */
export interface Unit {
  /** Indices of its flows. */
  readonly flows: readonly number[];
  /** The most it can take: its network card, or a link that it has for itself. Bit/s. */
  readonly cap: number;
  readonly weight: number;
  readonly owner: number;
}

/** A hop at which units part, with capacities in bit/s. */
export type Spread =
  | {
      readonly kind: 'fixed';
      readonly hop: number;
      readonly capacities: readonly number[];
      /** Member of each unit. */
      readonly memberOf: readonly number[];
    }
  | {
      readonly kind: 'hashed';
      readonly hop: number;
      readonly capacities: readonly number[];
      readonly weights: readonly number[];
      /** Key of each unit. */
      readonly keyOf: readonly number[];
      readonly keys: number;
    };

/** What is left of a scenario when everything that cannot matter is gone. */
export interface Network {
  readonly hops: readonly ActiveHop[];
  readonly rules: readonly HopRule[];
  readonly flows: readonly PlannedFlow[];
  readonly units: readonly Unit[];
  readonly spreads: readonly Spread[];
  /** What everything together cannot exceed: single links, pools and disks. Bit/s of line rate. */
  readonly common: number;
  /** Equal bytes on every path, as round robin does. */
  readonly equal: boolean;
}

/** Hops that place like this one: the reader said so, and they have the same rule and size. */
function twinsOf(
  scenario: Scenario,
  hops: readonly ActiveHop[],
  index: number,
): readonly ActiveHop[] {
  const hop = hops[index];
  if (scenario.hashes === 'independent') return hop ? [hop] : [];
  return hops.filter(
    (other) => other.chooser === hop?.chooser && other.usable.length === hop.usable.length,
  );
}

/** The most that the disks let cross the wire, in line rate. */
const diskLine = (scenario: Scenario): number =>
  scenario.caps.disk === undefined
    ? Infinity
    : (scenario.caps.disk * 8) / efficiency(scenario.wire);

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

/** What a hop lets through at most where it does not part the flows; infinite where it does. */
function commonOf(hop: ActiveHop, rule: HopRule): number {
  if (rule.kind === 'pool') return sum(hop.capacities);
  if (rule.kind === 'hashed') return Infinity;
  const [first = 0, ...others] = rule.memberOf;
  return others.every((member) => member === first)
    ? (hop.capacities[first] ?? Infinity)
    : Infinity;
}

/** Hops at which flows part, as they stand before units are made; indices are of flows. */
function partings(network: Pick<Network, 'hops' | 'rules'>): readonly number[] {
  return network.rules.flatMap((rule, index) => {
    const hop = network.hops[index];
    return hop && commonOf(hop, rule) === Infinity ? [index] : [];
  });
}

const keysOf = (rule: HopRule | undefined): readonly number[] => {
  if (rule?.kind === 'hashed') return rule.keyOf;
  return rule?.kind === 'fixed' ? rule.memberOf : [];
};

/** Joins the flows of one owner that no parting hop tells apart. */
function unitsOf(
  flows: readonly PlannedFlow[],
  rules: readonly HopRule[],
  partingHops: readonly number[],
): readonly Unit[] {
  const known = new Map<string, number[]>();
  flows.forEach((flow, index) => {
    const name = [flow.owner, ...partingHops.map((hop) => keysOf(rules[hop])[index])].join('/');
    const members = known.get(name);
    if (members) members.push(index);
    else known.set(name, [index]);
  });
  return [...known.values()].map((members) => {
    const first = flows[members[0] ?? 0];
    return {
      flows: members,
      cap: first?.nic ?? Infinity,
      weight: members.length,
      owner: first?.owner ?? 0,
    };
  });
}

/** `twins` place alike, so the narrowest of their members with the same number is what counts. */
function spreadOf(
  network: Pick<Network, 'rules' | 'units'>,
  index: number,
  twins: readonly ActiveHop[],
): Spread {
  const [first] = twins;
  const capacities = (first?.capacities ?? []).map((_, member) =>
    Math.min(...twins.map((twin) => twin.capacities[member] ?? Infinity)),
  );
  const rule = network.rules[index];
  const ofUnit = network.units.map(({ flows }) => keysOf(rule)[flows[0] ?? 0] ?? 0);
  return rule?.kind === 'hashed'
    ? {
        kind: 'hashed',
        hop: index,
        capacities,
        weights: rule.weights,
        keyOf: ofUnit,
        keys: rule.keys,
      }
    : { kind: 'fixed', hop: index, capacities, memberOf: ofUnit };
}

/**
 * Where a client has several units, its network card is a link that they share, unless it carries more
 * than the path does.
 */
function nicSpread(units: readonly Unit[], hops: readonly ActiveHop[]): readonly Spread[] {
  const links = new Map<number, { readonly link: number; readonly capacity: number }>();
  for (const { owner, cap } of units) {
    if (!links.has(owner)) links.set(owner, { link: links.size, capacity: cap });
  }
  const path = Math.min(...hops.map(({ capacities }) => sum(capacities)));
  const capacities = [...links.values()].map(({ capacity }) => capacity);
  if (links.size === units.length || capacities.every((capacity) => capacity >= path)) return [];
  const memberOf = units.map(({ owner }) => links.get(owner)?.link ?? 0);
  return [{ kind: 'fixed', hop: hops.length, capacities, memberOf }];
}

/** What `of` gives for each unit, summed by the link that the unit lies on. */
function summedOn(
  memberOf: readonly number[],
  links: readonly number[],
  of: (unit: number) => number,
): readonly number[] {
  const sums = links.map(() => 0);
  memberOf.forEach((link, unit) => {
    sums[link] = (sums[link] ?? 0) + of(unit);
  });
  return sums;
}

/**
 * A fixed link that one unit has for itself is a cap of that unit; a fixed hop on which no link can be
 * full is no limit at all. Both are taken out, so that one hashed hop remains where only one decides.
 */
function simplify(units: readonly Unit[], spreads: readonly Spread[]) {
  let reduced = units;
  const kept = spreads.filter((spread) => {
    if (spread.kind === 'hashed') return true;
    const { memberOf, capacities } = spread;
    if (summedOn(memberOf, capacities, () => 1).some((count) => count > 1)) {
      const offered = summedOn(memberOf, capacities, (unit) => reduced[unit]?.cap ?? 0);
      return offered.some((load, link) => load > (capacities[link] ?? Infinity));
    }
    reduced = reduced.map((unit, index) => ({
      ...unit,
      cap: Math.min(unit.cap, spread.capacities[spread.memberOf[index] ?? 0] ?? Infinity),
    }));
    return false;
  });
  return { units: reduced, spreads: kept };
}

/** The scenario as a network of links. */
export function networkOf(scenario: Scenario): Network {
  const hops = activeHops(scenario);
  const flows = flowsOf(scenario, hops);
  const rules = hops.map((hop, index) =>
    hopRule({ scenario, hop, flows, isFirst: index === 0, isLast: index === hops.length - 1 }),
  );
  const common = Math.min(
    diskLine(scenario),
    ...hops.map((hop, index) =>
      commonOf(hop, rules[index] ?? { kind: 'pool', sees: { kind: 'nothing' } }),
    ),
  );
  const partingHops = partings({ hops, rules });
  const units = unitsOf(flows, rules, partingHops);
  const spreads = partingHops.flatMap((index) => {
    const twins =
      rules[index]?.kind === 'hashed'
        ? twinsOf(scenario, hops, index)
        : [hops[index]].flatMap((hop) => hop ?? []);
    return twins[0]?.index === index ? [spreadOf({ rules, units }, index, twins)] : [];
  });
  const equal =
    hasPaths(scenario, hops) &&
    scenario.traffic.side === 'storage' &&
    scenario.traffic.pathPolicy === 'round-robin';
  const links = [...spreads, ...nicSpread(units, hops)];
  // Equal bytes per path needs every link as it is; only max-min shares can be simplified.
  const simple = equal ? { units, spreads: links } : simplify(units, links);
  return { hops, rules, flows, ...simple, common, equal };
}
