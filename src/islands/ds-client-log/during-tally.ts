import type { EventLinks, LinkKind } from '../../core/ds-client-log/event-links.ts';

/** Activities of events that fall between several, kept for their names. */
const activitiesListed = 64;

type SureKind = 'number' | 'name' | 'time';

const isSure = (kind: LinkKind): kind is SureKind =>
  kind === 'number' || kind === 'name' || kind === 'time';

/** Where the events of one message fell, counted. */
export interface DuringTally {
  /** Events of each activity that they belong to for sure, by its row. */
  readonly sure: Map<number, number>;
  /** Events of which one activity cannot be told, by the reason. */
  readonly rest: Record<Exclude<LinkKind, SureKind>, number>;
  /** The activities between which the logs do not decide. */
  readonly candidates: Set<number>;
  /** Those that ran at one of the two times when the clock showed the same. */
  readonly eitherOnes: Set<number>;
}

const emptyTally = (): DuringTally => ({
  sure: new Map(),
  rest: {
    'shared-number': 0,
    several: 0,
    'either-hour': 0,
    'other-number': 0,
    'other-set': 0,
    'other-computer': 0,
    none: 0,
    'no-time': 0,
  },
  candidates: new Set(),
  eitherOnes: new Set(),
});

const addAll = (all: Set<number>, more: readonly number[]): void => {
  for (const one of more) all.add(one);
};

/** Counts these rows of the event log by the activities they belong to. */
export function duringTally(links: EventLinks, rows: readonly number[]): DuringTally {
  const tally = emptyTally();
  const { sure, rest, candidates, eitherOnes } = tally;
  for (const event of rows) {
    const { kind, activities = [] } = links.ofEvent[event] ?? {};
    if (!kind) continue;
    if (isSure(kind)) {
      const [row = -1] = activities;
      sure.set(row, (sure.get(row) ?? 0) + 1);
      continue;
    }
    rest[kind] += 1;
    // A long list says no more than “several”.
    if (kind === 'several' && candidates.size <= activitiesListed) addAll(candidates, activities);
    if (kind === 'either-hour') addAll(eitherOnes, activities);
  }
  return tally;
}
