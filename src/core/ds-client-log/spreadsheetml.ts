import { decodeEntities, tokens } from './markup.ts';
import type { SheetReading } from './sheet.ts';
import { cellBudget, squared } from './sheet.ts';
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

/**
 * The first worksheet with cells of a SpreadsheetML 2003 workbook. Empty cells and rows are omitted in
 * it, so `ss:Index` says where the next one stands. Any DOCTYPE is refused.
 */
export function readSpreadsheetMl(text: string): SheetReading {
  const rows: string[][] = [];
  const merged = new Map<number, Mending>();
  let cells: string[] | null = null;
  let data: string | null = null;
  let value = '';
  let target = 0;
  let pendingAcross = 0;
  const budget = cellBudget();
  for (const token of tokens(text)) {
    if (budget.isSpent()) return { kind: 'refused', code: 'zip.inflates-too-much' };
    if (token.kind === 'doctype') return { kind: 'refused', code: 'xml.doctype' };
    if (token.kind === 'text') {
      if (data !== null) data += token.text;
      continue;
    }
    const name = localName(token.name);
    if (token.kind === 'open') {
      if (name === 'row') {
        const index = positive(attribute(token.attributes, 'index'));
        // A gap of rows is a gap of empty rows; the file's own limit keeps it small.
        const gap = Math.min(index ?? 0, colsMax) - 1 - rows.length;
        for (let i = 0; i < gap; i += 1) rows.push([]);
        cells = [];
        if (token.selfClosing) rows.push(cells);
      } else if (name === 'cell' && cells) {
        target = (positive(attribute(token.attributes, 'index')) ?? cells.length + 1) - 1;
        const across = positive(attribute(token.attributes, 'mergeacross')) ?? 0;
        const down = positive(attribute(token.attributes, 'mergedown')) ?? 0;
        if (across > 0 || down > 0) merged.set(rows.length, 'merged-cells');
        value = '';
        budget.take(Math.max(0, target - cells.length) + across + 1);
        if (token.selfClosing) put(cells, target, value, across);
        else pendingAcross = across;
      } else if (name === 'data' && cells) data = '';
      continue;
    }
    if (name === 'data' && data !== null) {
      value = decodeEntities(data);
      data = null;
    } else if (name === 'cell' && cells) put(cells, target, value, pendingAcross);
    else if (name === 'row' && cells) {
      rows.push(cells);
      cells = null;
    } else if (name === 'worksheet' && rows.some((row) => row.length > 0)) break;
  }
  if (rows.length === 0) return { kind: 'refused', code: 'container.corrupt' };
  const whole = squared(rows);
  if (whole === null) return { kind: 'refused', code: 'zip.inflates-too-much' };
  return {
    kind: 'sheet',
    sheet: { rows: whole, merged, serialDates: false },
    activeContent: false,
  };
}

function put(cells: string[], target: number, value: string, across: number): void {
  while (cells.length < target) cells.push('');
  cells[target] = value;
  for (let i = 0; i < across && cells.length < colsMax; i += 1) cells.push('');
}
