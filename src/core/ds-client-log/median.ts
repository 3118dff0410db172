/**
 * Puts the value that would stand at place `at` of the sorted list there, no greater ones before it
 * (Hoare's selection). The list is reordered. Takes time by the length, where sorting takes more.
 */
function select(values: Float64Array, at: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    // The middle one, so that a list that is sorted already is no bad case.
    const pivot = values[(low + high) >> 1] ?? Number.NaN;
    let i = low;
    let j = high;
    while (i <= j) {
      while ((values[i] ?? pivot) < pivot) i += 1;
      while ((values[j] ?? pivot) > pivot) j -= 1;
      if (i > j) break;
      const held = values[i] ?? pivot;
      values[i] = values[j] ?? pivot;
      values[j] = held;
      i += 1;
      j -= 1;
    }
    if (at <= j) high = j;
    else if (at >= i) low = i;
    else break;
  }
  return values[at] ?? Number.NaN;
}

/** The median of a list without NaN, which is reordered; NaN of an empty one. */
export function median(values: Float64Array): number {
  const middle = values.length >> 1;
  const upper = select(values, middle);
  if (values.length % 2 === 1) return upper;
  let lower = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < middle; i += 1) lower = Math.max(lower, values[i] ?? lower);
  return (lower + upper) / 2;
}
