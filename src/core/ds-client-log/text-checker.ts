import { checkText } from './cell-checks.ts';
import { textOf } from './decode.ts';
import type { DiagnosticCode, DiagnosticLog } from './diagnostics.ts';
import { sameInView } from './hashes.ts';

/** Texts remembered; beyond it each cell is looked at anew. */
const knownMax = 20_000;
/** How far a search goes on from a taken slot; full neighbourhoods are hostile, and then give up. */
const triesMax = 64;
const slotsAtFirst = 1024;
/** Hash, offset, length, and what is known of the text. */
const slotWidth = 4;
const unknown = 0;
const plain = 1;
/** Added to the index into the lists of codes. */
const odd = 2;
const noCodes: readonly DiagnosticCode[] = [];

export interface TextChecker {
  /** Looks at a cell by its bytes, whose hash is `hash`, and says what is odd about it. */
  look(from: number, length: number, hash: number, row: number, col: number): void;
  /** Looks at the text of a cell and says what is odd about it. */
  asText(text: string, row: number, col: number): void;
}

interface OddCell {
  readonly codes: readonly DiagnosticCode[];
  readonly row: number;
  readonly col: number;
  readonly chars: number;
}

/**
 * What is odd about the texts of a log. Each text is looked at once, because a log repeats the names of
 * its sets and users; one flat table of offsets, because it is asked for every cell.
 */
export function textChecker(bytes: Uint8Array, log: DiagnosticLog): TextChecker {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const lists: (readonly DiagnosticCode[])[] = [];
  let count = 0;
  let slots = new Int32Array(slotsAtFirst * slotWidth);

  /** The slot of a text, or the free one where it belongs; -1 when there is neither in reach. */
  const slotOf = (from: number, length: number, hash: number): number => {
    const last = slots.length / slotWidth - 1;
    let slot = (hash ^ (hash >>> 15)) & last;
    for (let tries = 0; tries < triesMax; tries += 1) {
      const at = slot * slotWidth;
      if (slots[at + 3] === unknown) return at;
      if (
        slots[at] === hash &&
        slots[at + 2] === length &&
        sameInView(view, slots[at + 1] ?? 0, from, length)
      ) {
        return at;
      }
      slot = (slot + 1) & last;
    }
    return -1;
  };

  /** Value by value: a list or a piece of an array for each of them is soon a megabyte to clear up. */
  const put = (at: number, from: number, length: number, hash: number, known: number): void => {
    slots[at] = hash;
    slots[at + 1] = from;
    slots[at + 2] = length;
    slots[at + 3] = known;
  };

  const grow = (): void => {
    const old = slots;
    slots = new Int32Array(old.length * 2);
    for (let at = 0; at < old.length; at += slotWidth) {
      if (old[at + 3] === unknown) continue;
      const to = slotOf(old[at + 1] ?? 0, old[at + 2] ?? 0, old[at] ?? 0);
      if (to >= 0) put(to, old[at + 1] ?? 0, old[at + 2] ?? 0, old[at] ?? 0, old[at + 3] ?? 0);
    }
  };

  const say = ({ codes, row, col, chars }: OddCell): void => {
    for (const code of codes) {
      log.add(code, code === 'cell.huge' ? { row, col, facts: { chars } } : { row, col });
    }
  };

  const lookAt = (slot: number, from: number, length: number, hash: number) => {
    const codes = checkText(textOf(bytes, from, from + length));
    if (slot >= 0 && count < knownMax) {
      const known = codes.length === 0 ? plain : lists.push(codes) - 1 + odd;
      put(slot, from, length, hash, known);
      count += 1;
      if (count * 2 * slotWidth > slots.length) grow();
    }
    return codes;
  };

  return {
    look(from, length, hash, row, col) {
      const slot = slotOf(from, length, hash);
      const known = slot < 0 ? unknown : (slots[slot + 3] ?? unknown);
      if (known === plain) return;
      const codes =
        known === unknown ? lookAt(slot, from, length, hash) : (lists[known - odd] ?? noCodes);
      say({ codes, row, col, chars: length });
    },
    asText(text, row, col) {
      if (text !== '') say({ codes: checkText(text), row, col, chars: text.length });
    },
  };
}
