import { checkText } from './cell-checks.ts';
import { textOf } from './decode.ts';
import type { DiagnosticCode, DiagnosticLog } from './diagnostics.ts';
import { KnownTexts, unknown } from './known-texts.ts';

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

function say(log: DiagnosticLog, { codes, row, col, chars }: OddCell): void {
  for (const code of codes) {
    log.add(code, code === 'cell.huge' ? { row, col, facts: { chars } } : { row, col });
  }
}

/**
 * What is odd about the texts of a log. Each text is looked at once, because a log repeats the names of
 * its sets and users.
 */
export function textChecker(bytes: Uint8Array, log: DiagnosticLog): TextChecker {
  const texts = new KnownTexts(bytes);
  const lists: (readonly DiagnosticCode[])[] = [];

  const lookAt = (slot: number, from: number, length: number, hash: number) => {
    const codes = checkText(textOf(bytes, from, from + length));
    if (slot >= 0 && !texts.isFull) {
      const known = codes.length === 0 ? plain : lists.push(codes) - 1 + odd;
      texts.learn(slot, from, length, hash, known);
    }
    return codes;
  };

  return {
    look(from, length, hash, row, col) {
      const slot = texts.slotOf(from, length, hash);
      const known = texts.at(slot);
      if (known === plain) return;
      const codes =
        known === unknown ? lookAt(slot, from, length, hash) : (lists[known - odd] ?? noCodes);
      say(log, { codes, row, col, chars: length });
    },
    asText(text, row, col) {
      if (text !== '') say(log, { codes: checkText(text), row, col, chars: text.length });
    },
  };
}
