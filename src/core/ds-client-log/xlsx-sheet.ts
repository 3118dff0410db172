import { decodeEntities } from './entities.ts';
import { tokens, type OpenTag, type Token } from './markup.ts';
import { cellBudget, squared, type Sheet } from './sheet.ts';
import type { Mending } from './table.ts';
import { formatIsoWall, formatTimeOfDay } from './wall-time.ts';
import type { CellFormat } from './xlsx-parts.ts';

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
const colsMax = 16_384; // ECMA-376: XFD
const rowsMax = 1_048_576;
/** Empty rows that one reference may leave out; a log has none. */
const gapMax = 10_000;
const day = 86_400;
/** Day numbers count from 1899-12-30 (after the leap day that 1900 did not have), or from 1904. */
const epoch1900 = -25_569 * day;
const epoch1904 = -24_107 * day;

/** `B7` as column 1 (from 0); null without letters. */
export function columnOfReference(reference: string): number | null {
  let col = 0;
  let letters = 0;
  for (; letters < reference.length; letters += 1) {
    const code = reference.charCodeAt(letters);
    if (code < 65 || code > 90) break;
    col = col * 26 + code - 64;
    if (col > colsMax) return null;
  }
  return letters === 0 ? null : col - 1;
}

const rowOfReference = (reference: string): number =>
  Number(/\d{1,7}$/.exec(reference)?.[0] ?? Number.NaN);

/** `h:mm:ss` of a part of a day or of days. */
function elapsed(days: number): string {
  const total = Math.round(days * day);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(total / 3600)}:${pad(Math.floor(total / 60) % 60)}:${pad(total % 60)}`;
}

/** A day number as ISO text; below one it is a time of day. */
function dateText(serial: number, is1904: boolean): string {
  const seconds = Math.round(serial * day);
  if (serial < 1) return formatTimeOfDay(seconds);
  return formatIsoWall((is1904 ? epoch1904 : epoch1900) + seconds).replace('T', ' ');
}

export interface SheetParts {
  readonly strings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly is1904: boolean;
}

interface CellState {
  readonly type: string;
  readonly format: CellFormat;
  readonly col: number;
}

function valueText(raw: string, cell: CellState, parts: SheetParts): string {
  const text = decodeEntities(raw);
  if (cell.type === 's') return parts.strings[Number(text)] ?? '';
  if (cell.type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  if (cell.type !== '' && cell.type !== 'n') return text;
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number)) return text;
  if (cell.format === 'date' && number >= 0 && number < 2_958_466) {
    return dateText(number, parts.is1904);
  }
  if (cell.format === 'duration' && number >= 0) return elapsed(number);
  // Workbooks may write 32216449024 as 3.2216449024E10; as a number nothing is lost.
  return Number.isSafeInteger(number) ? String(number) : text;
}

export type SheetRefusal = 'xml.doctype' | 'zip.inflates-too-much' | 'container.corrupt';

/** Puts the cells of a worksheet where their references say, tag by tag. */
class SheetBuilder {
  readonly #parts: SheetParts;
  readonly #rows: string[][] = [];
  readonly #merged = new Map<number, Mending>();
  readonly #budget = cellBudget();
  #serialDates = false;
  #row: string[] | null = null;
  /** Where a cell without a reference stands: behind the one before it, and that may have been empty. */
  #nextCol = 0;
  #cell: CellState | null = null;
  #text: string | null = null;

  constructor(parts: SheetParts) {
    this.#parts = parts;
  }

  /** Takes the next tag or text; a refusal ends the sheet. */
  take(token: Token): SheetRefusal | null {
    if (token.kind === 'doctype') return 'xml.doctype';
    if (this.#budget.isSpent()) return 'zip.inflates-too-much';
    if (token.kind === 'open') return this.#open(localName(token.name), token);
    if (token.kind === 'close') this.#close(localName(token.name));
    else if (this.#text !== null) this.#text += token.text;
    return null;
  }

  #open(name: string, { attributes, selfClosing }: OpenTag): SheetRefusal | null {
    if (name === 'row') return this.#openRow(attributes);
    if (name === 'c') return this.#openCell(attributes);
    if (name === 'v' || name === 't') {
      if (this.#cell && !selfClosing) this.#text ??= '';
    } else if (name === 'mergecell') {
      const reference = attributes.get('ref') ?? '';
      this.#budget.take(mergeRows(reference, this.#rows.length, this.#merged));
    }
    return null;
  }

  #openRow(attributes: OpenTag['attributes']): SheetRefusal | null {
    const wanted = Number(attributes.get('r') ?? this.#rows.length + 1);
    if (!(wanted <= rowsMax)) return 'container.corrupt';
    // A row far ahead leaves a gap of empty rows, which cost cells as any others do.
    const gap = Math.min(wanted - 1, rowsMax, this.#rows.length + gapMax) - this.#rows.length;
    this.#budget.take(Math.max(1, gap));
    for (let i = 0; i < gap; i += 1) this.#rows.push([]);
    this.#row = [];
    this.#nextCol = 0;
    this.#rows.push(this.#row);
    return null;
  }

  #openCell(attributes: OpenTag['attributes']): SheetRefusal | null {
    if (!this.#row) return null;
    const reference = attributes.get('r') ?? '';
    const named = columnOfReference(reference);
    // Letters beyond XFD: putting the cell anywhere else would be a guess.
    if (named === null && /^[A-Z]/.test(reference)) return 'container.corrupt';
    const col = named ?? this.#nextCol;
    this.#nextCol = col + 1;
    const format = this.#parts.formats[Number(attributes.get('s') ?? '0')] ?? 'plain';
    this.#cell = { type: attributes.get('t') ?? '', format, col };
    return null;
  }

  #close(name: string): void {
    const isValue = name === 'v' || (name === 't' && this.#cell?.type === 'inlineStr');
    if (isValue && this.#cell && this.#row && this.#text !== null) {
      this.#put(this.#row, this.#cell, this.#text);
      this.#text = null;
    } else if (name === 'c') {
      this.#cell = null;
      this.#text = null;
    }
  }

  #put(row: string[], cell: CellState, raw: string): void {
    this.#budget.take(Math.max(0, cell.col - row.length) + 1);
    while (row.length < cell.col) row.push('');
    row[cell.col] = (row[cell.col] ?? '') + valueText(raw, cell, this.#parts);
    this.#serialDates ||= cell.format === 'date' && (cell.type === '' || cell.type === 'n');
  }

  whole(): Sheet | SheetRefusal {
    const rows = squared(this.#rows);
    if (rows === null) return 'zip.inflates-too-much';
    return { rows, merged: this.#merged, serialDates: this.#serialDates };
  }
}

/** The cells of one worksheet. Empty cells are omitted in it, so references say where each stands. */
export function readXlsxSheet(xml: string, parts: SheetParts): Sheet | SheetRefusal {
  const builder = new SheetBuilder(parts);
  for (const token of tokens(xml)) {
    const refusal = builder.take(token);
    if (refusal !== null) return refusal;
  }
  return builder.whole();
}

/** Marks the rows of one merge; gives how many they are, because merges may overlap endlessly. */
function mergeRows(reference: string, rowCount: number, merged: Map<number, Mending>): number {
  const [from = '', to = from] = reference.split(':');
  const first = rowOfReference(from);
  const last = Math.min(rowOfReference(to), rowCount);
  for (let r = first; r <= last; r += 1) merged.set(r - 1, 'merged-cells');
  return Math.max(1, last - first + 1);
}
