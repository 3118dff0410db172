import { maxMinShares } from './shares.ts';
import type { Sharing } from './shares.ts';

/**
 * Paths that cross the same links and are capped alike, as one. The links that owners have for
 * themselves are left out: they bind seldom, and without them thousands of paths are a few bundles.
 */
export interface Bundles {
  /** The bundle of each path. */
  readonly ofPath: readonly number[];
  readonly paths: readonly (readonly number[])[];
  /** The most that one connection can take; `Infinity` where a link holds it back sooner. */
  readonly caps: readonly number[];
  readonly capacities: readonly number[];
  /** Whether each bundle has one link and no cap, so that nothing but its link tells what it gets. */
  readonly plain: boolean;
}

/** The bundles of all paths. */
export function bundlesOf({ paths, caps, weights, own, capacities }: Sharing): Bundles {
  const known = new Map<string, number>();
  const shared: (readonly number[])[] = [];
  const each: number[] = [];
  const ofPath = paths.map((path, index) => {
    const links = own === undefined ? path : path.filter((link) => !own.has(link));
    const cap = (caps[index] ?? Infinity) / (weights[index] ?? 1);
    const held = links.some((link) => (capacities[link] ?? Infinity) <= cap);
    const name = `${links.join()}/${held ? '' : cap}`;
    const bundle = known.get(name);
    if (bundle !== undefined) return bundle;
    known.set(name, shared.length);
    each.push(held ? Infinity : cap);
    return shared.push(links) - 1;
  });
  const plain = shared.every(({ length }, bundle) => length === 1 && each[bundle] === Infinity);
  const used = [...new Set(shared.flat())];
  return {
    ofPath,
    paths: shared.map((links) => links.map((link) => used.indexOf(link))),
    caps: each,
    capacities: used.map((link) => capacities[link] ?? Infinity),
    plain,
  };
}

/** What one connection of each bundle gets while each has as many as `held` says. */
export function levelsOf(bundles: Bundles, held: Float64Array): Float64Array {
  const { paths, caps, capacities } = bundles;
  if (bundles.plain)
    return held.map((weight, bundle) => (capacities[paths[bundle]?.[0] ?? 0] ?? 0) / weight);
  const used = [...held.keys()].filter((bundle) => (held[bundle] ?? 0) > 0);
  const weights = used.map((bundle) => held[bundle] ?? 0);
  const shares = maxMinShares({
    capacities,
    paths: used.map((bundle) => paths[bundle] ?? []),
    caps: used.map((bundle, index) => (caps[bundle] ?? Infinity) * (weights[index] ?? 0)),
    weights,
  });
  const levels = new Float64Array(held.length);
  used.forEach((bundle, index) => {
    levels[bundle] = (shares[index] ?? 0) / (weights[index] ?? 1);
  });
  return levels;
}
