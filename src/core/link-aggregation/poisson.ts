/**
 * Numbers of keys on members as Poisson variables: products of such series, read off at x^N, are
 * multinomial sums without a power or factorial that could overflow.
 */

/** The Poisson probabilities of 0 ... `most`, by logarithms so that no power or factorial overflows. */
export function poissonChances(mean: number, most: number): Float64Array {
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

/** Members of equal weight, together. */
export function weightClasses(weights: readonly number[]): readonly (readonly [number, number])[] {
  const classes = new Map<number, number>();
  for (const weight of weights) if (weight > 0) classes.set(weight, (classes.get(weight) ?? 0) + 1);
  return [...classes];
}
