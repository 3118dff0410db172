import { bytes, formatBinary, groupThousands, significant } from '../units.ts';
import type { Actor } from './catalogue.ts';
import { movedWords, openHourWords, passedOverWords } from './clock-words.ts';
import { durationWords } from './explain-times.ts';
import type { Flag, FlagKind } from './flags.ts';
import { ratioWords } from './ratio-words.ts';
import { formatDay, formatTimeOfDay, wallTime } from './wall-time.ts';

/** A flag in words: what is seen, what to do, why it may be wrong, and who looks. */
export interface FlagWords {
  readonly says: string;
  readonly todo: string;
  /** Why this may be nothing. Never empty for a flag that judges. */
  readonly caveat: string;
  readonly who: Actor;
}

const times = (n: number): string => groupThousands(String(n));

const runs = (count: number): string => `${times(count)} ${count === 1 ? 'run' : 'runs'}`;

/** "2026-03-02" as "Mon 2 Mar 2026", the form of every date on the page: the weekday tells a weekend. */
function dayWords(iso: string): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return formatDay(wallTime({ year, month, day }, 0));
}

/** The first three of `count` items. */
const listed = (items: readonly string[], count: number): string =>
  count <= 3 ? items.join(', ') : `${items.slice(0, 3).join(', ')} and ${times(count - 3)} more`;

function unusual(flag: Flag, format: (value: number) => string, more = 'as much'): string {
  if (!flag.outlier) return '';
  const { value, usual } = flag.outlier;
  const factor = value >= usual ? value / usual : usual / value;
  return `${format(value)}, usually about ${format(usual)}: ${significant(factor, 2)} times ${value >= usual ? more : 'less'}`;
}

/** " from 22:00, for 5 hours" */
const plateauWords = ({ plateau }: Flag): string =>
  plateau === null
    ? ''
    : ` from ${formatTimeOfDay(plateau.from).slice(0, 5)}, for ${inMinutes(plateau.to - plateau.from)}`;

/** Beyond ten minutes nobody counts seconds. */
const exactMax = 600;

/** A duration to compare with others: to the minute where it is a long one. */
export const inMinutes = (seconds: number): string =>
  durationWords(seconds < exactMax ? seconds : Math.round(seconds / 60) * 60);

const size = (value: number): string => formatBinary(bytes(value));
const number = (value: number): string => times(Math.round(value));

/** What the words of a flag are made of. */
interface Told {
  readonly flag: Flag;
  /** The set, or "This log". */
  readonly set: string;
  /** " on Mon 2 Mar 2026", or nothing. */
  readonly on: string;
}

