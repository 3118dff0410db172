/**
 * The catalogue of messages and completion states, one entry a file under `content/log-messages/`.
 * It is passed in by whoever reads the content; the core only matches and checks.
 */
export const messageFamilies = [
  'windows',
  'winsock',
  'vss',
  'errno',
  'sudo',
  'sudo-rs',
  'ssh',
  'asigra-text',
  'asigra-completion',
] as const;
export type MessageFamily = (typeof messageFamilies)[number];

/** On whose side something is to be done; `nobody` for a state that needs nothing. */
export const actors = ['customer', 'provider', 'both', 'nobody'] as const;
export type Actor = (typeof actors)[number];

export interface OlderText {
  readonly text: string;
  readonly verified: boolean;
  readonly note: string;
}

export interface MessageEntry {
  /** File name and last part of the URL: lower case, letters, digits and hyphens. */
  readonly id: string;
  /** The id as it is known elsewhere, such as `errno-EACCES`; equal to `id` where no case differs. */
  readonly catalogueId: string;
  readonly family: MessageFamily;
  /** Heading for a reader: the text itself, or the completion in words ("Share Unavailable"). */
  readonly label: string;
  /** The exact text; entries without one have a `pattern`. */
  readonly text?: string | undefined;
  /** How older versions word it; `verified` is false for a text from memory. */
  readonly olderTexts: readonly OlderText[];
  /** A regular expression for texts with names in them. */
  readonly pattern?: string | undefined;
  /** A line as it can stand in a log; it matches this entry and no other. */
  readonly example: string;
  readonly code?: number | undefined;
  readonly hex?: string | undefined;
  readonly hresult?: string | undefined;
  readonly symbol?: string | undefined;
  readonly cause: string;
  /** The first thing to check; empty when the cause says it. */
  readonly check: string;
  readonly who: Actor;
  /** Whether it often passes by itself. */
  readonly transient: boolean;
  readonly source: string;
  readonly causeSource: string;
  /** Whom to credit for the text, with its licence. */
  readonly credit?: string | undefined;
  /** Where cause and check come from: documentation, or operations experience. */
  readonly causeMark: 'vendor' | 'our-reading';
  /** Other words a person may search by. */
  readonly aliases: readonly string[];
}

/** A log column as an author describes it, one entry a file under `content/log-columns/`. */
export interface LogColumnEntry {
  /** File name, id and anchor: `user-name`. */
  readonly id: string;
  readonly label: string;
  readonly log: 'activity-log' | 'event-log';
  /** Field of the reader, see `columns.ts`. */
  readonly field: string;
  readonly order: number;
  /** What the column says, in whole sentences. */
  readonly says: string;
  readonly example?: { readonly cell: string; readonly meaning: string } | undefined;
  readonly pitfalls: readonly string[];
  /** Name in the DS-Client API; null where it has none. */
  readonly apiField: string | null;
  readonly sourceMark: 'vendor' | 'guide' | 'our-reading';
  readonly source: string;
  readonly aliases: readonly string[];
}
