import {
  explainCell,
  type CompletionEntries,
  type Explanation,
  type Sentence,
} from '../../core/ds-client-log/explain.ts';
import type { MessageMatcher } from '../../core/ds-client-log/messages.ts';
import { rowMetrics } from '../../core/ds-client-log/metrics.ts';
import { isBackupType } from '../../core/ds-client-log/outcomes.ts';
import type { ReadColumn } from '../../core/ds-client-log/file-columns.ts';
import { ratioWords } from '../../core/ds-client-log/ratio-words.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { speedWords } from '../../core/ds-client-log/speed-words.ts';
import { groupThousands } from '../../core/units.ts';
import { actorWords, ended, momentWords } from './present-words.ts';
import type { Catalogue } from './protocol.ts';
import { cellView, type ExplanationView } from './view.ts';

/** What the site knows, beside the log itself. */
export interface Knowledge {
  readonly columns: Catalogue['columns'];
  readonly completions: CompletionEntries;
  readonly match: MessageMatcher;
}

type Facts = ExplanationView['facts'];

const ours = (text: string): Sentence => ({ text, mark: 'our-reading' });

function rowFacts(reading: AcceptedReading, row: number, explanation: Explanation): Facts {
  const { reduction, readMebibytesPerSecond, sentMebibytesPerSecond } = rowMetrics(reading, row);
  const facts: Facts[number][] = [];
  if (explanation.size) {
    const { isExact } = explanation.size;
    facts.push({ label: isExact ? 'Exactly' : 'In bytes', value: explanation.size.bytes });
    // Under a kibibyte both are the same words.
    if (explanation.size.binary !== explanation.size.bytes)
      facts.push({ label: 'In binary units', value: explanation.size.binary });
  }
  const isSize = explanation.size !== null;
  if (isSize && reduction !== null) {
    facts.push({ label: 'Online to Transmitted', value: ratioWords(reduction) });
  }
  const isSent = explanation.field === 'transmitted';
  const speed = isSent ? sentMebibytesPerSecond : readMebibytesPerSecond;
  // Only a backup reads what it counts and sends it; Duration says the same in its sentence.
  if (isSize && isBackupType(reading.fieldText(row, 'type')) && speed !== null && speed > 0)
    facts.push({
      label: isSent ? 'Sent, on average' : 'Read, on average',
      value: speedWords(speed),
    });
  return facts;
}

interface Said {
  readonly sentences: readonly Sentence[];
  readonly facts: Facts;
  readonly messageId: string | null;
}

function sayActivity(
  reading: AcceptedReading,
  row: number,
  column: ReadColumn,
  { completions }: Knowledge,
): Said | null {
  if (column.field === null) return null;
  const explanation = explainCell(reading, row, column.field, completions);
  const facts = rowFacts(reading, row, explanation);
  const entry = [...completions.values()].find((e) => e.id === explanation.catalogueId);
  return { sentences: explanation.sentences, facts, messageId: entry?.id ?? null };
}

function sayEvent(
  reading: AcceptedReading,
  row: number,
  column: ReadColumn,
  { match }: Knowledge,
): Said | null {
  if (column.field === 'time') {
    const time = reading.number(row, 'time');
    if (time === null) return null;
    const text = `Written on ${momentWords(time)}, by the clock of the DS-Client.`;
    return { sentences: [{ text, mark: 'vendor' }], facts: [], messageId: null };
  }
  if (column.field !== 'text') return null;
  const entry = match(reading.fieldText(row, 'text'));
  if (!entry) {
    const text = 'This message is not in our catalogue. Please ask, and quote it exactly.';
    return { sentences: [ours(text)], facts: [], messageId: null };
  }
  const said = [entry.cause, ...(entry.check ? [`First check: ${entry.check}`] : [])];
  const sentences = said.map((text) => ({ text: ended(text), mark: entry.causeMark }));
  const facts = [
    { label: 'Who looks', value: actorWords[entry.who] },
    ...(entry.credit ? [{ label: 'Text', value: entry.credit }] : []),
  ];
  return { sentences, facts, messageId: entry.id };
}

const unknownColumn = ours(
  'We do not know this column, so its cells are shown as they are and counted nowhere. You can say what it holds under “How I read this”.',
);

function sayColumn(column: ReadColumn, entry: Catalogue['columns'][number] | undefined): Said {
  if (!entry) return { sentences: [unknownColumn], facts: [], messageId: null };
  const sentences: Sentence[] = [{ text: entry.says, mark: entry.sourceMark }];
  if (column.certainty === 'guessed')
    sentences.push(ours('The label is not known; we guessed it from what the cells hold.'));
  return { sentences, facts: [], messageId: null };
}

function placeOf(reading: AcceptedReading, row: number): string {
  const line = `Line ${groupThousands(String(reading.line(row)))}`;
  if (reading.kind === 'event-log') return line;
  const set = reading.fieldText(row, 'description').trim();
  return set === '' ? line : `${line}, ${set.slice(0, 120)}`;
}

/** What a cell says, or with `row` null what its column says. */
export function explanationOf(
  reading: AcceptedReading,
  row: number | null,
  index: number,
  knowledge: Knowledge,
): ExplanationView {
  const column = reading.columns[index];
  if (!column) throw new Error(`The log has no column ${index}.`);
  const entry = knowledge.columns.find((c) => c.log === reading.kind && c.field === column.field);
  const ofCell =
    row === null
      ? null
      : reading.kind === 'activity-log'
        ? sayActivity(reading, row, column, knowledge)
        : sayEvent(reading, row, column, knowledge);
  return {
    title: column.header.trim() || entry?.label || `Column ${index + 1}`,
    place: row === null ? 'What the column says' : placeOf(reading, row),
    ...(ofCell ?? sayColumn(column, entry)),
    columnId: entry?.id ?? null,
    written: row === null ? null : cellView(reading.cellText(row, index)),
    related: null,
  };
}
