import { seconds } from '../units.ts';
import type { Seconds } from '../units.ts';
import type { ActiveHop } from './flows.ts';
import type { HopRule } from './choosers.ts';
import type { Network } from './network.ts';
import { isPooled } from './job-load.ts';
import type { Load } from './outcome.ts';
import type { Scenario } from './scenario.ts';

/** The job that takes longest if it has the whole path for itself. No spread of the others helps it. */
export interface SlowestJob {
  /** The jobs that the data is shared out to, in equal parts. */
  readonly jobs: number;
  /** What it moves at, alone. Bit/s of line rate. */
  readonly line: number;
  /** What its network card carries; infinite for storage. */
  readonly nic: number;
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

/** What a hop lets through of an owner whose flows have these keys (or members) there, if placed best. */
function reach({ capacities }: ActiveHop, rule: HopRule, keys: ReadonlySet<number>): number {
  if (rule.kind === 'pool') return sum(capacities);
  if (rule.kind === 'fixed') return sum([...keys].map((member) => capacities[member] ?? 0));
  return sum(capacities.toSorted((a, b) => b - a).slice(0, keys.size));
}

/** The keys (or members) that the flows of each owner have on a hop. */
function keysByOwner({ flows }: Network, rule: HopRule): ReadonlyMap<number, ReadonlySet<number>> {
  const keys = new Map<number, Set<number>>();
  const keyOf = rule.kind === 'hashed' ? rule.keyOf : rule.kind === 'fixed' ? rule.memberOf : [];
  flows.forEach(({ owner }, flow) => {
    const known = keys.get(owner) ?? new Set<number>();
    keys.set(owner, known.add(keyOf[flow] ?? 0));
  });
  return keys;
}

/** The slowest of several jobs; undefined where all connections work on one. */
export function slowestJob(scenario: Scenario, network: Network): SlowestJob | undefined {
  if (isPooled(scenario, network)) return undefined;
  const nics = new Map(network.flows.map(({ owner, nic }) => [owner, nic]));
  const lines = new Map([...nics].map(([owner, nic]) => [owner, Math.min(nic, network.common)]));
  network.rules.forEach((rule, index) => {
    const hop = network.hops[index];
    if (!hop || hop.capacities.length === 1) return;
    for (const [owner, keys] of keysByOwner(network, rule))
      lines.set(owner, Math.min(lines.get(owner) ?? Infinity, reach(hop, rule, keys)));
  });
  const line = Math.min(...lines.values());
  const slow = [...nics].find(([owner]) => lines.get(owner) === line);
  return { jobs: nics.size, line, nic: slow?.[1] ?? Infinity };
}

/** How long the slowest job takes alone. */
export const timeAlone = ({ jobs, line }: SlowestJob, { bits }: Load): Seconds =>
  seconds(bits / jobs / line);
