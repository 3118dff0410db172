import { bytes, formatBinary, significant } from '../units.ts';
import { inMinutes, times, type WordsOf } from './flag-phrases.ts';
import type { Flag } from './flags.ts';
import { ratioWords } from './ratio-words.ts';

function unusual(flag: Flag, format: (value: number) => string, more = 'as much'): string {
  if (!flag.outlier) return '';
  const { value, usual } = flag.outlier;
  const factor = value >= usual ? value / usual : usual / value;
  return `${format(value)}, usually about ${format(usual)}: ${significant(factor, 2)} times ${value >= usual ? more : 'less'}`;
}

const size = (value: number): string => formatBinary(bytes(value));
const number = (value: number): string => times(Math.round(value));

type OutlierKind =
  'mass-change' | 'slow-run' | 'transmitted-jump' | 'files-jump' | 'reduction-collapse';

/** Words for flags about a run that was far from what is usual for its set. */
export const outlierFlagWords: WordsOf<OutlierKind> = {
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
};
