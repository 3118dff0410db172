import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { duringTally, type DuringTally } from './during-tally.ts';
import type { LinkedLogs } from './linked-logs.ts';
import { candidatesOf, candidatesWords } from './present-candidates.ts';
import { isErrorLine } from './present-messages.ts';
import {
  asWritten,
  counted,
  momentWords,
  nameOf,
  namesInARow,
  number,
  sentence,
  shortName,
  stateWords,
  untilWords,
} from './present-words.ts';
import type { During } from './event-view.ts';

/** Activities named for one message; the lines of each name their own. */
const activitiesShown = 3;

/** "EXAMPLE-WEB03 - IIS content, Mon 2 Mar 2026 03:00 to 03:00:40 (line 5), Share Unavailable" */
export function activityWords(activities: AcceptedReading, row: number): string {
  const from = activities.number(row, 'start');
  const to = activities.number(row, 'end');
  const began = from === null ? '' : `, ${momentWords(from)}`;
  const span = from === null || to === null ? began : `${began} to ${untilWords(from, to)}`;
  const state = activities.fieldText(row, 'completion').trim();
  const ending = state === '' ? 'no ending recorded' : stateWords(state, asWritten(activities));
  return `${shortName(nameOf(activities, row))}${span} (line ${number(activities.line(row))}), ${ending}`;
}

const theyWere = (count: number, total: number): string =>
  total === 1 ? 'During' : count === total ? 'All during' : `${number(count)} during`;

const namesOf = (activities: AcceptedReading, rows: ReadonlySet<number>): string =>
  namesInARow([...new Set([...rows].map((row) => nameOf(activities, row)))]);

/** The activities between which the logs do not decide, by name while they are few. */
function severalWords(
  activities: AcceptedReading,
  candidates: ReadonlySet<number>,
  isError: boolean,
): string {
  const named = candidatesOf(activities, candidates, isError, (row) => nameOf(activities, row));
  const { likely, quiet } = named;
  if (likely.length + quiet.length <= activitiesShown)
    return `while these were running: ${candidatesWords(named)}. Whose, the logs do not say.`;
  return quiet.length > 0 && likely.length <= activitiesShown
    ? `while several activities were running; errors or no orderly end are in the lines of ${namesInARow(likely)}. Whose, the logs do not say.`
    : 'while several activities were running: whose, the logs do not say.';
}

const eitherWords = (activities: AcceptedReading, { eitherOnes }: DuringTally): string =>
  `at a time that the clock showed twice that night; ${eitherOnes.size === 1 ? 'this was' : 'these were'} running at one of the two: ${namesOf(activities, eitherOnes)}.`;

/** Events of which one activity cannot be told: how many, and why. */
const restWords = (
  activities: AcceptedReading,
  tally: DuringTally,
  isError: boolean,
): readonly (readonly [count: number, text: string])[] => {
  const { rest, candidates } = tally;
  return [
    [rest.several, severalWords(activities, candidates, isError)],
    [rest['either-hour'], eitherWords(activities, tally)],
    [rest['shared-number'], 'with a number that several activities carry.'],
    [rest['other-number'], 'with the number of an activity that is not in the other log.'],
    [rest['other-set'], 'about a set that was not running then.'],
    [rest['other-computer'], 'on a computer of which no activity was running then.'],
    [rest.none, 'while no activity of the other log was running.'],
    [rest['no-time'], 'without a time that could be read.'],
  ];
};

/** Where the events of one message fell, most first. */
export function duringOf(
  { activities, events, links, shown }: LinkedLogs,
  rows: readonly number[],
): readonly During[] {
  const tally = duringTally(links, rows);
  // All lines of a message have one severity.
  const isError = isErrorLine({ severity: events.fieldText(rows[0] ?? 0, 'severity').trim() });
  const most = [...tally.sure].toSorted((a, b) => b[1] - a[1]);
  const more = most.slice(activitiesShown);
  const lost = more.reduce((sum, [, count]) => sum + count, 0);
  const named = most.slice(0, activitiesShown).map(([row, count]) => ({
    text: `${theyWere(count, rows.length)} ${activityWords(activities, row)}`,
    row: shown === 'activities' ? row : null,
  }));
  const others = [
    [lost, `during ${counted(more.length, 'other activity', 'other activities')}.`],
    ...restWords(activities, tally, isError),
  ] as const;
  const told = others
    .filter(([count]) => count > 0)
    .map(([count, text]) => ({
      text: rows.length === 1 ? sentence(text) : `${number(count)} ${text}`,
      row: null,
    }));
  return [...named, ...told];
}
