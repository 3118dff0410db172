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
  notArranged: null,
  corrections,
  chosen: null,
  explanation: null,
  target: null,
  beside: { kind: 'none' },
});

/** A second log that begins to be read. */
export const besideReading = (source: LogSource, before: BesideState) =>
  ({
    kind: 'reading',
    name: nameOf(source),
    source,
    earlier: before.kind === 'read' ? before : before.kind === 'reading' ? before.earlier : null,
  }) as const;

/** What became of a second log. One that was not read leaves the one linked before as it was. */
export function besideAnswered(
  { name, source, earlier }: ReturnType<typeof besideReading>,
  asked: Outcome<Answers['beside']>,
): BesideState {
  const answer = asked.ok ? asked.answer : null;
  if (answer?.kind === 'added') return { kind: 'read', view: answer.view, source };
  const kept = earlier ? 'The pair from before is still linked.' : 'The open log stays as it is.';
  const notes = asked.ok ? (answer?.notes ?? []) : [failureNote(asked.failure, kept)];
  const refused = { name, notes };
  return earlier ? { ...earlier, refused } : { kind: 'refused', refused };
}

/** A second log without the note on one that was refused. */
export function withoutRefusal(beside: BesideState): BesideState {
  if (beside.kind === 'refused') return { kind: 'none' };
  return beside.kind === 'read' ? { ...beside, refused: null } : beside;
}
