import { groupThousands } from '../units.ts';
import type { Actor } from './catalogue.ts';
import type { Field } from './columns.ts';
import type { CompletionEntries, Explained, RunFacts, Sentence } from './explain.ts';
import { activityTypeOf, completionOf, isBackupType, type ActivityType } from './outcomes.ts';

/** The API's names in words: `FailedVSSSnapshot` as "Failed VSS Snapshot". */
export const spacedName = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace('DS Client', 'DS-Client');

const ours = (text: string): Sentence => ({ text, mark: 'our-reading' });
const vendors = (text: string): Sentence => ({ text, mark: 'vendor' });

function user(facts: RunFacts): readonly Sentence[] {
  if (!facts.hasUser) {
    return [ours('This log has no User Name column, so it does not say who started the run.')];
  }
  if (facts.user === '') {
    return [vendors('Nobody started this by hand: it ran on schedule.')];
  }
  return [vendors(`${facts.user} started this by hand.`)];
}

/** Types whose meaning Asigra's help states; all others are known by name only. */
const typeSentences: Readonly<Partial<Record<ActivityType, readonly Sentence[]>>> = {
  Backup: [
    {
      text: 'A backup: DS-Client reads what has changed since the last run and sends it to the provider.',
      mark: 'guide',
    },
  ],
  Restore: [ours('A restore: data came back from the provider.')],
  Delete: [ours('A deletion: data of this set was removed from online storage, on purpose.')],
  DailyAdmin: [
    vendors(
      'Housekeeping, not a backup: DS-Client tidied its logs, verified backups and sent a copy of its own database to the provider.',
    ),
  ],
  WeeklyAdmin: [
    vendors(
      'Housekeeping, not a backup: the daily tasks, and a low-level synchronization with online storage.',
    ),
  ],
  Synchronization: [
    ours(
      'Not a backup: DS-Client compared its own list with what is stored online, usually because an earlier run was cut off.',
    ),
  ],
  Retention: [ours('Not a backup: old generations were removed by the rules of the set.')],
};

function type(facts: RunFacts): readonly Sentence[] {
  const known = activityTypeOf(facts.type);
  if (facts.type === '') return [ours('No type was written.')];
  if (known === null) {
    return [
      ours(
        `We do not know the activity type "${facts.type.slice(0, 60)}". It is not in our list; please ask, and quote it exactly.`,
      ),
    ];
  }
  return (
    typeSentences[known] ?? [
      ours(
        `An activity that the DS-Client interface calls ${spacedName(known)}. What it does is not documented in our sources.`,
      ),
    ]
  );
}

function description(facts: RunFacts): readonly Sentence[] {
  if (facts.description === '') return [ours('No backup set was named.')];
  return [
    vendors('The computer and the name of the backup set.'),
    ours('How the two are joined is not documented, so the text is shown as one.'),
  ];
}

const actorSentences: Readonly<Record<Actor, string | null>> = {
  customer: 'You look first: it is on your side.',
  provider: 'Your provider looks into it: it is on the side of the backup service.',
  both: 'You look first; your provider changes the set if needed.',
  nobody: null,
};

const count = (n: number | null, one: string, many: string): string =>
  `${groupThousands(String(n ?? 0))} ${n === 1 ? one : many}`;

/** What errors say of a run, and what they do not: a log never proves that other items were saved. */
const whatErrorsMean = (facts: RunFacts): string =>
  isBackupType(facts.type)
    ? 'Each stands for an item that this run did not save. This run did not remove what was saved earlier.'
    : 'Each stands for an item that could not be dealt with.';

/** The coarse scale in words, for a run that ended in order. */
function ended(facts: RunFacts): readonly Sentence[] | null {
  switch (facts.outcome) {
    case 'completed':
      return [ours('Ran to the end, and no errors or warnings were counted.')];
    case 'completed_with_warnings':
      return [
        ours(
          facts.warnings
            ? `Ran to the end; ${count(facts.warnings, 'warning was', 'warnings were')} raised. Look at them once, in the Event Log.`
            : 'Ran to the end, with warnings. Look at them once, in the Event Log.',
        ),
      ];
    case 'completed_with_errors':
      return [
        ours(
          facts.errors
            ? `Ran to the end; ${count(facts.errors, 'error was', 'errors were')} counted. ${whatErrorsMean(facts)}`
            : `Ran to the end, with errors. ${whatErrorsMean(facts)}`,
        ),
      ];
    case 'incomplete':
    case 'running_or_unknown':
      return null;
    default:
      return facts.outcome satisfies never;
  }
}

function completion(facts: RunFacts, entries: CompletionEntries): Explained {
  if (facts.completion === '') {
    const text =
      facts.end === null
        ? 'Still running when the log was saved, or cut off.'
        : 'No completion was written for this run.';
    return { sentences: [ours(text)] };
  }
  const orderly = ended(facts);
  const name = completionOf(facts.completion);
  if (orderly) {
    const id = name === null ? undefined : entries.get(name)?.id;
    return { sentences: orderly, ...(id === undefined ? {} : { catalogueId: id }) };
  }
  if (name === null) {
    const word = facts.completion.slice(0, 60);
    return {
      sentences:
        facts.outcome === 'incomplete'
          ? [ours('The run did not finish. The log does not say why; the Event Log may.')]
          : [
              ours(
                `We do not know the word "${word}". It is not in our list; please ask, and quote it exactly.`,
              ),
            ],
    };
  }
  const entry = entries.get(name);
  const isBackup = isBackupType(facts.type);
  const nothingSaved = isBackup && facts.files === 0 && (facts.transmitted ?? 0) === 0;
  const sentences: Sentence[] = [
    ours(asSentence(entry?.cause ?? '') || `The run stopped: ${spacedName(name)}.`),
  ];
  if (isBackup) {
    sentences.push({
      ...ours(
        nothingSaved
          ? 'Nothing from this set was saved in this run.'
          : 'The run did not finish, so part of this set was not saved in this run.',
      ),
      strong: true,
    });
  }
  const check = asSentence(entry?.check ?? '');
  if (check !== '') sentences.push(ours(`First check: ${check}`));
  const actor = entry ? actorSentences[entry.who] : null;
  if (actor) sentences.push(ours(actor));
  return {
    sentences,
    ...(entry ? { catalogueId: entry.id, who: entry.who } : {}),
  };
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

/** Explains the columns that hold words. */
export function explainState(
  facts: RunFacts,
  field: Field,
  entries: CompletionEntries,
): Explained | null {
  switch (field) {
    case 'user':
      return { sentences: user(facts) };
    case 'type':
      return { sentences: type(facts) };
    case 'owner':
      return {
        sentences: [
          facts.owner === ''
            ? ours('No owner was written.')
            : vendors(`The backup set belongs to ${facts.owner}.`),
        ],
      };
    case 'description':
      return { sentences: description(facts) };
    case 'completion':
      return completion(facts, entries);
    case 'activityId':
      return {
        sentences: [
          ours(
            'The number under which DS-Client knows this activity. The lines of the Event Log refer to it.',
          ),
        ],
      };
    case 'setId':
    case 'scheduleId':
      return {
        sentences: [
          ours(
            'A number of the DS-Client database. It means something only together with that database.',
          ),
        ],
      };
    default:
      return null;
  }
}
