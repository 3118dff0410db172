import type { LogColumnEntry, MessageEntry } from '../../core/ds-client-log/catalogue.ts';
import type { ExportForm } from '../../core/ds-client-log/export.ts';
import type { Replaced } from '../../core/ds-client-log/masking.ts';
import type { TypedNumbers as NumberValues } from '../../core/ds-client-log/explainer-link.ts';
import type { SharedLines } from '../../core/ds-client-log/shared-lines.ts';
import type { RunsFigure } from '../../figures/ds-client-log/log-figure.ts';
import type { BesideView, PathView } from './event-view.ts';
import type { ChartChoice, ChartView } from './set-view.ts';
import type { QuotedSecret } from './present-secrets.ts';
import type { Arrangement, Corrections, ExplanationView, LogView, Note, RowView } from './view.ts';

/** Where a log comes from. A file is handed over as it is; the worker reads its bytes. */
export type LogSource =
  | { readonly kind: 'sample' }
  | { readonly kind: 'text'; readonly text: string }
  /** Lines that came with a link. */
  | { readonly kind: 'lines'; readonly lines: SharedLines }
  | { readonly kind: 'file'; readonly file: Blob & { readonly name?: string } };

/** The three numbers a person may type in place of a log; texts as typed. */
export interface TypedNumbers {
  readonly online: string;
  readonly transmitted: string;
  readonly duration: string;
}

/** What the site's catalogues say about columns and messages; made by the build. */
export interface Catalogue {
  readonly columns: readonly Pick<
    LogColumnEntry,
    'id' | 'label' | 'log' | 'field' | 'says' | 'sourceMark'
  >[];
  readonly messages: readonly MessageEntry[];
}

/** What the page asks of the reader. */
export type Question =
  | {
      readonly kind: 'open';
      readonly source: LogSource;
      readonly corrections: Corrections;
      readonly catalogue: Catalogue;
    }
  | { readonly kind: 'arrange'; readonly arrangement: Arrangement }
  | { readonly kind: 'rows'; readonly from: number; readonly to: number }
  | { readonly kind: 'place'; readonly row: number }
  | { readonly kind: 'explain'; readonly row: number | null; readonly column: number }
  | { readonly kind: 'numbers'; readonly numbers: TypedNumbers }
  | { readonly kind: 'left-out' }
  /** The lines as arranged, as a file for a spreadsheet. */
  | { readonly kind: 'export'; readonly form: ExportForm }
  /** A second log, of the other kind, to be linked with the one that is open. */
  | { readonly kind: 'beside'; readonly source: LogSource }
  /** The second log is not wanted any more; the one linked before it stays. */
  | { readonly kind: 'stop-beside' }
  | { readonly kind: 'chart'; readonly choice: ChartChoice }
  /** What went on during one day, counted from 1970-01-01. */
  | { readonly kind: 'day'; readonly day: number }
  /** The paths of a message, by its place in the list of messages, from the one numbered `from` on. */
  | { readonly kind: 'paths'; readonly group: number; readonly from: number }
  | {
      readonly kind: 'share-lines';
      readonly rows: readonly number[] | 'shown';
      /** The chosen cell, which the link then opens at. */
      readonly at: { readonly row: number | null; readonly column: number } | null;
      /** Texts that look like a secret are left out instead of refused. */
      readonly leaveOut: boolean;
    }
  | { readonly kind: 'reply'; readonly withNames: boolean };

/** What the reader answers, by the question's kind. */
export interface Answers {
  open: Opened | Refused;
  /** How many lines are shown, and the first page of them. */
  arrange: { readonly count: number; readonly rows: readonly RowView[] };
  rows: { readonly rows: readonly RowView[] };
  /** Where a row stands in the table as arranged; null when the filters hide it. */
  place: { readonly place: number | null };
  explain: { readonly explanation: ExplanationView };
  numbers: {
    readonly explanations: readonly ExplanationView[];
    /** The numbers as read, for a link. */
    readonly values: NumberValues;
  };
  'left-out': { readonly text: string };
  export: { readonly file: Blob };
  beside: { readonly kind: 'added'; readonly view: BesideView } | Refused;
  'stop-beside': { readonly kind: 'stopped' };
  chart: { readonly chart: ChartView | null };
  day: { readonly figure: RunsFigure | null };
  paths: { readonly paths: readonly PathView[]; readonly more: number };
  'share-lines': {
    /** What the link holds; null while it is refused. */
    readonly lines: SharedLines | null;
    /** Why there is no link, in sentences. */
    readonly refused: readonly string[];
    /** Leaving texts out would do. */
    readonly canLeaveOut: boolean;
    readonly held: readonly {
      readonly line: number;
      readonly cells: readonly { readonly label: string; readonly text: string }[];
    }[];
    readonly replaced: readonly Replaced[];
    /** The same lines as a file for a spreadsheet. */
    readonly text: string;
  };
  reply: { readonly text: string; readonly secrets: readonly QuotedSecret[] };
}

export interface Opened {
  readonly kind: 'opened';
  readonly view: LogView;
  readonly rows: readonly RowView[];
}

/** The file cannot be read; whatever was open stays open. */
export interface Refused {
  readonly kind: 'refused';
  readonly notes: readonly Note[];
}

/**
 * Rows asked for at a time, and those that travel with an opened log. Two windows of the table: a
 * larger page takes the main thread longer to unpack than a frame lasts.
 */
export const pageRows = 60;

/** How far reading is. */
export interface Progress {
  readonly stage: 'starting' | 'taking-in' | 'reading' | 'judging' | 'linking';
  /** Share of all work that is done, from 0 to 1. It never goes back. */
  readonly share: number;
  /** What this stage counts: bytes of the file, or lines when it judges. */
  readonly done: number;
  readonly total: number;
}

export interface Asked {
  readonly id: number;
  readonly question: Question;
}

export type Answered =
  | { readonly id: number; readonly kind: 'answer'; readonly answer: Answers[Question['kind']] }
  | { readonly id: number; readonly kind: 'progress'; readonly progress: Progress }
  /** It was given up: stopped, or another second log was chosen. */
  | { readonly id: number; readonly kind: 'cancelled' }
  /** Ahead of the answer to `open`, for a large log: it can be shown while it is still judged. */
  | { readonly id: number; readonly kind: 'lines'; readonly opened: Opened }
  | { readonly id: number; readonly kind: 'fault'; readonly message: string };
