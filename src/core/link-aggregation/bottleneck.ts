import type { HopAnalysis } from './hop-loads.ts';
import { hasPaths } from './flows.ts';
import { efficiency } from './framing.ts';
import { offeredRate } from './hop-analysis.ts';
import type { Network } from './network.ts';
import type { Scenario } from './scenario.ts';

/** What keeps the result from being higher. */
export type Bottleneck =
  | { readonly kind: 'hop'; readonly hop: number; readonly why: 'choice' | 'capacity' }
  /** Several hops let equally little through. */
  | { readonly kind: 'hops-alike'; readonly hops: readonly number[]; readonly why: 'choice' }
  | { readonly kind: 'client-nics' }
  | { readonly kind: 'disk' }
  | { readonly kind: 'path-policy'; readonly policy: 'failover' | 'round-robin' }
  /** Every hop lets its full capacity through, and the hops are equal. */
  | { readonly kind: 'none' };

/** Distances that rounding makes are no difference. */
export const near = (a: number, b: number): boolean =>
  a === b || (Number.isFinite(a) && Number.isFinite(b) && Math.abs(a - b) <= 1e-6 * Math.max(a, b));

/** The hops that the bottleneck names; none where it is no hop. */
export function hopsNamedBy(bottleneck: Bottleneck): readonly number[] {
  if (bottleneck.kind === 'hop') return [bottleneck.hop];
  return bottleneck.kind === 'hops-alike' ? bottleneck.hops : [];
}

/**
 * What keeps the mean from being higher. `line` is that mean, in bit/s. What lies outside the hops comes
 * first: disks slower than the narrowest hop, then the path policy, then the clients' cards; of the hops
 * it is the one that alone lets least through, a hop that is full before one that chooses badly.
 */
export function bottleneckOf(
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
