import { diagnosticPlaces, diagnosticWords } from '../../core/ds-client-log/diagnostic-words.ts';
import type { Diagnostic } from '../../core/ds-client-log/diagnostics.ts';
import { inMinutes } from '../../core/ds-client-log/flag-phrases.ts';
import { flagWords } from '../../core/ds-client-log/flag-words.ts';
import { logFlags, type Flag, type FlagKind } from '../../core/ds-client-log/flags.ts';
import type { BackupSet } from '../../core/ds-client-log/history.ts';
import type { LogMetrics } from '../../core/ds-client-log/metrics.ts';
import { ratioWords } from '../../core/ds-client-log/ratio-words.ts';
import type { AcceptedReading, SetAsideRow } from '../../core/ds-client-log/reading.ts';
import { bytes, formatBinary } from '../../core/units.ts';
import { number } from './present-words.ts';
import { cellView, type FlagView, type Note, type SetAsideView } from './view.ts';

const inSentence = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(' ');

const placesWords = (diagnostic: Diagnostic): string => {
  const places = diagnosticPlaces(diagnostic);
  return places === '' ? '' : `(${places}.)`.replace('(r', '(R');
};

/** What the reader noticed about the file, gravest first, each with what to do. */
export function presentNotes(diagnostics: readonly Diagnostic[]): readonly Note[] {
  const rank = { error: 0, warning: 1, info: 2 } as const;
  return diagnostics
    .map((diagnostic) => {
      const { says, todo } = diagnosticWords(diagnostic);
      const text = inSentence(says, todo, placesWords(diagnostic));
      return { severity: diagnostic.severity, text };
    })
    .toSorted((a, b) => rank[a.severity] - rank[b.severity]);
}

/** Flags that are worded; a log in which all is odd is one finding, not a thousand. What is grey always is. */
const flagsMax = 200;

/** What a run with a mass change mostly shows as well; told with it and not once more each. */
const foldedKinds: ReadonlySet<FlagKind> = new Set([
  'slow-run',
  'transmitted-jump',
  'files-jump',
  'reduction-collapse',
]);

function measureWords({ kind, outlier }: Flag): string {
  if (!outlier) return '';
  const told = (label: string, words: (value: number) => string): string =>
    `${label} ${words(outlier.value)}, usually about ${words(outlier.usual)}`;
  switch (kind) {
    case 'files-jump':
      return told('files', (value) => number(Math.round(value)));
    case 'transmitted-jump':
      return told('sent', (value) => formatBinary(bytes(Math.round(value))));
    case 'reduction-collapse':
      return told('Online to Transmitted', ratioWords);
    case 'slow-run':
      return told('time', inMinutes);
    default:
      return '';
  }
}

/** The line that is shown of a flag: where several runs go the same way, the latest says how it stands. */
const rowShown = ({ kind, rows }: Flag): number | null =>
  (kind === 'failed-repeatedly' || kind === 'same-errors' ? rows.at(-1) : rows[0]) ?? null;

function flagView(flag: Flag, folded: readonly Flag[] = []): FlagView {
  const { says, todo, caveat } = flagWords(flag);
  const measures = folded.map(measureWords).filter((words) => words !== '');
  const measured = measures.length > 0 ? `In that run: ${measures.join('; ')}.` : '';
  return {
    level: flag.kind === 'mass-change' ? 'today' : flag.level,
    text: inSentence(says, measured, todo),
    because: caveat,
    row: rowShown(flag),
  };
}

/** What stands out beyond the runs that did not finish: those are tasks of their own. */
export function presentFlags(
  reading: AcceptedReading,
  sets?: readonly BackupSet[],
  metrics?: LogMetrics,
): readonly FlagView[] {
  const flags = logFlags(reading, sets, metrics).filter(({ kind }) => kind !== 'incomplete');
  const mass = flags.filter(({ kind }) => kind === 'mass-change');
  const ofRun = (change: Flag) =>
    flags.filter(({ kind, rows }) => foldedKinds.has(kind) && rows[0] === change.rows[0]);
  const folded = new Set(mass.flatMap(ofRun));
  const rest = flags.filter((flag) => flag.kind !== 'mass-change' && !folded.has(flag));
  const judged = rest.filter(({ level }) => level !== 'grey');
  const more = judged.length - flagsMax;
  return [
    ...mass.map((change) => flagView(change, ofRun(change))),
    ...judged.slice(0, flagsMax).map((flag) => flagView(flag)),
    ...(more > 0 ? [moreFlags(more)] : []),
    ...rest.filter(({ level }) => level === 'grey').map((flag) => flagView(flag)),
  ];
}

const moreFlags = (count: number): FlagView => ({
  level: 'blue',
  text: `${number(count)} more of these findings, none graver than those listed, are left out.`,
  because: 'So many mostly have one cause; begin with the first.',
  row: null,
});

export const presentSetAside = (rows: readonly SetAsideRow[]): readonly SetAsideView[] =>
  rows.map(({ line, reason, cells }) => ({
    line,
    reason: diagnosticWords({ code: reason, severity: 'warning', count: 1, places: [] }).says,
    text: cellView(cells.join('  ')),
  }));
