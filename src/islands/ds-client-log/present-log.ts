import { isValueField, isNumberField } from '../../core/ds-client-log/columns.ts';
import { groupEvents, type EventGroup } from '../../core/ds-client-log/events.ts';
import type { CompletionEntries } from '../../core/ds-client-log/explain.ts';
import type { MessageMatcher } from '../../core/ds-client-log/messages.ts';
import { logMetrics } from '../../core/ds-client-log/metrics.ts';
import { outcomes } from '../../core/ds-client-log/outcomes.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { groupThousands } from '../../core/units.ts';
import { outcomeWords } from '../../figures/ds-client-log/outcome-words.ts';
import { answerOfActivities } from './present-answer.ts';
import { presentDecisions } from './present-decisions.ts';
import { answerOfEvents, presentGroups } from './present-events.ts';
import { presentFigure } from './present-figure.ts';
import { answerOfLines } from './present-lines.ts';
import { printedLines } from './present-printed.ts';
import { presentSets } from './present-sets.ts';
import { tasksOf } from './present-tasks.ts';
import { actorWords } from './present-words.ts';
import { presentFlags, presentNotes, presentSetAside } from './present-findings.ts';
import { typeOf } from './row-order.ts';
import type { Choice, ColumnView, LogView, Task } from './view.ts';

/** Sets and types offered as filters; beyond that a list helps nobody. */
const choicesMax = 300;
/** Rows set aside that the page shows; all of them can be saved. */
const setAsideMax = 200;

function choicesOf(reading: AcceptedReading, textOf: (row: number) => string): readonly Choice[] {
  const counts = new Map<string, number>();
  for (let row = 0; row < reading.rowCount; row += 1) {
    const text = textOf(row);
    if (text === '' || text.length > 200) continue;
    const count = counts.get(text);
    if (count === undefined && counts.size >= choicesMax) continue;
    counts.set(text, (count ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, label: value, count }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true }));
}

/** Beyond this many rows no column is called empty: looking at each cell takes too long. */
const blankRowsMax = 20_000;

function isBlank({ rowCount, cellText }: AcceptedReading, column: number): boolean {
  if (rowCount === 0 || rowCount > blankRowsMax) return false;
  for (let row = 0; row < rowCount; row += 1) {
    if (cellText(row, column).trim() !== '') return false;
  }
  return true;
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

const eventTasks = (groups: readonly EventGroup[]): readonly Task[] =>
  groups
    .filter(({ entry, severity }) => entry !== null && !/^info/i.test(severity))
    .slice(0, 8)
    .map(({ entry, message, count, rows }) => ({
      what: `${message}${/[.?!]$/.test(message) ? '' : '.'}${count > 1 ? ` (${groupThousands(String(count))} times.)` : ''} ${entry?.check || entry?.cause || ''}`,
      who: actorWords[entry?.who ?? 'both'],
      row: rows[0] ?? null,
    }));

function activityParts(reading: AcceptedReading, completions: CompletionEntries) {
  const metrics = logMetrics(reading);
  return {
    answer: answerOfActivities(reading, metrics),
    figure: presentFigure(reading, metrics),
    ...printedLines(reading),
    setStatuses: presentSets(reading),
    tasks: tasksOf(reading, completions),
    outcomes: outcomes
      .map((value) => ({ value, label: outcomeWords[value], count: metrics.byOutcome[value] }))
      .filter(({ count }) => count > 0),
    sets: choicesOf(reading, (row) => reading.fieldText(row, 'description').trim()),
    groups: [],
  };
}

function eventParts(reading: AcceptedReading, match: MessageMatcher) {
  const groups = groupEvents(reading, match);
  return {
    answer: answerOfEvents(reading, groups),
    figure: null,
    printed: [],
    printedMore: 0,
    setStatuses: { sets: [], more: '' },
    tasks: eventTasks(groups),
    outcomes: [],
    sets: [],
    groups: presentGroups(groups),
  };
}

/** Of lines out of a log, what holds for each line by itself. */
const excerptParts = (reading: AcceptedReading) => ({
  answer: answerOfLines(reading),
  figure: null,
  setStatuses: { sets: [], more: '' },
  flags: [],
  decisions: [],
});

/** Everything the page shows of an opened log but its rows. `isExcerpt`: lines that came with a link. */
export function presentLog(
  reading: AcceptedReading,
  name: string,
  completions: CompletionEntries,
  match: MessageMatcher,
  isExcerpt = false,
): LogView {
  const parts =
    reading.kind === 'activity-log'
      ? activityParts(reading, completions)
      : eventParts(reading, match);
  return {
    kind: reading.kind,
    name,
    isExcerpt,
    ...parts,
    flags: presentFlags(reading),
    decisions: presentDecisions(reading),
    notes: presentNotes(reading.diagnostics),
    columns: columnView(reading),
    rowCount: reading.rowCount,
    rowsTotal: reading.rowsTotal,
    setAsideCount: reading.setAside.length,
    setAside: presentSetAside(reading.setAside.slice(0, setAsideMax)),
    types: choicesOf(reading, (row) => typeOf(reading, row)),
    hasSecrets: reading.diagnostics.some(({ code }) => code === 'cell.secret-like'),
    ...(isExcerpt && excerptParts(reading)),
  };
}
