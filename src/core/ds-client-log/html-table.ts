import { cellCharsMax, decodeEntities, tokens } from './markup.ts';
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

const span = (value: string | undefined): number => {
  const number = Number(value ?? '1');
  return Number.isInteger(number) && number > 1 ? Math.min(number, colsMax) : 1;
};

interface Open {
  rows: string[][];
  merged: Map<number, Mending>;
  cells: string[] | null;
  text: string | null;
  /** Columns that the open cell takes beside its own. */
  more: number;
}

/** Spaces fold as they do on a page, and a cell of `&nbsp;` alone is empty. */
const cellText = (raw: string): string =>
  decodeEntities(raw.slice(0, cellCharsMax).replace(/[ \t\r\n\f]+/g, ' ')).trim();

/**
 * The largest table of an HTML document. Nested tables count as text of their cell. Scripts, event
 * handlers and remote content are passed over and reported. A DOCTYPE that defines nothing is common
 * in HTML, so only one with an internal subset is refused.
 */
export function readHtmlTable(text: string): SheetReading {
  if (/<!doctype[^>]{0,2000}\[|<!entity/i.test(text.slice(0, 65_536))) {
    return { kind: 'refused', code: 'xml.doctype' };
  }
  let activeContent = false;
  let skipping = '';
  let depth = 0;
  let best: Sheet | null = null;
  const budget = cellBudget();
  const open: Open = { rows: [], merged: new Map(), cells: null, text: null, more: 0 };

  const endCell = (): void => {
    if (open.cells && open.text !== null) {
      open.cells.push(cellText(open.text), ...Array.from({ length: open.more }, () => ''));
    }
    open.text = null;
    open.more = 0;
  };
  const endRow = (): void => {
    endCell();
    if (open.cells && open.cells.length > 0) open.rows.push(open.cells);
    open.cells = null;
  };
  const endTable = (): void => {
    endRow();
    if (open.rows.length > (best?.rows.length ?? 0)) {
      best = { rows: open.rows, merged: open.merged, serialDates: false };
    }
    open.rows = [];
    open.merged = new Map();
  };

  for (const token of tokens(text)) {
    if (budget.isSpent()) return { kind: 'refused', code: 'zip.inflates-too-much' };
    if (skipping !== '') {
      if (token.kind === 'close' && token.name === skipping) skipping = '';
      continue;
    }
    if (token.kind === 'text') {
      if (open.text !== null) open.text += token.text;
      continue;
    }
    if (token.kind === 'doctype') continue;
    if (token.kind === 'close') {
      if (token.name === 'table' && depth > 0) {
        depth -= 1;
        if (depth === 0) endTable();
      } else if (depth === 1) {
        if (token.name === 'tr') endRow();
        else if (token.name === 'td' || token.name === 'th') endCell();
      }
      continue;
    }
    if (activeTags.has(token.name) || isActive(token.attributes, token.name)) activeContent = true;
    if (skippedTags.has(token.name) && !token.selfClosing) {
      skipping = token.name;
      continue;
    }
    if (token.name === 'table') {
      depth += 1;
    } else if (depth === 1 && token.name === 'tr') {
      endRow();
      open.cells = [];
    } else if (depth === 1 && (token.name === 'td' || token.name === 'th')) {
      endCell();
      open.cells ??= [];
      const cols = span(token.attributes.get('colspan'));
      if (cols > 1 || span(token.attributes.get('rowspan')) > 1) {
        open.merged.set(open.rows.length, 'merged-cells');
      }
      open.more = cols - 1;
      budget.take(cols);
      open.text = '';
    } else if (token.name === 'br' && open.text !== null) open.text += ' ';
  }
  endTable();
  return best === null
    ? { kind: 'refused', code: 'file.other-log' }
    : { kind: 'sheet', sheet: best, activeContent };
}

function isActive(attributes: ReadonlyMap<string, string>, name: string): boolean {
  for (const [key, value] of attributes) {
    if (key.startsWith('on') && key.length > 3) return true;
    if (/^\s*(?:javascript|vbscript|data):/i.test(value.slice(0, 64))) return true;
  }
  return name === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'refresh';
}
