import { movedWords, openHourWords, passedOverWords } from './clock-words.ts';
import { runs, times, type WordsOf } from './flag-phrases.ts';

type ClockKind = 'clock-change-likely' | 'skipped-hour' | 'hour-off' | 'times-disagree';

/** Words for flags about times that do not fit together. */
export const clockFlagWords: WordsOf<ClockKind> = {
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
};
