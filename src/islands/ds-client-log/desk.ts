import { backupSets } from '../../core/ds-client-log/history.ts';
import { completionEntries, messageMatcher } from '../../core/ds-client-log/messages.ts';
import type { AcceptedReading, ReadOptions, Reading } from '../../core/ds-client-log/reading.ts';
import { explanationOf } from './present-explanation.ts';
import { explainNumbers } from './present-numbers.ts';
import { groupEvents, type EventGroup } from '../../core/ds-client-log/events.ts';
import { exportPieces, exportSetAside, type ExportForm } from '../../core/ds-client-log/export.ts';
import { linkedLogs, type LinkedLogs } from './linked-logs.ts';
import { presentBeside, sameKindNote } from './present-beside.ts';
import { relatedOf, withRelated } from './present-related.ts';
import { morePaths } from './present-paths.ts';
import { chartSource, presentChart, type ChartSource } from './present-chart.ts';
import { linesToShare } from './present-lines.ts';
import { presentNotes } from './present-findings.ts';
import { presentTimeline } from './present-timeline.ts';
import { replyText } from './present-reply.ts';
import { judge, presentLines } from './present-log.ts';
import type { Answers, Catalogue, Question, TypedNumbers } from './protocol.ts';
import { pageRows } from './protocol.ts';
import type { SortKeys } from './radix.ts';
import { arrangedRows } from './row-order.ts';
import { rememberedKeys } from './sort-keys.ts';
import type { ChartChoice } from './set-view.ts';
import {
  cellView,
  wholeLog,
  type Arrangement,
  type Corrections,
  type LogView,
  type RowView,
  type Sorting,
} from './view.ts';

/** One open log and what is asked of it. The worker holds one; the build uses one for the sample. */
export interface Desk {
  /** Lays a log that was read on the desk, or says why it could not be read. It is not judged yet. */
  lay(name: string, reading: Reading, isExcerpt?: boolean): Answers['open'];
  /** Works out what the lines say, part by part; each time the share that is done. */
  judge(): Generator<number, LogView>;
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
  linkBeside(name: string, other: Reading): Generator<number, Answers['beside']>;
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

function rowView(reading: AcceptedReading, row: number): RowView {
  return {
    row,
    line: reading.line(row),
    outcome: reading.outcome(row),
    isExcluded: reading.isExcluded(row),
    cells: reading.columns.map(({ index }) => cellView(reading.cellText(row, index))),
  };
}

/** What comes of work in steps, all of them done. */
function atOnce<Value>(steps: Generator<number, Value>): Value {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** A desk with nothing on it. The catalogue words columns, completion states and messages. */
export function emptyDesk({ columns, messages }: Catalogue): Desk {
  const completions = completionEntries(messages);
  const match = messageMatcher(messages);
  let reading: AcceptedReading | null = null;
  let view: LogView | null = null;
  let linked: LinkedLogs | null = null;
  let grouped: readonly EventGroup[] | null = null;
  let charted: { readonly source: ChartSource | null } | null = null;
  let order: Uint32Array = new Uint32Array(0);
  let keysOf: (by: Sorting['by']) => SortKeys;

  const current = (): AcceptedReading => {
    if (!reading) throw new Error('No log is open.');
    return reading;
  };
  const rows = (from: number, to: number): readonly RowView[] =>
    Array.from(order.subarray(from, to), (row) => rowView(current(), row));

  const lay: Desk['lay'] = (name, read, isExcerpt = false) => {
    if (read.kind === 'rejected') return { kind: 'refused', notes: presentNotes(read.diagnostics) };
    reading = read;
    charted = null;
    grouped = null;
    linked = null;
    keysOf = rememberedKeys(read);
    order = arrangedRows(read, wholeLog, keysOf);
    view = presentLines(read, name, isExcerpt);
    return { kind: 'opened', view, rows: rows(0, pageRows) };
  };

  const judged: Desk['judge'] = function* () {
    let found = view ?? presentLines(current(), '', false);
    for (const step of judge(current(), completions, match, found.isExcerpt)) {
      found = { ...found, ...step.found };
      yield step.share;
    }
    return { ...found, isJudged: true };
  };

  const linkBeside: Desk['linkBeside'] = function* (name, other) {
    if (other.kind === 'rejected')
      return { kind: 'refused', notes: presentNotes(other.diagnostics) };
    const both = yield* linkedLogs(current(), other, match);
    if (!both) return { kind: 'refused', notes: [sameKindNote(other.kind)] };
    const shown = presentBeside(both, other, name, completions);
    yield 1;
    // Not before: who stops it until here has the pair from before.
    linked = both;
    return { kind: 'added', view: shown };
  };

  return {
    lay,
    judge: judged,
    open(name, read, isExcerpt) {
      const laid = lay(name, read, isExcerpt);
      return laid.kind === 'refused' ? laid : { ...laid, view: atOnce(judged()) };
    },
    arrange(arrangement) {
      order = arrangedRows(current(), arrangement, keysOf);
      return { count: order.length, rows: rows(0, pageRows) };
    },
    rows: (from, to) => ({ rows: rows(from, to) }),
    place: (row) => {
      const place = order.indexOf(row);
      return { place: place < 0 ? null : place };
    },
    explain: (row, column) => {
      const explanation = explanationOf(current(), row, column, { columns, completions, match });
      if (!linked || row === null) return { explanation };
      return { explanation: withRelated(explanation, relatedOf(linked, row)) };
    },
    linkBeside,
    addBeside: (name, other) => atOnce(linkBeside(name, other)),
    numbers: explainNumbers,
    shareLines: (question) => linesToShare(current(), order, question),
    chart: (choice) => {
      charted ??= { source: chartSource(current(), backupSets(current())) };
      const { source } = charted;
      return { chart: source && presentChart(current(), source, choice) };
    },
    day: (day) => ({ figure: presentTimeline(current(), day) }),
    paths: (group, from) => {
      const events = linked?.events ?? current();
      const groups = linked?.groups ?? (grouped ??= groupEvents(events, match));
      return morePaths(events, groups[group]?.rows ?? [], from);
    },
    // The mark at the beginning tells Excel that the text is UTF-8.
    exportLines: (form) => ({
      file: new Blob(['\ufeff', ...exportPieces(current(), form, order)], { type: 'text/plain' }),
    }),
    leftOut: () => ({ text: exportSetAside(current(), 'tsv') }),
    reply: (withNames) => {
      const groups =
        current().kind === 'event-log' ? (grouped ??= groupEvents(current(), match)) : [];
      return replyText({ reading: current(), linked, completions, groups, withNames });
    },
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
