/** Whole numbers without sign, in one piece or in groups of three, with the mark they use. */
import { byteAt, digitAt } from './bytes.ts';

/** The state of a number is this plus the index of its mark (`fastMarks`); less is no number. */
const markBase: i32 = 2;
/** Set in the state where two groups or more prove the mark. */
const provenBit: i32 = 8;
/** Fifteen digits are exact in a double; more go the full way. */
const digitsMax: i32 = 15;

/** The index of a mark among `fastMarks` of number-columns.ts; 0 for any other byte. */
function markIndex(byte: i32): i32 {
  if (byte === 44) return 1;
  if (byte === 46) return 2;
  if (byte === 39) return 3;
  return byte === 32 ? 4 : 0;
}

/** Of the number that was read: after its last byte, what it says, and its state. */
export let numberEnd: i32 = 0;
export let numberValue: i64 = 0;
export let numberState: i32 = 0;

/** Reads groups of three behind `from`; false where what follows a mark is no group. */
function readGroups(from: i32, mark: i32): bool {
  let at = from;
  let value = numberValue;
  while (byteAt(at) === mark) {
    const a = digitAt(at + 1);
    const b = digitAt(at + 2);
    const c = digitAt(at + 3);
    if (a > 9 || b > 9 || c > 9) return false;
    value = value * 1000 + <i64>(a * 100 + b * 10 + c);
    at += 4;
    if (at - from > (digitsMax / 3 - 1) * 4) return false;
  }
  numberEnd = at;
  numberValue = value;
  return true;
}

/** Reads the number at `from`; false for none. The byte `stop` ends it, though it may be a mark. */
export function readNumber(from: i32, stop: i32): bool {
  let at = from;
  let value: i64 = 0;
  for (;;) {
    const digit = digitAt(at);
    if (digit > 9) break;
    value = value * 10 + <i64>digit;
    at += 1;
    if (at - from > digitsMax) return false;
  }
  if (at === from) return false;
  numberEnd = at;
  numberValue = value;
  const byte = byteAt(at);
  const mark = byte === stop ? 0 : markIndex(byte);
  if (mark === 0) {
    numberState = markBase;
    return true;
  }
  // A nought before groups (0.500) is a fraction's, and that goes the full way.
  if (at - from > 3 || byteAt(from) === 48 || !readGroups(at, byte)) return false;
  numberState = markBase + mark + (numberEnd - at > 4 ? provenBit : 0);
  return true;
}
