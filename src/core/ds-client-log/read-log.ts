import { sniff } from './container.ts';
import { decode, textOf, type Decoded } from './decode.ts';
import { delimitedTable, delimiters } from './delimited.ts';
import { eolOf } from './delimited-rows.ts';
import {
  diagnosticLog,
  type DiagnosticCode,
  type DiagnosticLog,
  type Place,
} from './diagnostics.ts';
import { readFixedWidth, type FixedReading } from './fixed-width.ts';
import { chooseDelimiter, findHeader, givenDelimiter, type Header } from './header.ts';
import { readHtmlTable } from './html-table.ts';
import { otherLog } from './other-logs.ts';
import type { Reading, ReadOptions, RejectedReading } from './reading.ts';
import { columnsMax, readTable, type DetectedContainer } from './read-table.ts';
import type { OtherFile, Sheet, SheetReading } from './sheet.ts';
import { readSpreadsheetMl } from './spreadsheetml.ts';
import { cellTable, type Table } from './table.ts';
import { takeWorkbook, type Inflate } from './xlsx.ts';

/** Markup is held as one text, so it gets the limit of an inflated workbook. */
const markupBytesMax = 32 * 1024 ** 2;

function rejected(log: DiagnosticLog, code: DiagnosticCode, place?: Place): RejectedReading {
  log.add(code, place);
  return { kind: 'rejected', diagnostics: log.list() };
}

function noteEncoding(decoded: Decoded, log: DiagnosticLog): void {
  if (decoded.guessed) log.add('encoding.guessed', { facts: { encoding: decoded.encoding } });
  if (decoded.trailingByte) log.add('encoding.trailing-byte');
}

function textContainer(
  decoded: Decoded,
): Omit<DetectedContainer, 'container' | 'delimiter' | 'quote' | 'widths'> {
  const last = decoded.bytes[decoded.bytes.length - 1];
  return {
    encoding: decoded.encoding,
    bom: decoded.bom,
    eol: eolOf(decoded.bytes),
    endsWithLineBreak: last === 10 || last === 13,
    serialDates: false,
  };
}

const isMarkup = (text: string): boolean =>
  /^\s*(?:<\?xml|<!doctype|<!--|<html|<head|<body|<table|<workbook|<ss:workbook)/i.test(text);
const isSpreadsheetMl = (text: string): boolean =>
  /urn:schemas-microsoft-com:office:spreadsheet/i.test(text) && /<(?:ss:)?workbook/i.test(text);
const startLength = 65_536;

/** Rows of a sheet get the width of its header: cells that a sheet omits are empty, not missing. */
function fitted(sheet: Sheet, header: Header | null): Table {
  const width = header?.labels.length;
  if (width === undefined) return cellTable(sheet.rows, sheet.merged);
  const rows = sheet.rows.map((cells) =>
    cells.length > width && cells.slice(width).every((cell) => cell.trim() === '')
      ? cells.slice(0, width)
      : cells,
  );
  return cellTable(rows, sheet.merged);
}

/** Labels without the empty cells that a wider row elsewhere in the sheet gave the header. */
function trimmedHeader(header: Header | null): Header | null {
  if (!header) return null;
  let width = header.labels.length;
  while (width > 0 && header.labels[width - 1] === '') width -= 1;
  return { ...header, labels: header.labels.slice(0, width) };
}

function readSheet(
  reading: SheetReading,
  container: DetectedContainer,
  options: ReadOptions,
  log: DiagnosticLog,
): Reading {
  if (reading.kind === 'refused') {
    const { code, found } = reading;
    return rejected(log, code, found && { facts: { found } });
  }
  if (reading.activeContent) log.add('html.active-content');
  const header = trimmedHeader(findHeader(cellTable(reading.sheet.rows)));
  return readTable(
    fitted(reading.sheet, header),
    header,
    { ...container, serialDates: reading.sheet.serialDates },
    options,
    log,
  );
}

const sheetContainer: Omit<DetectedContainer, 'container'> = {
  encoding: 'utf-8',
  bom: false,
  delimiter: null,
  quote: null,
  eol: null,
  widths: null,
  endsWithLineBreak: true,
  serialDates: false,
};

function readMarkup(decoded: Decoded, options: ReadOptions, log: DiagnosticLog): Reading {
  if (decoded.bytes.length > markupBytesMax) return rejected(log, 'zip.inflates-too-much');
  const text = textOf(decoded.bytes);
  const isWorkbook = isSpreadsheetMl(text.slice(0, startLength));
  // Plain XML of another kind may define entities as well: no DOCTYPE is ever followed.
  const isXml = /^\s*<\?xml/i.test(text);
  if (
    isXml &&
    /<!(?:doctype|entity)/i.test(text.slice(0, startLength)) &&
    !/<html/i.test(text.slice(0, startLength))
  ) {
    return rejected(log, 'xml.doctype');
  }
  return readSheet(
    isWorkbook ? readSpreadsheetMl(text) : readHtmlTable(text),
    {
      ...sheetContainer,
      container: isWorkbook ? 'spreadsheetml-2003' : 'html-table',
      encoding: decoded.encoding,
      bom: decoded.bom,
    },
    options,
    log,
  );
}

