import type { Field, LogKind } from '../../core/ds-client-log/columns.ts';
import type { DateOrder } from '../../core/ds-client-log/dates.ts';
import type { Delimiter } from '../../core/ds-client-log/delimited-rows.ts';
import type { Severity } from '../../core/ds-client-log/diagnostics.ts';
import type { Sentence } from '../../core/ds-client-log/explain.ts';
import type { ColumnCertainty } from '../../core/ds-client-log/file-columns.ts';
import type { FlagLevel } from '../../core/ds-client-log/flags.ts';
import type { Measure } from '../../core/ds-client-log/nightly-series.ts';
import type { NumberGroup } from '../../core/ds-client-log/numbers.ts';
import type { Outcome } from '../../core/ds-client-log/outcomes.ts';
import type { SetChartDrawing, Spark } from '../../figures/ds-client-log/set-chart.ts';
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
  /** The activities during which it was written; empty without an activity log. */
  readonly during: readonly During[];
}

/** When events of a message fell, in words, and the line of the activity where the page shows it. */
export interface During {
  readonly text: string;
  readonly row: number | null;
}

/** What the page shows of a second log, of the other kind. */
export interface BesideView {
  readonly name: string;
  readonly summary: readonly string[];
  /** The messages of the event log, with their activities. */
  readonly groups: readonly EventGroupView[];
}

/** What of a second log belongs to a line. */
export interface Related {
  readonly title: string;
  readonly lines: readonly {
    /** 0 for a line that is no message. */
    readonly count: number;
    readonly text: CellView;
    readonly messageId: string | null;
  }[];
  readonly notes: readonly string[];
}

/** A run of a backup set, for the table of sets. */
export interface SetRunView {
  /** When it began: "Mon 2 Mar 2026 01:00" */
  readonly began: string;
  readonly outcome: Outcome;
  /** No ending was recorded, which the remark says in place of the outcome's word. */
  readonly isOpen: boolean;
  /** What the outcome alone does not say: no ending, or no files. */
  readonly remark: string;
  readonly row: number;
}

export interface SetStatus {
  readonly name: string;
  /** Null: no backup of this set in this log ran to its end. */
  readonly lastCompleted: SetRunView | null;
  readonly latest: SetRunView;
  /** Its usual duration and how it went; null for a set that ran on too few days. */
  readonly usual: { readonly text: string; readonly spark: Spark } | null;
}

export interface SetStatuses {
  readonly sets: readonly SetStatus[];
  /** How many are not listed, in words; empty when all are. */
  readonly more: string;
}

/** Which set, by its place in the list, and which of its figures. */
export interface ChartChoice {
  readonly set: number;
  readonly measure: Measure;
}

/** The chart of one set, with what else can be charted. */
export interface ChartView extends ChartChoice {
  readonly sets: readonly string[];
  readonly measures: readonly { readonly value: Measure; readonly label: string }[];
  readonly drawing: SetChartDrawing;
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
  readonly flags: readonly FlagView[];
  /** Printed in place of the table. */
  readonly printed: readonly PrintedLine[];
  readonly printedMore: number;
  readonly outcomes: readonly Choice[];
  readonly types: readonly Choice[];
  readonly sets: readonly Choice[];
  readonly groups: readonly EventGroupView[];
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
  readonly rowsTotal: number;
  readonly setAsideCount: number;
  readonly setAside: readonly SetAsideView[];
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
