import { bucketsPerMember } from './placement/cisco-buckets.ts';

/** A value and its probability. */
export interface Chance {
  readonly value: number;
  readonly probability: number;
}

/** Chances in ascending order of their values; the probabilities add up to 1. */
export type Distribution = readonly Chance[];

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
