import { logSheet } from './log-sheet.ts';
import { decodeEntities } from './entities.ts';
import { tokens, type Token } from './markup.ts';
import { cellBudget, squared, type Sheet, type SheetReading } from './sheet.ts';
import type { Mending } from './table.ts';

const colsMax = 16_384;
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An attribute by its local name, because writers differ in the prefix (`ss:Index`). */
function attribute(attributes: ReadonlyMap<string, string>, wanted: string): string | undefined {
  for (const [name, value] of attributes) if (localName(name) === wanted) return value;
  return undefined;
}

const positive = (value: string | undefined): number | null => {
  const number = Number(value ?? '');
  return Number.isInteger(number) && number > 0 ? Math.min(number, colsMax) : null;
};

type OpenTag = Extract<Token, { kind: 'open' }>;

/** The worksheets of a workbook, built as its tokens come. */
class Worksheets {
  readonly budget = cellBudget();
  readonly #sheets: Sheet[] = [];
  #rows: string[][] = [];
  #merged = new Map<number, Mending>();
  #cells: string[] | null = null;
  #data: string | null = null;
  #value = '';
  #target = 0;
  #across = 0;
  /** Whether empty places would make more cells than a sheet may have. */
  isTooLarge = false;

  take(token: Token): void {
    if (token.kind === 'text') {
      if (this.#data !== null) this.#data += token.text;
    } else if (token.kind === 'open') this.#open(token);
    else if (token.kind === 'close') this.#close(localName(token.name));
  }

  /** All sheets, once the last token is taken. A row that is open then was cut off with the file. */
  end(): readonly Sheet[] {
    if (this.#cells) {
      if (this.#data !== null) put(this.#cells, this.#target, decodeEntities(this.#data), 0);
      this.#merged.set(this.#rows.length, 'cut-off');
      this.#rows.push(this.#cells);
    }
    this.#endSheet();
    return this.#sheets;
  }

  #open(tag: OpenTag): void {
    const name = localName(tag.name);
    if (name === 'row') this.#openRow(tag);
    else if (name === 'cell') this.#openCell(tag);
    else if (name === 'data' && this.#cells) this.#data = '';
  }

  #openRow({ attributes, selfClosing }: OpenTag): void {
    const index = positive(attribute(attributes, 'index'));
    // A gap of rows is a gap of empty rows; the file's own limit keeps it small.
    const gap = Math.min(index ?? 0, colsMax) - 1 - this.#rows.length;
    for (let i = 0; i < gap; i += 1) this.#rows.push([]);
    this.#cells = selfClosing ? null : [];
    if (selfClosing) this.#rows.push([]);
  }

  #openCell({ attributes, selfClosing }: OpenTag): void {
    const cells = this.#cells;
    if (!cells) return;
    this.#target = (positive(attribute(attributes, 'index')) ?? cells.length + 1) - 1;
    this.#across = positive(attribute(attributes, 'mergeacross')) ?? 0;
    const down = positive(attribute(attributes, 'mergedown')) ?? 0;
    if (this.#across > 0 || down > 0) this.#merged.set(this.#rows.length, 'merged-cells');
    this.#value = '';
    this.budget.take(Math.max(0, this.#target - cells.length) + this.#across + 1);
    if (selfClosing) put(cells, this.#target, '', this.#across);
  }

  #close(name: string): void {
    if (name === 'data' && this.#data !== null) {
      this.#value = decodeEntities(this.#data);
      this.#data = null;
    } else if (name === 'cell' && this.#cells) {
      put(this.#cells, this.#target, this.#value, this.#across);
    } else if (name === 'row' && this.#cells) {
      this.#rows.push(this.#cells);
      this.#cells = null;
    } else if (name === 'worksheet') this.#endSheet();
  }

  #endSheet(): void {
    const rows = squared(this.#rows);
    if (rows === null) this.isTooLarge = true;
    else if (rows.some((cells) => cells.length > 0)) {
      this.#sheets.push({ rows, merged: this.#merged, serialDates: false });
    }
    this.#rows = [];
    this.#merged = new Map();
  }
}

/**
 * The log among the worksheets of a SpreadsheetML 2003 workbook. Empty cells and rows are omitted in it,
 * so `ss:Index` says where the next one stands. Any DOCTYPE is refused.
 */
export function readSpreadsheetMl(text: string): SheetReading {
  const sheets = new Worksheets();
  for (const token of tokens(text)) {
    if (sheets.budget.isSpent()) return { kind: 'refused', code: 'zip.inflates-too-much' };
    if (token.kind === 'doctype') return { kind: 'refused', code: 'xml.doctype' };
    sheets.take(token);
  }
  const sheet = logSheet(sheets.end());
  if (sheets.isTooLarge) return { kind: 'refused', code: 'zip.inflates-too-much' };
  return sheet === null
    ? { kind: 'refused', code: 'container.corrupt' }
    : { kind: 'sheet', sheet, activeContent: false };
}

function put(cells: string[], target: number, value: string, across: number): void {
  while (cells.length < target) cells.push('');
  cells[target] = value;
  for (let i = 0; i < across && cells.length < colsMax; i += 1) cells.push('');
}
