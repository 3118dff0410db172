import type { DiagnosticCode } from '../../core/ds-client-log/diagnostics.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { number } from './present-words.ts';

/** What the rows that are set aside are. */
const asideWords: Partial<Record<DiagnosticCode, string>> = {
  'row.exact-duplicate': 'the same as a row before',
  'row.repeated-header': 'the labels again',
  'row.total': 'with totals',
  'row.short': 'too short',
  'row.long': 'too long',
  'row.furniture': 'without data',
  'table.merged-cells': 'with merged cells',
};

/** "25 set aside (24 the same as a row before, 1 the labels again)", most first. */
function setAsideWords({ setAside }: AcceptedReading): string {
  const counts = new Map<DiagnosticCode, number>();
  for (const { reason } of setAside) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const kinds = [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .map(([reason, times]) => `${number(times)} ${asideWords[reason] ?? 'for another reason'}`);
  return `${number(setAside.length)} set aside (${kinds.join(', ')})`;
}

/**
 * What became of the rows below the labels: those that count, those set aside, a second header among
 * them, and those not read add up to all of them.
 */
export function rowsWords(reading: AcceptedReading): string {
  const { rowCount, setAside, rowsSkipped, excludedCount } = reading;
  const excluded = excludedCount > 0 ? ` (${number(excludedCount)} of them left out of sums)` : '';
  const parts = [
    `${number(rowCount)} of ${number(rowCount + setAside.length + rowsSkipped)} counted${excluded}`,
    setAside.length > 0 ? setAsideWords(reading) : '',
    rowsSkipped > 0
      ? `${number(rowsSkipped)} at the beginning of the file not read, because only the last million are`
      : '',
  ].filter((part) => part !== '');
  return parts.length > 1 ? parts.join('; ') : `${parts[0]}; none left out`;
}
