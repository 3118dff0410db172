import type { Flag, FlagKind, FlagLevel } from './flags.ts';
import type { AcceptedReading } from './reading.ts';
import { formatIsoDate } from './wall-time.ts';

const levels: Readonly<Record<FlagKind, FlagLevel>> = {
  incomplete: 'red',
  'failed-repeatedly': 'red',
  'missed-run': 'amber',
  'mass-change': 'amber',
  'slow-run': 'amber',
  'transmitted-jump': 'amber',
  'files-jump': 'amber',
  'reduction-collapse': 'amber',
  'same-errors': 'amber',
  'overlaps-itself': 'blue',
  'office-hours': 'blue',
  'waiting-likely': 'blue',
  'clock-change-likely': 'grey',
  'times-disagree': 'amber',
  'skipped-hour': 'grey',
  'hour-off': 'grey',
  'date-order-assumed': 'grey',
  'rows-left-out': 'grey',
  'rows-excluded': 'grey',
  'retention-bias': 'grey',
  'odd-year': 'amber',
  'secret-like': 'grey',
};

/** A flag, of the level of its kind; what is not given is null, empty, or the number of its rows. */
export const flag = (kind: FlagKind, fields: Partial<Omit<Flag, 'kind'>>): Flag => ({
  kind,
  level: levels[kind],
  set: null,
  rows: [],
  startDate: null,
  nights: [],
  silent: null,
  count: fields.rows?.length ?? 0,
  outlier: null,
  streak: null,
  seconds: null,
  plateau: null,
  change: null,
  ...fields,
});

/** The date on which a run began, for a flag; null without one. */
export function startDate(reading: AcceptedReading, row: number): string | null {
  const start = reading.number(row, 'start');
  return start === null ? null : formatIsoDate(start);
}
