import { failureNote } from './failure-words.ts';
import type { BesideState, LogState } from './log-state.ts';
import type { OwnLog } from './own-log.ts';
import type { Answers, LogSource, Opened } from './protocol.ts';
import type { Outcome } from './reader-desk.ts';
import { wholeLog, type Corrections } from './view.ts';

/** What a log is called while it is read, and when it could not be. */
export const nameOf = (source: LogSource): string =>
  source.kind === 'file'
    ? (source.file.name ?? 'the file')
    : source.kind === 'text'
      ? 'pasted text'
      : source.kind === 'lines'
        ? 'the lines from the link'
        : 'the sample';

/** What changes on the page once a log is open. */
export const openedState = (
  { view, rows }: Opened,
  from: LogSource,
  corrections: Corrections,
  own: OwnLog | null,
): Partial<LogState> => ({
  view,
  isSample: from.kind === 'sample',
  lines: from.kind === 'lines' ? from.lines : null,
  madeWay: from.kind === 'lines' && own ? nameOf(own.source) : null,
  pages: new Map([[0, rows]]),
  count: view.rowCount,
  arrangement: wholeLog,
  corrections,
  chosen: null,
  explanation: null,
  target: null,
  beside: { kind: 'none' },
});

/** What became of a second log. One that is refused leaves the one before, `earlier`, as it was. */
export function besideAnswered(
  source: LogSource,
  asked: Outcome<Answers['beside']>,
  earlier: BesideState,
): BesideState {
  if (asked.ok && asked.answer.kind === 'added')
    return { kind: 'read', view: asked.answer.view, source };
  const notes = asked.ok
    ? asked.answer.kind === 'refused'
      ? asked.answer.notes
      : []
    : [failureNote(asked.failure)];
  const told = notes.map(({ text }) => text);
  // A worker that was lost has taken the earlier one with it.
  return asked.ok && earlier.kind === 'read'
    ? { ...earlier, notes: told }
    : { kind: 'refused', notes: told };
}