const words: Readonly<Record<FlagKind, (told: Told) => FlagWords>> = {
  incomplete: ({ set, on }) => ({
    says: `${set}: the run${on} did not finish.`,
    todo: 'See its Completion for the reason and the first check. Of a backup, part of the set was not saved in that run.',
    caveat: 'A later run may have caught up; look at the last run of the set.',
    who: 'both',
  }),
  'failed-repeatedly': ({ flag, set }) => ({
    says: `${set}: ${times(flag.count)} runs in a row did not finish.`,
    todo: 'Settle the cause before the next run, beginning with the Completion of the latest one.',
    caveat: 'These runs did not remove what was saved earlier, and a later run may catch up.',
    who: 'both',
  }),
  'missed-run': ({ flag, set }) => ({
    says: `${set}: no run seen on ${listed(flag.nights.map(dayWords), flag.count)}.`,
    todo: 'Check the schedule of the set and whether the DS-Client was on.',
    caveat:
      'It is worked out from the usual rhythm. A suspended set, a weekend, an excluded day or a log that begins later looks the same, and a schedule missed while the DS-System was out of reach waits for its next time.',
    who: 'both',
  }),
  'mass-change': ({ set, on }) => ({
    says: `${set}: many more files than usual changed${on}, and they shrank far less than usual.`,
    todo: 'Does anyone know of a large move or reorganisation of files? If nobody does, call your provider today, before old generations are removed.',
    caveat: 'A migration, a new program or a first full run looks the same.',
    who: 'both',
  }),
  'slow-run': ({ flag, set, on }) => ({
    says: `${set}: the run${on} took longer than usual (${unusual(flag, inMinutes, 'as long')}).`,
    todo: 'Compare the other runs of that night, and what else used the server or the line.',
    caveat: 'More data than usual explains a longer run.',
    who: 'both',
  }),
  'transmitted-jump': ({ flag, set, on }) => ({
    says: `${set}: more was sent than usual${on} (${unusual(flag, size)}).`,
    todo: 'Find out what changed on the server that day.',
    caveat: 'New data, an update or a first full run of a folder is ordinary.',
    who: 'customer',
  }),
  'files-jump': ({ flag, set, on }) => ({
    says: `${set}: more files than usual were affected${on} (${unusual(flag, number, 'as many')}).`,
    todo: 'Find out what touched so many files that day.',
    caveat: 'A moved folder counts every file in it.',
    who: 'customer',
  }),
  'reduction-collapse': ({ flag, set, on }) => ({
    says: `${set}: the data could be reduced much less than usual${on} (Online to Transmitted ${unusual(flag, ratioWords)}).`,
    todo: 'Find out what kind of data was new that day.',
    caveat: 'New pictures, films, archives and encrypted files hardly shrink.',
    who: 'customer',
  }),
  'same-errors': ({ flag, set }) => ({
    says: `${set}: the same number of errors, ${times(flag.count)}, in ${times(flag.rows.length)} runs in a row.`,
    todo: 'Probably the same files each time: fix them, or exclude them from the set.',
    caveat: 'Equal numbers can be different files. The Event Log names them.',
    who: 'customer',
  }),
  'overlaps-itself': ({ set, on }) => ({
    says: `${set}: a run began${on} before the one before it had ended.`,
    todo: 'Set the schedules further apart, or find out why the first one took so long.',
    caveat: 'A run that was started by hand may overlap on purpose.',
    who: 'both',
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
  'clock-change-likely': ({ flag, on }) => ({
    says: `The clock was probably ${flag.change ? movedWords(flag.change) : 'changed'}${on}, during ${runs(flag.count)}.`,
    todo: 'Trust the durations, not the distance of the two times: the drawing and what ran at once go by them.',
    caveat:
      `The log does not name its time zone. ${flag.change ? openHourWords(flag.change) : ''}`.trim(),
    who: 'nobody',
  }),
  'skipped-hour': ({ flag, on }) => ({
    says: `${runs(flag.count)} began ${flag.change ? `${passedOverWords(flag.change)}, ` : ''}in an hour that the clock passed over${on}.`,
    todo: 'Take the start for the time by the clock before the change.',
    caveat: 'The DS-Client may have kept the old time a little longer than the server it runs on.',
    who: 'nobody',
  }),
  'hour-off': ({ flag, on }) => ({
    says: `Start, End and Duration disagree by an hour in ${runs(flag.count)}, the first${on}, and no other run shows that the clock was changed then.`,
    todo: 'Trust the duration of these runs.',
    caveat: 'Somebody may have set the clock by hand.',
    who: 'nobody',
  }),
  'times-disagree': ({ flag, on }) => ({
    says: `${times(flag.count)} ${flag.count === 1 ? 'run has' : 'runs have'} an end that is not the start and the duration, the first${on}.`,
    todo: 'Look at these lines in DS-User. Many of them point to times of different zones, or to day and month the other way round.',
    caveat: 'A clock that was set by hand while the run went on looks the same.',
    who: 'both',
  }),
  'date-order-assumed': () => ({
    says: 'Nothing in this log proves which number is the day and which the month.',
    todo: 'Check one date and swap them under “How I read this” if it is wrong.',
    caveat: 'The reading that was chosen is the likelier one.',
    who: 'nobody',
  }),
  'rows-left-out': ({ flag }) => ({
    says: `${times(flag.count)} ${flag.count === 1 ? 'row is' : 'rows are'} left out.`,
    todo: `${flag.count === 1 ? 'It' : 'Each'} is listed with ${flag.count === 1 ? 'the' : 'its'} reason and can be saved as a file.`,
    caveat: flag.count === 1 ? 'It counts in nothing.' : 'They count in nothing.',
    who: 'nobody',
  }),
  'rows-excluded': ({ flag }) => ({
    says: `${times(flag.count)} ${flag.count === 1 ? 'row has' : 'rows have'} a value that could not be read, and ${flag.count === 1 ? 'is' : 'are'} left out of speeds, sums and timelines.`,
    todo: flag.count === 1 ? 'It is marked in the table.' : 'They are marked in the table.',
    caveat: 'The rest of such a row is shown as it was written.',
    who: 'nobody',
  }),
  'retention-bias': () => ({
    says: 'Some sets reach much further back than others.',
    todo: 'Compare sets only over the days that all of them cover.',
    caveat:
      'DS-Client removes old entries but keeps the last ten of each set, so idle sets look longer.',
    who: 'nobody',
  }),
  'odd-year': ({ flag, on }) => ({
    says: `${times(flag.count)} ${flag.count === 1 ? 'line has a date' : 'lines have a date'} that no DS-Client can have written, the first${on}.`,
    todo: 'Look at the date in the file. Until it is mended, the days that this log covers, its gaps and its charts are wrong.',
    caveat: 'The clock of the DS-Client may have been wrong when the line was written.',
    who: 'both',
  }),
  'secret-like': ({ flag }) => ({
    says: `${times(flag.count)} ${flag.count === 1 ? 'cell looks as if it held' : 'cells look as if they held'} a password or key.`,
    todo:
      flag.count === 1
        ? 'Hide it before you copy or share anything.'
        : 'Hide them before you copy or share anything.',
    caveat: 'It is judged by its shape alone.',
    who: 'customer',
  }),
};

/** The words for a flag. Calm on purpose: a log says what ran, and nothing of what can be restored. */
export function flagWords(flag: Flag): FlagWords {
  const on = flag.startDate === null ? '' : ` on ${dayWords(flag.startDate)}`;
  return words[flag.kind]({ flag, set: flag.set ?? 'This log', on });
}
