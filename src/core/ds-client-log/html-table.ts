import { logSheet } from './log-sheet.ts';
import { decodeEntities } from './entities.ts';
import { cellCharsMax, tokens, type Token } from './markup.ts';
import { cellBudget, type Sheet, type SheetReading } from './sheet.ts';
import type { Mending } from './table.ts';

const activeTags = new Set([
  'script',
  'iframe',
  'object',
  'embed',
  'applet',
  'base',
  'link',
  'form',
  'img',
  'frame',
  'svg',
  'video',
  'audio',
]);
/** Elements whose inside is no text of the table. */
const skippedTags = new Set(['script', 'style', 'title', 'template', 'noscript']);
const colsMax = 16_384;

type OpenTag = Extract<Token, { kind: 'open' }>;

const span = (value: string | undefined): number => {
  const number = Number(value ?? '1');
  return Number.isInteger(number) && number > 1 ? Math.min(number, colsMax) : 1;
};

/** Spaces fold as they do on a page, and a cell of `&nbsp;` alone is empty. */
const cellText = (raw: string): string =>
  decodeEntities(raw.slice(0, cellCharsMax).replace(/[ \t\r\n\f]+/g, ' ')).trim();

/** The tables of a page, built as its tokens come. A table inside a cell is text of that cell. */
class HtmlTables {
  readonly budget = cellBudget();
  activeContent = false;
  readonly #tables: Sheet[] = [];
  #depth = 0;
  #skipping = '';
  #rows: string[][] = [];
  #merged = new Map<number, Mending>();
  #cells: string[] | null = null;
  #text: string | null = null;
  /** Columns that the open cell takes beside its own. */
  #more = 0;

  take(token: Token): void {
    if (this.#skipping !== '') {
      if (token.kind === 'close' && token.name === this.#skipping) this.#skipping = '';
    } else if (token.kind === 'text') {
      if (this.#text !== null) this.#text += token.text;
    } else if (token.kind === 'close') this.#close(token.name);
    else if (token.kind === 'open') this.#open(token);
  }

  /** All tables, once the last token is taken. A row that is open then was cut off with the file. */
  end(): readonly Sheet[] {
    if (this.#depth > 0 && this.#cells !== null) this.#merged.set(this.#rows.length, 'cut-off');
    this.#endTable();
    return this.#tables;
  }

  #open(tag: OpenTag): void {
    const { name } = tag;
    if (activeTags.has(name) || isActive(tag)) this.activeContent = true;
    if (skippedTags.has(name) && !tag.selfClosing) this.#skipping = name;
    else if (name === 'table') this.#depth += 1;
    else if (name === 'br' && this.#text !== null) this.#text += ' ';
    else if (this.#depth !== 1) return;
    else if (name === 'tr') {
      this.#endRow();
      this.#cells = [];
    } else if (name === 'td' || name === 'th') this.#openCell(tag);
  }

  #openCell({ attributes }: OpenTag): void {
    this.#endCell();
    this.#cells ??= [];
    const cols = span(attributes.get('colspan'));
    if (cols > 1 || span(attributes.get('rowspan')) > 1) {
      this.#merged.set(this.#rows.length, 'merged-cells');
    }
    this.#more = cols - 1;
    this.budget.take(cols);
    this.#text = '';
  }

  #close(name: string): void {
    if (name === 'table' && this.#depth > 0) {
      this.#depth -= 1;
      if (this.#depth === 0) this.#endTable();
    } else if (this.#depth !== 1) return;
    else if (name === 'tr') this.#endRow();
    else if (name === 'td' || name === 'th') this.#endCell();
  }

  #endCell(): void {
    if (this.#cells && this.#text !== null) {
      this.#cells.push(cellText(this.#text), ...Array.from({ length: this.#more }, () => ''));
    }
    this.#text = null;
    this.#more = 0;
  }

  #endRow(): void {
    this.#endCell();
    if (this.#cells && this.#cells.length > 0) this.#rows.push(this.#cells);
    this.#cells = null;
  }

  #endTable(): void {
    this.#endRow();
    if (this.#rows.length > 0) {
      this.#tables.push({ rows: this.#rows, merged: this.#merged, serialDates: false });
    }
    this.#rows = [];
    this.#merged = new Map();
  }
}

/**
 * The log among the tables of an HTML document. Scripts, event handlers and remote content are passed
 * over and reported. A DOCTYPE that defines nothing is common in HTML, so only one with an internal
 * subset is refused.
 */
export function readHtmlTable(text: string): SheetReading {
  if (/<!doctype[^>]{0,2000}\[|<!entity/i.test(text.slice(0, 65_536))) {
    return { kind: 'refused', code: 'xml.doctype' };
  }
  const tables = new HtmlTables();
  for (const token of tokens(text)) {
    if (tables.budget.isSpent()) return { kind: 'refused', code: 'zip.inflates-too-much' };
    tables.take(token);
  }
  const sheet = logSheet(tables.end());
  return sheet === null
    ? { kind: 'refused', code: 'file.other-log' }
    : { kind: 'sheet', sheet, activeContent: tables.activeContent };
}

function isActive({ attributes, name }: OpenTag): boolean {
  for (const [key, value] of attributes) {
    if (key.startsWith('on') && key.length > 3) return true;
    if (/^\s*(?:javascript|vbscript|data):/i.test(value.slice(0, 64))) return true;
  }
  return name === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'refresh';
}
