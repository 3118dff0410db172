import { bytes, formatBinary, formatBytes, groupThousands, significant } from '../units.ts';
import type { Field } from './columns.ts';
import type { ExactSize, Explained, RunFacts, Sentence } from './explain.ts';
import { activityTypeOf, isBackupType } from './outcomes.ts';
import { timesWords } from './ratio-words.ts';

/** `32216449024` as "32,216,449,024 bytes" and "30.004 GiB". */
export function exactSize(size: number, isExact = true): ExactSize {
  const about = isExact ? '' : 'about ';
  return {
    isExact,
    bytes: `${about}${formatBytes(bytes(size))}`,
    binary: `${about}${formatBinary(bytes(size), 5)}`,
  };
}

/** "30.004 GiB (32,216,449,024 bytes)"; a size under a kibibyte needs no second form. */
export function sizeWords(size: number): string {
  const exact = exactSize(size);
  return size < 1024 ? exact.bytes : `${exact.binary} (${exact.bytes})`;
}

type SizeField = 'online' | 'transmitted' | 'netTransmitted';

/** The size of a field at the beginning of a sentence: "About" where a spreadsheet shortened it. */
const sizeOf = (facts: RunFacts, field: SizeField): string =>
  `${facts.rounded.has(field) ? 'About ' : ''}${sizeWords(facts[field] ?? 0)}`;

const plural = (count: number, one: string, many: string): string =>
  `${groupThousands(String(count))} ${count === 1 ? one : many}`;

const isBackup = (facts: RunFacts): boolean => isBackupType(facts.type);

/** What an activity that is no backup, and that went to its end, did with the data it counts. */
const doings: Readonly<Record<string, string>> = {
  Restore: 'was restored',
  Delete: 'was deleted',
  Retention: 'was touched by the retention rules',
};

function online(facts: RunFacts): readonly Sentence[] {
  const size = facts.online ?? 0;
  if (!isBackup(facts)) {
    const hasEnded = facts.outcome.startsWith('completed');
    const doing = (hasEnded && doings[activityTypeOf(facts.type) ?? '']) || 'was affected';
    return [
      {
        text: size === 0 ? 'No data was affected.' : `${sizeOf(facts, 'online')} ${doing}.`,
        mark: 'our-reading',
      },
      {
        text: 'Asigra defines this column as the amount of data affected by the activity.',
        mark: 'vendor',
      },
    ];
  }
  if (size === 0) {
    return [{ text: 'No changed file was counted in this run.', mark: 'our-reading' }];
  }
  return [
    {
      text: `${sizeOf(facts, 'online')}: the total size of the files that had changed. If any part of a file changed, its whole size counts here.`,
      mark: 'guide',
    },
    {
      text: 'It is not how much left your network, and not the size of your server.',
      mark: 'our-reading',
    },
  ];
}

/** "0.016 % of Online, 1 part in 6,145". */
export function shareWords(sent: number, onlineSize: number): string {
  const hundredths = (sent / onlineSize) * 100;
  const percent = significant(hundredths, hundredths < 1 ? 2 : 3);
  const parts = onlineSize / sent;
  const ratio = parts >= 1.5 ? `, 1 part in ${groupThousands(String(Math.round(parts)))}` : '';
  return `${percent} % of Online${ratio}`;
}

/** "It is 6,145 times as much." where it is noticeably more than once; of less, nothing. */
function muchMore(times: number, about: string): string {
  if (times < 1.5) return '';
  return ` It is ${about}${timesWords(times, 2)} times as much.`;
}

/** What was sent beside what the changed files measure. */
function sentOfOnline(facts: RunFacts, sent: number, onlineSize: number): Sentence {
  const isAbout = facts.rounded.has('online') || facts.rounded.has('transmitted');
  const about = isAbout ? 'about ' : '';
  return {
    text:
      sent > onlineSize
        ? `More was sent than the files measure.${muchMore(sent / onlineSize, about)} That is normal for data that does not compress, and after a reconnection; it is worth a question if it stays so.`
        : `That is ${about}${shareWords(sent, onlineSize)}.`,
    mark: 'our-reading',
  };
}

