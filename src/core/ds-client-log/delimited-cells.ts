import { textOf } from './decode.ts';
import { cr, lf, quote, type DelimitedOptions, type Delimiter } from './delimited-rows.ts';

/** More cells than this are not counted any further: no table of a log has them. */
const cellsMax = 1 << 17;

/** Bytes of a cell that are ever made text of; what stands beyond is shown nowhere. Our choice. */
const cellBytesMax = 1 << 22;

/** The text of a cell; in one that stood in quotes, doubled quotes are single. */
function cellOf(bytes: Uint8Array, from: number, to: number, isQuoted: boolean): string {
  const end = Math.min(to, from + cellBytesMax);
  if (!isQuoted || !bytes.subarray(from, end).includes(quote)) return textOf(bytes, from, end);
  // Byte by byte: to replace millions of quotes in a text, all their places are listed first.
  const single = new Uint8Array(end - from);
  let length = 0;
  for (let at = from; at < end; at += 1) {
    single[length] = bytes[at] ?? 0;
    length += 1;
    if (bytes[at] === quote && bytes[at + 1] === quote) at += 1;
  }
  return textOf(single, 0, length);
}

interface Closing {
  readonly contentEnd: number;
  /** Offset at which the cell ends, its quote included. */
  readonly next: number;
}

function closingQuote(bytes: Uint8Array, from: number, to: number): Closing {
  let at = from;
  while (at < to && !(bytes[at] === quote && bytes[at + 1] !== quote)) {
    at += bytes[at] === quote ? 2 : 1;
  }
  return { contentEnd: Math.min(at, to), next: Math.min(at + 1, to) };
}

/** Mended: the cell ends at quote-delimiter, at delimiter-quote, or with the line. */
function closingQuoteMended(
  bytes: Uint8Array,
  from: number,
  to: number,
  delimiter: number,
): Closing {
  for (let at = from; at < to; at += 1) {
    if (bytes[at] === quote && (at + 1 === to || bytes[at + 1] === delimiter)) {
      return { contentEnd: at, next: at + 1 };
    }
    if (bytes[at] === delimiter && bytes[at + 1] === quote) return { contentEnd: at, next: at };
  }
  return { contentEnd: to, next: to };
}

/** Splits one row into cells; `mended` rows take a quote as closed only before a delimiter. */
export function splitRow(
  bytes: Uint8Array,
  from: number,
  to: number,
  options: DelimitedOptions,
  mended = false,
): readonly string[] {
  const delimiter = options.delimiter.charCodeAt(0);
  const cells: string[] = [];
  let at = from;
  for (;;) {
    if (options.quoted && bytes[at] === quote && at < to) {
      const closing = mended
        ? closingQuoteMended(bytes, at + 1, to, delimiter)
        : closingQuote(bytes, at + 1, to);
      cells.push(cellOf(bytes, at + 1, closing.contentEnd, true));
      at = closing.next;
    } else {
      const start = at;
      while (at < to && bytes[at] !== delimiter) at += 1;
      cells.push(cellOf(bytes, start, at, false));
    }
    if (at >= to || cells.length === cellsMax) return cells;
    at += 1;
  }
}

/** Bounds of the cells of one row, quotes left outside; -1 when a cell needs more than cutting. */
export function cellBounds(
  bytes: Uint8Array,
  from: number,
  to: number,
  options: DelimitedOptions,
  into: Uint32Array,
): number {
  const delimiter = options.delimiter.charCodeAt(0);
  let count = 0;
  let at = from;
  for (;;) {
    if (count * 2 + 1 >= into.length) return -1;
    let begin = at;
    let end: number;
    if (options.quoted && at < to && bytes[at] === quote) {
      begin = at + 1;
      at = begin;
      while (at < to && bytes[at] !== quote) at += 1;
      if (at >= to || (at + 1 < to && bytes[at + 1] !== delimiter)) return -1;
      end = at;
      at += 1;
    } else {
      while (at < to && bytes[at] !== delimiter) at += 1;
      end = at;
    }
    into[count * 2] = begin;
    into[count * 2 + 1] = end;
    count += 1;
    if (at >= to) return count;
    at += 1;
  }
}

/**
 * Whether quotes in a tab-separated file are quotes: there are cells that begin with one, and each of
 * them ends with one on the same line. `sample` is the beginning of the file.
 */
export function quotesPairUp(sample: Uint8Array, delimiter: Delimiter): boolean {
  if (!sample.includes(quote)) return false;
  const mark = delimiter.charCodeAt(0);
  let seen = false;
  for (let at = 0; at < sample.length; at += 1) {
    const start = at;
    while (at < sample.length && sample[at] !== mark && sample[at] !== lf && sample[at] !== cr) {
      at += 1;
    }
    if (sample[start] !== quote || at === sample.length) continue;
    if (at - start < 2 || sample[at - 1] !== quote) return false;
    seen = true;
  }
  return seen;
}
