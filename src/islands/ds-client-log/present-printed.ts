import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { momentWords, shortName, nameOf } from './present-words.ts';
import type { LogView, PrintedLine } from './view.ts';

/** Lines printed: three sheets or so. */
const linesMax = 120;
const cellLengthMax = 60;

const isNotable = (reading: AcceptedReading, row: number): boolean => {
  const outcome = reading.outcome(row);
  return outcome !== 'completed' && outcome !== 'completed_with_warnings';
};

function lineOf(reading: AcceptedReading, row: number): PrintedLine {
  const start = reading.number(row, 'start');
  return {
    line: reading.line(row),
    name: shortName(nameOf(reading, row)),
    began: start === null ? '' : momentWords(start),
    outcome: reading.outcome(row),
    completion: reading.fieldText(row, 'completion').trim().slice(0, cellLengthMax),
    errors: reading.fieldText(row, 'errors').trim().slice(0, cellLengthMax),
  };
}

/** The lines that paper needs: those that did not finish, had errors, or have no ending. */
export function printedLines(reading: AcceptedReading): Pick<LogView, 'printed' | 'printedMore'> {
  const rows: number[] = [];
  let count = 0;
  for (let row = 0; row < reading.rowCount; row += 1) {
    if (!isNotable(reading, row)) continue;
    count += 1;
    if (rows.length < linesMax) rows.push(row);
  }
  return { printed: rows.map((row) => lineOf(reading, row)), printedMore: count - rows.length };
}
