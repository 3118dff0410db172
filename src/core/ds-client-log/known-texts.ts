import { sameInView } from './hashes.ts';

/** Texts remembered; beyond it each cell is looked at anew. */
const knownMax = 20_000;
/** How far a search goes on from a taken slot; full neighbourhoods are hostile, and then give up. */
const triesMax = 64;
const slotsAtFirst = 1024;
/** Hash, offset, length, and what is known of the text. */
const slotWidth = 4;
/** What is known of a text that no slot holds. */
export const unknown = 0;

/**
 * What is known of the texts of a log, as numbers above nought, by where a text stands first. One flat
 * table of offsets, because it is asked for every cell; a list or a piece of an array for each text
 * is soon a megabyte to clear up.
 */
export class KnownTexts {
  readonly #view: DataView;
  #slots = new Int32Array(slotsAtFirst * slotWidth);
  #count = 0;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** The slot of a text, or the free one where it belongs; -1 when there is neither in reach. */
  slotOf(from: number, length: number, hash: number): number {
    const slots = this.#slots;
    const last = slots.length / slotWidth - 1;
    let slot = (hash ^ (hash >>> 15)) & last;
    for (let tries = 0; tries < triesMax; tries += 1) {
      const at = slot * slotWidth;
      if (slots[at + 3] === unknown) return at;
      const isSame =
        slots[at] === hash &&
        slots[at + 2] === length &&
        sameInView(this.#view, slots[at + 1] ?? 0, from, length);
      if (isSame) return at;
      slot = (slot + 1) & last;
    }
    return -1;
  }

  /** What is known of the text in a slot; `unknown` for a free one and for none. */
  at(slot: number): number {
    return slot < 0 ? unknown : (this.#slots[slot + 3] ?? unknown);
  }

  get isFull(): boolean {
    return this.#count >= knownMax;
  }

  /** Remembers `known` of the text that belongs into the free `slot`. */
  learn(slot: number, from: number, length: number, hash: number, known: number): void {
    this.#put(slot, from, length, hash, known);
    this.#count += 1;
    if (this.#count * 2 * slotWidth > this.#slots.length) this.#grow();
  }

  #put(at: number, from: number, length: number, hash: number, known: number): void {
    this.#slots[at] = hash;
    this.#slots[at + 1] = from;
    this.#slots[at + 2] = length;
    this.#slots[at + 3] = known;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    for (let at = 0; at < old.length; at += slotWidth) {
      const known = old[at + 3] ?? unknown;
      if (known === unknown) continue;
      const hash = old[at] ?? 0;
      const from = old[at + 1] ?? 0;
      const length = old[at + 2] ?? 0;
      const to = this.slotOf(from, length, hash);
      if (to >= 0) this.#put(to, from, length, hash, known);
    }
  }
}