function readFixed(
  decoded: Decoded,
  fixed: FixedReading,
  options: ReadOptions,
  log: DiagnosticLog,
): Reading {
  return readTable(
    fixed.table,
    fixed.header,
    {
      ...textContainer(decoded),
      container: 'fixed-width',
      delimiter: null,
      quote: null,
      widths: fixed.widths,
    },
    options,
    log,
  );
}

function readText(bytes: Uint8Array, options: ReadOptions, log: DiagnosticLog): Reading {
  const decoded = decode(bytes);
  noteEncoding(decoded, log);
  if (isMarkup(textOf(decoded.bytes, 0, Math.min(decoded.bytes.length, 1024)))) {
    return readMarkup(decoded, options, log);
  }
  const base = textContainer(decoded);
  if (base.eol === 'CR') log.add('eol.cr');
  const choice = options.delimiter
    ? givenDelimiter(decoded.bytes, options.delimiter)
    : chooseDelimiter(decoded.bytes);
  const fixed = choice?.header ? null : readFixedWidth(decoded.bytes);
  if (fixed) return readFixed(decoded, fixed, options, log);
  if (!choice) return noTable(decoded, log);
  const table = delimitedTable(decoded.bytes, choice);
  return readTable(
    table,
    choice.header,
    {
      ...base,
      container: 'delimited',
      delimiter: choice.delimiter,
      quote: choice.quoted ? '"' : null,
      widths: null,
    },
    options,
    log,
  );
}

/** A text in which no table of a log was found: nothing, far too many columns, or something else. */
function noTable(decoded: Decoded, log: DiagnosticLog): Reading {
  const { bytes } = decoded;
  if (bytes.every((byte) => byte <= 32)) return rejected(log, 'file.empty');
  const cols = widestLine(bytes);
  if (cols > columnsMax) return rejected(log, 'table.too-wide', { facts: { cols } });
  return rejected(log, 'file.other-log', {
    facts: { looks_like: otherLog(textOf(bytes, 0, Math.min(bytes.length, startLength))) },
  });
}

/** Cells of the first line under the delimiter that gives most of them. */
function widestLine(bytes: Uint8Array): number {
  const counts = new Map<number, number>(delimiters.map((d) => [d.charCodeAt(0), 1]));
  for (const byte of bytes) {
    if (byte === 10 || byte === 13) break;
    const count = counts.get(byte);
    if (count !== undefined) counts.set(byte, count + 1);
  }
  return Math.max(...counts.values());
}

/**
 * Reads the bytes of a saved log, whatever encoding and locale they are in: delimited and fixed-width
 * text, HTML tables and SpreadsheetML. Never throws; a file that cannot be read gives a reading of
 * kind `rejected` with the reason. Pure: nothing of the file is kept but in the reading. A real .xlsx
 * needs its worksheet in `options.parts` (see `openLog`), because inflating is done at the edge.
 */
export function readLog(bytes: Uint8Array, options: ReadOptions = {}): Reading {
  const log = diagnosticLog();
  const sniffed = sniff(bytes);
  switch (sniffed.kind) {
    case 'empty':
      return rejected(log, 'file.empty');
    case 'image':
      return rejected(log, 'file.is-image', { facts: { format: sniffed.format } });
    case 'not-text':
      return rejected(log, 'file.not-text');
    case 'ole2':
      return rejected(
        log,
        'container.unsupported-biff',
        sniffed.holds === 'workbook'
          ? undefined
          : { facts: { found: sniffed.holds satisfies OtherFile } },
      );
    case 'zip':
      return options.parts
        ? readSheet(options.parts, { ...sheetContainer, container: 'xlsx' }, options, log)
        : rejected(log, 'container.corrupt');
    case 'text':
      return readText(bytes, options, log);
    default:
      return sniffed satisfies never;
  }
}

/** Reads the bytes of a saved log, .xlsx included; `inflate` comes from the edge and keeps a cap. */
export async function openLog(
  bytes: Uint8Array,
  inflate: Inflate,
  options: ReadOptions = {},
): Promise<Reading> {
  const parts = await takeWorkbook(bytes, inflate);
  return readLog(bytes, parts ? { ...options, parts } : options);
}
