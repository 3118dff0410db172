import type { Chance, Distribution } from './distribution.ts';
import { collect } from './distribution.ts';
import { poissonChances, weightClasses } from './poisson.ts';

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
