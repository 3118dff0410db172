import { flagWords } from '../../core/ds-client-log/flag-words.ts';
import { logFlags, type Flag, type FlagKind } from '../../core/ds-client-log/flags.ts';
import { backupSets, type BackupSet } from '../../core/ds-client-log/history.ts';
import type { LogMetrics } from '../../core/ds-client-log/metrics.ts';
import { flag } from '../../core/ds-client-log/new-flag.ts';
import type { AcceptedReading } from '../../core/ds-client-log/reading.ts';
import { actorWords, counted, shortName, type Naming } from './present-words.ts';

/** What a ticket says of what stands out: what to call about today, and the rest. */
export interface StandsOut {
  readonly calls: readonly string[];
  /** Behind the runs: masks are letters in the order in which a text needs them. */
  readonly others: () => readonly string[];
}

/** Findings of either kind told one by one: in a log in which all is odd, the first of them say so. */
const toldMax = 10;

/** Gravest first within a level: that a set did not run comes before how a run went. */
const ofSilence: ReadonlySet<FlagKind> = new Set(['failed-repeatedly', 'missed-run']);

/** A flag in words, with its set named as the rest of the text names it. */
type Words = (flag: Flag) => ReturnType<typeof flagWords>;

/**
 * The name of a set is taken from one of its lines, so that it is masked as the same line is
 * elsewhere, and only where it is told, so that a text with names asks about no secret that is not in it.
 */
function wordsBy(sets: readonly BackupSet[], naming: Naming): Words {
  const firstRow = new Map(sets.map(({ name, rows }) => [name, rows[0]]));
  return (told) => {
    if (told.set === null) return flagWords(told);
    const row = told.rows[0] ?? firstRow.get(told.set);
    const set = row === undefined ? 'One set' : shortName(naming.name(row));
    return flagWords({ ...told, set });
  };
}

/** The mass change, and in what else its run was far from the usual: that is told with it. */
const flagsOfRun = (change: Flag, flags: readonly Flag[]): readonly Flag[] =>
  flags.filter(({ outlier, rows }) => outlier !== null && rows[0] === change.rows[0]);

function callLines(change: Flag, flags: readonly Flag[], words: Words): readonly string[] {
  const { says, todo } = words(change);
  const measures = flagsOfRun(change, flags).filter((other) => other !== change);
  return [
    `Worth a call today: ${says} ${todo}`,
    ...measures.map((measure) => `    - ${words(measure).says}`),
  ];
}

function otherLines(flags: readonly Flag[], words: Words): readonly string[] {
  if (flags.length === 0) return [];
  const lines = flags.slice(0, toldMax).map((told) => {
    const { says, todo, who } = words(told);
    return `- ${actorWords[who]}: ${says} ${todo}`;
  });
  const rest = flags.length - toldMax;
  const are = rest === 1 ? 'is' : 'are';
  return [
    '',
    'What else stands out (each may have an ordinary reason):',
    ...lines,
    ...(rest > 0
      ? [
          `- ${counted(rest, 'more finding', 'more findings')} of this kind ${are} left out of this text; the log explainer shows ${rest === 1 ? 'it' : 'them'}`,
        ]
      : []),
  ];
}

/**
 * What must be looked at beyond the runs that did not finish, which a ticket lists one by one, and
 * beyond what is only good to know (blue and grey).
 */
export function standsOut(
  reading: AcceptedReading,
  metrics: LogMetrics,
  naming: Naming,
): StandsOut {
  const sets = backupSets(reading);
  const flags = logFlags(reading, sets, metrics).filter(
    ({ kind, level }) => kind !== 'incomplete' && (level === 'red' || level === 'amber'),
  );
  const words = wordsBy(sets, naming);
  const changes = flags.filter(({ kind }) => kind === 'mass-change').slice(0, toldMax);
  const called = new Set(changes.flatMap((change) => flagsOfRun(change, flags)));
  const others = flags.filter((told) => !called.has(told));
  const isLater = ({ kind, level }: Flag) => Number(level !== 'red' && !ofSilence.has(kind));
  return {
    calls: changes.flatMap((change) => callLines(change, flags, words)),
    others: () =>
      otherLines(
        others.toSorted((a, b) => isLater(a) - isLater(b)),
        words,
      ),
  };
}

/** "2 rows are left out. They count in nothing.": what the figures above are not about. */
export function leftOutLine(reading: AcceptedReading): readonly string[] {
  const { rowCount, setAside, excludedCount } = reading;
  // Of a log without a line that counts, the answer says so itself.
  if (rowCount === 0) return [];
  const aside = flagWords(flag('rows-left-out', { count: setAside.length }));
  const line = [
    ...(setAside.length > 0 ? [aside.says, aside.caveat] : []),
    ...(excludedCount > 0 ? [flagWords(flag('rows-excluded', { count: excludedCount })).says] : []),
  ].join(' ');
  return line === '' ? [] : [line];
}
