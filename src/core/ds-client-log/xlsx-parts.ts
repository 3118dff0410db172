import { decodeEntities } from './entities.ts';
import { tokens } from './markup.ts';

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Paths of the worksheets in the order of the workbook, and its date system. */
export interface WorkbookShape {
  readonly sheets: readonly string[];
  /** Workbooks from old Macs count days from 1904. */
  readonly is1904: boolean;
}

/** Reads `xl/workbook.xml` and its relationships. */
export function workbookShape(workbook: string, relationships: string): WorkbookShape {
  const targets = new Map<string, string>();
  for (const token of tokens(relationships)) {
    if (token.kind !== 'open' || localName(token.name) !== 'relationship') continue;
    const target = token.attributes.get('target') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    targets.set(token.attributes.get('id') ?? '', path);
  }
  const sheets: string[] = [];
  let is1904 = false;
  for (const token of tokens(workbook)) {
    if (token.kind !== 'open') continue;
    const name = localName(token.name);
    if (name === 'workbookpr') is1904 = /^(?:1|true)$/.test(token.attributes.get('date1904') ?? '');
    if (name !== 'sheet') continue;
    const path = targets.get(token.attributes.get('r:id') ?? '');
    if (path !== undefined) sheets.push(path);
  }
  return { sheets, is1904 };
}

/** The texts that cells refer to by number; formatted runs of one text are joined. */
export function sharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let item: string | null = null;
  let inText = false;
  let inPhonetic = false;
  for (const token of tokens(xml)) {
    if (token.kind === 'text') {
      if (inText && item !== null) item += decodeEntities(token.text);
      continue;
    }
    if (token.kind === 'doctype') continue;
    const name = localName(token.name);
    const opens = token.kind === 'open' && !token.selfClosing;
    if (name === 'si') {
      if (token.kind === 'open') item = '';
      if (token.kind === 'close' || !opens) {
        strings.push(item ?? '');
        item = null;
      }
    } else if (name === 'rph') inPhonetic = opens;
    else if (name === 't') inText = opens && !inPhonetic;
  }
  return strings;
}

/** What a number of a cell stands for, by its number format. */
export type CellFormat = 'plain' | 'date' | 'duration';

// ECMA-376 Part 1, 18.8.30: formats that every workbook has.
const dateFormats = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 47, 50, 57]);
const elapsedFormat = 46;

function formatOfCode(code: string): CellFormat {
  const bare = code.slice(0, 200).replace(/"[^"]*"|\\./g, '');
  if (/\[(?:h+|m+|s+)\]/i.test(bare)) return 'duration';
  return /[dmyhs]/i.test(bare.replace(/\[[^\]]*\]/g, '')) ? 'date' : 'plain';
}

/** Formats by style index, from `xl/styles.xml`. */
export function cellFormats(xml: string): readonly CellFormat[] {
  const custom = new Map<number, CellFormat>();
  const formats: CellFormat[] = [];
  let inCellXfs = false;
  for (const token of tokens(xml)) {
    if (token.kind === 'close' && localName(token.name) === 'cellxfs') inCellXfs = false;
    if (token.kind !== 'open') continue;
    const name = localName(token.name);
    if (name === 'numfmt') {
      const id = Number(token.attributes.get('numfmtid') ?? Number.NaN);
      custom.set(id, formatOfCode(token.attributes.get('formatcode') ?? ''));
    } else if (name === 'cellxfs') inCellXfs = !token.selfClosing;
    else if (name === 'xf' && inCellXfs) {
      const id = Number(token.attributes.get('numfmtid') ?? '0');
      const builtIn = id === elapsedFormat ? 'duration' : dateFormats.has(id) ? 'date' : 'plain';
      formats.push(custom.get(id) ?? builtIn);
    }
  }
  return formats;
}
