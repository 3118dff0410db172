import { bucketsPerMember } from './placement/cisco-buckets.ts';

/** A value and its probability. */
export interface Chance {
  readonly value: number;
  readonly probability: number;
}

/** Chances in ascending order of their values; the probabilities add up to 1. */
export type Distribution = readonly Chance[];

/** Equal weights for `members` members. */
export const uniformWeights = (members: number): readonly number[] =>
  Array.from({ length: members }, () => 1 / members);

/** What each member of a Catalyst bundle gets of its 8 buckets, as fractions. */
export const bucketWeights = (members: number): readonly number[] =>
  bucketsPerMember(members).map((buckets) => buckets / 8);

/** Members that at least one of `keys` lands on, on average: the sum of `1 - (1 - w)^keys`. */
export const expectedBusy = (weights: readonly number[], keys: number): number =>
  weights.reduce((sum, weight) => sum + 1 - (1 - weight) ** keys, 0);

/**
 * How likely 0, 1, 2 ... `members` members are busy when `keys` keys land uniformly; index = busy
 * members. One key after another: it hits a busy member or an idle one. The same as
 * `C(M,b) S(N,b) b! / M^N`, without the cancellation of its alternating sum.
 */
export function busyChances(members: number, keys: number): Float64Array {
  const chances = new Float64Array(members + 1);
  chances[0] = 1;
  for (let key = 0; key < keys; key += 1) {
    for (let busy = members; busy >= 0; busy -= 1) {
      const stays = ((chances[busy] ?? 0) * busy) / members;
      const grows = busy > 0 ? ((chances[busy - 1] ?? 0) * (members - busy + 1)) / members : 0;
      chances[busy] = stays + grows;
    }
  }
  return chances;
}

/** The binomial probabilities of 0 ... `keys` of `keys` keys landing on a member of weight `weight`. */
export function binomialChances(keys: number, weight: number): Float64Array {
  const chances = new Float64Array(keys + 1);
  if (weight >= 1) {
    chances[keys] = 1;
    return chances;
  }
  if (weight <= 0) {
    chances[0] = 1;
    return chances;
  }
  let logChance = keys * Math.log1p(-weight);
  const logOdds = Math.log(weight) - Math.log1p(-weight);
  for (let k = 0; k <= keys; k += 1) {
    chances[k] = Math.exp(logChance);
    logChance += Math.log((keys - k) / (k + 1)) + logOdds;
  }
  return chances;
}

/**
 * The mean of what one hop lets through, exact for groups of unlike flows: by linearity the members
 * can be summed although they depend on each other. `groups` are `{ count, cap }`; all rates in the
 * unit of `capacity`.
 */
export function expectedThrough(
  weights: readonly number[],
  capacity: number,
  groups: readonly { readonly count: number; readonly cap: number }[],
): number {
  const known = new Map<number, number>();
  return weights.reduce((sum, weight) => {
    const mean = known.get(weight) ?? expectedOnMember(weight, capacity, groups);
    known.set(weight, mean);
    return sum + mean;
  }, 0);
}

function expectedOnMember(
  weight: number,
  capacity: number,
  groups: readonly { readonly count: number; readonly cap: number }[],
): number {
  // Offered load below the capacity and its probability; what is over the capacity is summed apart.
  let below = new Map<number, number>([[0, 1]]);
  let full = 0;
  for (const { count, cap } of groups) {
    const chances = binomialChances(count, weight);
    const next = new Map<number, number>();
    for (const [load, chance] of below) {
      for (let k = 0; k <= count; k += 1) {
        const both = chance * (chances[k] ?? 0);
        const offered = k === 0 ? load : load + k * cap;
        if (offered >= capacity) full += both;
        else next.set(offered, (next.get(offered) ?? 0) + both);
      }
    }
    below = next;
  }
  let mean = full * capacity;
  for (const [load, chance] of below) mean += load * chance;
  return mean;
}

// --- Poisson-weighted polynomials: products of them, read off at x^N, are multinomial sums. ---

/** The Poisson probabilities of 0 ... `most`, by logarithms so that no power or factorial overflows. */
function poissonChances(mean: number, most: number): Float64Array {
  const chances = new Float64Array(most + 1);
  if (mean === 0) {
    chances[0] = 1;
    return chances;
  }
  let logChance = -mean;
  for (let k = 0; k <= most; k += 1) {
    chances[k] = Math.exp(logChance);
    logChance += Math.log(mean) - Math.log(k + 1);
  }
  return chances;
}

/** The product of two polynomials up to x^`most`. */
function product(left: Float64Array, right: Float64Array, most: number): Float64Array {
  const result = new Float64Array(Math.min(most, left.length + right.length - 2) + 1);
  for (let i = 0; i < left.length && i <= most; i += 1) {
    const factor = left[i] ?? 0;
    if (factor === 0) continue;
    const end = Math.min(right.length, result.length - i);
    for (let k = 0; k < end; k += 1)
      result[i + k] = (result[i + k] ?? 0) + factor * (right[k] ?? 0);
  }
  return result;
}

/** `base` to the powers 0 ... `most power`, each up to x^`most`. */
function powers(base: Float64Array, mostPower: number, most: number): readonly Float64Array[] {
  const all: Float64Array[] = [Float64Array.of(1)];
  for (let exponent = 1; exponent <= mostPower; exponent += 1) {
    all.push(product(all[exponent - 1] ?? Float64Array.of(1), base, most));
  }
  return all;
}

/** `base` to one power, by squaring. */
function power(base: Float64Array, exponent: number, most: number): Float64Array {
  if (exponent === 0) return Float64Array.of(1);
  const half = power(base, Math.floor(exponent / 2), most);
  const square = product(half, half, most);
  return exponent % 2 === 0 ? square : product(square, base, most);
}

