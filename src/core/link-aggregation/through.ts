import { binomialChances, busyChances, collect } from './distribution.ts';
import type { Distribution } from './distribution.ts';
import { poissonChances, weightClasses } from './poisson.ts';

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
