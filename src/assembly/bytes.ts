/** Bytes that mean something, and what is done with stretches of them. */
export const lf: i32 = 10;
export const cr: i32 = 13;
export const space: i32 = 32;
export const quote: i32 = 34;
export const zero: i32 = 48;
export const colon: i32 = 58;

// FNV-1a, 32 bits (Fowler, Noll, Vo): cheap; whatever has equal hashes is compared in full.
const hashBasis: i32 = 0x811c9dc5;
const hashPrime: i32 = 0x01000193;

/** The byte at an address. */
export function byteAt(at: i32): i32 {
  return <i32>load<u8>(at);
}

/** A hash with one more value mixed in. */
export function mixed(hash: i32, value: i32): i32 {
  return (hash ^ value) * hashPrime;
}

/**
 * The hash of a stretch of bytes, four at a time, with the high bits folded back, as a product carries
 * upwards only.
 */
export function hashOf(from: i32, length: i32): i32 {
  const to = from + length;
  let hash = hashBasis;
  let at = from;
  for (; at + 4 <= to; at += 4) {
    hash = mixed(hash, load<i32>(at));
    hash ^= hash >>> 15;
  }
  for (; at < to; at += 1) hash = mixed(hash, byteAt(at));
  return hash;
}

/** Whether two stretches of equal length hold the same bytes. */
export function isSame(one: i32, other: i32, length: i32): bool {
  let i = 0;
  for (; i + 8 <= length; i += 8) if (load<i64>(one + i) !== load<i64>(other + i)) return false;
  for (; i < length; i += 1) if (load<u8>(one + i) !== load<u8>(other + i)) return false;
  return true;
}

/** The value of a digit; more than 9 for any other byte. */
export function digitAt(at: i32): u32 {
  return <u32>(byteAt(at) - zero);
}
