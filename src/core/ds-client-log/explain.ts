import type { Actor, MessageEntry } from './catalogue.ts';
import { numberFields, type Field } from './columns.ts';
import { diagnosticWords } from './diagnostic-words.ts';
import { explainClock } from './explain-times.ts';
import { explainSize } from './explain-sizes.ts';
import { explainState } from './explain-states.ts';
import type { Outcome } from './outcomes.ts';
import type { AcceptedReading } from './reading.ts';

/** Where a sentence comes from; shown as a small mark at its end. */
export type SourceMark = 'vendor' | 'guide' | 'our-reading';

export const sourceMarkWords = {
  vendor: 'Asigra documents this',
  guide: "The provider's guide says this",
  'our-reading': 'Our reading',
} as const satisfies Record<SourceMark, string>;

export interface Sentence {
  readonly text: string;
  readonly mark: SourceMark;
  /** The one sentence that matters most, when there is one. */
  readonly strong?: true;
}

/** A size, always in both forms; never "GB" for a binary size. */
export interface ExactSize {
  /** False where a spreadsheet shortened the number: the forms then begin with "about". */
  readonly isExact: boolean;
  readonly bytes: string;
  readonly binary: string;
}

export interface Explanation {
  readonly field: Field;
  /** The cell as written. */
  readonly written: string;
  readonly sentences: readonly Sentence[];
  readonly size: ExactSize | null;
  /** Id of the catalogue entry that says more, as in its URL; null when none was passed in. */
  readonly catalogueId: string | null;
  readonly who: Actor | null;
}

/** What is known of one run; the same for a row of a log and for numbers typed in by hand. */
export interface RunFacts {
  readonly user: string;
  /** Whether the log has a User Name column at all: an empty name says something only then. */
  readonly hasUser: boolean;
  readonly type: string;
  readonly owner: string;
  readonly description: string;
  readonly completion: string;
  readonly outcome: Outcome;
  readonly errors: number | null;
  readonly warnings: number | null;
  readonly files: number | null;
  readonly online: number | null;
  readonly transmitted: number | null;
  readonly netTransmitted: number | null;
  /** Seconds of wall time. */
  readonly start: number | null;
  readonly end: number | null;
  readonly durationSeconds: number | null;
  readonly endHasDate: boolean;
  /** Numbers that a spreadsheet shortened, so that they are only about right. */
  readonly rounded: ReadonlySet<Field>;
}

/** Facts of a line that holds only the numbers a person typed in. */
export const noFacts: RunFacts = {
  user: '',
  hasUser: false,
  type: '',
  owner: '',
  description: '',
  completion: '',
  outcome: 'running_or_unknown',
  errors: null,
  warnings: null,
  files: null,
  online: null,
  transmitted: null,
  netTransmitted: null,
  start: null,
  end: null,
  durationSeconds: null,
  endHasDate: true,
  rounded: new Set(),
};

export function runFacts(reading: AcceptedReading, row: number): RunFacts {
  return {
    user: reading.fieldText(row, 'user').trim(),
    hasUser: reading.columnOf('user') >= 0,
    type: reading.fieldText(row, 'type').trim(),
    owner: reading.fieldText(row, 'owner').trim(),
    description: reading.fieldText(row, 'description').trim(),
    completion: reading.fieldText(row, 'completion').trim(),
    outcome: reading.outcome(row),
    errors: reading.number(row, 'errors'),
    warnings: reading.number(row, 'warnings'),
    files: reading.number(row, 'files'),
    online: reading.number(row, 'online'),
    transmitted: reading.number(row, 'transmitted'),
    netTransmitted: reading.number(row, 'netTransmitted'),
    start: reading.number(row, 'start'),
    end: reading.number(row, 'end'),
    durationSeconds: reading.number(row, 'duration'),
    endHasDate: reading.detection.endHasDate,
    rounded: new Set(numberFields.filter((field) => reading.isRounded(row, field))),
  };
}

/** What an explainer of a group of fields gives back; null for a field that is not of its group. */
export interface Explained {
  readonly sentences: readonly Sentence[];
  readonly size?: ExactSize;
  readonly catalogueId?: string;
  readonly who?: Actor;
}

/** Completion entries by their API name, from the catalogue. */
export type CompletionEntries = ReadonlyMap<string, MessageEntry>;

const unreadable: Sentence = {
  text: 'This cell could not be read as a value, so it is left out of every sum. It is shown exactly as it was written.',
  mark: 'our-reading',
};

/** What one field of one run says, in whole sentences. */
export function explainFacts(
  facts: RunFacts,
  field: Field,
  written: string,
  completions: CompletionEntries = new Map(),
): Explanation {
  const explained: Explained = explainState(facts, field, completions) ??
    explainSize(facts, field, written) ??
    explainClock(facts, field, written) ?? { sentences: [unreadable] };
  return {
    field,
    written,
    sentences: explained.sentences.length > 0 ? explained.sentences : [unreadable],
    size: explained.size ?? null,
    catalogueId: explained.catalogueId ?? null,
    who: explained.who ?? null,
  };
}

/** What the reader noted about one cell, as sentences. */
function notes(reading: AcceptedReading, row: number, field: Field): readonly Sentence[] {
  const dataRow = reading.dataRow(row);
  const col = reading.columnOf(field);
  return reading.diagnostics
    .filter(({ places }) => places.some((place) => place.row === dataRow && place.col === col))
    .flatMap((diagnostic) => {
      const { says, todo } = diagnosticWords({ ...diagnostic, count: 1 });
      return [says, todo].filter((text) => text !== '');
    })
    .map((text) => ({ text, mark: 'our-reading' }));
}

/**
 * What one cell of an activity log says, with what the reader noted about it. `row` counts from 0 among
 * the rows that count.
 */
export function explainCell(
  reading: AcceptedReading,
  row: number,
  field: Field,
  completions: CompletionEntries = new Map(),
): Explanation {
  const written = reading.fieldText(row, field);
  const explained = explainFacts(runFacts(reading, row), field, written, completions);
  const noted = notes(reading, row, field);
  if (noted.length === 0) return explained;
  // A note says why a cell could not be read better than the general sentence does.
  const said = explained.sentences.filter((sentence) => sentence !== unreadable);
  return { ...explained, sentences: [...said, ...noted] };
}
