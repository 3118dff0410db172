import type { Actor } from '../../core/ds-client-log/catalogue.ts';
import { spacedName } from '../../core/ds-client-log/explain-completion.ts';
import { completionOf } from '../../core/ds-client-log/outcomes.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { dayOf, formatDay, formatTimeOfDay } from '../../core/ds-client-log/wall-time.ts';
import { groupThousands } from '../../core/units.ts';

export const number = (value: number): string => groupThousands(String(value));

/** "1 item", "1,024 items" */
export const counted = (count: number, one: string, many: string): string =>
  `${number(count)} ${count === 1 ? one : many}`;

const clock = (wall: number): string => formatTimeOfDay(wall).slice(0, 5);

/** "Mon 2 Mar 2026 01:00" */
export const momentWords = (wall: number): string => `${formatDay(wall)} ${clock(wall)}`;

/** "Mon 2 Mar 01:00", where the year stands elsewhere in the same text. */
export const shortMoment = (wall: number): string =>
  `${formatDay(wall).replace(/ \d{4}$/, '')} ${clock(wall)}`;

/** The end of a span that began at `first`: the time alone on the same day, to the second if need be. */
export function untilWords(first: number, last: number): string {
  if (dayOf(first) !== dayOf(last)) return momentWords(last);
  return clock(first) === clock(last) ? formatTimeOfDay(last) : clock(last);
}

const namesShown = 6;
export const nameLengthMax = 60;

export const shortName = (name: string): string => {
  if (name === '') return 'a line without a name';
  return name.length > nameLengthMax ? `${name.slice(0, nameLengthMax)}…` : name;
};

/** Names in a row; "and 3 more" when there are many. */
export function inARow(names: readonly string[], worded = (name: string) => name): string {
  const shown = names.slice(0, namesShown).map(worded);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join('; ')}; and ${more} more` : shown.join('; ');
}

/** Names as a log has them in a row, shortened. */
export const namesInARow = (names: readonly string[]): string => inARow(names, shortName);

/** The node and set of a line as written. */
export const nameOf = (reading: AcceptedReading, row: number): string =>
  reading.fieldText(row, 'description').trim();

/** How lines are named: as written, or masked for a text that goes to others. */
export interface Naming {
  readonly name: (row: number) => string;
  readonly isMasked: boolean;
  /** A text of the log that is about to be quoted, in part or whole. */
  readonly quote: (text: string) => string;
}

/** Names and texts as the log has them; `onQuote` hears of each before it is cut short. */
export function asWritten(
  reading: AcceptedReading,
  onQuote: (text: string) => void = () => {},
): Naming {
  const quote = (text: string): string => {
    onQuote(text);
    return text;
  };
  return { name: (row) => quote(nameOf(reading, row)), isMasked: false, quote };
}

/** The completion of a run in words; one that is not in our list is not quoted in a masked text. */
export function stateWords(written: string, { isMasked, quote }: Naming): string {
  const name = completionOf(written);
  if (name !== null) return spacedName(name);
  return isMasked ? 'a state not in our list' : quote(written).slice(0, nameLengthMax);
}

export const actorWords: Readonly<Record<Actor, string>> = {
  customer: 'You',
  provider: 'Your provider',
  both: 'You first, then your provider',
  nobody: 'Nobody',
};

/** Words that begin a sentence. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A phrase of the catalogue as a sentence. */
export const ended = (phrase: string): string => (/[.?!]$/.test(phrase) ? phrase : `${phrase}.`);
