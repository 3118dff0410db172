import { isValueField, isNumberField } from '../../core/ds-client-log/columns.ts';
import { groupEvents, type EventGroup } from '../../core/ds-client-log/events.ts';
import { backupSets, type BackupSet } from '../../core/ds-client-log/history.ts';
import type { CompletionEntries } from '../../core/ds-client-log/explain.ts';
import type { MessageMatcher } from '../../core/ds-client-log/messages.ts';
import { logMetrics, type LogMetrics } from '../../core/ds-client-log/metrics.ts';
import { outcomes } from '../../core/ds-client-log/outcomes.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { outcomeWords } from '../../figures/ds-client-log/outcome-words.ts';
import { choicesOf } from './choices.ts';
import { answerOfActivities } from './present-answer.ts';
import { firstChart } from './present-chart.ts';
import { presentDecisions } from './present-decisions.ts';
import { answerOfEvents, groupsView } from './present-events.ts';
import { presentFigure } from './present-figure.ts';
import { answerOfLines } from './present-lines.ts';
import { printedLines } from './present-printed.ts';
import { quotedSecrets } from './present-secrets.ts';
import { presentSets } from './present-sets.ts';
import { eventWorks } from './present-messages.ts';
import { worksOf } from './present-tasks.ts';
import { tasksView } from './work.ts';
import { presentFlags, presentNotes, presentSetAside } from './present-findings.ts';
import { typeField } from './row-order.ts';
import type { ColumnView, Findings, LogView } from './view.ts';

/** Rows set aside that the page shows; all of them can be saved. */
const setAsideMax = 200;

/** A column with something in it mostly shows it in so many rows; the others are gone through as codes. */
const blankRowsLooked = 1000;

function isBlank({ rowCount, cellText, columnCodes }: AcceptedReading, column: number): boolean {
  if (rowCount === 0) return false;
  for (let row = 0; row < Math.min(rowCount, blankRowsLooked); row += 1) {
    if (cellText(row, column).trim() !== '') return false;
  }
  return (
    rowCount <= blankRowsLooked || columnCodes(column).texts.every((text) => text.trim() === '')
  );
}

const columnView = (reading: AcceptedReading): readonly ColumnView[] =>
  reading.columns.map(({ index, header, field, certainty }) => ({
    index,
    header,
    field,
    certainty,
    isEmpty: isBlank(reading, index),
    align:
      isNumberField(field) || (isValueField(field) && field === 'duration') ? 'number' : 'text',
  }));

/** What is worked out from all lines together; a log without lines has none of it. */
const nothingFound: Findings = {
  answer: [],
  figure: null,
  chart: null,
  setStatuses: { sets: [], more: '' },
  tasks: [],
  tasksMore: 0,
  flags: [],
  printed: [],
  printedMore: 0,
  outcomes: [],
  types: [],
  sets: [],
  groups: [],
  groupsMore: 0,
};

/** Of lines out of a log, what holds for each line by itself. */
const ofExcerpt = (reading: AcceptedReading): Partial<Findings> => ({
  answer: answerOfLines(reading),
  figure: null,
  chart: null,
  setStatuses: { sets: [], more: '' },
  flags: [],
});

/** A step of judging: what it found, and the share of all steps done with it. */
export interface Step {
  readonly share: number;
  readonly found: Partial<Findings>;
}

type Part = () => Partial<Findings>;

function activityParts(reading: AcceptedReading, completions: CompletionEntries): readonly Part[] {
  let metrics: LogMetrics | null = null;
  let sets: readonly BackupSet[] | null = null;
  const ofAll = () => (metrics ??= logMetrics(reading));
  const all = () => (sets ??= backupSets(reading));
  return [
    () => ({
      outcomes: outcomes
        .map((value) => ({ value, label: outcomeWords[value], count: ofAll().byOutcome[value] }))
        .filter(({ count }) => count > 0),
    }),
    () => ({ types: choicesOf(reading, typeField(reading)) }),
    () => ({ sets: choicesOf(reading, 'description') }),
    () => ({ answer: answerOfActivities(reading, ofAll()) }),
    () => ({ setStatuses: presentSets(reading, all()) }),
    () => ({ figure: presentFigure(reading, ofAll(), all()) }),
    () => ({ chart: firstChart(reading, all()) }),
    () => tasksView(worksOf(reading, completions, undefined, all())),
    () => ({ flags: presentFlags(reading, all(), ofAll()) }),
    () => printedLines(reading),
  ];
}

function eventParts(reading: AcceptedReading, match: MessageMatcher): readonly Part[] {
  let groups: readonly EventGroup[] | null = null;
  const ofAll = () => (groups ??= groupEvents(reading, match));
  return [
    () => ({ types: choicesOf(reading, typeField(reading)) }),
    () => groupsView(reading, ofAll()),
    () => ({ answer: answerOfEvents(reading, ofAll()) }),
    () => tasksView({ list: eventWorks(ofAll()), more: 0 }),
    () => ({ flags: presentFlags(reading) }),
  ];
}

/** An opened log before anything is worked out from its lines. */
export const presentLines = (
  reading: AcceptedReading,
  name: string,
  isExcerpt: boolean,
): LogView => ({
  ...nothingFound,
  isJudged: false,
  kind: reading.kind,
  name,
  isExcerpt,
  decisions: isExcerpt ? [] : presentDecisions(reading),
  notes: presentNotes(reading.diagnostics),
  columns: columnView(reading),
  rowCount: reading.rowCount,
  setAsideCount: reading.setAside.length,
  setAside: presentSetAside(reading.setAside.slice(0, setAsideMax)),
  secrets: isExcerpt
    ? quotedSecrets(reading.columns.flatMap(({ index }) => reading.columnCodes(index).texts))
    : [],
});

/**
 * What the lines of a log say together, part by part: between two parts a worker can answer questions,
 * because each takes a fraction of a second even for a million lines.
 */
export function* judge(
  reading: AcceptedReading,
  completions: CompletionEntries,
  match: MessageMatcher,
  isExcerpt: boolean,
): Generator<Step> {
  const parts =
    reading.kind === 'activity-log'
      ? activityParts(reading, completions)
      : eventParts(reading, match);
  for (const [done, part] of parts.entries())
    yield { share: (done + 1) / parts.length, found: part() };
  if (isExcerpt) yield { share: 1, found: ofExcerpt(reading) };
}
