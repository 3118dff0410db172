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

/** Members of equal weight, together. */
function weightClasses(weights: readonly number[]): readonly (readonly [number, number])[] {
  const classes = new Map<number, number>();
  for (const weight of weights) if (weight > 0) classes.set(weight, (classes.get(weight) ?? 0) + 1);
  return [...classes];
}

// Below this a chance is rounding, and cannot change a figure that is shown.
const negligible = 1e-11;

/** The series of one weight, cut off and summed at roots of unity; it grows by one term at a time. */
interface Series {
  readonly members: number;
  readonly chances: Float64Array;
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

/** Points of the unit circle, as many as keep what wraps around below any rounding. */
function unitCircle(keys: number): { readonly cos: Float64Array; readonly sin: Float64Array } {
  // A Poisson variable with mean N is farther than 10 sqrt(N) + 40 from N less than once in 10^17.
  const points = 2 * Math.ceil(5 * Math.sqrt(keys) + 20) + 1;
  const angles = Float64Array.from(
    { length: points },
    (_, point) => (2 * Math.PI * point) / points,
  );
  return { cos: angles.map(Math.cos), sin: angles.map(Math.sin) };
}

/**
 * How many keys the fullest member holds: differences of
 * `P(fullest <= L) = N! [x^N] prod_j sum_{i<=L} (w_j x)^i / i!`. The coefficient is read off by
 * Cauchy's formula on the unit circle, with every series weighted by Poisson so that nothing overflows:
 * each L costs one term and one power at each point.
 */
export function fullestDistribution(weights: readonly number[], keys: number): Distribution {
  const circle = unitCircle(keys);
  const half = (circle.cos.length - 1) / 2;
  const all = weightClasses(weights).map(([weight, members]): Series => ({
    members,
    chances: poissonChances(keys * weight, keys),
    real: new Float64Array(half + 1),
    imaginary: new Float64Array(half + 1),
  }));
  const scale = circle.cos.length * (poissonChances(keys, keys)[keys] ?? 1);
  const least = Math.ceil(keys / Math.max(1, weights.filter((weight) => weight > 0).length));
  const chances: Chance[] = [];
  let before = 0;
  for (let value = 0; value <= keys && before < 1 - negligible; value += 1) {
    for (const series of all) addTerm(series, value, circle);
    if (value < least) continue;
    const atMost = value === keys ? 1 : Math.min(1, coefficient(all, keys, circle) / scale);
    if (atMost - before > negligible) {
      chances.push({ value, probability: atMost - before });
      before = atMost;
    }
  }
  return collect(chances.map(({ value, probability }) => [value, probability]));
}

type Circle = ReturnType<typeof unitCircle>;

function addTerm(series: Series, power: number, { cos, sin }: Circle): void {
  const { chances, real, imaginary } = series;
  const chance = chances[power] ?? 0;
  for (let point = 0; point < real.length; point += 1) {
    const at = (point * power) % cos.length;
    real[point] = (real[point] ?? 0) + chance * (cos[at] ?? 0);
    imaginary[point] = (imaginary[point] ?? 0) + chance * (sin[at] ?? 0);
  }
}

/** The coefficient of x^`keys` of the product of all series, times the number of points. */
function coefficient(all: readonly Series[], keys: number, { cos, sin }: Circle): number {
  let sum = 0;
  const points = all[0]?.real.length ?? 0;
  for (let point = 0; point < points; point += 1) {
    const at = (point * keys) % cos.length;
    let real = cos[at] ?? 0;
    let imaginary = -(sin[at] ?? 0);
    for (const series of all) {
      const x = series.real[point] ?? 0;
      const y = series.imaginary[point] ?? 0;
      for (let member = 0; member < series.members; member += 1) {
        const turned = real * x - imaginary * y;
        imaginary = real * y + imaginary * x;
        real = turned;
      }
    }
    // The other half of the circle mirrors this one.
    sum += point === 0 ? real : 2 * real;
  }
  return sum;
}

/** How likely the fullest member holds at most `most` of `keys` keys. */
export const fullestAtMost = (weights: readonly number[], keys: number, most: number): number =>
  fullestDistribution(weights, keys).reduce(
    (sum, { value, probability }) => sum + (value <= most ? probability : 0),
    0,
  );

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