function transmitted(facts: RunFacts): readonly Sentence[] {
  const size = facts.transmitted ?? 0;
  if (size === 0) {
    const idle = facts.files === 0 || (facts.files === null && facts.online === 0);
    // Only of a backup it is a question: most other activities send nothing.
    const text =
      idle && isBackup(facts)
        ? 'Nothing was sent and no file was touched: either nothing had changed, or it stopped before starting. Completion says which.'
        : 'Nothing was sent.';
    return [{ text, mark: 'our-reading' }];
  }
  if (!isBackup(facts)) {
    const text = `${sizeOf(facts, 'transmitted')} passed between DS-Client and the provider during this activity.`;
    return [{ text, mark: 'our-reading' }];
  }
  const went: Sentence = {
    text: `${sizeOf(facts, 'transmitted')} went to the provider: only the changed blocks, compressed and encrypted.`,
    mark: 'guide',
  };
  return facts.online !== null && facts.online > 0
    ? [went, sentOfOnline(facts, size, facts.online)]
    : [went];
}

function files(facts: RunFacts): readonly Sentence[] {
  const count = facts.files ?? 0;
  const counted =
    count === 0
      ? 'No file was affected.'
      : `${plural(count, 'file was', 'files were')} affected by this activity.`;
  const affected: Sentence = { text: counted, mark: 'vendor' };
  return isBackup(facts)
    ? [affected, { text: 'Files that had not changed are not counted.', mark: 'our-reading' }]
    : [affected];
}

/** Where errors stand by name; left out where the event log is open already. */
export const eventLogSentence: Sentence = {
  text: 'Open the Event Log for this line: it names each of them.',
  mark: 'guide',
};

function errors(facts: RunFacts): readonly Sentence[] {
  const count = facts.errors ?? 0;
  if (count === 0) return [{ text: 'No errors were counted.', mark: 'vendor' }];
  if (facts.outcome === 'incomplete') {
    return [
      {
        text: `${plural(count, 'error was', 'errors were')} counted before the run stopped. It did not reach the rest, so this may not be the full number.`,
        mark: 'our-reading',
      },
      eventLogSentence,
    ];
  }
  return [
    {
      text: isBackup(facts)
        ? `${plural(count, 'error was', 'errors were')} counted: items that this run did not save.`
        : `${plural(count, 'error was', 'errors were')} counted: items that could not be dealt with.`,
      mark: 'our-reading',
    },
    eventLogSentence,
  ];
}

function warnings(facts: RunFacts): readonly Sentence[] {
  const count = facts.warnings ?? 0;
  if (count === 0) return [{ text: 'No warnings were counted.', mark: 'our-reading' }];
  return [
    {
      text: `${plural(count, 'warning was', 'warnings were')} raised: something was odd, and it was not counted as an error.`,
      mark: 'our-reading',
    },
    { text: 'The Event Log shows warnings with a yellow mark.', mark: 'guide' },
  ];
}

const empty = (text: string): Explained => ({ sentences: [{ text, mark: 'our-reading' }] });

/** Explains the columns that count: sizes, files, errors and warnings. */
export function explainSize(facts: RunFacts, field: Field, written: string): Explained | null {
  const running =
    facts.outcome === 'running_or_unknown' && facts.end === null
      ? 'Empty: the run had no figure yet when the log was saved, or it was cut off.'
      : 'Empty: no figure was written for this run.';
  const sized = (
    sizeField: SizeField,
    sentences: (facts: RunFacts) => readonly Sentence[],
  ): Explained => {
    const size = facts[sizeField];
    if (size === null) return written.trim() === '' ? empty(running) : { sentences: [] };
    return { sentences: sentences(facts), size: exactSize(size, !facts.rounded.has(sizeField)) };
  };
  const counted = (
    count: number | null,
    sentences: (facts: RunFacts) => readonly Sentence[],
  ): Explained => {
    if (count === null) return written.trim() === '' ? empty(running) : { sentences: [] };
    return { sentences: sentences(facts) };
  };
  switch (field) {
    case 'online':
      return sized('online', online);
    case 'transmitted':
      return sized('transmitted', transmitted);
    case 'netTransmitted':
      return sized('netTransmitted', () => [
        {
          text: `${sizeOf(facts, 'netTransmitted')}: a second figure of the DS-Client interface beside Transmitted. What sets the two apart is not documented.`,
          mark: 'our-reading',
        },
      ]);
    case 'files':
      return counted(facts.files, files);
    case 'errors':
      return counted(facts.errors, errors);
    case 'warnings':
      return counted(facts.warnings, warnings);
    default:
      return null;
  }
}
