import { activityTypeOf, type ActivityType } from '../../core/ds-client-log/outcomes.ts';
import {
  plainLink,
  type ExplainerLink,
  type TypedNumbers as NumberValues,
} from '../../core/ds-client-log/explainer-link.ts';
import { writePermalink } from '../../core/ds-client-log/permalink.ts';
import type { SharedLines } from '../../core/ds-client-log/shared-lines.ts';
import { formatClock, groupThousands, seconds } from '../../core/units.ts';
import type { TypedNumbers } from './protocol.ts';
import {
  wholeLog,
  type Arrangement,
  type Corrections,
  type LogView,
  type Sorting,
} from './view.ts';

/** What of the page a link carries. The set filter is not among it: it is a name out of the log. */
export interface Shown {
  readonly view: LogView;
  readonly isSample: boolean;
  readonly corrections: Corrections;
  readonly arrangement: Arrangement;
  readonly numbers: NumberValues;
  /** Lines that came with a link, or that the reader is about to put into one. */
  readonly lines: SharedLines | null;
}

const sortOf = (view: LogView, sorting: Sorting | null): ExplainerLink['sort'] => {
  const field = view.columns.find(({ index }) => index === sorting?.by)?.field;
  return sorting && field ? { by: field, descending: sorting.descending } : null;
};

function modeOf({ view, isSample, numbers, lines }: Shown): ExplainerLink['mode'] {
  if (Object.values(numbers).some((value) => value !== null)) return 'line';
  if (isSample && lines === null) return 'example';
  return view.kind === 'event-log' ? 'events' : 'log';
}

/** The fragment for what is shown, with `#`; it holds no text of a cell but that of `lines`. */
export function linkTo(shown: Shown): string {
  const { view, corrections, arrangement, numbers, lines } = shown;
  const type = activityTypeOf(arrangement.type);
  return `#${writePermalink({
    ...plainLink,
    mode: modeOf(shown),
    mapping: corrections.mapping ? view.columns.map(({ field }) => field) : [],
    numberGroup: corrections.numberGroup,
    dateOrder: corrections.dateOrder ?? null,
    sort: sortOf(view, arrangement.sorting),
    outcomes: arrangement.outcome === '' ? [] : [arrangement.outcome],
    types: type === null ? [] : [type],
    numbers,
    lines,
  })}`;
}

/** How a link says that a log is to be read. */
export const correctionsIn = ({ mapping, numberGroup, dateOrder }: ExplainerLink): Corrections => ({
  ...(mapping.length > 0 && { mapping: Object.fromEntries(mapping.entries()) }),
  ...(numberGroup !== undefined && { numberGroup }),
  ...(dateOrder !== null && { dateOrder }),
});

const typeIn = (view: LogView, wanted: ActivityType | undefined): string =>
  view.types.find(({ value }) => wanted !== undefined && activityTypeOf(value) === wanted)?.value ??
  '';

/** How a link says that a log is to be shown, as far as this log has what it names. */
export function arrangementIn(
  { sort, outcomes, types }: ExplainerLink,
  view: LogView,
): Arrangement {
  const column = view.columns.find(({ field }) => field !== null && field === sort?.by);
  const [outcome = ''] = outcomes;
  const known = view.outcomes.some(({ value }) => value === outcome);
  return {
    ...wholeLog,
    sorting: sort && column ? { by: column.index, descending: sort.descending } : null,
    outcome: known ? outcome : '',
    type: typeIn(view, types[0]),
  };
}

const digits = (value: number | null): string =>
  value === null ? '' : groupThousands(String(value));

/** Numbers of a link as a person would type them. */
export const numbersIn = ({ numbers }: ExplainerLink): TypedNumbers => ({
  online: digits(numbers.online),
  transmitted: digits(numbers.transmitted),
  duration: numbers.durationSeconds === null ? '' : formatClock(seconds(numbers.durationSeconds)),
});

export const isArranged = ({ sorting, outcome, type }: Arrangement): boolean =>
  sorting !== null || outcome !== '' || type !== '';

export const isCorrected = (corrections: Corrections): boolean =>
  Object.keys(corrections).length > 0;
