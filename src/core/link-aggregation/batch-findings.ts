import { bitsPerSecond } from '../units.ts';
import type { Analysis } from './analysis.ts';
import type { Finding } from './findings.ts';
import { hopsNamedBy } from './bottleneck.ts';
import { loadOf } from './job-load.ts';
import type { Network } from './network.ts';
import { hasPartedJobs } from './outcome.ts';
import type { Load } from './outcome.ts';
import type { Scenario } from './scenario.ts';
import { timeAlone } from './slowest-job.ts';
import type { SlowestJob } from './slowest-job.ts';

type Known = Omit<Analysis, 'findings'>;

/** What parts the jobs of a batch. */
export interface Uneven {
  /** How many flows the fullest link of the decisive hop holds, on average. */
  readonly fullest: number;
  /** Undefined where all connections work on one job. */
  readonly slowest: SlowestJob | undefined;
}

// Less than this is no cost that a reader has to know of.
const leastSlowdown = 1.05;

/** How long a batch takes where links are shared out evenly: no job ends before it would alone. */
const evenTime = (network: Network, { window }: Known, load: Load, slowest: SlowestJob): number =>
  Math.max(window.naive, load.bits / network.common, timeAlone(slowest, load));

/** The clients whose own card makes a batch last as long as it does, where others have a faster one. */
function slowCardFindings(
  { traffic }: Scenario,
  { window }: Known,
  load: Load,
  slowest: SlowestJob,
): readonly Finding[] {
  if (traffic.side !== 'clients' || slowest.line < slowest.nic) return [];
  const alone = timeAlone(slowest, load);
  if (alone <= window.naive || window.batch.mean >= leastSlowdown * alone) return [];
  const slow = traffic.groups.filter(({ nic }) => nic === slowest.nic);
  const clients = slow.reduce((total, { count }) => total + count, 0);
  return [{ kind: 'slow-cards-last', clients, nic: bitsPerSecond(slowest.nic), alone }];
}

/** How uneven the links of the hop that limits are, and what that costs a batch. */
function fullestFindings(
  network: Network,
  { bottleneck }: Known,
  { hop, fullest: flows }: Uneven & { readonly hop: number },
  slowdown: number,
  isWaitedFor: boolean,
): readonly Finding[] {
  const rule = network.rules[hop];
  if (rule?.kind !== 'hashed' || rule.sees.kind !== 'keys') return [];
  if (!hopsNamedBy(bottleneck).includes(hop)) return [];
  if (!isWaitedFor && slowdown < leastSlowdown) return [];
  const { of } = rule.sees;
  return [{ kind: 'fullest-link', hop, flows, ofFlows: rule.keys, of, slowdown, isWaitedFor }];
}

/**
 * What a batch waits for: the slowest card, or the fullest link of the hop that limits. A job with
 * several connections moves on to those that are free, so that nothing waits for the fullest link: where
 * all work on one job not at all, and where there are several jobs it costs them little.
 */
export function batchFindings(
  scenario: Scenario,
  network: Network,
  known: Known,
  uneven: Uneven & { readonly hop: number },
): readonly Finding[] {
  const { slowest } = uneven;
  if (!slowest) return [];
  const load = loadOf(scenario, network);
  const cards = slowCardFindings(scenario, known, load, slowest);
  if (cards.length > 0) return cards;
  const slowdown = known.window.batch.mean / evenTime(network, known, load, slowest);
  return fullestFindings(network, known, uneven, slowdown, !hasPartedJobs(network, load));
}
