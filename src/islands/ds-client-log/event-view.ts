import type { CellView, Task } from './view.ts';

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
  /** What differs between its lines. */
  readonly paths: PathsView;
  /** The activities during which it was written; empty without an activity log. */
  readonly during: readonly During[];
}

/** A path that lines of a message name, and how many of them do. */
export interface PathView {
  readonly text: CellView;
  readonly count: number;
}

/** The paths that failed: the first of them, and how many more can be asked for. */
export interface PathsView {
  /** "214 paths, all under \\EXAMPLE-WEB03\C$\"; empty when its lines differ in nothing. */
  readonly says: string;
  readonly first: readonly PathView[];
  readonly more: number;
  /** How many are asked for at a time. */
  readonly page: number;
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
  readonly groupsMore: number;
  /** What both logs ask for, in place of what each of them does. */
  readonly tasks: readonly Task[];
  readonly tasksMore: number;
}

/** What of a second log belongs to a line. */
export interface Related {
  readonly title: string;
  readonly lines: readonly {
    /** 0 for a line that is no message. */
    readonly count: number;
    readonly text: CellView;
    readonly messageId: string | null;
    /** What its lines name: the first paths, and how many more there are. */
    readonly paths: Pick<PathsView, 'first' | 'more'>;
  }[];
  readonly notes: readonly string[];
}
