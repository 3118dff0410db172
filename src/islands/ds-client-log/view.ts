import type { Field, LogKind } from '../../core/ds-client-log/columns.ts';
import type { DateOrder } from '../../core/ds-client-log/dates.ts';
import type { Delimiter } from '../../core/ds-client-log/delimited-rows.ts';
import type { Severity } from '../../core/ds-client-log/diagnostics.ts';
import type { Sentence } from '../../core/ds-client-log/explain.ts';
import type { ColumnCertainty } from '../../core/ds-client-log/file-columns.ts';
import type { FlagLevel } from '../../core/ds-client-log/flags.ts';
import type { NumberGroup } from '../../core/ds-client-log/numbers.ts';
import type { Outcome } from '../../core/ds-client-log/outcomes.ts';
import type { LogFigure } from '../../figures/ds-client-log/log-figure.ts';
import type { EventGroupView, Related } from './event-view.ts';
import type { ChartView, SetStatuses } from './set-view.ts';
import type { QuotedSecret } from './present-secrets.ts';

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
  /** Every cell of it is blank, so that the table may leave it out. */
  readonly isEmpty: boolean;
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
  /** `today` stands above all others: worth a call today, whoever is right about it. */
  readonly level: FlagLevel | 'today';
  readonly text: string;
  readonly because: string;
  /** The first row it is about, to go there. */
  readonly row: number | null;
}

/** A line that did not finish or had errors, for paper: there the table cannot be scrolled. */
export interface PrintedLine {
  readonly line: number;
  readonly name: string;
  readonly began: string;
  readonly outcome: Outcome;
  readonly completion: string;
  readonly errors: string;
}

/** Something to do, and on whose side it is. */
export interface Task {
  readonly what: string;
  readonly who: string;
  readonly row: number | null;
  /** Messages that are the reason of it, each with what to check. */
  readonly details: readonly string[];
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

/** What the lines of a log say together. */
export interface Findings {
  /** The answer: one large sentence, then smaller ones. */
  readonly answer: readonly string[];
  readonly figure: LogFigure | null;
  /** Null when no set ran on enough days to show a course. */
  readonly chart: ChartView | null;
  /** Backup sets with their last completed backup; empty for an event log. */
  readonly setStatuses: SetStatuses;
  readonly tasks: readonly Task[];
  /** Things to do beyond those, which are only counted. */
  readonly tasksMore: number;
  readonly flags: readonly FlagView[];
  /** Printed in place of the table. */
  readonly printed: readonly PrintedLine[];
  readonly printedMore: number;
  readonly outcomes: readonly Choice[];
  readonly types: readonly Choice[];
  readonly sets: readonly Choice[];
  readonly groups: readonly EventGroupView[];
  /** Messages beyond those, each in fewer lines. */
  readonly groupsMore: number;
}

/** An opened log without its rows. */
export interface LogView extends Findings {
  /** False while findings are still being worked out; all of them are empty then. */
  readonly isJudged: boolean;
  readonly kind: LogKind;
  readonly name: string;
  /** Lines out of a log that came with a link: nothing is said of the log as a whole. */
  readonly isExcerpt: boolean;
  readonly decisions: readonly Decision[];
  readonly notes: readonly Note[];
  readonly columns: readonly ColumnView[];
  readonly rowCount: number;
  readonly setAsideCount: number;
  readonly setAside: readonly SetAsideView[];
  /** In the lines that came with a link, and would leave again with one. */
  readonly secrets: readonly QuotedSecret[];
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
  /** Null without a second log. */
  readonly related: Related | null;
}

export const cellTextMax = 200;

/** The first 200 characters of a text, cut between characters and not within one. */
export function cellView(text: string): CellView {
  if (text.length <= cellTextMax) return { text, more: 0 };
  const last = text.charCodeAt(cellTextMax - 1);
  const end = last >= 0xd800 && last < 0xdc00 ? cellTextMax - 1 : cellTextMax;
  return { text: text.slice(0, end), more: text.length - end };
}
