import type { SharedLines } from '../../core/ds-client-log/shared-lines.ts';
import type { LateParts } from './late-parts.ts';
import type { LogSource } from './protocol.ts';
import { wholeLog, type Arrangement, type Corrections, type ExplanationView } from './view.ts';
import type { BesideView } from './event-view.ts';
import type { LogView, Note, RowView } from './view.ts';

/** A cell, or with `row` null a column. */
export interface Chosen {
  readonly row: number | null;
  readonly column: number;
}

/** A log that came with others and is not shown, and why. */
export interface NotRead {
  readonly name: string;
  readonly notes: readonly Note[];
}

export type Phase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'read'; readonly name: string; readonly lines: number }
  | {
      readonly kind: 'failed';
      readonly name: string;
      readonly notes: readonly Note[];
      /** The reader of the page stopped it: nothing is wrong with the file. */
      readonly isStopped: boolean;
      /** Asks for the same once more; null where that would end as it did. */
      readonly again: (() => Promise<unknown>) | null;
    };

/** A second log that is linked, and where it came from, for when the pair is read anew. */
export interface BesideRead {
  readonly kind: 'read';
  readonly view: BesideView;
  readonly source: LogSource;
  /** Another that was chosen since and is not in its place. */
  readonly refused?: NotRead | null;
}

/** The log that made way for the one that is shown. */
export interface FormerLog {
  readonly view: Pick<LogView, 'kind' | 'name'>;
  readonly source: LogSource;
}

/** The second log of a pair. */
export type BesideState =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'reading';
      readonly name: string;
      readonly source: LogSource;
      /** The one that is linked until this one is; null for none. */
      readonly earlier: BesideRead | null;
    }
  | BesideRead
  | { readonly kind: 'refused'; readonly refused: NotRead };

/** What the page shows of an open log, and what is going on. */
export interface LogState {
  readonly view: LogView;
  readonly isSample: boolean;
  /** The open lines came with a link, and these are they. */
  readonly lines: SharedLines | null;
  /** The reader's own log, by its name, that made way for them; null for none. */
  readonly madeWay: string | null;
  /** All that reading needs has been fetched, these parts with it: the network may be cut. */
  readonly late: LateParts | null;
  /** Rows as arranged, in pages of `pageRows`; a page that is missing was not asked for yet. */
  readonly pages: ReadonlyMap<number, readonly RowView[]>;
  readonly count: number;
  readonly arrangement: Arrangement;
  /** How the lines could not be sorted or filtered: they are shown as they were. */
  readonly notArranged: Arrangement | null;
  readonly corrections: Corrections;
  readonly chosen: Chosen | null;
  readonly explanation: ExplanationView | null;
  /** A line that something outside the table leads to: its place as arranged, and the file's column. */
  readonly target: { readonly place: number; readonly column: number } | null;
  readonly phase: Phase;
  readonly notRead: readonly NotRead[];
  readonly beside: BesideState;
  readonly former: FormerLog | null;
}

/** The chosen cell and the line of the file that it stands in; null while none is chosen. */
export function chosenLine({ chosen, pages }: Pick<LogState, 'chosen' | 'pages'>) {
  const row = chosen?.row ?? null;
  if (chosen === null || row === null) return null;
  for (const page of pages.values()) {
    const line = page.find((shown) => shown.row === row)?.line;
    if (line !== undefined) return { row, column: chosen.column, line };
  }
  return null;
}

/** What the build shows: the sample, explained. */
export interface FirstLog {
  readonly view: LogView;
  readonly rows: readonly RowView[];
  readonly chosen: Chosen;
  readonly explanation: ExplanationView;
}

export const firstState = ({ view, rows, chosen, explanation }: FirstLog): LogState => ({
  view,
  isSample: true,
  lines: null,
  madeWay: null,
  late: null,
  pages: new Map([[0, rows]]),
  count: rows.length,
  arrangement: wholeLog,
  notArranged: null,
  corrections: {},
  chosen,
  explanation,
  target: null,
  phase: { kind: 'idle' },
  notRead: [],
  beside: { kind: 'none' },
  former: null,
});
