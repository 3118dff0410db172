import { spacedName } from '../../core/ds-client-log/explain-completion.ts';
import { activityTypeOf, isBackupType } from '../../core/ds-client-log/outcomes.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { shortName, type Naming } from './present-words.ts';

const typeLengthMax = 60;

/** Which rows are alike, as numbers: a text for each of a million lines takes half a second. */
export interface ActivityKeys {
  /** The kind of an activity; 0 is a backup of any type. */
  readonly kind: (row: number) => number;
  /** A kind of activity of one set: its restores are told apart from its backups. */
  readonly activity: (row: number) => number;
}

/** The keys of a log's rows. `Daily Admin` and `DailyAdmin` are one kind. */
export function activityKeys(reading: AcceptedReading): ActivityKeys {
  const types = reading.textCodes('type');
  const names = reading.textCodes('description');
  const kinds = new Map<string, number>([['', 0]]);
  const byCode = types.texts.map((text) => {
    const key = isBackupType(text) ? '' : (activityTypeOf(text) ?? text.trim());
    const place = kinds.get(key) ?? kinds.size;
    kinds.set(key, place);
    return place;
  });
  const kind = (row: number): number => byCode[types.codes[row] ?? 0] ?? 0;
  const width = names.texts.length;
  return { kind, activity: (row) => kind(row) * width + (names.codes[row] ?? 0) };
}

/** The kind of an activity in words, nothing for a backup; without names only one that is in our list. */
function kindWords(reading: AcceptedReading, row: number, { isMasked, quote }: Naming): string {
  const written = reading.fieldText(row, 'type').trim();
  if (isBackupType(written)) return '';
  if (!isMasked) return quote(written).slice(0, typeLengthMax);
  const type = activityTypeOf(written);
  return type === null ? 'a type not in our list' : spacedName(type);
}

/** "Web root"; of what is not a backup "Web root, Restore", because it is no backup that failed. */
export function activityName(reading: AcceptedReading, row: number, naming: Naming): string {
  const kind = kindWords(reading, row, naming);
  const name = shortName(naming.name(row));
  return kind === '' ? name : `${name}, ${kind}`;
}

/** The activities behind these rows by name, each once. */
export function activityNames(
  reading: AcceptedReading,
  rows: readonly number[],
  naming: Naming,
): readonly string[] {
  const { activity } = activityKeys(reading);
  const firsts = new Map<number, number>();
  for (const row of rows) {
    const key = activity(row);
    if (!firsts.has(key)) firsts.set(key, row);
  }
  return [...new Set([...firsts.values()].map((row) => activityName(reading, row, naming)))];
}
