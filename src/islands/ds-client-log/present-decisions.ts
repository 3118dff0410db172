import type { DateOrderCertainty } from '../../core/ds-client-log/date-evidence.ts';
import type { AcceptedReading, Container, Detection } from '../../core/ds-client-log/reading.ts';
import { rowsWords } from './present-row-counts.ts';
import type { Decision } from './view.ts';

const containers: Readonly<Record<Container, string>> = {
  delimited: 'Text in columns',
  'fixed-width': 'Text with columns of fixed width',
  'html-table': 'Web page with a table, saved for Excel',
  'spreadsheetml-2003': 'Excel 2003 XML',
  xlsx: 'Excel workbook (.xlsx)',
  'biff8-ole2': 'Old Excel workbook (.xls)',
};

const encodings: Readonly<Record<Detection['encoding'], string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16, little-endian',
  'utf-16be': 'UTF-16, big-endian',
  'windows-1252': 'Windows-1252 (Western European)',
};

const delimiterWords = { '\t': 'Tab', ';': 'Semicolon', ',': 'Comma', '|': 'Bar' } as const;

/** Marks that group the thousands of a number, in words. */
export const groupWords = {
  ',': 'Comma: 32,216,449,024',
  '.': 'Full stop: 32.216.449.024',
  "'": "Apostrophe: 32'216'449'024",
  '\u2019': 'Curly apostrophe: 32\u2019216\u2019449\u2019024',
  ' ': 'Space: 32 216 449 024',
  '\u00a0': 'No-break space: 32 216 449 024',
  '\u202f': 'Narrow space: 32 216 449 024',
} as const;

export const orderWords = {
  MDY: 'Month, day, year',
  DMY: 'Day, month, year',
  YMD: 'Year, month, day',
} as const;

function orderCertainty(certainty: DateOrderCertainty | null): string | null {
  if (!certainty) return null;
  switch (certainty.kind) {
    case 'stated':
      return 'the dates themselves say so';
    case 'proved':
      return certainty.by === 'part-over-12'
        ? 'proved: a day above 12 stands in the log'
        : 'proved: runs over midnight fit this order only';
    case 'assumed':
      return certainty.because === 'shortest-span'
        ? 'assumed: it gives the shorter span of days'
        : 'assumed: it is the usual form';
    case 'given':
      return 'chosen by hand';
    default:
      return certainty satisfies never;
  }
}

const fixed = (label: string, value: string, certainty: string | null = null): Decision => ({
  label,
  value,
  certainty,
  correct: null,
  current: '',
});

function fileDecisions({ container, encoding, bom, eol, delimiter, quote }: Detection): Decision[] {
  const ends = eol === null ? '' : `; lines end with ${eol}`;
  return [
    fixed('File', containers[container]),
    fixed('Characters', `${encodings[encoding]}${bom ? ', with a byte-order mark' : ''}${ends}`),
    ...(delimiter === null
      ? []
      : [
          {
            label: 'Columns are parted by',
            value: `${delimiterWords[delimiter]}${quote ? ', quotes respected' : ''}`,
            certainty: null,
            correct: 'delimiter',
            current: delimiter,
          } as const,
        ]),
  ];
}

function dateDecisions(detection: Detection): Decision[] {
  const { dateOrder, dateOrderCertainty, clock, endHasDate } = detection;
  const order: Decision[] =
    dateOrder === null
      ? []
      : dateOrder === 'serial'
        ? [fixed('Dates', 'Day numbers of the workbook: no order to decide')]
        : [
            {
              label: 'Dates',
              value: orderWords[dateOrder],
              certainty: orderCertainty(dateOrderCertainty),
              correct: 'dateOrder',
              current: dateOrder,
            },
          ];
  const hours = clock === '12h' ? '12 hours with AM and PM' : '24 hours';
  return [
    ...order,
    ...(clock === null ? [] : [fixed('Clock', hours)]),
    fixed('End', endHasDate ? 'with its date' : 'time of day only; its date follows from Duration'),
  ];
}

function columnDecision(reading: AcceptedReading): Decision {
  const known = reading.columns.filter((c) => c.certainty === 'known').length;
  const guessed = reading.columns.filter((c) => c.certainty === 'guessed').length;
  const given = reading.columns.filter((c) => c.certainty === 'given').length;
  const unknown = reading.columns.length - known - guessed - given;
  const parts = [
    `${known} known by their labels`,
    ...(guessed > 0 ? [`${guessed} guessed from what they hold`] : []),
    ...(given > 0 ? [`${given} chosen by hand`] : []),
    ...(unknown > 0 ? [`${unknown} not known`] : []),
  ];
  return fixed('Columns', `${reading.columns.length}: ${parts.join(', ')}`);
}

/** Every decision of the reader, in the order in which it took them. */
export function presentDecisions(reading: AcceptedReading): readonly Decision[] {
  const { detection } = reading;
  const { headerRow, numberGroup } = detection;
  return [
    ...fileDecisions(detection),
    fixed('Labels', headerRow === null ? 'none: the file has no header' : `in row ${headerRow}`),
    columnDecision(reading),
    {
      label: 'Thousands',
      value: numberGroup === null ? 'not grouped' : groupWords[numberGroup],
      certainty: null,
      correct: 'numberGroup',
      current: numberGroup ?? '',
    },
    ...dateDecisions(detection),
    fixed('Rows', rowsWords(reading)),
  ];
}
