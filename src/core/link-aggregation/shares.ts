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

/** The connections on each link. */
function weightsOnLinks({ capacities, paths, weights }: Sharing): Float64Array {
  const onLink = new Float64Array(capacities.length);
  for (let path = 0; path < paths.length; path += 1) {
    for (const link of paths[path] ?? []) onLink[link] = (onLink[link] ?? 0) + (weights[path] ?? 1);
  }
  return onLink;
}

/**
 * Max-min fair rates, one for each path, by progressive filling: all connections grow together; a path
 * stops when it reaches its own cap or when a link on it is full (Bertsekas and Gallager, Data
 * Networks, 6.5.2). Rates are for the whole path, all its connections together.
 */
export function maxMinShares(sharing: Sharing): Float64Array {
  const { capacities, paths, caps, weights } = sharing;
  const rates = new Float64Array(paths.length);
  const left = Float64Array.from(capacities);
  const onLink = weightsOnLinks(sharing);
  // The level at which each link would be full, if nothing else stopped its connections.
  const fullAt = new Float64Array(capacities.length);
  const growing = new Uint8Array(paths.length).fill(1);
  for (let rest = paths.length; rest > 0;) {
    let level = Infinity;
    for (let link = 0; link < fullAt.length; link += 1) {
      const connections = onLink[link] ?? 0;
      const room = connections > 1e-9 ? Math.max(0, left[link] ?? 0) / connections : Infinity;
      fullAt[link] = room;
      if (room < level) level = room;
    }
    for (let path = 0; path < paths.length; path += 1) {
      if (growing[path] === 1)
        level = Math.min(level, (caps[path] ?? Infinity) / (weights[path] ?? 1));
    }
    if (level === Infinity) throw new Error('A path has neither a link nor a cap to bound it.');
    const reached = level * slack;
    for (let path = 0; path < paths.length; path += 1) {
      const weight = weights[path] ?? 1;
      const cap = caps[path] ?? Infinity;
      if (growing[path] === 0) continue;
      if (
        cap / weight > reached &&
        !(paths[path] ?? []).some((link) => (fullAt[link] ?? 0) <= reached)
      )
        continue;
      growing[path] = 0;
      rest -= 1;
      const rate = Math.min(cap, weight * level);
      rates[path] = rate;
      for (const link of paths[path] ?? []) {
        left[link] = (left[link] ?? 0) - rate;
        onLink[link] = (onLink[link] ?? 0) - weight;
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
  const weight = weightsOnLinks({ capacities, paths, caps, weights });
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
