import { severityOf, type EventGroup } from '../../core/ds-client-log/events.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { formatTimeOfDay, formatWall } from '../../core/ds-client-log/wall-time.ts';
import { emptyAnswer } from './present-answer.ts';
import { presentPaths } from './present-paths.ts';
import { actorWords, counted, momentWords, number, untilWords } from './present-words.ts';
import type { EventGroupView, PathsView } from './event-view.ts';
import { cellView } from './view.ts';

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

/**
 * What many messages within minutes are. Of a message that comes and goes it is an outage; of any other
 * it is known only that one cause is likelier than many; and one path again and again is none.
 */
function burstWords({ burst, entry }: EventGroup, { first, more }: PathsView): string | null {
  if (!burst) return null;
  const count = number(burst.count);
  const span = `${count} of them between ${formatTimeOfDay(burst.from)} and ${formatTimeOfDay(burst.to)}`;
  if (first.length === 1 && more === 0)
    return `${span}, all about the same path: one cause, not ${count} faults.`;
  return entry?.transient
    ? `${span}: one outage, not ${count} faults.`
    : `${span}: most likely one cause, not ${count} faults.`;
}

function groupView(events: AcceptedReading, group: EventGroup): EventGroupView {
  const { severity, message, count, first, last, entry } = group;
  const paths = presentPaths(events, group);
  return {
    severity,
    message: cellView(message),
    count,
    span: spanWords(first, last),
    burst: burstWords(group, paths),
    cause: entry?.cause ?? null,
    check: entry?.check || null,
    who: entry ? actorWords[entry.who] : null,
    catalogueId: entry?.id ?? null,
    credit: entry?.credit ?? null,
    paths,
    during: [],
  };
}

/** Identical messages as one line each, with what the catalogue says of them, and how many are not listed. */
export const groupsView = (events: AcceptedReading, groups: readonly EventGroup[]) => ({
  groups: groups.slice(0, groupsMax).map((group) => groupView(events, group)),
  groupsMore: Math.max(0, groups.length - groupsMax),
});

const sum = (groups: readonly EventGroup[]): number =>
  groups.reduce((total, { count }) => total + count, 0);

/** "214 errors (5 different)" */
function kindWords(groups: readonly EventGroup[], one: string, many: string): string {
  const count = sum(groups);
  if (count === 0) return `no ${many}`;
  if (count === 1) return `1 ${one}`;
  const different = groups.length === 1 ? 'all the same' : `${number(groups.length)} different`;
  return `${number(count)} ${many} (${different})`;
}

/** How many different things the lines of an event log say. */
function thingsWords(events: number, things: number): string {
  if (events === 1) return 'There is one event in this log.';
  if (things === 1) return `All ${number(events)} events say the same.`;
  return `${number(events)} events say ${number(things)} different things.`;
}

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
  const errors = groups.filter((group) => severityOf(group) === 'error');
  const warnings = groups.filter((group) => severityOf(group) === 'warning');
  const bursts = groups.filter(({ burst }) => burst !== null);
  return [
    thingsWords(reading.rowCount, groups.length),
    `${counted(reading.rowCount, 'event', 'events')}${span}: ${kindWords(errors, 'error', 'errors')}, ${kindWords(warnings, 'warning', 'warnings')}.`,
    ...(bursts.length > 0
      ? [
          `${bursts.length === 1 ? 'One message comes' : `${bursts.length} messages come`} in a burst: ${bursts.every(({ entry }) => entry?.transient) ? 'that is one outage' : 'most likely one cause each'}, not many faults.`,
        ]
      : []),
  ];
}
