import { bundlesOf, levelsOf } from './bundles.ts';
import type { Bundles } from './bundles.ts';
import { maxMinShares } from './shares.ts';
import type { Sharing } from './shares.ts';

/** What is moved over the paths of a network. A job works off its data over all of its paths. */
export interface Jobs {
  /** The job of each path. */
  readonly ofPath: readonly number[];
  /** What each job has to move, in the unit of the rates times a second. */
  readonly volumes: readonly number[];
}

/** A job for each path. */
export const jobForEach = (volumes: readonly number[]): Jobs => ({
  ofPath: volumes.map((_, path) => path),
  volumes,
});

/** Connections of one job in one bundle. */
interface Part {
  readonly bundle: number;
  readonly weight: number;
}

interface Draining {
  readonly sharing: Sharing;
  readonly jobs: Jobs;
  readonly bundles: Bundles;
  /** By job. */
  readonly parts: readonly (readonly Part[])[];
  /** The most that links of its own let each job take. */
  readonly limits: Float64Array;
  /** Connections in each bundle that still move data. */
  readonly held: Float64Array;
  /** What each job moves at the moment. */
  readonly speeds: Float64Array;
  /** What each job has still to move. */
  readonly left: Float64Array;
}

function partsOf({ ofPath, volumes }: Jobs, bundles: Bundles, { weights }: Sharing) {
  const parts = volumes.map((): Map<number, number> => new Map());
  ofPath.forEach((job, path) => {
    const bundle = bundles.ofPath[path] ?? 0;
    parts[job]?.set(bundle, (parts[job].get(bundle) ?? 0) + (weights[path] ?? 1));
  });
  return parts.map((own) => [...own].map(([bundle, weight]): Part => ({ bundle, weight })));
}

function limitsOf({ own, paths, capacities }: Sharing, { ofPath, volumes }: Jobs): Float64Array {
  const limits = new Float64Array(volumes.length).fill(Infinity);
  if (own === undefined || own.size === 0) return limits;
  ofPath.forEach((job, path) => {
    for (const link of paths[path] ?? []) {
      if (own.has(link))
        limits[job] = Math.min(limits[job] ?? Infinity, capacities[link] ?? Infinity);
    }
  });
  return limits;
}

function drainingOf(sharing: Sharing, jobs: Jobs): Draining {
  const bundles = bundlesOf(sharing);
  const held = new Float64Array(bundles.paths.length);
  bundles.ofPath.forEach((bundle, path) => {
    held[bundle] = (held[bundle] ?? 0) + (sharing.weights[path] ?? 1);
  });
  const speeds = new Float64Array(jobs.volumes.length);
  const parts = partsOf(jobs, bundles, sharing);
  const left = Float64Array.from(jobs.volumes);
  return { sharing, jobs, bundles, parts, limits: limitsOf(sharing, jobs), held, speeds, left };
}

/** Sets the speeds of the jobs in `live`, which are those that have not left. */
function share(draining: Draining, live: readonly number[]): void {
  const { bundles, parts, limits, held, speeds } = draining;
  const levels = levelsOf(bundles, held);
  let isOver = false;
  for (const job of live) {
    let speed = 0;
    for (const { bundle, weight } of parts[job] ?? []) speed += (levels[bundle] ?? 0) * weight;
    speeds[job] = speed;
    isOver ||= speed > (limits[job] ?? Infinity) * (1 + 1e-9);
  }
  // Rates that no card holds back are fair with the cards too, and found in no time without them.
  if (isOver) shareByCards(draining, live);
}

/** The same with every link considered. */
function shareByCards({ sharing, jobs, speeds }: Draining, live: readonly number[]): void {
  const running = new Set(live);
  const paths = [...jobs.ofPath.keys()].filter((path) => running.has(jobs.ofPath[path] ?? 0));
  const shares = maxMinShares({
    capacities: sharing.capacities,
    paths: paths.map((path) => sharing.paths[path] ?? []),
    caps: paths.map((path) => sharing.caps[path] ?? Infinity),
    weights: paths.map((path) => sharing.weights[path] ?? 1),
  });
  speeds.fill(0);
  paths.forEach((path, index) => {
    const job = jobs.ofPath[path] ?? 0;
    speeds[job] = (speeds[job] ?? 0) + (shares[index] ?? 0);
  });
}

/** The jobs of `live` that have data left; the others give their connections free. */
function unfinished({ jobs, parts, held, left }: Draining, live: readonly number[]) {
  return live.filter((job) => {
    const runs = (left[job] ?? 0) > (jobs.volumes[job] ?? 0) * 1e-9;
    if (!runs)
      for (const { bundle, weight } of parts[job] ?? [])
        held[bundle] = (held[bundle] ?? 0) - weight;
    return runs;
  });
}

/** Whether all are as fast as they can be, so that none gains anything when another ends. */
const areFastest = ({ speeds, limits }: Draining, live: readonly number[]): boolean =>
  live.every((job) => (speeds[job] ?? 0) >= (limits[job] ?? 0) * (1 - 1e-9));

/**
 * When each job has moved its volume, if all start together and nothing follows: rates are shared
 * anew whenever one ends. Times in seconds.
 */
export function drainTimes(sharing: Sharing, jobs: Jobs): Float64Array {
  const draining = drainingOf(sharing, jobs);
  const { speeds, left } = draining;
  const ends = new Float64Array(left.length);
  let now = 0;
  let live = unfinished(draining, [...left.keys()]);
  while (live.length > 0) {
    share(draining, live);
    const rests = live.map((job) => (left[job] ?? 0) / (speeds[job] ?? 0));
    live.forEach((job, index) => {
      ends[job] = now + (rests[index] ?? 0);
    });
    if (areFastest(draining, live)) return ends;
    const step = rests.reduce((least, rest) => Math.min(least, rest), Infinity);
    now += step;
    for (const job of live) left[job] = (left[job] ?? 0) - (speeds[job] ?? 0) * step;
    live = unfinished(draining, live);
  }
  return ends;
}

/**
 * When the last job is done, if all start together. Where each has one path, and volumes are in
 * proportion to the connections, nothing has to be shared out for it. The link that holds most for its
 * capacity grants each connection the least, so it is full from the start to its end; and a path gets
 * at every moment at least what a connection has there, or its own cap. So the end is that of this
 * link, or of the path whose cap is slowest.
 */
export function lastEnd(sharing: Sharing, jobs: Jobs): number {
  const { capacities, paths, caps } = sharing;
  if (!haveOnePathEach(sharing, jobs)) return Math.max(...drainTimes(sharing, jobs));
  const held = new Float64Array(capacities.length);
  let last = 0;
  jobs.ofPath.forEach((job, path) => {
    const volume = jobs.volumes[job] ?? 0;
    last = Math.max(last, volume / (caps[path] ?? Infinity));
    for (const link of paths[path] ?? []) held[link] = (held[link] ?? 0) + volume;
  });
  return held.reduce(
    (end, bits, link) => Math.max(end, bits / (capacities[link] ?? Infinity)),
    last,
  );
}

/** Whether each job has a path of its own, and as much to move for each connection as the others. */
function haveOnePathEach({ weights }: Sharing, { ofPath, volumes }: Jobs): boolean {
  const each = (volumes[0] ?? 0) / (weights[0] ?? 1);
  return ofPath.every((job, path) => {
    const volume = volumes[job] ?? 0;
    return job === path && Math.abs(volume - each * (weights[path] ?? 1)) <= 1e-9 * volume;
  });
}