/** Members of equal weight, together. */
function weightClasses(weights: readonly number[]): readonly (readonly [number, number])[] {
  const classes = new Map<number, number>();
  for (const weight of weights) if (weight > 0) classes.set(weight, (classes.get(weight) ?? 0) + 1);
  return [...classes];
}

/**
 * How likely the fullest member holds at most `most` of `keys` keys:
 * `N! [x^N] prod_j sum_{i<=most} (w_j x)^i / i!`.
 */
export function fullestAtMost(weights: readonly number[], keys: number, most: number): number {
  let all: Float64Array = Float64Array.of(1);
  for (const [weight, members] of weightClasses(weights)) {
    const one = poissonChances(keys * weight, Math.min(most, keys));
    all = product(all, power(one, members, keys), keys);
  }
  return (all[keys] ?? 0) / (poissonChances(keys, keys)[keys] ?? 1);
}

// Beyond this the tail cannot change a figure that is shown.
const negligible = 1e-13;

/** How many keys the fullest member holds. */
export function fullestDistribution(weights: readonly number[], keys: number): Distribution {
  const least = Math.ceil(keys / Math.max(1, weights.filter((weight) => weight > 0).length));
  const chances: Chance[] = [];
  let before = 0;
  for (let value = least; value <= keys && before < 1 - negligible; value += 1) {
    const atMost = value === keys ? 1 : Math.min(1, fullestAtMost(weights, keys, value));
    if (atMost > before) chances.push({ value, probability: atMost - before });
    before = Math.max(before, atMost);
  }
  return chances;
}

/**
 * What one hop lets through when every flow is capped alike at `cap`: full members give `capacity`,
 * the others what their flows can take. Closed form: which members are full is counted by products of
 * the two halves of the Poisson series. Uniform members that one flow can fill need only the count of
 * busy ones.
 */
export function throughDistribution(
  weights: readonly number[],
  capacity: number,
  keys: number,
  cap: number,
): Distribution {
  if (cap >= capacity && new Set(weights).size === 1) {
    return collect(
      [...busyChances(weights.length, keys)].map((chance, busy) => [busy * capacity, chance]),
    );
  }
  return collect(
    fullAndPartly(weights, keys, Math.ceil(capacity / cap - 1e-12)).map(
      ({ full, onOthers, chance }) => [
        full * capacity + (onOthers === 0 ? 0 : onOthers * cap),
        chance,
      ],
    ),
  );
}

interface FullAndPartly {
  /** Members that hold enough flows to be full. */
  readonly full: number;
  /** Flows on the other members. */
  readonly onOthers: number;
  readonly chance: number;
}

/** Chances by number of full members and flows on the others; a member is full from `enough` flows on. */
function fullAndPartly(
  weights: readonly number[],
  keys: number,
  enough: number,
): readonly FullAndPartly[] {
  type State = {
    readonly full: number;
    readonly ways: number;
    readonly part: Float64Array;
    readonly whole: Float64Array;
  };
  let states: readonly State[] = [
    { full: 0, ways: 1, part: Float64Array.of(1), whole: Float64Array.of(1) },
  ];
  for (const [weight, members] of weightClasses(weights)) {
    const series = poissonChances(keys * weight, keys);
    const parts = powers(series.slice(0, Math.min(enough, keys + 1)), members, keys);
    const wholes = powers(
      series.map((chance, k) => (k < enough ? 0 : chance)),
      members,
      keys,
    );
    states = states.flatMap((state) =>
      Array.from({ length: members + 1 }, (_, full) => ({
        full: state.full + full,
        ways: state.ways * choose(members, full),
        part: product(state.part, parts[members - full] ?? Float64Array.of(1), keys),
        whole: product(state.whole, wholes[full] ?? Float64Array.of(1), keys),
      })),
    );
  }
  const all = poissonChances(keys, keys)[keys] ?? 1;
  return states.flatMap(({ full, ways, part, whole }) =>
    Array.from(part, (chance, onOthers) => ({
      full,
      onOthers,
      chance: (ways * chance * (whole[keys - onOthers] ?? 0)) / all,
    })),
  );
}

function choose(from: number, count: number): number {
  let ways = 1;
  for (let i = 0; i < count; i += 1) ways = (ways * (from - i)) / (i + 1);
  return Math.round(ways);
}

/** Sums the chances of equal values and sorts them. Values within 1e-9 of each other are one. */
export function collect(pairs: Iterable<readonly [number, number]>): Distribution {
  const sorted = [...pairs].filter(([, chance]) => chance > 0).toSorted(([a], [b]) => a - b);
  const chances: { value: number; probability: number }[] = [];
  let total = 0;
  for (const [value, probability] of sorted) {
    const last = chances.at(-1);
    if (last && value - last.value <= 1e-9 * Math.max(1, Math.abs(value)))
      last.probability += probability;
    else chances.push({ value, probability });
    total += probability;
  }
  return chances.map(({ value, probability }) => ({ value, probability: probability / total }));
}

/** The same chances of other values. */
export const mapValues = (chances: Distribution, change: (value: number) => number): Distribution =>
  collect(chances.map(({ value, probability }) => [change(value), probability]));

export const meanOf = (chances: Distribution): number =>
  chances.reduce((sum, { value, probability }) => sum + value * probability, 0);

/** The smallest value that is not exceeded with a probability of `portion`: 0.05, 0.5, 0.95. */
export function percentile(chances: Distribution, portion: number): number {
  let sum = 0;
  for (const { value, probability } of chances) {
    sum += probability;
    if (sum >= portion - 1e-12) return value;
  }
  return chances.at(-1)?.value ?? 0;
}
