import type { LinkedLogs } from './linked-logs.ts';
import { counted } from './present-words.ts';
import type { Work } from './work.ts';

/**
 * What the event log has of runs whose reason no message of their own tells, in place of the advice to
 * open it. Lines that only say that a run began or ended tell no reason, so they are not counted.
 */
export function inEventLog({
  events,
  groups,
  links,
}: LinkedLogs): (rows: readonly number[]) => string {
  const isAnnounced = new Uint8Array(events.rowCount);
  for (const group of groups)
    if (group.isAnnouncement) for (const row of group.rows) isAnnounced[row] = 1;
  return (rows) => {
    const [run, other] = rows.length === 1 ? ['that run', 'another'] : ['those runs', 'others'];
    let lines = 0;
    for (const row of rows)
      for (const event of links.ofActivity(row)) lines += 1 - (isAnnounced[event] ?? 0);
    if (lines > 0) return `The event log has ${counted(lines, 'line', 'lines')} of ${run}.`;
    return rows.some((row) => links.possible(row) > 0)
      ? `Lines of the event log may be of ${run} or of ${other} that ran then.`
      : `The event log has no message of ${run}.`;
  };
}

/** Advice to look into the event log, which is open, says what of it to look at. */
export function adviceBeside({ advice, isPointer, details }: Work, where: () => string): string {
  if (isPointer) return where();
  const isAskedFor = details.length === 0 && /\bEvent Log\b/.test(advice);
  return isAskedFor ? `${advice} ${where()}` : advice;
}
