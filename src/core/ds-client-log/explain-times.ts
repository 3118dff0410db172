import { bytes, formatBinary, groupThousands } from '../units.ts';
import type { Field } from './columns.ts';
import { isBackupType } from './outcomes.ts';
import { clockChangeSeconds, timesDisagree } from './clock-changes.ts';
import type { Explained, RunFacts, Sentence } from './explain.ts';
import { speedParts } from './speed-words.ts';
import { dayOf, formatDay, formatTimeOfDay, formatWall } from './wall-time.ts';

const mebibyte = 1024 ** 2;
/** Below a minute a speed says more about starting and stopping than about the disk. */
const shortestForSpeed = 60;

const plural = (count: number, unit: string): string =>
  `${groupThousands(String(count))} ${unit}${count === 1 ? '' : 's'}`;

/** `4360` as "1 hour 12 minutes 40 seconds". */
export function durationWords(seconds: number): string {
  const total = Math.round(seconds);
  const parts = [
    [Math.floor(total / 86_400), 'day'],
    [Math.floor(total / 3600) % 24, 'hour'],
    [Math.floor(total / 60) % 60, 'minute'],
    [total % 60, 'second'],
  ] as const;
  const worded = parts.filter(([count]) => count > 0).map(([count, unit]) => plural(count, unit));
  return worded.length > 0 ? worded.join(' ') : 'less than a second';
}

const ours = (text: string): Sentence => ({ text, mark: 'our-reading' });
const vendors = (text: string): Sentence => ({ text, mark: 'vendor' });

/** What is said where the three times cannot all be right. */
function disagreement(facts: RunFacts): readonly Sentence[] {
  if (!timesDisagree(facts)) return [];
  const { start, durationSeconds } = facts;
  const text =
    durationSeconds === null || start === null
      ? 'The end stands before the start. One of the two is wrong, or the clock was changed in between.'
      : `The times do not agree: the start and the duration give ${formatWall(start + durationSeconds)} as the end. One of the three is wrong, and the line does not say which.`;
  return [ours(text)];
}

/** Nothing in the line says that the run has ended. */
const isOpen = (facts: RunFacts): boolean =>
  facts.outcome === 'running_or_unknown' && facts.durationSeconds === null;

/** A run of which no end was written. */
function withoutEnd(facts: RunFacts, start: number): readonly Sentence[] {
  const seconds = facts.durationSeconds;
  const end =
    seconds !== null
      ? `No end was written. By the duration it ended on ${formatWall(start + seconds)}.`
      : isOpen(facts)
        ? 'No end was written: it was still running when the log was saved, or it was cut off.'
        : 'No end was written for it.';
  return [vendors(`Began on ${formatWall(start)}.`), ours(end)];
}

/** How the date of an end is known that is written as a time of day. */
function endDate({ durationSeconds }: RunFacts, isLater: boolean): Sentence {
  if (durationSeconds === null)
    return ours(
      'The log shows no date for the end: this is right if the run took less than a day.',
    );
  return isLater
    ? ours('The log shows no date for the end; it follows from the duration.')
    : vendors('The log shows the end as a time of day only.');
}

function span(facts: RunFacts): readonly Sentence[] {
  const { start, end } = facts;
  if (start === null) return [];
  if (end === null) return withoutEnd(facts, start);
  const isLater = dayOf(end) > dayOf(start);
  const change = clockChangeSeconds(facts);
  return [
    vendors(
      isLater
        ? `Ran from ${formatWall(start)} to ${formatWall(end)}.`
        : `Ran on ${formatDay(start)} from ${formatTimeOfDay(start)} to ${formatTimeOfDay(end)}.`,
    ),
    ...(facts.endHasDate ? [] : [endDate(facts, isLater)]),
    ...disagreement(facts),
    ...(change === 0
      ? []
      : [
          ours(
            `The clock was probably put ${change < 0 ? 'back' : 'forward'} by an hour during this run. The duration, ${durationWords(facts.durationSeconds ?? 0)}, is right; the two times are not that far apart.`,
          ),
        ]),
  ];
}

function duration(facts: RunFacts): readonly Sentence[] {
  const seconds = facts.durationSeconds;
  if (seconds === null) return [];
  const sentences: Sentence[] = [
    { text: `It took ${durationWords(seconds)}.`, mark: 'vendor' },
    ...disagreement(facts),
  ];
  const { online } = facts;
  if (online !== null && online > 0 && seconds > 0) {
    const [value, unit] = speedParts(online / mebibyte / seconds);
    sentences.push({
      text: `At ${facts.rounded.has('online') ? 'about ' : ''}${formatBinary(bytes(online), 5)} that is ${value} ${unit} ${isBackupType(facts.type) ? 'read ' : ''}per second on average, waiting included.`,
      mark: 'our-reading',
    });
    if (seconds < shortestForSpeed || facts.outcome === 'incomplete') {
      sentences.push({
        text:
          facts.outcome === 'incomplete'
            ? 'The run did not finish, so this speed says little.'
            : 'Under a minute, such a speed says little.',
        mark: 'our-reading',
      });
    }
  }
  return sentences;
}

/** Explains the columns that tell time. */
export function explainClock(facts: RunFacts, field: Field, written: string): Explained | null {
  const isEmpty = written.trim() === '';
  switch (field) {
    case 'start':
      return { sentences: span(facts) };
    case 'end':
      if (isEmpty && facts.end === null) {
        const text = isOpen(facts)
          ? 'Empty: still running when the log was saved, or cut off.'
          : 'Empty: no end was written, though the line says that the run has ended.';
        return { sentences: [ours(text)] };
      }
      return { sentences: facts.end === null ? [] : span(facts) };
    case 'duration':
      if (isEmpty && facts.durationSeconds === null) {
        const text =
          isOpen(facts) && facts.end === null
            ? 'Empty: a run that has not ended has no length yet.'
            : 'Empty: no duration was written for this run.';
        return { sentences: [ours(text)] };
      }
      return { sentences: duration(facts) };
    default:
      return null;
  }
}
