/** The text cells of a row. They repeat from row to row, so each is compared with the one above first. */
import { byteAt, hashOf, isSame } from './bytes.ts';
import { above, aboveSize, byteKinds, kept, keptMax, oddTextSize, oddTexts } from './memory.ts';

const hyphen: i32 = 45;
const letterP: i32 = 80;
/** What `byteKinds` says of a byte: a sign of something odd, between two words, or part of a word. */
const oddByte: i32 = 0;
const betweenWords: i32 = 1;
const inWord: i32 = 2;
/** Longer texts are looked at in part (`patternLengthMax` in cell-checks.ts). */
const plainMax: i32 = 4096;
/** The keys that cell-checks.ts knows without a sign are words of as many bytes at least. */
const keyLengthMin: i32 = 20;

/** Texts that want a closer look, so far. */
export let oddTextCount: i32 = 0;

/** Keeps the first `count` texts of those that want a closer look: a row that is not plain takes its own back. */
export function forgetOddTexts(count: i32): void {
  oddTextCount = count;
}

/**
 * Whether a text can have nothing that `checkText` looks for; false where that takes a closer look. Names
 * of sets and users are plain, and a log has thousands of them.
 */
export function isPlainText(from: i32, length: i32): bool {
  if (length === 0) return true;
  const to = from + length;
  if (length > plainMax || <i32>load<u8>(byteKinds + byteAt(from)) !== inWord) return false;
  let wordStart = from;
  // As if a hyphen stood before it: a text that begins with one is no plain text.
  let before = hyphen;
  for (let at = from; at < to; at += 1) {
    const byte = byteAt(at);
    const kind = <i32>load<u8>(byteKinds + byte);
    if (kind === betweenWords) wordStart = at + 1;
    if (kind === oddByte || at - wordStart >= keyLengthMin - 1) return false;
    if (before === hyphen && (byte === hyphen || byte === letterP)) return false;
    before = byte;
  }
  return true;
}

/** The record of the cell above in a column: begin, length, hash, whether no quotes stood around it. */
export function aboveOf(col: i32): i32 {
  return above + col * aboveSize;
}

/** After the text above, if it stands at `at` as well; -1 if not, or if only quotes would tell. */
export function afterSameText(col: i32, at: i32): i32 {
  const record = aboveOf(col);
  const length = load<i32>(record + 4);
  if (length < 0 || load<i32>(record + 12) === 0) return -1;
  return isSame(load<i32>(record), at, length) ? at + length : -1;
}

/** The hash of the text above in a column. */
export function hashAbove(col: i32): i32 {
  return load<i32>(aboveOf(col) + 8);
}

/** Takes a text and returns its hash; one that is not plain is reported for its row. */
export function takeText(row: i32, col: i32, from: i32, length: i32, isQuoted: bool): i32 {
  const record = aboveOf(col);
  if (load<i32>(record + 4) === length && isSame(load<i32>(record), from, length)) {
    return load<i32>(record + 8);
  }
  const hash = hashOf(from, length);
  if (isPlainText(from, length)) {
    store<i32>(record, from);
    store<i32>(record + 4, length);
    store<i32>(record + 8, hash);
    store<i32>(record + 12, isQuoted ? 0 : 1);
    return hash;
  }
  const place = oddTexts + oddTextCount * oddTextSize;
  store<i32>(place, row);
  store<i32>(place + 4, col);
  store<i32>(place + 8, from);
  store<i32>(place + 12, length);
  store<i32>(place + 16, hash);
  oddTextCount += 1;
  return hash;
}

/** Keeps what stands above in a column when the text that it stands in goes. */
export function keepAbove(col: i32): void {
  const record = aboveOf(col);
  const length = load<i32>(record + 4);
  const place = kept + col * keptMax;
  if (length < 0 || load<i32>(record) === place) return;
  if (length > keptMax) {
    store<i32>(record + 4, -1);
    return;
  }
  memory.copy(place, load<i32>(record), length);
  store<i32>(record, place);
}
