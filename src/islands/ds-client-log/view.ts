import type { Field, LogKind } from '../../core/ds-client-log/columns.ts';
import type { DateOrder } from '../../core/ds-client-log/dates.ts';
import type { Delimiter } from '../../core/ds-client-log/delimited.ts';
import type { Severity } from '../../core/ds-client-log/diagnostics.ts';
import type { Sentence } from '../../core/ds-client-log/explain.ts';
import type { ColumnCertainty } from '../../core/ds-client-log/file-columns.ts';
import type { FlagLevel } from '../../core/ds-client-log/flags.ts';
import type { NumberGroup } from '../../core/ds-client-log/numbers.ts';
import type { Outcome } from '../../core/ds-client-log/outcomes.ts';
import type { LogFigure } from '../../figures/ds-client-log/log-figure.ts';

/** What a person has corrected by hand in "How I read this". Plain data: it crosses to the worker. */
export interface Corrections {
  readonly delimiter?: Delimiter;
  readonly dateOrder?: DateOrder;
  readonly numberGroup?: NumberGroup;
  /** Field by column index; null says that the column holds none. */
  readonly mapping?: Readonly<Record<number, Field | null>>;
}

export interface Sorting {
  /** Column index in the file; `outcome` for the column that this page adds. */
  readonly by: number | 'outcome';
  readonly descending: boolean;
}

/** Which rows are shown, and in which order. An empty text filters nothing. */
export interface Arrangement {
  readonly sorting: Sorting | null;
  readonly outcome: Outcome | '';
  readonly type: string;
  readonly set: string;
}

export const wholeLog: Arrangement = { sorting: null, outcome: '', type: '', set: '' };

/** A cell as shown: its beginning, and how many characters more it has. */
export interface CellView {
  readonly text: string;
  readonly more: number;
}

export interface RowView {
  /** Row of the reading, counted from 0; what explanations ask for. */
  readonly row: number;
  readonly line: number;
  readonly outcome: Outcome;
  /** A bad value keeps the row out of speeds, sums and timelines. */
  readonly isExcluded: boolean;
  readonly cells: readonly CellView[];
}

export interface ColumnView {
  readonly index: number;
  readonly header: string;
  readonly field: Field | null;
  readonly certainty: ColumnCertainty;
  readonly align: 'number' | 'text';
}

/** One decision of the reader, in words. `correct` names what a person may change about it. */
export interface Decision {
  readonly label: string;
  readonly value: string;
  readonly certainty: string | null;
  readonly correct: 'delimiter' | 'dateOrder' | 'numberGroup' | null;
  /** The value that the control for a correction shows. */
  readonly current: string;
}

export interface Note {
  readonly severity: Severity;
  readonly text: string;
}

export interface FlagView {
  readonly level: FlagLevel;
  readonly text: string;
  readonly because: string;
  /** The first row it is about, to go there. */
  readonly row: number | null;
}

/** Something to do, and on whose side it is. */
export interface Task {
  readonly what: string;
  readonly who: string;
  readonly row: number | null;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

export interface SetAsideView {
  readonly line: number;
  readonly reason: string;
  readonly text: CellView;
}

export interface EventGroupView {
  readonly severity: string;
  readonly message: CellView;
  readonly count: number;
  readonly span: string;
  readonly burst: string | null;
  readonly cause: string | null;
  readonly check: string | null;
  readonly who: string | null;
  readonly catalogueId: string | null;
  readonly credit: string | null;
}

/** An opened log without its rows. */
export interface LogView {
  readonly kind: LogKind;
  readonly name: string;
  /** The answer: one large sentence, then smaller ones. */
  readonly answer: readonly string[];
  readonly figure: LogFigure | null;
  readonly tasks: readonly Task[];
  readonly flags: readonly FlagView[];
  readonly decisions: readonly Decision[];
  readonly notes: readonly Note[];
  readonly columns: readonly ColumnView[];
  readonly rowCount: number;
  readonly rowsTotal: number;
  readonly setAsideCount: number;
  readonly setAside: readonly SetAsideView[];
  readonly outcomes: readonly Choice[];
  readonly types: readonly Choice[];
  readonly sets: readonly Choice[];
  readonly groups: readonly EventGroupView[];
  readonly hasSecrets: boolean;
}

/** What the panel beside the table shows of a cell or a column. */
export interface ExplanationView {
  readonly title: string;
  /** Where it stands: "Line 2, EXAMPLE-SQL01 - Orders database". */
  readonly place: string;
  readonly sentences: readonly Sentence[];
  /** Exact figures under the sentences. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Entry of the message catalogue that says more. */
  readonly messageId: string | null;
  /** Anchor of the column's reference entry. */
  readonly columnId: string | null;
  readonly written: CellView | null;
}

export const cellTextMax = 200;

/** The first 200 characters of a text, cut between characters and not within one. */
export function cellView(text: string): CellView {
  if (text.length <= cellTextMax) return { text, more: 0 };
  const last = text.charCodeAt(cellTextMax - 1);
  const end = last >= 0xd800 && last < 0xdc00 ? cellTextMax - 1 : cellTextMax;
  return { text: text.slice(0, end), more: text.length - end };
}
