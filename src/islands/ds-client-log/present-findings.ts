import { diagnosticPlaces, diagnosticWords } from '../../core/ds-client-log/diagnostic-words.ts';
import type { Diagnostic } from '../../core/ds-client-log/diagnostics.ts';
import { flagWords } from '../../core/ds-client-log/flag-words.ts';
import { logFlags, type Flag } from '../../core/ds-client-log/flags.ts';
import type { AcceptedReading, SetAsideRow } from '../../core/ds-client-log/reading.ts';
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

/** Flags shown at most: a log in which all is odd is one finding, not a thousand. */
const flagsMax = 40;

function flagView(flag: Flag): FlagView {
  const { says, todo, caveat } = flagWords(flag);
  return {
    level: flag.level,
    text: inSentence(says, todo),
    because: caveat,
    row: flag.rows[0] ?? null,
  };
}

/** What stands out beyond the runs that did not finish: those are tasks of their own. */
export const presentFlags = (reading: AcceptedReading): readonly FlagView[] =>
  logFlags(reading)
    .filter(({ kind }) => kind !== 'incomplete')
    .slice(0, flagsMax)
    .map(flagView);

export const presentSetAside = (rows: readonly SetAsideRow[]): readonly SetAsideView[] =>
  rows.map(({ line, reason, cells }) => ({
    line,
    reason: diagnosticWords({ code: reason, severity: 'warning', count: 1, places: [] }).says,
    text: cellView(cells.join('  ')),
  }));
