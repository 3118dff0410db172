import { groupThousands } from '../units.ts';
import type { Actor, MessageEntry } from './catalogue.ts';
import type { CompletionEntries, Explained, RunFacts, Sentence } from './explain.ts';
import { completionClass, completionOf, isBackupType, type CompletionName } from './outcomes.ts';

/** The API's names in words: `FailedVSSSnapshot` as "Failed VSS Snapshot". */
export const spacedName = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace('DS Client', 'DS-Client');

const ours = (text: string): Sentence => ({ text, mark: 'our-reading' });

const actorSentences: Readonly<Record<Actor, string | null>> = {
  customer: 'You look first: it is on your side.',
  provider: 'Your provider looks into it: it is on the side of the backup service.',
  // Not "changes the set": of a lost connection or a full disk there is nothing in the set to change.
  both: 'You begin with this check; your provider does what is needed on DS-Client or the storage.',
  nobody: null,
};

const count = (n: number | null, one: string, many: string): string =>
  `${groupThousands(String(n ?? 0))} ${n === 1 ? one : many}`;

/** What errors say of a run, and what they do not: a log never proves that other items were saved. */
const whatErrorsMean = (facts: RunFacts): string =>
  isBackupType(facts.type)
    ? 'Each stands for an item that this run did not save. This run did not remove what was saved earlier.'
    : 'Each stands for an item that could not be dealt with.';

/** What `Succeeded` and its like do not say: the reason and the counts are on two scales. */
const orderlyWord = (facts: RunFacts): readonly Sentence[] =>
  completionClass(facts.completion) === 'orderly'
    ? [
        ours(
          `The word alone says that the run ended in order. With what was counted it is, on Asigra’s coarser scale of notifications, ${facts.outcome === 'completed_with_errors' ? 'completed with errors' : 'completed with warnings'}.`,
        ),
      ]
    : [];

/** The coarse scale in words, for a run that ended in order. */
function ended(facts: RunFacts): readonly Sentence[] | null {
  switch (facts.outcome) {
    case 'completed':
      return facts.errors === null
        ? [
            ours('Ran to the end.'),
            ours(
              'No number of errors stands beside it, and a run that ended in order may have had some.',
            ),
          ]
        : [ours('Ran to the end, and no errors or warnings were counted.')];
    case 'completed_with_warnings':
      return [
        ours(
          facts.warnings
            ? `Ran to the end; ${count(facts.warnings, 'warning was', 'warnings were')} raised. Look at them once, in the Event Log.`
            : 'Ran to the end, with warnings. Look at them once, in the Event Log.',
        ),
        ...orderlyWord(facts),
      ];
    case 'completed_with_errors':
      return [
        ours(
          facts.errors
            ? `Ran to the end; ${count(facts.errors, 'error was', 'errors were')} counted. ${whatErrorsMean(facts)}`
            : `Ran to the end, with errors. ${whatErrorsMean(facts)}`,
        ),
        ...orderlyWord(facts),
      ];
    case 'incomplete':
    case 'running_or_unknown':
      return null;
    default:
      return facts.outcome satisfies never;
  }
}

/** Whether the figures of a run that was cut short say that nothing was saved in it. */
export const savedNothing = ({
  files,
  transmitted,
}: Pick<RunFacts, 'files' | 'transmitted'>): boolean => files === 0 && (transmitted ?? 0) === 0;

/** A run of which no word says how it ended. */
const unnamed = (facts: RunFacts): Sentence =>
  ours(
    facts.end === null && facts.durationSeconds === null
      ? 'Still running when the log was saved, or cut off.'
      : 'No completion was written for this run.',
  );

/** A word that is no name of the interface: a plain "Incomplete", or one that nobody knows. */
const unknownWord = ({ outcome, completion }: RunFacts): Sentence =>
  ours(
    outcome === 'incomplete'
      ? 'The run did not finish. The log does not say why; the Event Log may.'
      : `We do not know the word "${completion.slice(0, 60)}". It is not in our list; please ask, and quote it exactly.`,
  );

/** What a backup that was cut short did not save; of other activities nothing is said. */
function lost(facts: RunFacts): readonly Sentence[] {
  if (!isBackupType(facts.type)) return [];
  const text = savedNothing(facts)
    ? 'Nothing from this set was saved in this run.'
    : 'The run did not finish, so part of this set was not saved in this run.';
  return [{ ...ours(text), strong: true }];
}

/** Why a run was cut short, by the catalogue, what it did not save, what to check first, and who does. */
function cutShort(
  facts: RunFacts,
  name: CompletionName,
  entry: MessageEntry | undefined,
): readonly Sentence[] {
  const mark = entry?.causeMark ?? 'our-reading';
  const cause = asSentence(entry?.cause ?? '') || `The run stopped: ${spacedName(name)}.`;
  const check = asSentence(entry?.check ?? '');
  const actor = entry ? actorSentences[entry.who] : null;
  return [
    { text: cause, mark },
    ...lost(facts),
    ...(check === '' ? [] : [{ text: `First check: ${check}`, mark }]),
    ...(actor === null ? [] : [ours(actor)]),
  ];
}

/** What the completion of a run says, on both scales: why it ended, and with what. */
export function explainCompletion(facts: RunFacts, entries: CompletionEntries): Explained {
  if (facts.completion === '') return { sentences: [unnamed(facts)] };
  const name = completionOf(facts.completion);
  const entry = name === null ? undefined : entries.get(name);
  const orderly = ended(facts);
  if (orderly) return { sentences: orderly, ...(entry && { catalogueId: entry.id }) };
  if (name === null) return { sentences: [unknownWord(facts)] };
  const sentences = cutShort(facts, name, entry);
  return { sentences, ...(entry && { catalogueId: entry.id, who: entry.who }) };
}

/**
 * A text of the catalogue as a sentence: a full stop is added only where no stop stands yet, be it
 * inside a closing quotation mark or bracket. An empty text stays empty.
 */
export function asSentence(text: string): string {
  const trimmed = text.trim().replace(/[\s,;:]+$/, '');
  return trimmed === '' || /[.?!\u2026]["')\]\u2019\u201d]*$/.test(trimmed)
    ? trimmed
    : `${trimmed}.`;
}
