import type { ExportForm } from '../../core/ds-client-log/export.ts';
import { completionEntries, messageMatcher } from '../../core/ds-client-log/messages.ts';
import type { ReadOptions, Reading } from '../../core/ds-client-log/reading.ts';
import { finished, type Steps } from '../../core/steps.ts';
import { findingAnswers } from './desk-findings.ts';
import { lineAnswers } from './desk-lines.ts';
import { LaidLog } from './laid-log.ts';
import { linkedLogs } from './linked-logs.ts';
import { presentBeside, sameKindNote } from './present-beside.ts';
import type { Knowledge } from './present-explanation.ts';
import { presentNotes } from './present-findings.ts';
import { judge } from './present-log.ts';
import { explainNumbers } from './present-numbers.ts';
import type { Answers, Catalogue, Question, TypedNumbers } from './protocol.ts';
import { pageRows } from './protocol.ts';
import type { ChartChoice } from './set-view.ts';
import type { Arrangement, Corrections, LogView } from './view.ts';

/** One open log and what is asked of it. The worker holds one; the build uses one for the sample. */
export interface Desk {
  /** Lays a log that was read on the desk, or says why it could not be read. It is not judged yet. */
  lay(name: string, reading: Reading, isExcerpt?: boolean): Answers['open'];
  /** Works out what the lines say, part by part; each time the share that is done. */
  judge(): Steps<LogView, number>;
  /** Both in one go. */
  open(name: string, reading: Reading, isExcerpt?: boolean): Answers['open'];
  arrange(arrangement: Arrangement): Answers['arrange'];
  rows(from: number, to: number): Answers['rows'];
  place(row: number): Answers['place'];
  explain(row: number | null, column: number): Answers['explain'];
  numbers(numbers: TypedNumbers): Answers['numbers'];
  leftOut(): Answers['left-out'];
  exportLines(form: ExportForm): Answers['export'];
  /** Links a second log, of the other kind, with the one that is open; each time the share that is done. */
  linkBeside(name: string, other: Reading): Steps<Answers['beside'], number>;
  /** The same in one go. */
  addBeside(name: string, other: Reading): Answers['beside'];
  chart(choice: ChartChoice): Answers['chart'];
  day(day: number): Answers['day'];
  paths(group: number, from: number): Answers['paths'];
  shareLines(question: Extract<Question, { readonly kind: 'share-lines' }>): Answers['share-lines'];
  reply(withNames: boolean): Answers['reply'];
}

export const readOptions = ({ mapping, ...corrections }: Corrections): ReadOptions => ({
  ...corrections,
  ...(mapping && {
    mapping: new Map(Object.entries(mapping).map(([index, field]) => [Number(index), field])),
  }),
});

/** Judges a log step by step: each brings the share that is done, the last the log with its findings. */
function* judged(
  { reading, view }: LaidLog,
  { completions, match }: Knowledge,
): Steps<LogView, number> {
  let found = view;
  for (const step of judge(reading, completions, match, view.isExcerpt)) {
    found = { ...found, ...step.found };
    yield step.share;
  }
  return { ...found, isJudged: true };
}

/** Links a second log with the one that `open` gives, step by step. */
function* linkedWith(
  open: () => LaidLog,
  name: string,
  other: Reading,
  { completions, match }: Knowledge,
): Steps<Answers['beside'], number> {
  if (other.kind === 'rejected') return { kind: 'refused', notes: presentNotes(other.diagnostics) };
  const log = open();
  const both = yield* linkedLogs(log.reading, other, match);
  if (!both) return { kind: 'refused', notes: [sameKindNote(other.kind)] };
  const view = presentBeside(both, other, name, completions);
  yield 1;
  // Not before: who stops it until here has the pair from before.
  log.linked = both;
  return { kind: 'added', view };
}

/** A desk with nothing on it. The catalogue words columns, completion states and messages. */
export function emptyDesk({ columns, messages }: Catalogue): Desk {
  const knowledge: Knowledge = {
    columns,
    completions: completionEntries(messages),
    match: messageMatcher(messages),
  };
  let log: LaidLog | null = null;
  const current = (): LaidLog => {
    if (!log) throw new Error('No log is open.');
    return log;
  };
  const lay: Desk['lay'] = (name, read, isExcerpt = false) => {
    if (read.kind === 'rejected') return { kind: 'refused', notes: presentNotes(read.diagnostics) };
    log = new LaidLog(read, name, isExcerpt);
    return { kind: 'opened', view: log.view, rows: log.rows(0, pageRows) };
  };
  return {
    lay,
    judge: () => judged(current(), knowledge),
    open(name, read, isExcerpt) {
      const laid = lay(name, read, isExcerpt);
      return laid.kind === 'refused'
        ? laid
        : { ...laid, view: finished(judged(current(), knowledge)) };
    },
    linkBeside: (name, other) => linkedWith(current, name, other, knowledge),
    addBeside: (name, other) => finished(linkedWith(current, name, other, knowledge)),
    numbers: explainNumbers,
    ...lineAnswers(current),
    ...findingAnswers(current, knowledge),
  };
}

/** Answers a question about the log that lies on the desk; reading one is the worker's business. */
export function answerAt(
  desk: Desk,
  question: Exclude<Question, { readonly kind: 'open' | 'beside' | 'stop-beside' }>,
): Answers[Question['kind']] {
  switch (question.kind) {
    case 'arrange':
      return desk.arrange(question.arrangement);
    case 'rows':
      return desk.rows(question.from, question.to);
    case 'place':
      return desk.place(question.row);
    case 'explain':
      return desk.explain(question.row, question.column);
    case 'numbers':
      return desk.numbers(question.numbers);
    case 'share-lines':
      return desk.shareLines(question);
    case 'chart':
      return desk.chart(question.choice);
    case 'day':
      return desk.day(question.day);
    case 'paths':
      return desk.paths(question.group, question.from);
    case 'export':
      return desk.exportLines(question.form);
    case 'left-out':
      return desk.leftOut();
    case 'reply':
      return desk.reply(question.withNames);
    default:
      return question satisfies never;
  }
}
