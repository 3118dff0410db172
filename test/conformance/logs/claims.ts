/** Which claims of a sidecar are judged; what is not named here is reported as not covered. */
import {
  activityFields,
  eventFields,
  type Field,
} from '../../../src/core/ds-client-log/columns.ts';
import type { Sidecar } from './sidecar.ts';

/** Keys that hold no claim about the reader. */
const informative = ['sample', 'fiction', 'about', 'zone_for_check'];
const plain = [
  'bytes',
  'sha256',
  'expect',
  'may_refuse_with',
  'kind',
  'rows_expected',
  'rows_ok',
  'rows_total',
  'by_severity',
  'ungrouped_unknown',
  'diagnostics',
  'decoded_contains',
  'must',
];

const fields: readonly string[] = [...activityFields, ...eventFields];
const inCamelCase = (key: string): string =>
  key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The field that a key of a row names: `net_transmitted` is `netTransmitted`; null for another word. */
export const fieldOfKey = (key: string): Field | null => {
  const name = key === 'duration_s' ? 'duration' : inCamelCase(key);
  return fields.includes(name) ? (name as Field) : null;
};

const ofRow = (key: string): boolean =>
  key === 'n' || key === 'outcome' || fieldOfKey(key) !== null;

/** The keys inside a claim that are judged, as words or by a rule. */
const inside: Readonly<Record<string, (key: string) => boolean>> = {
  detect: (key) =>
    'container encoding bom delimiter quote eol header_row number_group date_order date_order_certainty clock end_has_date widths'
      .split(' ')
      .includes(key),
  metrics: (key) =>
    'rows by_outcome first_start last_end peak_concurrency peak_first_reached_at busy_seconds sum_duration_s backup_online_total backup_transmitted_total crosses_midnight excluded per_row'
      .split(' ')
      .includes(key),
  'metrics.per_row': (key) =>
    ['n', 'read_MiB_s', 'sent_MiB_s', 'reduction', 'sent_pct'].includes(key),
  columns: (key) => ['index', 'header', 'field'].includes(key),
  rows: ofRow,
  facts: (key) => ['row', 'flag', 'wall_minus_duration_s'].includes(key) || ofRow(key),
  groups: (key) => ['pattern', 'count', 'catalogue'].includes(key),
  flags_expected: (key) => ['flag', 'set', 'nights', 'start_date'].includes(key),
};

const isJudged = (claim: string, key: string): boolean => inside[claim]?.(key) ?? false;

/** The part of an entry that is judged. */
export const judged = <Entry extends object>(claim: string, entry: Entry): [string, unknown][] =>
  Object.entries(entry).filter(([key]) => isJudged(claim, key)) as [string, unknown][];

const keysIn = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? [...new Set(value.flatMap(keysIn))]
    : typeof value === 'object' && value !== null
      ? Object.keys(value)
      : [];

/** Claims that no check knows: they make a case "not covered", never silently passed. */
export function unknownClaims(sidecar: Sidecar): readonly string[] {
  const unknown = Object.keys(sidecar).filter(
    (key) => !informative.includes(key) && !plain.includes(key) && !(key in inside),
  );
  const within = Object.keys(inside).flatMap((claim) => {
    const value = claim
      .split('.')
      .reduce<unknown>(
        (held, key) => (held as Record<string, unknown> | undefined)?.[key],
        sidecar,
      );
    return keysIn(value)
      .filter((key) => !isJudged(claim, key))
      .map((key) => `${claim}.${key}`);
  });
  return [...unknown, ...within];
}
