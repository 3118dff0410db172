import { textOf } from './decode.ts';
import { fieldOfLabel } from './columns.ts';
import { headerOf, type Header } from './header.ts';
import { cellTable, type Table } from './table.ts';

/** Columns of a fixed-width text, as offsets in characters; the last one runs to the end of the line. */
export interface FixedLayout {
  readonly starts: readonly number[];
  readonly headerRow: number;
}

const headerRowsMax = 60;
const sampleLines = 200;
/** A line longer than this is not one of a printed table. */
const lineLengthMax = 32_768;

const dashes = /^[-=_\u2500\u2550]+(?: +[-=_\u2500\u2550]+){2,}\s*$/;

/** Where each run of characters without two spaces in a row begins. */
function segmentStarts(line: string): readonly number[] {
  const starts: number[] = [];
  for (let at = 0; at < line.length; at += 1) {
    const isStart =
      line[at] !== ' ' &&
      (at === 0 || (line[at - 1] === ' ' && (at === 1 || line[at - 2] === ' ')));
    if (isStart) starts.push(at);
  }
  return starts;
}

const labelsOf = (line: string): readonly string[] => line.trim().split(/ {2,}/);

/** Starts of the runs of a rule of dashes: they give the exact bounds. */
function startsOfRule(rule: string): readonly number[] {
  const starts: number[] = [];
  for (let at = 0; at < rule.length; at += 1) {
    if (rule[at] !== ' ' && (at === 0 || rule[at - 1] === ' ')) starts.push(at);
  }
  return starts;
}

/**
 * Bounds without a rule: between two labels the widest strip that is blank in every line. A column may
 * stand left or right under its label, so labels alone do not say where it begins.
 */
function startsByGaps(header: string, lines: readonly string[]): readonly number[] {
  const labels = segmentStarts(header);
  const ends = labels.map((start) => {
    const gap = header.indexOf('  ', start);
    return gap < 0 ? header.length : gap;
  });
  const isBlankAt = (at: number): boolean => lines.every((line) => (line[at] ?? ' ') === ' ');
  const starts = [0];
  for (let i = 1; i < labels.length; i += 1) {
    const from = Math.max(starts[i - 1] ?? 0, labels[i - 1] ?? 0);
    const to = ends[i] ?? header.length;
    let best = { start: labels[i] ?? 0, width: 0 };
    for (let at = from; at < to;) {
      if (!isBlankAt(at)) {
        at += 1;
        continue;
      }
      let end = at;
      while (end < to && isBlankAt(end)) end += 1;
      // The strip must separate the two labels, or it is a space within one column.
      const separates = end > (ends[i - 1] ?? 0) - 1 && at <= (labels[i] ?? 0);
      const width = end - at;
      const headerGap = header.slice(at, end).trim() === '';
      if ((separates || !headerGap) && width > best.width) best = { start: end, width };
      at = end;
    }
    starts.push(best.start);
  }
  return starts;
}

/**
 * Bounds of a table whose columns are one space apart: the strips that are blank in every line, the
 * header included. A strip within a column (between date and time, or within a label) is undone when
 * the header is empty right of it, or when both sides make one known label.
 */
function startsByStrips(header: string, lines: readonly string[]): readonly number[] {
  const width = lines.reduce((widest, line) => Math.max(widest, line.length), 0);
  const isBlankAt = (at: number): boolean => lines.every((line) => (line[at] ?? ' ') === ' ');
  const starts = [0];
  for (let at = 1; at < Math.min(width, lineLengthMax); at += 1) {
    if (!isBlankAt(at) && isBlankAt(at - 1)) starts.push(at);
  }
  const labelOf = (i: number): string => header.slice(starts[i] ?? 0, starts[i + 1]).trim();
  const isKnown = (label: string): boolean =>
    fieldOfLabel('activity-log', label) !== null || fieldOfLabel('event-log', label) !== null;
  return starts.filter((start, i) => {
    if (i === 0) return true;
    if (labelOf(i) === '') return false;
    const both = header.slice(starts[i - 1] ?? 0, starts[i + 1]).trim();
    return isKnown(labelOf(i)) || !isKnown(both) || start === 0;
  });
}

/** The bounds under which more labels are known. */
function betterStarts(header: string, lines: readonly string[]): readonly number[] {
  const byGaps = startsByGaps(header, lines);
  const byStrips = startsByStrips(header, lines);
  const known = (starts: readonly number[]): number => headerOf(cut(header, starts), 0)?.known ?? 0;
  return known(byStrips) > known(byGaps) ? byStrips : byGaps;
}

/** Finds a header of known labels that are set apart by spaces, and the columns under it. */
export function findFixedLayout(lines: readonly string[]): FixedLayout | null {
  for (let row = 0; row < Math.min(lines.length, headerRowsMax); row += 1) {
    const line = lines[row] ?? '';
    if (line.length > lineLengthMax || !headerOf(labelsOf(line), row)) continue;
    const below = lines[row + 1] ?? '';
    if (dashes.test(below.slice(0, lineLengthMax))) {
      const starts = startsOfRule(below);
      if (starts.length === labelsOf(line).length) return { starts, headerRow: row };
    }
    const sample = lines
      .slice(row, row + sampleLines)
      .filter((l) => !dashes.test(l.slice(0, lineLengthMax)));
    return { starts: betterStarts(line, sample), headerRow: row };
  }
  return null;
}

function cut(line: string, starts: readonly number[]): readonly string[] {
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? line.length;
    return line.slice(start, Math.max(start, end)).trim();
  });
}

export interface FixedReading {
  readonly table: Table;
  readonly header: Header;
  readonly widths: readonly number[];
}

/** Reads UTF-8 bytes as a fixed-width table; null when no header of known labels stands in it. */
export function readFixedWidth(bytes: Uint8Array): FixedReading | null {
  const head = textOf(bytes, 0, Math.min(bytes.length, 1 << 18)).split(
    /\r\n|\r|\n/,
    headerRowsMax + sampleLines,
  );
  const layout = findFixedLayout(head);
  if (!layout) return null;
  const lines = textOf(bytes).split(/\r\n|\r|\n/);
  if (lines[lines.length - 1] === '') lines.pop();
  const rows = lines.map((line) => cut(line, layout.starts));
  const header = headerOf(rows[layout.headerRow] ?? [], layout.headerRow);
  if (!header) return null;
  const rule = head[layout.headerRow + 1] ?? '';
  const isRuled = dashes.test(rule.slice(0, lineLengthMax));
  const widths = widthsOf(isRuled ? [rule] : lines.slice(layout.headerRow), layout.starts);
  return { table: cellTable(rows), header, widths };
}

/**
 * Widths of the columns without the spaces that set them apart: those of a rule, or where there is none
 * those of the widest cell of each, which the writer of such a table measured as well.
 */
function widthsOf(lines: readonly string[], starts: readonly number[]): readonly number[] {
  const widths = starts.map(() => 0);
  for (const line of lines) {
    for (const [i, start] of starts.entries()) {
      const width = line.slice(start, starts[i + 1]).trimEnd().length;
      widths[i] = Math.max(widths[i] ?? 0, width);
    }
  }
  return widths;
}
