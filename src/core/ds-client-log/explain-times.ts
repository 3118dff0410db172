import { bytes, formatBinary, groupThousands, significant } from '../units.ts';
import type { Field } from './columns.ts';
import { isBackupType } from './outcomes.ts';
import { clockChangeSeconds, timesDisagree } from './clock-changes.ts';
import type { Explained, RunFacts, Sentence } from './explain.ts';
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

/** What is said where the three times cannot all be right. */
function disagreement(facts: RunFacts): readonly Sentence[] {
  if (!timesDisagree(facts)) return [];
  const { start, durationSeconds } = facts;
  const text =
    durationSeconds === null || start === null
      ? 'The end stands before the start. One of the two is wrong, or the clock was changed in between.'
      : `The times do not agree: the start and the duration give ${formatWall(start + durationSeconds)} as the end. One of the three is wrong, and the line does not say which.`;
  return [{ text, mark: 'our-reading' }];
}

function span(facts: RunFacts): readonly Sentence[] {
  const { start, end } = facts;
  if (start === null) return [];
  if (end === null) {
    return [
      { text: `Began on ${formatWall(start)}.`, mark: 'vendor' },
      {
        text: 'No end was written: it was still running when the log was saved, or it was cut off.',
        mark: 'our-reading',
      },
    ];
  }
  const later = dayOf(end) > dayOf(start);
  const sentences: Sentence[] = [
    {
      text: later
        ? `Ran from ${formatWall(start)} to ${formatWall(end)}.`
        : `Ran on ${formatDay(start)} from ${formatTimeOfDay(start)} to ${formatTimeOfDay(end)}.`,
      mark: 'vendor',
    },
  ];
  if (!facts.endHasDate) {
    sentences.push(
      later
        ? {
            text: 'The log shows no date for the end; it follows from the duration.',
            mark: 'our-reading',
          }
        : { text: 'The log shows the end as a time of day only.', mark: 'vendor' },
    );
  }
  sentences.push(...disagreement(facts));
  const change = clockChangeSeconds(facts);
  if (change !== 0) {
    sentences.push({
      text: `The clock was probably put ${change < 0 ? 'back' : 'forward'} by an hour during this run. The duration, ${durationWords(facts.durationSeconds ?? 0)}, is right; the two times are not that far apart.`,
      mark: 'our-reading',
    });
  }
  return sentences;
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
    const perSecond = significant(online / mebibyte / seconds);
    sentences.push({
      text: `At ${facts.rounded.has('online') ? 'about ' : ''}${formatBinary(bytes(online), 5)} that is ${perSecond} MiB ${isBackupType(facts.type) ? 'read ' : ''}per second on average, waiting included.`,
      mark: 'our-reading',
    });
    if (seconds < shortestForSpeed || facts.outcome === 'incomplete') {
      sentences.push({
        text: 'Too short or not finished: this speed says little.',
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
        return {
          sentences: [
            {
              text: 'Empty: still running when the log was saved, or cut off.',
              mark: 'our-reading',
            },
          ],
        };
      }
      return { sentences: facts.end === null ? [] : span(facts) };
    case 'duration':
      if (isEmpty && facts.durationSeconds === null) {
        return {
          sentences: [
            { text: 'Empty: a run that has not ended has no length yet.', mark: 'our-reading' },
          ],
        };
      }
      return { sentences: duration(facts) };
    default:
      return null;
  }
}
