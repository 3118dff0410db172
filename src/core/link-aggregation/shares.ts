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
  /** Links that an owner of paths has for itself, its network card. They are links like any other. */
  readonly own?: ReadonlySet<number>;
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
  const fullAt = new Float64Array(capacities.length);
  let growing = paths.map((_, path) => path);
  while (growing.length > 0) {
    const level = nextLevel(sharing, growing, left, onLink, fullAt);
    if (level === Infinity) throw new Error('A path has neither a link nor a cap to bound it.');
    const still: number[] = [];
    for (const path of growing) {
      const weight = weights[path] ?? 1;
      const cap = caps[path] ?? Infinity;
      const links = paths[path] ?? [];
      if (cap / weight > level * slack && !anyFull(links, fullAt, level * slack)) {
        still.push(path);
        continue;
      }
      const rate = Math.min(cap, weight * level);
      rates[path] = rate;
      for (const link of links) {
        left[link] = (left[link] ?? 0) - rate;
        onLink[link] = (onLink[link] ?? 0) - weight;
      }
    }
    growing = still;
  }
  return rates;
}

/**
 * The level, in rate per connection, at which the next link fills or the next path reaches its cap.
 * Writes into `fullAt` the level at which each link would be full.
 */
function nextLevel(
  { caps, weights }: Sharing,
  growing: readonly number[],
  left: Float64Array,
  onLink: Float64Array,
  fullAt: Float64Array,
): number {
  let level = Infinity;
  for (let link = 0; link < fullAt.length; link += 1) {
    const connections = onLink[link] ?? 0;
    const full = connections > 1e-9 ? Math.max(0, left[link] ?? 0) / connections : Infinity;
    fullAt[link] = full;
    if (full < level) level = full;
  }
  for (const path of growing) {
    const capped = (caps[path] ?? Infinity) / (weights[path] ?? 1);
    if (capped < level) level = capped;
  }
  return level;
}

function anyFull(links: readonly number[], fullAt: Float64Array, level: number): boolean {
  for (const link of links) if ((fullAt[link] ?? Infinity) <= level) return true;
  return false;
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
