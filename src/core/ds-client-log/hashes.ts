// FNV-1a, 32 bits (Fowler, Noll, Vo): cheap; whatever has equal hashes is compared in full.
const hashBasis = 0x811c9dc5 | 0;
const hashPrime = 0x01000193;

/** FNV-1a over a stretch of bytes, as a signed integer of 32 bits. */
export function hashOfBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = hashBasis;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), hashPrime);
  return hash;
}

/** Whether two stretches of equal length within a view hold the same bytes. */
export function sameInView(view: DataView, a: number, b: number, length: number): boolean {
  let i = 0;
  for (; i + 4 <= length; i += 4) {
    if (view.getInt32(a + i, true) !== view.getInt32(b + i, true)) return false;
  }
  for (; i < length; i += 1) if (view.getUint8(a + i) !== view.getUint8(b + i)) return false;
  return true;
}

/** FNV-1a over the beginnings of texts. */
export function hashOfTexts(texts: readonly string[], lengthMax: number): number {
  let hash = hashBasis;
  for (const text of texts) {
    const end = Math.min(text.length, lengthMax);
    for (let i = 0; i < end; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), hashPrime);
    hash = Math.imul(hash ^ 31, hashPrime);
  }
  return hash;
}

/** Whether two stretches of equal length hold the same bytes. */
export function sameBytes(bytes: Uint8Array, a: number, b: number, length: number): boolean {
  for (let i = 0; i < length; i += 1) if (bytes[a + i] !== bytes[b + i]) return false;
  return true;
}
