import { readLog } from '../../core/ds-client-log/read-log.ts';
import { emptyDesk } from './desk.ts';
import type { Catalogue } from './protocol.ts';
import { sampleLog, sampleName } from './sample-log.ts';
import type { FirstLog } from './log-state.ts';

/** The sample as the build shows it, with the cell of the provider's worked example explained. */
export function firstLog(catalogue: Catalogue): FirstLog {
  const desk = emptyDesk(catalogue);
  const opened = desk.open(sampleName, readLog(new TextEncoder().encode(sampleLog)));
  if (opened.kind === 'refused') throw new Error('The sample log cannot be read.');
  const column = opened.view.columns.find(({ field }) => field === 'online')?.index ?? 0;
  const [{ row } = { row: 0 }] = opened.rows;
  const { explanation } = desk.explain(row, column);
  return { view: opened.view, rows: opened.rows, chosen: { row, column }, explanation };
}
