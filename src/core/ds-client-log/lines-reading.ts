import { isNumberField, isValueField, type Field, type LogKind } from './columns.ts';
import { completionClass, outcomeOf } from './outcomes.ts';
import type { AcceptedReading, Detection } from './reading.ts';
import type { SharedLines } from './shared-lines.ts';
import type { TextCodes } from './text-codes.ts';
import { isAboutText, readValueText } from './value-text.ts';

/** Labels as Asigra's article and DS-User write them; a field that only the API has gets its own. */
const labels: Readonly<Record<LogKind, Readonly<Partial<Record<Field, string>>>>> = {
  'activity-log': {
    user: 'User Name',
    netTransmitted: 'Net transmitted',
    activityId: 'Activity ID',
    setId: 'Set ID',
    scheduleId: 'Schedule ID',
  },
  'event-log': {
    severity: 'Type',
    time: 'Event Time',
    eventNumber: 'Event #',
    text: 'Description',
    activityId: 'Activity ID',
    nodeId: 'Node ID',
    extraInfo: 'Extra info',
  },
};

const labelOf = (kind: LogKind, field: Field): string =>
  labels[kind][field] ?? field.charAt(0).toUpperCase() + field.slice(1);

/** The values of a link need no deciding: they are written in one form. */
const detectionOf = ({ endHasDate }: SharedLines): Detection => ({
  container: 'delimited',
  encoding: 'utf-8',
  bom: false,
  delimiter: null,
  quote: null,
  eol: null,
  headerRow: null,
  numberGroup: null,
  dateOrder: 'YMD',
  dateOrderCertainty: null,
  clock: '24h',
  endHasDate,
  widths: null,
});

function codesOf(texts: readonly string[]): TextCodes {
  const distinct = [...new Set(texts)];
  const codeOf = new Map(distinct.map((text, code) => [text, code]));
  return { codes: Uint32Array.from(texts, (text) => codeOf.get(text) ?? 0), texts: distinct };
}

/** Lines from a link as a reading, so that they are explained exactly as the lines of a file are. */
export function readingOfLines(lines: SharedLines): AcceptedReading {
  const { fields, rows } = lines;
  const kind: LogKind = fields.includes('time') ? 'event-log' : 'activity-log';
  const columnOf = (field: Field): number => fields.indexOf(field);
  const cellText = (row: number, col: number): string => rows[row]?.cells[col] ?? '';
  const fieldText = (row: number, field: Field): string => cellText(row, columnOf(field));
  const number: AcceptedReading['number'] = (row, field) =>
    isValueField(field) ? readValueText(field, fieldText(row, field)) : null;
  const isRounded = (row: number, field: Field): boolean => isAboutText(fieldText(row, field));
  const columnCodes = (col: number): TextCodes => codesOf(rows.map((_, row) => cellText(row, col)));
  return {
    kind,
    detection: detectionOf(lines),
    columns: fields.map((field, index) => ({
      index,
      header: labelOf(kind, field),
      field,
      certainty: 'given',
    })),
    rowCount: rows.length,
    rowsTotal: rows.length,
    rowsSkipped: 0,
    excludedCount: 0,
    setAside: [],
    diagnostics: [],
    cellText,
    fieldText,
    textCodes: (field) => columnCodes(columnOf(field)),
    columnCodes,
    number,
    valuesOf: (field) => Float64Array.from(rows, (_, row) => number(row, field) ?? Number.NaN),
    roundedFields: new Set(
      fields.filter(isNumberField).filter((field) => rows.some((_, row) => isRounded(row, field))),
    ),
    isRounded,
    outcome: (row) =>
      outcomeOf(
        completionClass(fieldText(row, 'completion')),
        number(row, 'errors'),
        number(row, 'warnings'),
      ),
    columnOf,
    dataRow: (row) => row + 1,
    line: (row) => rows[row]?.line ?? 0,
    isExcluded: () => false,
  };
}
