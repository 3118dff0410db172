import { dayWords, inMinutes, times, type WordsOf } from './flag-phrases.ts';
import type { Flag } from './flags.ts';
import { formatTimeOfDay } from './wall-time.ts';

/** The first three of `count` items. */
const listed = (items: readonly string[], count: number): string =>
  count <= 3 ? items.join(', ') : `${items.slice(0, 3).join(', ')} and ${times(count - 3)} more`;

/** " from 22:00, for 5 hours" */
const plateauWords = ({ plateau }: Flag): string =>
  plateau === null
    ? ''
    : ` from ${formatTimeOfDay(plateau.from).slice(0, 5)}, for ${inMinutes(plateau.seconds)}`;

/** "on Thu 5 Mar 2026", or "since Wed 4 Mar 2026, though one was due on Thu 5 Mar 2026" */
function silenceWords({ nights, count, silent }: Flag): string {
  const days = (of: readonly string[], all: number): string => listed(of.map(dayWords), all);
  if (silent === null) return `on ${days(nights, count)}`;
  const before = count - silent.count;
  const earlier =
    before === 0 ? '' : `, and earlier none on ${days(nights.slice(0, before), before)}`;
  return `since ${dayWords(silent.since)}, though one was due on ${days(silent.nights, silent.count)}${earlier}`;
}

/** ", from Fri 6 Mar 2026 to Sun 8 Mar 2026. A run was completed after them, on Mon 9 Mar 2026." */
function streakWords({ startDate, streak }: Flag): string {
  const { lastDate = null, completedDate = null } = streak ?? {};
  if (startDate === null || lastDate === null) return '.';
  const days =
    startDate === lastDate
      ? `on ${dayWords(startDate)}`
      : `from ${dayWords(startDate)} to ${dayWords(lastDate)}`;
  const after =
    completedDate === null ? '' : ` A run was completed after them, on ${dayWords(completedDate)}.`;
  return `, ${days}.${after}`;
}

type RunKind =
  | 'incomplete'
  | 'failed-repeatedly'
  | 'missed-run'
  | 'overlaps-itself'
  | 'same-errors'
  | 'office-hours'
  | 'waiting-likely';

/** Words for flags about whether and when sets ran. */
export const runFlagWords: WordsOf<RunKind> = {
  incomplete: ({ set, on }) => ({
    says: `${set}: the run${on} did not finish.`,
    todo: 'See its Completion for the reason and the first check. Of a backup, part of the set was not saved in that run.',
    caveat: 'A later run may have caught up; look at the last run of the set.',
    who: 'both',
  }),
  'failed-repeatedly': ({ flag, set }) => ({
    says: `${set}: ${times(flag.count)} runs in a row did not finish${streakWords(flag)}`,
    todo:
      flag.level === 'red'
        ? 'Settle the cause before the next run, beginning with the Completion of the latest one.'
        : 'If the cause is not known, begin with the Completion of the latest of them.',
    caveat: 'These runs did not remove what was saved earlier, and a later run may catch up.',
    who: 'both',
  }),
  'missed-run': ({ flag, set }) => ({
    says: `${set}: no run seen ${silenceWords(flag)}.`,
    todo: 'Check the schedule of the set and whether the DS-Client was on.',
    caveat:
      'It is worked out from the usual rhythm; a weekday that is always free is left out once the log holds three of it. A suspended set, a weekend in a shorter log, an excluded day or a log that begins later looks the same, and a schedule missed while the DS-System was out of reach waits for its next time.',
    who: 'both',
  }),
  'overlaps-itself': ({ set, on }) => ({
    says: `${set}: a run began${on} before the one before it had ended.`,
    todo: 'Set the schedules further apart, or find out why the first one took so long.',
    caveat: 'A run that was started by hand may overlap on purpose.',
    who: 'both',
  }),
  'same-errors': ({ flag, set }) => ({
    says: `${set}: the same number of errors, ${times(flag.count)}, in ${times(flag.rows.length)} completed runs in a row.`,
    todo: 'Probably the same files each time: fix them, or exclude them from the set.',
    caveat: 'Equal numbers can be different files. The Event Log names them.',
    who: 'customer',
  }),
  'office-hours': ({ flag, set }) => ({
    says: `${set}: ${times(flag.count)} ${flag.count === 1 ? 'run was' : 'runs were'} still going after eight in the morning of a working day, for ${inMinutes(flag.seconds ?? 0)}${flag.count === 1 ? '' : ' in all'}.`,
    todo: 'If people notice it, begin earlier, or find out what takes so long.',
    caveat:
      'Counted from 8:00 to 18:00, Monday to Friday. Your office may keep other hours, and the log does not name its time zone.',
    who: 'both',
  }),
  'waiting-likely': ({ flag, on }) => ({
    says: `${times(flag.count)} runs were going at the same time${on}${plateauWords(flag)}, and never more in this log: as one ended, the next began, ${times(flag.plateau?.handovers ?? 0)} times.`,
    todo: 'They may have waited for their turn, because a DS-Client runs only so many at once. If the night is too short, ask whether its limit (MaxSessions) was reached.',
    caveat:
      'The log does not show that a run waits. Schedules that follow each other, or one run started by the end of another, look the same.',
    who: 'provider',
  }),
};
