/** Where the rows of a delimited text begin and end, at the level of bytes. */
export type Delimiter = '\t' | ';' | ',' | '|';
export type Eol = 'CRLF' | 'LF' | 'CR';

export const lf = 10;
export const cr = 13;
export const quote = 34;
/** A quoted cell that runs on for longer than this never closes. */
const quotedLengthMax = 1 << 20;

export interface DelimitedOptions {
  readonly delimiter: Delimiter;
  readonly quoted: boolean;
}

/** The line end of a file, by its first one. */
export function eolOf(bytes: Uint8Array): Eol | null {
  for (let i = 0; i < bytes.length; i += 1) {
    if (bytes[i] === lf) return 'LF';
    if (bytes[i] === cr) return bytes[i + 1] === lf ? 'CRLF' : 'CR';
  }
  return null;
}

function lineEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== lf && bytes[at] !== cr) at += 1;
  return at;
}

/** Offset after the quote that closes a quoted cell; -1 when none does within reason. */
function afterQuoted(bytes: Uint8Array, from: number): number {
  const limit = Math.min(bytes.length, from + quotedLengthMax);
  let at = from + 1;
  while (at < limit && !(bytes[at] === quote && bytes[at + 1] !== quote)) {
    at += bytes[at] === quote ? 2 : 1;
  }
  return at < limit ? at + 1 : -1;
}

/** Where a row with quotes ends: a line break inside quotes does not end it. -1 for broken quotes. */
function quotedRowEnd(bytes: Uint8Array, from: number, delimiter: number): number {
  let at = from;
  for (;;) {
    if (bytes[at] === quote) {
      at = afterQuoted(bytes, at);
      const next = bytes[at];
      // A quote that closes in the middle of a cell was not meant as one.
      if (at < 0) return -1;
      if (at < bytes.length && next !== delimiter && next !== lf && next !== cr) return -1;
    }
    while (at < bytes.length && bytes[at] !== delimiter && bytes[at] !== lf && bytes[at] !== cr) {
      at += 1;
    }
    if (at >= bytes.length || bytes[at] !== delimiter) return at;
    at += 1;
  }
}

/**
 * The rows of a delimited text, found one after the other as they are asked for: whoever reads a row
 * knows where it ends, and a second look at every byte only to count lines would cost as much again.
 */
export class RowIndex {
  readonly bytes: Uint8Array;
  readonly options: DelimitedOptions;
  /** Rows found so far. */
  count = 0;
  /** Where the next row begins; the length of the text when there is none. */
  next: number;
  #starts = new Uint32Array(1024);
  #broken: Uint8Array | null = null;

  constructor(bytes: Uint8Array, options: DelimitedOptions) {
    this.bytes = bytes;
    this.options = options;
    this.next = this.#afterBreaks(0);
  }

  /** Empty lines are no rows; a file of nothing else would fill the memory with their offsets. */
  #afterBreaks(from: number): number {
    const { bytes } = this;
    let at = from;
    while (at < bytes.length && (bytes[at] === lf || bytes[at] === cr)) at += 1;
    return at;
  }

  /** Takes in the next row, which somebody has read and found to end at `end`. */
  add(end: number): void {
    if (this.count === this.#starts.length) this.reserve(this.count * 2);
    this.#starts[this.count] = this.next;
    this.count += 1;
    this.next = this.#afterBreaks(end);
  }

  /** Takes in rows that follow each other, by where they begin; the last of them ends at `end`. */
  addAll(starts: Uint32Array, end: number): void {
    const rows = this.count + starts.length;
    if (rows > this.#starts.length) this.reserve(Math.max(rows, this.count * 2));
    this.#starts.set(starts, this.count);
    this.count = rows;
    this.next = this.#afterBreaks(end);
  }

  /** Finds the next row; false when there is none. */
  find(): boolean {
    const { bytes, options, next } = this;
    if (next >= bytes.length) return false;
    const end = options.quoted
      ? quotedRowEnd(bytes, next, options.delimiter.charCodeAt(0))
      : lineEnd(bytes, next);
    // A row whose quotes do not close ends with its line.
    if (end < 0) this.#noteBroken();
    this.add(end < 0 ? lineEnd(bytes, next) : end);
    return true;
  }

  /** Whether the text has this row; looks no further than it must. */
  has(row: number): boolean {
    while (row >= this.count) if (!this.find()) return false;
    return true;
  }

  findAll(): number {
    while (this.find());
    return this.count;
  }

  /** Makes room for so many rows at once, where their number can be guessed. */
  reserve(rows: number): void {
    if (rows <= this.#starts.length) return;
    const larger = new Uint32Array(rows);
    larger.set(this.#starts);
    this.#starts = larger;
  }

  start(row: number): number {
    return row < this.count ? (this.#starts[row] ?? 0) : this.next;
  }

  /** Offset after the last byte of a row, the line break left out. */
  end(row: number): number {
    const from = this.start(row);
    let end = this.start(row + 1);
    while (end > from && (this.bytes[end - 1] === lf || this.bytes[end - 1] === cr)) end -= 1;
    return end;
  }

  #noteBroken(): void {
    if (this.#broken === null || this.count >= this.#broken.length) {
      const larger = new Uint8Array(Math.max(1024, this.count * 2));
      larger.set(this.#broken ?? []);
      this.#broken = larger;
    }
    this.#broken[this.count] = 1;
  }

  /** Whether a row has a quote that does not close, or closes in the middle of a cell. */
  isBroken(row: number): boolean {
    return this.#broken !== null && this.#broken[row] === 1;
  }
}
