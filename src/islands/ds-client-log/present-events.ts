import type { EventGroup } from '../../core/ds-client-log/events.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { formatTimeOfDay, formatWall } from '../../core/ds-client-log/wall-time.ts';
import { groupThousands } from '../../core/units.ts';
import { emptyAnswer } from './present-answer.ts';
import { actorWords, momentWords, untilWords } from './present-words.ts';
import { cellView, type EventGroupView } from './view.ts';

/** Groups that the page lists; the table below holds every line. */
const groupsMax = 300;

/** From the first to the last, to the second where the minutes are equal. */
export function spanWords(first: number | null, last: number | null): string {
  if (first === null || last === null) return 'no time given';
  if (first === last) return momentWords(first);
  const until = untilWords(first, last);
  const isWithinMinute = until.length > 5 && momentWords(first) === momentWords(last);
  const from = isWithinMinute ? formatWall(first) : momentWords(first);
  return `${from} to ${until}`;
}

const burstWords = ({ burst }: EventGroup): string | null =>
  burst &&
  `${groupThousands(String(burst.count))} of them between ${formatTimeOfDay(burst.from)} and ${formatTimeOfDay(burst.to)}: one outage, not ${groupThousands(String(burst.count))} faults.`;

/** Identical messages as one line each, with what the catalogue says of them. */
export const presentGroups = (groups: readonly EventGroup[]): readonly EventGroupView[] =>
  groups.slice(0, groupsMax).map((group) => ({
    severity: group.severity,
    message: cellView(group.message),
    count: group.count,
    span: spanWords(group.first, group.last),
    burst: burstWords(group),
    cause: group.entry?.cause ?? null,
    check: group.entry?.check || null,
    who: group.entry ? actorWords[group.entry.who] : null,
    catalogueId: group.entry?.id ?? null,
    credit: group.entry?.credit ?? null,
    during: [],
  }));

const isKind = (group: EventGroup, kind: RegExp): boolean => kind.test(group.severity);

const sum = (groups: readonly EventGroup[]): number =>
  groups.reduce((total, { count }) => total + count, 0);

/** The answer for an event log: how many lines, and how many things they really say. */
export function answerOfEvents(
  reading: AcceptedReading,
  groups: readonly EventGroup[],
): readonly string[] {
  if (reading.rowCount === 0) return emptyAnswer(reading);
  const times = groups.flatMap(({ first, last }) => [first, last]).filter((t) => t !== null);
  const span =
    times.length === 0
      ? ''
      : `, ${spanWords(
          times.reduce((a, b) => Math.min(a, b)),
          times.reduce((a, b) => Math.max(a, b)),
        )}`;
  const errors = groups.filter((group) => isKind(group, /^err/i));
  const warnings = groups.filter((group) => isKind(group, /^warn/i));
  const number = (value: number) => groupThousands(String(value));
  const bursts = groups.filter(({ burst }) => burst !== null);
  return [
    `${number(reading.rowCount)} events say ${number(groups.length)} different ${groups.length === 1 ? 'thing' : 'things'}.`,
    `${number(reading.rowCount)} events${span}: ${number(sum(errors))} errors (${number(errors.length)} different), ${number(sum(warnings))} warnings (${number(warnings.length)} different).`,
    ...(bursts.length > 0
      ? [
          `${bursts.length === 1 ? 'One message comes' : `${bursts.length} messages come`} in a burst: that is one outage, not many faults.`,
        ]
      : []),
  ];
}
