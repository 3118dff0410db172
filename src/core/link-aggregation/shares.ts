/**
 * Who shares what. Rates are plain numbers in one unit of the caller's choice. A path is a list of
 * indices into `capacities`.
 */
export interface Sharing {
  readonly capacities: readonly number[];
  readonly paths: readonly (readonly number[])[];
  /** The most that each path can take by itself, `Infinity` for no limit. */
  readonly caps: readonly number[];
  /** How many connections each path stands for; they share alike. */
  readonly weights: readonly number[];
}

// Relative slack: two links that fill at the same level differ by rounding only.
const slack = 1 + 1e-9;

/** What each link has left, and the connections on it that can still grow. */
interface Room {
  readonly left: Float64Array;
  readonly weight: Float64Array;
}

function roomOf({ capacities, paths, weights }: Sharing): Room {
  const weight = new Float64Array(capacities.length);
  paths.forEach((path, index) => {
    for (const link of path) weight[link] = (weight[link] ?? 0) + (weights[index] ?? 0);
  });
  return { left: Float64Array.from(capacities), weight };
}

const levelOf = (room: Room, link: number): number =>
  (room.weight[link] ?? 0) > 0
    ? Math.max(0, room.left[link] ?? 0) / (room.weight[link] ?? 1)
    : Infinity;

/** The level at which the next link fills. */
function nextLevel(room: Room): number {
  let level = Infinity;
  for (let link = 0; link < room.left.length; link += 1)
    level = Math.min(level, levelOf(room, link));
  return level;
}

/**
 * Max-min fair rates, one for each path, by progressive filling: all connections grow together; a path
 * stops when it reaches its own cap or when a link on it is full (Bertsekas and Gallager, Data
 * Networks, 6.5.2). Rates are for the whole path, all its connections together.
 */
export function maxMinShares(sharing: Sharing): Float64Array {
  const { paths, caps, weights } = sharing;
  const rates = new Float64Array(paths.length);
  const room = roomOf(sharing);
  let active = paths.map((_, index) => index);
  while (active.length > 0) {
    const linkLevel = nextLevel(room);
    let capLevel = Infinity;
    for (const path of active) {
      capLevel = Math.min(capLevel, (caps[path] ?? Infinity) / (weights[path] ?? 1));
    }
    const level = Math.min(linkLevel, capLevel);
    if (level === Infinity) throw new Error('A path has neither a link nor a cap to bound it.');
    const stops = (path: number): boolean =>
      (caps[path] ?? Infinity) / (weights[path] ?? 1) <= level * slack ||
      (paths[path] ?? []).some((link) => levelOf(room, link) <= level * slack);
    const stopped = active.filter(stops);
    active = active.filter((path) => !stopped.includes(path));
    for (const path of stopped) {
      const weight = weights[path] ?? 1;
      rates[path] = Math.min(caps[path] ?? Infinity, weight * level);
      for (const link of paths[path] ?? []) {
        room.left[link] = (room.left[link] ?? 0) - (rates[path] ?? 0);
        room.weight[link] = (room.weight[link] ?? 0) - weight;
      }
    }
  }
  return rates;
}

/**
 * The rate of every path when all must move equal bytes, as round robin over paths does: the slowest
 * sets the pace for all.
 */
export function equalShares({ capacities, paths, caps, weights }: Sharing): Float64Array {
  const weight = roomOf({ capacities, paths, caps, weights }).weight;
  let level = Infinity;
  capacities.forEach((capacity, link) => {
    if ((weight[link] ?? 0) > 0) level = Math.min(level, capacity / (weight[link] ?? 1));
  });
  paths.forEach((_, path) => {
    level = Math.min(level, (caps[path] ?? Infinity) / (weights[path] ?? 1));
  });
  return Float64Array.from(weights, (each) => each * level);
}

/**
 * When each path has moved its volume, if all start together and nothing follows: rates are shared
 * anew whenever one ends. Volumes in the unit of the rates times a second; times in seconds.
 */
export function drainTimes(sharing: Sharing, volumes: readonly number[]): Float64Array {
  const left = Float64Array.from(volumes);
  const ends = new Float64Array(volumes.length);
  let running = volumes.flatMap((volume, path) => (volume > 0 ? [path] : []));
  let now = 0;
  while (running.length > 0) {
    const rates = maxMinShares({
      capacities: sharing.capacities,
      paths: running.map((path) => sharing.paths[path] ?? []),
      caps: running.map((path) => sharing.caps[path] ?? Infinity),
      weights: running.map((path) => sharing.weights[path] ?? 1),
    });
    let step = Infinity;
    running.forEach((path, index) => {
      step = Math.min(step, (left[path] ?? 0) / (rates[index] ?? 0));
    });
    now += step;
    const ending: number[] = [];
    running.forEach((path, index) => {
      const rest = (left[path] ?? 0) - (rates[index] ?? 0) * step;
      left[path] = rest;
      if (rest <= (volumes[path] ?? 0) * 1e-9) ending.push(path);
    });
    for (const path of ending) ends[path] = now;
    running = running.filter((path) => !ending.includes(path));
  }
  return ends;
}
