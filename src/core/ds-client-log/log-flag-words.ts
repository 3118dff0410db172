import { times, type WordsOf } from './flag-phrases.ts';

type LogKind =
  | 'date-order-assumed'
  | 'rows-left-out'
  | 'rows-excluded'
  | 'retention-bias'
  | 'odd-year'
  | 'secret-like';

/** Words for flags about the log as a whole and how it was read. */
export const logFlagWords: WordsOf<LogKind> = {
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
