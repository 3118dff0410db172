import type { Field } from './columns.ts';
import type { DateOrder } from './dates.ts';
import type { NumberGroup } from './numbers.ts';
import type { ActivityType, Outcome } from './outcomes.ts';
import type { SharedLines } from './shared-lines.ts';

/** What was open when a link was made; a dead link opens the plain page with its column guide. */
export const modes = ['columns', 'line', 'log', 'events', 'example'] as const;
export type Mode = (typeof modes)[number];

/** Numbers typed in for the explanation of one line. */
export interface TypedNumbers {
  readonly online: number | null;
  readonly transmitted: number | null;
  readonly durationSeconds: number | null;
  readonly files: number | null;
  readonly errors: number | null;
  readonly warnings: number | null;
}

/**
 * What a link to the explainer holds: how a log is to be read and looked at, and numbers that were
 * typed in. The text of cells only in `lines`, which a person adds on purpose.
 */
export interface ExplainerLink {
  readonly mode: Mode;
  /** Field of each column by its place; null for a column that holds none. Empty: as found. */
  readonly mapping: readonly (Field | null)[];
  /** Undefined: as found. Null: digits stand in one piece. */
  readonly numberGroup: NumberGroup | undefined;
  readonly dateOrder: DateOrder | null;
  readonly sort: { readonly by: Field; readonly descending: boolean } | null;
  readonly outcomes: readonly Outcome[];
  readonly types: readonly ActivityType[];
  readonly numbers: TypedNumbers;
  /** Id of a message of the catalogue. */
  readonly message: string | null;
  /** Lines of a log, put into the link by a person who saw it first; null for every other link. */
  readonly lines: SharedLines | null;
}

const noNumbers: TypedNumbers = {
  online: null,
  transmitted: null,
  durationSeconds: null,
  files: null,
  errors: null,
  warnings: null,
};

/** What a link without any key shows. */
export const plainLink: ExplainerLink = {
  mode: 'columns',
  mapping: [],
  numberGroup: undefined,
  dateOrder: null,
  sort: null,
  outcomes: [],
  types: [],
  numbers: noNumbers,
  message: null,
  lines: null,
};
