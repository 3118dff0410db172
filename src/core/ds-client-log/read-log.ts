import { sniff } from './container.ts';
import { decode, type Decoded } from './decode.ts';
import { delimitedTable, eolOf } from './delimited.ts';
import {
  diagnosticLog,
  type DiagnosticCode,
  type DiagnosticLog,
  type Place,
} from './diagnostics.ts';
import { chooseDelimiter, givenDelimiter } from './header.ts';
import type { Reading, ReadOptions, RejectedReading } from './reading.ts';
import { readTable, type DetectedContainer } from './read-table.ts';

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

function readText(bytes: Uint8Array, options: ReadOptions, log: DiagnosticLog): Reading {
  const decoded = decode(bytes);
  noteEncoding(decoded, log);
  const base = textContainer(decoded);
  const choice = options.delimiter
    ? givenDelimiter(decoded.bytes, options.delimiter)
    : chooseDelimiter(decoded.bytes);
  if (!choice) return rejected(log, 'file.other-log');
  if (base.eol === 'CR') log.add('eol.cr');
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

/**
 * Reads the bytes of a saved log, whatever container, encoding and locale they are in. Never throws;
 * a file that cannot be read gives a reading of kind `rejected` with the reason. Pure: nothing of the
 * file is kept but in the reading.
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
      return rejected(log, 'container.unsupported-biff');
    case 'zip':
      return rejected(log, 'container.corrupt');
    case 'text':
      return readText(bytes, options, log);
    default:
      return sniffed satisfies never;
  }
}
