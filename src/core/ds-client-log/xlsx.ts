import { sniff } from './container.ts';
import { crc32 } from './crc-32.ts';
import { decode, textOf } from './decode.ts';
import { findHeader } from './header.ts';
import { logSheet } from './log-sheet.ts';
import type { OtherFile, Sheet, SheetReading } from './sheet.ts';
import { cellTable } from './table.ts';
import { readXlsxSheet, type SheetParts } from './xlsx-sheet.ts';
import { cellFormats, sharedStrings, workbookShape } from './xlsx-parts.ts';
import { zipEntries, type ZipEntry } from './zip.ts';

/**
 * Inflates raw deflate data, given by the edge (a worker or Node). It must stop while inflating, not
 * after, as soon as more than `capBytes` come out.
 */
export type Inflate = (
  deflated: Uint8Array,
  capBytes: number,
) => Promise<Uint8Array | 'too-much' | 'corrupt'>;

/** Everything of one workbook together, inflated: 32 MiB. */
const inflatedMax = 32 * 1024 ** 2;
const sheetsTried = 5;

type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly code: 'container.corrupt' | 'zip.inflates-too-much' };

/** Reads parts by name within one budget of inflated bytes. */
function partReader(entries: readonly ZipEntry[], inflate: Inflate) {
  const byName = new Map(entries.map((entry) => [entry.name.replaceAll('\\', '/'), entry]));
  let left = inflatedMax;
  return async (name: string): Promise<Part> => {
    const entry = byName.get(name);
    if (!entry) return { kind: 'absent' };
    if (entry.method === 'unsupported') return { kind: 'refused', code: 'container.corrupt' };
    const data = entry.method === 'stored' ? entry.data : await inflate(entry.data, left);
    if (data === 'corrupt') return { kind: 'refused', code: 'container.corrupt' };
    if (data === 'too-much' || data.length > left) {
      return { kind: 'refused', code: 'zip.inflates-too-much' };
    }
    // Damage that still inflates would give other values without a word.
    if (crc32(data) !== entry.crc32) return { kind: 'refused', code: 'container.corrupt' };
    left -= data.length;
    const decoded = decode(data);
    return { kind: 'text', text: textOf(decoded.bytes) };
  };
}

type Refusal = SheetReading & { readonly kind: 'refused' };

const refused = (code: Refusal['code'], found?: OtherFile): Refusal =>
  found === undefined ? { kind: 'refused', code } : { kind: 'refused', code, found };

/**
 * The log among the first worksheets of an .xlsx workbook (see `logSheet`). Null for a file that is no
 * ZIP archive. What comes back is what `readLog` takes as its option `parts`, so a
 * log can be read again with corrections and without inflating again.
 */
export async function takeWorkbook(
  bytes: Uint8Array,
  inflate: Inflate,
): Promise<SheetReading | null> {
  return sniff(bytes).kind === 'zip' ? readXlsx(bytes, inflate) : null;
}

/** What an archive without a worksheet is: a binary workbook, another document, or files put together. */
function withoutSheets(entries: readonly ZipEntry[]): Refusal {
  const has = (name: RegExp): boolean => entries.some((entry) => name.test(entry.name));
  if (has(/^xl\/workbook\.bin$/)) return refused('container.unsupported-biff');
  if (has(/^xl\//)) return refused('container.corrupt');
  // Office Open XML and OpenDocument each begin with a part of this name.
  const isDocument = has(/^(?:\[Content_Types\]\.xml|mimetype)$/);
  return refused('container.corrupt', isDocument ? 'document' : 'archive');
}

type PartReader = ReturnType<typeof partReader>;

const fixedParts = [
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
  'xl/styles.xml',
  'xl/sharedStrings.xml',
];

/** The parts that every workbook may have, an empty text for one that it lacks; or why they are not read. */
async function readFixedParts(part: PartReader): Promise<readonly string[] | Refusal> {
  const texts: string[] = [];
  for (const name of fixedParts) {
    const read = await part(name);
    if (read.kind === 'refused') return refused(read.code);
    texts.push(read.kind === 'text' ? read.text : '');
  }
  return texts.some((text) => /<!(?:doctype|entity)/i.test(text)) ? refused('xml.doctype') : texts;
}

const hasLabels = ({ rows }: Sheet): boolean => findHeader(cellTable(rows)) !== null;

/**
 * The first worksheets, each of them read. Once a sheet with known labels is there, one that cannot be
 * read ends the search and no more: the log is in hand.
 */
async function readSheets(
  names: readonly string[],
  part: PartReader,
  parts: SheetParts,
): Promise<readonly Sheet[] | Refusal> {
  const sheets: Sheet[] = [];
  for (const name of names.slice(0, sheetsTried)) {
    const read = await part(name);
    if (read.kind === 'absent') continue;
    const sheet = read.kind === 'refused' ? read.code : readXlsxSheet(read.text, parts);
    if (typeof sheet !== 'string') sheets.push(sheet);
    else if (sheets.some(hasLabels)) break;
    else return refused(sheet);
  }
  return sheets;
}

const isRefusal = (read: readonly unknown[] | Refusal): read is Refusal => !Array.isArray(read);

async function readXlsx(bytes: Uint8Array, inflate: Inflate): Promise<SheetReading> {
  const entries = zipEntries(bytes);
  if (!entries) return refused('container.corrupt');
  const part = partReader(entries, inflate);
  const texts = await readFixedParts(part);
  if (isRefusal(texts)) return texts;
  const [workbook = '', relationships = '', styles = '', strings = ''] = texts;
  const shape = workbookShape(workbook, relationships);
  // A workbook that lost its list of sheets still has them under their usual names.
  const named = entries
    .map((entry) => entry.name)
    .filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name));
  const names = shape.sheets.length > 0 ? shape.sheets : named;
  if (names.length === 0) return withoutSheets(entries);
  const sheets = await readSheets(names, part, {
    strings: sharedStrings(strings),
    formats: cellFormats(styles),
    is1904: shape.is1904,
  });
  if (isRefusal(sheets)) return sheets;
  const sheet = logSheet(sheets);
  return sheet === null
    ? refused(sheets.length === 0 ? 'container.corrupt' : 'file.empty')
    : { kind: 'sheet', sheet, activeContent: false };
}
