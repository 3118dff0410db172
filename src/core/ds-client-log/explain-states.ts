import type { Field } from './columns.ts';
import { explainCompletion, spacedName } from './explain-completion.ts';
import type { CompletionEntries, Explained, RunFacts, Sentence } from './explain.ts';
import { activityTypeOf, type ActivityType } from './outcomes.ts';

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
  Restore: [
    ours('A restore: it brings data back from the provider.'),
    ours('A Windows file that was in use may be replaced only when the computer starts again.'),
  ],
  Delete: [ours('A deletion: it removes data of a set from online storage.')],
  DailyAdmin: [
    vendors(
      'Housekeeping, not a backup: DS-Client tidies its logs, verifies backups and sends a copy of its own database to the provider.',
    ),
  ],
  WeeklyAdmin: [
    vendors(
      'Housekeeping, not a backup: the daily tasks, and a low-level synchronization with online storage.',
    ),
  ],
  Synchronization: [
    ours(
      'Not a backup: DS-Client compares its own list with what is stored online, usually because an earlier run was cut off.',
    ),
  ],
  Retention: [ours('Not a backup: it removes old generations by the rules of the set.')],
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
      return explainCompletion(facts, entries);
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
