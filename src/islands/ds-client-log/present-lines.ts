import { exportRows } from '../../core/ds-client-log/export.ts';
import { readingOfLines } from '../../core/ds-client-log/lines-reading.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { leftOutText, shareLines, type Refusal } from '../../core/ds-client-log/share-lines.ts';
import { sharedLinesMax, type SharedLines } from '../../core/ds-client-log/shared-lines.ts';
import { fieldWords } from './field-words.ts';
import { counted, number } from './present-words.ts';
import { secretWords } from './present-secrets.ts';
import type { Answers, Question } from './protocol.ts';

function refusalWords(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'secret':
      return `Line ${number(refusal.line)}, ${fieldWords[refusal.field]}: this looks like ${secretWords[refusal.secret]}. A link is copied on and kept in many places, so it is not made.`;
    case 'unreadable':
      return `Line ${number(refusal.line)} holds a value that could not be read. It would be read differently from a link, so choose another line.`;
    case 'too-long':
      return `Line ${number(refusal.line)} holds a text that is too long for a link. Choose another line.`;
    case 'too-many':
      return `${number(refusal.count)} lines are shown; a link takes ${sharedLinesMax} at most. Filter the table first, or choose one line.`;
    case 'no-columns':
      return 'No column of this log is known, so there is nothing that a link could explain. Say under “How I read this” what the columns hold.';
    default:
      return refusal satisfies never;
  }
}

/** What the link would hold, cell by cell, for who is about to copy it. */
const heldBy = ({ fields, rows }: SharedLines): Answers['share-lines']['held'] =>
  rows.map(({ line, cells }) => ({
    line,
    cells: fields
      .map((field, i) => ({ label: fieldWords[field], text: cells[i] ?? '' }))
      .filter(({ text }) => text.trim() !== ''),
  }));

/** Lines for a link, in which names are replaced, or the sentences why there is none. */
export function linesToShare(
  reading: AcceptedReading,
  order: Uint32Array,
  { rows, at, leaveOut }: Extract<Question, { readonly kind: 'share-lines' }>,
): Answers['share-lines'] {
  const field = at === null ? null : (reading.columns[at.column]?.field ?? null);
  const chosen = rows === 'shown' ? [...order.subarray(0, sharedLinesMax + 1)] : rows;
  const cell = at === null || at.row === null || field === null ? null : { row: at.row, field };
  const sharing = shareLines(reading, chosen, cell, leaveOut);
  if (sharing.kind === 'refused') {
    const told = sharing.refusals.map((refusal) =>
      refusalWords(refusal.kind === 'too-many' ? { ...refusal, count: order.length } : refusal),
    );
    const canLeaveOut = sharing.refusals.every(({ kind }) => kind === 'secret');
    return {
      lines: null,
      refused: [...new Set(told)],
      canLeaveOut,
      held: [],
      replaced: [],
      text: '',
    };
  }
  const { lines, replaced } = sharing;
  return {
    lines,
    refused: [],
    canLeaveOut: false,
    held: heldBy(lines),
    replaced,
    text: exportRows(readingOfLines(lines), 'tsv'),
  };
}

const hasLeftOut = (reading: AcceptedReading): boolean =>
  reading.columns.some(({ index }) => reading.columnCodes(index).texts.includes(leftOutText));

/** Above lines that came with a link: whose they are, and what is not here. */
export const answerOfLines = (reading: AcceptedReading): readonly string[] => [
  `${counted(reading.rowCount, 'line', 'lines')} of ${reading.kind === 'event-log' ? 'an event log' : 'an activity log'}, from a link.`,
  'Whoever made the link chose what is in it. This tool replaces names in such a link (Set A, User 1, Host 1, Path 1, Name 1) and writes values in one form. Nothing else of that log is here, so nothing is said of the log as a whole.',
  ...(hasLeftOut(reading)
    ? [`A text that looked like a secret was left out: it stands there as “${leftOutText}”.`]
    : []),
];
