/** The seed of every simulation: the same scenario gives the same figures for everyone. */
export const standardSeed = 2011;

/**
 * A generator of numbers from 0 (included) to 1 (excluded): mulberry32 (Tommy Ettinger, public
 * domain). 32-bit state, fast, and even enough to deal flows to sixteen members.
 */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
